"""What somebody will do for the market, and until when: what is late stands on top, what is done at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import Action
from buurtkamer_app.market.rules import action_order, is_late
from buurtkamer_app.market.words import SESSIONS
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_STATE: Final = 3


def _state(seen: Any) -> str:
    if seen.it.done_on is not None:
        return translate("Finished")
    return translate("Too late") if is_late(seen.it, seen.beside) else translate("To do")


class ActionsPanel(OfEvent):
    """One button says that the chosen action is done."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_action", "market_session"})
    record: ClassVar[type] = Action
    private: ClassVar[frozenset[str]] = frozenset({"who"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("what", mark("What will be done")),
        Asked("who", mark("Who does it")),
        Asked("by_date", mark("By when"), Holds.DAY, without=mark("No day yet")),
        Asked("session_id", mark("Agreed at"), Holds.CHOICE, offers=lambda _: []),
        Asked("done_on", mark("Done on"), Holds.DAY, without=mark("Not done yet")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("What"), lambda seen: seen.it.what),
        Column(mark("Who"), lambda seen: seen.it.who or translate("Nobody yet")),
        Column(mark("By when"), lambda seen: dates.day_and_year(seen.it.by_date) if seen.it.by_date else "–"),
        Column(mark("State"), _state),
    )
    heading_words: ClassVar[str] = mark("Actions")
    none_words: ClassVar[str] = mark("There are no actions yet.")
    wide: ClassVar[frozenset[int]] = frozenset({0, 1})
    seen_lines: ClassVar[int] = 16

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.done = QPushButton()
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_STATE, Signs(self.rows, self.model, _sign))
        dress(self.done, "circle-check")
        self.done.setAutoDefault(False)
        self.done.clicked.connect(self._done)
        self.below.addWidget(self.done)
        self.walk_past(below=(self.done,))

    def kept(self, services: Services) -> Any:
        """Give the actions."""
        return services.markets.actions

    def read(self, services: Services) -> Sequence[Any]:
        """Read the actions, those to do first."""
        today = services.room.today()
        found = sorted(services.markets.actions.all(**self.belongs), key=action_order)
        return [Seen(known.id, known.version, known.it, today) for known in found]

    def offers(self, services: Services) -> dict[str, Sequence[tuple[Any, str]]]:
        """Read the meetings at which it can have been agreed."""
        met = [
            (known.id, f"{translate(SESSIONS[known.it.kind])}, {dates.day_and_year(known.it.on_date)}")
            for known in services.markets.sessions.all(**self.belongs)
        ]
        return {"session_id": [(None, translate("No meeting")), *met]}

    def say(self) -> None:
        super().say()
        self.done.setText(translate("This is done"))

    def _say_chosen(self) -> None:
        super()._say_chosen()
        self.done.setEnabled(self.chosen is not None)

    def _done(self) -> None:
        """Write down that the chosen action is done today, with what else was typed."""
        self.inputs["done_on"].put(self.today)
        self._keep()


def _sign(seen: Any) -> tuple[str, str]:
    tints = theme.colours()
    if seen.it.done_on is not None:
        return "circle-check", tints.petrol
    return ("triangle-exclamation", tints.brick_dark) if is_late(seen.it, seen.beside) else ("clock", tints.soft)
