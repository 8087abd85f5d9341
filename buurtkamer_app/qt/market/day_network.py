"""The network moment of a market: when residents, professionals and initiatives meet, and what happens then."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QTimeEdit, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.qt.tasks import Tasks

_USUAL: Final = time(15, 0)
_LINES: Final = 3


class NetworkCard(Panel):
    """What somebody typed stays until it is kept or another market is opened."""

    form: ClassVar[str] = "market/day_network"
    kinds: ClassVar[frozenset[str]] = frozenset({"market_event"})
    no_time: QCheckBox
    at_label: QLabel
    at: QTimeEdit
    about: QPlainTextEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.key: UUID | None = None
        self._touched = False
        self.at.setDisplayFormat("HH:mm")
        self.about.setTabChangesFocus(True)
        self.no_time.toggled.connect(self._without)
        for altered in (self.no_time.clicked, self.at.timeChanged, self.about.textChanged):
            altered.connect(self._touch)
        self.keep.clicked.connect(lambda _=False: self._keep())

    def open_market(self, key: UUID) -> None:
        """Show another market."""
        if key != self.key:
            self.key, self._touched = key, False
            self.answer.clear()
            self.outdate()

    def refresh(self) -> None:
        """Read what is set, unless somebody is typing."""
        if (key := self.key) is not None:
            self.tasks.read(lambda services: services.markets.events.one(key), self._show, lambda _: None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.about, _LINES)

    def _show(self, known: Known[MarketEvent]) -> None:
        if known.id != self.key or self._touched:
            return
        self.no_time.setChecked(known.it.network_at is None)
        show_time(self.at, known.it.network_at or _USUAL)
        self.about.setPlainText(known.it.network)
        self._touched = False

    def _without(self, without: bool) -> None:
        for part in (self.at_label, self.at):
            part.setHidden(without)

    def _touch(self, *_: object) -> None:
        self._touched = True

    def _keep(self) -> None:
        if (key := self.key) is None:
            return
        at, about = None if self.no_time.isChecked() else as_time(self.at), self.about.toPlainText()
        self.answer.clear()
        self.tasks.write(
            lambda services: services.market_days.set_network(key, at, about), self._kept, self.answer.trouble
        )

    def _kept(self, _: object) -> None:
        self._touched = False
        self.answer.tell(lambda: translate("This is written down."))
