"""The run sheet of a market's day: proposed with one click, changed by hand, and ticked on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.day.records import RunStep
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_STATE: Final = 2
_ENOUGH: Final = 23  # lines of type in width for the buttons beside each other


class How(NamedTuple):
    """When a line was ticked (None: it was not), and at which time its part of the market is now (None: as it says)."""

    done_at: time | None
    now_at: time | None

    def say(self) -> str:
        """Say it in a few words."""
        if self.done_at is not None:
            return translate("done at {time}", time=dates.clock(self.done_at))
        if self.now_at is not None:
            return translate("is at {time} now", time=dates.clock(self.now_at))
        return translate("to do")


def _told(seen: Any) -> str:
    """Tell what happens, and under it who does it and where: one column has room for it in large type as well."""
    return "\n".join(filter(None, (seen.it.what, " · ".join(filter(None, (seen.it.who, seen.it.place))))))


class RunSteps(OfEvent):
    """Lines in order of time; what the programme moved since is told, and followed with one click."""

    kinds: ClassVar[frozenset[str]] = frozenset({"run_step", "market_event", "market_element", "market_role", "host"})
    record: ClassVar[type] = RunStep
    private: ClassVar[frozenset[str]] = frozenset({"who"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("at", mark("At what time?"), Holds.TIME),
        Asked("what", mark("What happens?")),
        Asked("who", mark("Who does it?")),
        Asked("place", mark("Where?")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Time"), lambda seen: dates.clock(seen.it.at)),
        Column(mark("What, who and where"), _told),
        Column(mark("How far"), lambda seen: seen.beside.say()),
    )
    heading_words: ClassVar[str] = mark("Run sheet of the day")
    about_words: ClassVar[str] = mark("Proposed from the programme. Change it as you like.")
    none_words: ClassVar[str] = mark("The run sheet is empty. Let it be proposed, or write it down.")
    wide: ClassVar[frozenset[int]] = frozenset({1})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.propose, self.follow, self.tick = QPushButton(), QPushButton(), QPushButton()
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_STATE, Signs(self.rows, self.model, _sign))
        self.quick = QHBoxLayout()
        _make(self.tick, "circle-check", self._tick)
        _make(self.propose, "wand-magic-sparkles", self._propose)
        _make(self.follow, "clock", self._follow)
        for button in (self.tick, self.propose):
            self.quick.addWidget(button)
        self.below.addLayout(self.quick)
        self.below.addWidget(self.follow)
        self.follow.hide()

    def kept(self, services: Services) -> Any:
        """Give the lines."""
        return services.market_days.steps

    def read(self, services: Services) -> Sequence[Any]:
        """Read the lines in order of time."""
        day, zone = services.market_days.of(self.belongs["event_id"]), services.room.facts().zone
        return [
            Seen(
                step.id,
                step.version,
                step.it,
                How(
                    step.it.done_at.astimezone(zone).time() if step.it.done_at is not None else None,
                    day.moved.get(step.id),
                ),
            )
            for step in day.steps
        ]

    def put(self, records: Sequence[Any]) -> None:
        """Show the lines; what moved since can be followed."""
        super().put(records)
        moved = sum(seen.beside.now_at is not None for seen in records)
        self.follow.setVisible(moved > 0)
        self.follow.setText(translate("Follow the programme ({count})", count=moved))

    def say(self) -> None:
        super().say()
        self.propose.setText(translate("Make a proposal"))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.quick)

    def _say_chosen(self) -> None:
        super()._say_chosen()
        seen = self._chosen_seen()
        done = seen is not None and seen.beside.done_at is not None
        self.tick.setEnabled(seen is not None)
        self.tick.setText(translate("Not done after all") if done else translate("Done"))

    def _chosen_seen(self) -> Any:
        return getattr(self, "_seen", {}).get(self.chosen) if self.chosen is not None else None

    def _tick(self) -> None:
        if (seen := self._chosen_seen()) is not None:
            key, done = seen.id, seen.beside.done_at is None
            self.tasks.write(
                lambda services: services.market_days.tick(key, done=done),
                lambda _: self.answer.clear(),
                self.answer.trouble,
            )

    def _propose(self) -> None:
        event = self.belongs["event_id"]
        self.tasks.write(lambda services: services.market_days.propose(event), self._proposed, self.answer.trouble)

    def _proposed(self, outcome: Any) -> None:
        count = outcome.value
        self.answer.tell(
            lambda: (
                translate("{count} lines were proposed.", count=count)
                if count
                else translate("All of the programme is on it already.")
            )
        )

    def _follow(self) -> None:
        event = self.belongs["event_id"]
        self.tasks.write(
            lambda services: services.market_days.follow(event), lambda _: self.answer.clear(), self.answer.trouble
        )


def _make(button: QPushButton, glyph: str, pressed: Callable[[], None]) -> None:
    button.setAutoDefault(False)
    dress(button, glyph)
    button.clicked.connect(lambda _=False: pressed())


def _sign(seen: Any) -> tuple[str, str]:
    tints = theme.colours()
    if seen.beside.done_at is not None:
        return "circle-check", tints.petrol
    return ("triangle-exclamation", tints.brick_dark) if seen.beside.now_at is not None else ("clock", tints.soft)
