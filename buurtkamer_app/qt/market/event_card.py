"""A card about one thing of a market: what somebody types in it stays until it is kept or another market is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.qt.tasks import Tasks


class EventCard(Panel):
    """Who inherits shows a market in the fields (`fill`), and says what keeps what stands there now (`keeping`)."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_event"})
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.key: UUID | None = None
        self._touched = False
        self.keep.clicked.connect(lambda _=False: self._keep())

    def fill(self, event: MarketEvent) -> None:
        """Put a market into the fields."""
        raise NotImplementedError

    def keeping(self, key: UUID) -> Callable[[Any], Change]:
        """Give what writes down what stands in the fields now."""
        raise NotImplementedError

    def typed_by(self, *altered: SignalInstance) -> None:
        """Let these say that somebody typed."""
        for signal in altered:
            signal.connect(self._touch)

    def open_market(self, key: UUID) -> None:
        """Show another market."""
        if key != self.key:
            self.key, self._touched = key, False
            self.answer.clear()
            self.outdate()

    def refresh(self) -> None:
        """Read what is written down, unless somebody is typing."""
        if (key := self.key) is not None:
            self.tasks.read(lambda services: services.markets.events.one(key), self._show, lambda _: None)

    def _show(self, known: Known[MarketEvent]) -> None:
        if known.id == self.key and not self._touched:
            self.fill(known.it)
            self._touched = False

    def _touch(self, *_: object) -> None:
        self._touched = True

    def _keep(self) -> None:
        if (key := self.key) is not None:
            work = self.keeping(key)
            self.answer.clear()
            self.tasks.write(work, self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        self._touched = False
        self.answer.tell(lambda: translate("This is written down."))
