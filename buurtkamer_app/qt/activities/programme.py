"""Today's programme: what is on, where, led by whom, and how many take part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services


def _today(services: Services) -> list[Occurrence]:
    today = services.room.today()
    return services.activities.occurrences(today, today)


def places(occurrence: Occurrence) -> str:
    """Say how many took part, else how many signed up, wait, and whether it is full; nothing when one just walks in."""
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


class ProgrammePanel(Panel):
    """The activities of today in order of time; a resident who leads one is not named while names are hidden."""

    form: ClassVar[str] = "activities/programme"
    kinds: ClassVar[frozenset[str]] = frozenset({"series", "sign_up", "headcount", "closure"})
    nothing: QLabel
    rows: QGridLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self._shown: list[QWidget] = []
        self._today: list[Occurrence] | None = None
        self.rows.setColumnStretch(1, 1)
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Say "a resident" instead of the name of one."""
        self.names_hidden = hidden
        self.say()

    def refresh(self) -> None:
        self.tasks.read(_today, self._show)

    def say(self) -> None:
        discard(self.rows, self._shown)
        self.nothing.setText(translate("There is nothing on today. Plan an activity on the page Activities."))
        self.nothing.setVisible(self._today == [])
        for row, occurrence in enumerate(self._today or []):
            self._add(row, occurrence)

    def _show(self, today: list[Occurrence]) -> None:
        self._today = today
        self.say()

    def _add(self, row: int, occurrence: Occurrence) -> None:
        series, top = occurrence.series, Qt.AlignmentFlag.AlignTop
        at, taken = QLabel(dates.clock(series.starts), self), QLabel(places(occurrence), self)
        at.setProperty("kind", "time")
        taken.setProperty("kind", "strong" if occurrence.full else "soft")
        taken.setObjectName(f"places_{series.number}")
        what = _Activity(series.name, f"{series.space} · {self._lead(series)}", self)
        self._shown += [at, what, taken]
        self.rows.addWidget(at, row, 0, top)
        self.rows.addWidget(what, row, 1, top)
        self.rows.addWidget(taken, row, 2, top | Qt.AlignmentFlag.AlignRight)

    def _lead(self, series: Series) -> str:
        if series.lead_kind is LeadKind.HOSTS:
            return translate("the host on duty")
        return translate("a resident") if self.names_hidden and series.lead_kind is LeadKind.RESIDENT else series.lead


class _Activity(QWidget):
    """The name of an activity, and under it where and with whom."""

    def __init__(self, name: str, where: str, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, kind in ((name, "strong"), (where, "soft")):
            label = QLabel(words, self)
            label.setProperty("kind", kind)
            label.setWordWrap(True)
            column.addWidget(label)
