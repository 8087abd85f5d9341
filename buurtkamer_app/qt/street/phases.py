"""Who leads in a street since when, and why that changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.street.said import LED_BY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.street.records import Phase


class PhasesPanel(Panel):
    """Each line is since when somebody leads; a new one goes under it. `laid` comes when other lines are shown."""

    form: ClassVar[str] = "street/phases"
    kinds: ClassVar[frozenset[str]] = frozenset({"street_phase"})
    laid = Signal()
    those: QVBoxLayout
    fields: QBoxLayout
    led_by: QComboBox
    since: QDateEdit
    why: QLineEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._street: UUID | None = None
        self._today: date | None = None
        self._phases: Sequence[Phase] = ()
        self._made: list[QWidget] = []
        self.keep.clicked.connect(self._keep)
        self.why.returnPressed.connect(self._keep)
        self.say()

    def belong(self, street: UUID | None) -> None:
        """Show another street."""
        self._street, self._today = street, None
        self.why.clear()
        self.answer.clear()
        self.outdate()

    def refresh(self) -> None:
        """Read who leads since when."""
        if (street := self._street) is not None:
            self.tasks.read(
                lambda services: (services.room.today(), services.street_turns.phases(street)),
                partial(self._show, street),
                lambda _: None,
            )

    def say(self) -> None:
        chosen = max(self.led_by.currentIndex(), 0)
        self.led_by.clear()
        for kind in LedBy:
            self.led_by.addItem(translate(LED_BY[kind]))
        self.led_by.setCurrentIndex(chosen)
        discard(self.those, self._made)
        for phase in self._phases:
            self._put(phase)
        self.laid.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, 24, self.fields)

    def _show(self, street: UUID, found: tuple[date, Sequence[Phase]]) -> None:
        if street != self._street:
            return
        today, self._phases = found
        if self._today is None:
            show_day(self.since, today)
            last = self._phases[-1].led_by if self._phases else LedBy.PROFESSIONALS
            self.led_by.setCurrentIndex(min(list(LedBy).index(last) + 1, len(LedBy) - 1))
        self._today = today
        self.say()

    def _put(self, phase: Phase) -> None:
        """Show since when somebody leads, with a button that takes it away."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = f"{dates.day_and_year(phase.since)} · {translate(LED_BY[phase.led_by])}"
        label = QLabel(f"{words} · {phase.why}" if phase.why else words)
        label.setWordWrap(True)
        label.setTextFormat(label.textFormat().PlainText)
        away = QPushButton(translate("Take away"))
        away.setAutoDefault(False)
        away.setAccessibleName(f"{away.text()}: {words}")
        dress(away, "trash-can")
        away.clicked.connect(partial(self._take_away, phase.since))
        row.addWidget(label, 1)
        row.addWidget(away)
        self._made.append(line)
        self.those.addWidget(line)

    def _keep(self) -> None:
        street, since, why = self._street, as_date(self.since), self.why.text()
        led_by = list(LedBy)[self.led_by.currentIndex()]
        if street is None:
            return
        self.answer.clear()
        self.tasks.write(
            lambda services: services.street_turns.lead(street, led_by, since, why), self._kept, self.answer.trouble
        )

    def _kept(self, _: object) -> None:
        self.why.clear()
        self.answer.tell(lambda: translate("This is written down."))

    def _take_away(self, since: date, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        if (street := self._street) is not None:
            self.tasks.write(
                lambda services: services.street_turns.take_away(street, since), lambda _: None, self.answer.trouble
            )
