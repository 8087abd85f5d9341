"""One concern as the coordinator reads it: what was seen, what was decided, when it is looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QPlainTextEdit, QPushButton

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.desk.concerns import rules
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.desk.concern_draft import ConcernDraft
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.concerns.records import Concern, Reading
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_LINES = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A concern that was read, who read it before, what was being typed about it, and what day it is."""

    concern: Concern
    readings: Sequence[Reading]
    draft_name: str
    draft: str
    today: date
    zone: ZoneInfo


def read(services: Services, concern: UUID) -> Outcome[Opened]:
    """Read a concern, which is written down."""
    outcome = services.concerns.read(concern)
    name = services.concerns.draft_name(f"weighed {concern.hex}")
    opened = Opened(
        outcome.value,
        services.concerns.readings(concern),
        name,
        services.drafts.kept(name),
        services.room.today(),
        services.room.zone,
    )
    return Outcome(outcome.change, opened)


class OpenedConcern(Form):
    """Shows one concern until it is put away; `left` says that it may go."""

    form: ClassVar[str] = "desk/opened_concern"
    heading: QLabel
    quote: QLabel
    read_by: QLabel
    decided: QPlainTextEdit
    again: QCheckBox
    review: QDateEdit
    told: Sentence
    keep: QPushButton
    close_it: QPushButton
    shut: QPushButton

    left = Signal()

    def __init__(self, tasks: Tasks[Any], opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self.opened = tasks, opened
        line = opened.concern.line
        self.decided.setPlainText(opened.draft or opened.concern.weighed)
        self.draft = ConcernDraft(self.decided, tasks, opened.draft_name)
        show_day(self.review, line.review_on or opened.today + rules.USUAL_REVIEW)
        self.review.setEnabled(line.review_on is not None)
        self.again.setChecked(line.review_on is not None)
        self.again.toggled.connect(self.review.setEnabled)
        self.close_it.setVisible(line.closed_at is None)
        self.keep.clicked.connect(self._keep)
        self.close_it.clicked.connect(self._close)
        self.shut.clicked.connect(self.left)
        self.say()

    def say(self) -> None:
        line = self.opened.concern.line
        day = dates.day_and_date(line.on)
        words = translate("{name} wrote this on {day}", name=line.written_by, day=day) if line.written_by else day
        self.heading.setText(words)
        self.quote.setText(f"“{self.opened.concern.text}”")
        readers = dict.fromkeys(self._reader(reading.by, reading.at) for reading in self.opened.readings)
        self.read_by.setText(translate("Read by {names}", names="; ".join(readers)))
        self.review.setLocale(QLocale(language()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        self.decided.setFixedHeight((_LINES + 1) * self.decided.fontMetrics().lineSpacing())

    def _reader(self, by: str, at: datetime) -> str:
        day = dates.day_and_date(local(at, self.opened.zone).date())
        return f"{by or translate('The coordinator')}, {day}"

    def _keep(self) -> None:
        self._write(close=False)

    def _close(self) -> None:
        self._write(close=True)

    def _write(self, *, close: bool) -> None:
        """Keep what was decided, and close the concern when that is asked: one step to undo either way."""
        key, text = self.opened.concern.line.id, self.decided.toPlainText()
        review = as_date(self.review) if self.again.isChecked() else None
        draft = self.opened.draft_name

        def work(services: Services) -> Change:
            change = services.concerns.weigh(key, text, review, close=close)
            services.drafts.keep(draft, "")
            return change

        self._tasks.write(work, self._kept, self.told.trouble)

    def _kept(self, _: Change) -> None:
        self.draft.forget()
        self.left.emit()
