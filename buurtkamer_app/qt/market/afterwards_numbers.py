"""How many visitors came to a market, and how those who made it look back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.qt.tasks import Tasks

_MOST: Final = 100_000
_LINES: Final = 5


class NumbersCard(Panel):
    """What somebody typed stays until it is kept or another market is opened."""

    form: ClassVar[str] = "market/afterwards_numbers"
    kinds: ClassVar[frozenset[str]] = frozenset({"market_event"})
    not_counted: QCheckBox
    visitors_label: QLabel
    visitors: QSpinBox
    reflection: QPlainTextEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.key: UUID | None = None
        self._touched = False
        self.visitors.setRange(0, _MOST)
        self.reflection.setTabChangesFocus(True)
        self.not_counted.toggled.connect(self._without)
        for altered in (self.not_counted.clicked, self.visitors.valueChanged, self.reflection.textChanged):
            altered.connect(self._touch)
        self.keep.clicked.connect(lambda _=False: self._keep())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.reflection, _LINES)

    def _show(self, known: Known[MarketEvent]) -> None:
        if known.id != self.key or self._touched:
            return
        self.not_counted.setChecked(known.it.visitors is None)
        self.visitors.setValue(known.it.visitors or 0)
        self.reflection.setPlainText(known.it.reflection)
        self._touched = False

    def _without(self, without: bool) -> None:
        for part in (self.visitors_label, self.visitors):
            part.setHidden(without)

    def _touch(self, *_: object) -> None:
        self._touched = True

    def _keep(self) -> None:
        if (key := self.key) is None:
            return
        visitors = None if self.not_counted.isChecked() else self.visitors.value()
        text = self.reflection.toPlainText()
        self.answer.clear()
        self.tasks.write(
            lambda services: services.market_afterwards.look_back(key, visitors, text), self._kept, self.answer.trouble
        )

    def _kept(self, _: object) -> None:
        self._touched = False
        self.answer.tell(lambda: translate("This is written down."))
