"""The turn of the year: its steps and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.safekeeping.days.page import DayPage

if TYPE_CHECKING:
    from buurtkamer_app.safekeeping.hard_days.records import Step


class YearPage(DayPage):
    """Shows each step; most tick themselves when what they ask is there."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"closure", "desk_setting", "allowance_rate", "team", "hard_step", "backup_made", "key_holder", "host_card"}
    )
    title = mark("The turn of the year")
    intro = mark("Most steps tick themselves when they are done.")

    def refresh(self) -> None:
        """Read how the steps stand."""
        self.tasks.read(lambda s: s.turning.year(), self._show, self.answer.trouble)

    def _show(self, found: tuple[int, tuple[Step, ...]]) -> None:
        year, steps = found
        self.clear()
        done = sum(step.done for step in steps)
        self.answer.tell(lambda: translate("{year}: {done} of {count} done.", year=year, done=done, count=len(steps)))
        self.show_steps(steps, self._tick, lambda *_: None)

    def _tick(self, step: str, done: bool) -> None:
        self.tasks.write(lambda s: s.turning.tick_year(step, done=done), lambda _: self.outdate(), self.answer.trouble)
