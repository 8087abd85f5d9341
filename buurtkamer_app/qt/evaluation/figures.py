"""The figures of any period, each with its picture, beside those of a year before; each number opens its rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.evaluation.figures_card import BackCard
from buurtkamer_app.qt.evaluation.figures_cards import CARDS
from buurtkamer_app.qt.evaluation.figures_period import PeriodBar
from buurtkamer_app.qt.evaluation.figures_rows import BackRows
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.evaluation.looking.records import Behind
    from buurtkamer_app.qt.evaluation.figures_seen import Card, Seen
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_VISITS: Final = frozenset({"visit", "help_asked"})
_WISHES: Final = frozenset({"wish", "wish_support", "wish_move", "wish_ending"})
_ACTIVITIES: Final = frozenset({"series", "changed_date", "cancelled_date", "headcount", "reflection", "closure"})
_HOURS: Final = frozenset({"sign_on", "contributed", "host", "professional_hours", "team_presence", "market_presence"})
_AROUND: Final = frozenset(
    {
        "street",
        "street_phase",
        "street_activity",
        "street_group",
        "street_reflection",
        "street_sdg",
        "street_presence",
        "market_event",
        "market_element",
        "market_goal",
        "new_tie",
        "result",
        "scan_answer",
        "programme",
    }
)


class FiguresPanel(Panel):
    """Shows this month until somebody chooses another period; each card is read by itself, so that none waits long."""

    form: ClassVar[str] = "evaluation/figures"
    kinds: ClassVar[frozenset[str]] = _VISITS | _WISHES | _ACTIVITIES | _HOURS | _AROUND
    top: QVBoxLayout
    nothing: QLabel
    cards: QVBoxLayout

    names_hidden = Signal(bool)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._names_hidden = False
        self._asked: list[Asked] = []
        self._seen: dict[str, bool] = {}
        self.period = PeriodBar()
        self.top.addWidget(self.period)
        self.shown = {card.heading: BackCard(tasks, card) for card in CARDS}
        for card in self.shown.values():
            self.cards.addWidget(card)
            card.opened.connect(self._open)
        self.period.moved.connect(self._read)
        self.nothing.hide()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what people wish, behind the figures."""
        self._names_hidden = hidden
        self.names_hidden.emit(hidden)

    def refresh(self) -> None:
        """Read which day it is, then the figures."""
        self.tasks.read(
            lambda services: (services.room.today(), services.looking.began()), while_there(self, self._stand)
        )

    def say(self) -> None:
        # Its words were put together where it was read; nothing is there yet while the form is being made.
        if getattr(self, "period", None) is not None:
            self.outdate()

    def _stand(self, known: tuple[date, date]) -> None:
        self.period.stands_at(*known)
        self._read()

    def _read(self) -> None:
        if (over := self.period.chosen) is None:
            return
        for asked in self._asked:
            asked.cancel()
        self._seen = {}
        before = self.period.before
        self._asked = [
            self.tasks.read(
                partial(_seen, card, over, before),
                while_there(self, partial(self._show, card)),
            )
            for card in CARDS
        ]

    def _show(self, card: Card, seen: Seen | None) -> None:
        self._seen[card.heading] = seen is not None
        self.shown[card.heading].put(seen)
        self.nothing.setVisible(len(self._seen) == len(CARDS) and not any(self._seen.values()))

    def _open(self, figure: Behind, word: str) -> None:
        if self.period.chosen is None:
            return
        word = word[:1].upper() + word[1:]
        rows = BackRows(self.tasks, self, figure, self.period.chosen, word=word, names_hidden=self._names_hidden)
        self.names_hidden.connect(rows.hide_names)
        rows.open()


def _seen(card: Card, over: tuple[date, date], before: tuple[date, date] | None, services: Services) -> Seen | None:
    """Read a card; what belongs to a programme that is off is nowhere in sight."""
    if card.programme is not None and card.programme not in services.programmes.on():
        return None
    looking = services.looking
    return card.show(card.read(looking, *over), card.read(looking, *before) if before is not None else None)
