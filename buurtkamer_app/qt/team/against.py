"""What an expense allowance covers beside the hours that the team gives: now, at its pace, and for both marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.team import words
from buurtkamer_app.qt.team.hours_kinds import HOURS
from buurtkamer_app.qt.team.warned import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import Outlook
    from buurtkamer_app.team.progress.records import Progress


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read: the year of the team, and what the allowances of this year come to."""

    progress: Progress | None
    outlook: Outlook | None


def _read(services: Services) -> _Found:
    return _Found(services.team_progress.progress(), services.allowances.outlook())


class AgainstPanel(Panel):
    """Is for the coordinator; without a team or amounts of this year it says so."""

    form: ClassVar[str] = "team/against"
    kinds: ClassVar[frozenset[str]] = HOURS | {"allowance", "allowance_rate", "host_card"}
    about: QLabel
    picture_slot: QVBoxLayout
    sign: QLabel
    warning: QLabel
    together: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: _Found | None = None
        self._asked: Asked | None = None
        self.picture = Drawn(tasks)
        self.picture_slot.addWidget(self.picture)
        self.say()

    def refresh(self) -> None:
        """Read what is foreseen."""
        self.stop()
        self._asked = self.tasks.read(_read, self._show)

    def stop(self) -> None:
        """Want no answer any more."""
        if self._asked is not None:
            self._asked.cancel()

    def say(self) -> None:
        found = self._found
        rows = _rows(found)
        self.picture.setVisible(bool(rows))
        self.about.setText(_about(found))
        past = bool(rows) and max(hours for _, hours in rows) > rows[0][1]
        warn(
            self.sign,
            self.warning,
            translate("The allowance does not cover all of this. Talk about it.") if past else "",
        )
        if rows:
            told = ". ".join(f"{name}: {translate('{hours} hours', hours=words.number(hours))}" for name, hours in rows)
            from buurtkamer_app.printing.team_sizes import against_high

            self.picture.picture(_drawing(rows), told, against_high(len(rows)))
        outlook = found.outlook if found is not None else None
        self.together.setVisible(outlook is not None and bool(outlook.rows))
        if outlook is not None:
            self.together.setText(translate("All together this year: about {euros}.", euros=words.about(outlook.year)))

    def _show(self, found: _Found) -> None:
        self._found = found
        self.say()


def _about(found: _Found | None) -> str:
    if found is None or found.progress is None:
        return ""
    if found.outlook is None:
        return translate("Without the amounts of this year nothing can be foreseen.")
    if found.outlook.rate.by is AllowanceBy.DAY:
        return translate("The allowance covers {days} days a year for each.", days=found.outlook.covered)
    return translate("Hours of one member in a year. The first bar is what the allowance covers.")


def _rows(found: _Found | None) -> list[tuple[str, int]]:
    """Give what the allowance covers in hours, and beside it what the year asks of each member on average."""
    progress, outlook = (found.progress, found.outlook) if found is not None else (None, None)
    if progress is None or outlook is None or not progress.size or outlook.rate.by is AllowanceBy.DAY:
        return []
    rows = [(translate("The allowance covers"), outlook.covered // 60)]
    pace = progress.pace
    if pace.foreseen is not None:
        rows.append((translate("Each member at this pace"), pace.foreseen // 60 // progress.size))
    rows += [
        (translate("Each member for {mark} hours", mark=words.number(mark // 60)), mark // 60 // progress.size)
        for mark in (pace.low, pace.high)
        if mark
    ]
    return rows


def _drawing(rows: list[tuple[str, int]]) -> Callable[[float, float], Drawing]:
    def make(wide: float, _high: float) -> Drawing:
        from buurtkamer_app.printing.drawings import ON_SCREEN
        from buurtkamer_app.printing.team_bars import against_picture

        return against_picture(rows, wide, ON_SCREEN)

    return make
