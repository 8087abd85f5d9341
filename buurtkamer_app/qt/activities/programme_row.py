"""One activity of today: its time and name, where and with whom, how its places stand, the way to who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Occurrence

_APART: Final = 10  # pixels
# In heights of a line of type.
_WIDEST: Final = 7


def places(occurrence: Occurrence) -> str:
    """Say how many took part, else how many signed up, wait, and whether it is full; nothing when one just walks in.

    Of what was cancelled it says only that.
    """
    if not occurrence.goes_on:
        return translate("does not go on")
    if occurrence.headcount is not None:
        return translate("{persons} took part", persons=occurrence.headcount)
    parts = []
    if occurrence.full:
        parts.append(translate("full"))
    elif occurrence.series.capacity is not None:
        parts.append(translate("{taken} of {places}", taken=occurrence.signed_up, places=occurrence.series.capacity))
    elif occurrence.signed_up:
        parts.append(translate("{persons} signed up", persons=occurrence.signed_up))
    if occurrence.waiting:
        parts.append(translate("{persons} waiting", persons=occurrence.waiting))
    return " · ".join(parts)


def _where(occurrence: Occurrence, *, names_hidden: bool) -> str:
    """Say where it is, and who leads unless that is whoever is on duty; of what was cancelled why, when it is known.

    A resident is not named while names are hidden.
    """
    series = occurrence.series
    if occurrence.cancelled or series.lead_kind is LeadKind.HOSTS:
        return occurrence.cancelled or series.space
    hidden = names_hidden and series.lead_kind is LeadKind.RESIDENT
    return f"{series.space} · {translate('a resident') if hidden else series.lead}"


class ProgrammeRow(Form):
    """A row of the programme; what is over is paler and says so, what was cancelled has its sign, words and reason."""

    form: ClassVar[str] = "activities/programme_row"
    beside: QBoxLayout
    standing: QBoxLayout
    at: QLabel
    past: QLabel
    picture: QLabel
    name: QLabel
    where: QLabel
    sign: QLabel
    places: QLabel
    who: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over = False

    def put(self, occurrence: Occurrence, *, over: bool, names_hidden: bool, opens: bool) -> None:
        """Show an activity; `opens`: whoever is at the desk may see who takes part."""
        from buurtkamer_app.activities.pictograms import pictogram

        self.occurrence, self.over = occurrence, over
        series = occurrence.series
        self.at.setText(dates.clock(series.starts))
        # The names stand under each other, whether the words under the time are there or not.
        self.at.setMinimumWidth(self.past.sizeHint().width())
        self.past.setVisible(over)
        show_icon(self.picture, pictogram(series), theme.colours().hint if over else theme.colours().ink)
        self.name.setText(series.name)
        self.where.setText(_where(occurrence, names_hidden=names_hidden))
        self.places.setText(places(occurrence))
        self.places.setObjectName(f"places_{series.number}")
        loud = occurrence.full and occurrence.headcount is None
        kinds = ("soft", "soft") if over or not occurrence.goes_on else ("time", "strong")
        for label, kind in zip((self.at, self.name), kinds, strict=True):
            label.setProperty("kind", kind)
        self.places.setProperty("kind", ("strong" if loud else "soft") if occurrence.goes_on else "warning")
        self._narrow()
        self.sign.setVisible(not occurrence.goes_on)
        if not occurrence.goes_on:
            show_icon(self.sign, "xmark", theme.colours().brick_dark)
        self.who.setVisible(opens)
        self.who.setObjectName(f"who_{series.number}")
        self.who.setAccessibleName(f"{self.who.text()} {series.name}")
        told = (self.at.text(), self.past.text() if over else "", series.name, self.where.text(), self.places.text())
        self.setAccessibleName(", ".join(part for part in told if part))

    def stack(self, under: bool) -> None:
        """Put the parts under each other, or beside each other."""
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if under else ways.LeftToRight
        if self.beside.direction() != way:
            self.beside.setDirection(way)
            self.beside.setSpacing(2 if under else _APART)
            self._narrow()
            self.beside.setAlignment(self.standing, Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag(0))

    def _narrow(self) -> None:
        """Let what is said of the places take two lines rather than the room of the name beside it."""
        self.places.setVisible(bool(self.places.text()))
        self.places.ensurePolished()
        metrics = self.places.fontMetrics()
        whole = metrics.horizontalAdvance(self.places.text()) + metrics.averageCharWidth()
        beside = self.beside.direction() == QBoxLayout.Direction.LeftToRight
        self.places.setFixedWidth(min(whole, _WIDEST * metrics.height()) if beside else whole)
