"""One log to read: which one, and its parts, with the log's own pages as the last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.pages.sections import Section, Sections
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.changed import LOGS
from buurtkamer_app.qt.review.part import LogPart, OnPaper
from buurtkamer_app.qt.review.parts import PARTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.review.parts import Part
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import RoomLog


class ReadingPanel(Panel):
    """Shows one log that is open; the newest that was opened first, until another is chosen."""

    form: ClassVar[str] = "review/reading"
    kinds: ClassVar[frozenset[str]] = frozenset({LOGS})
    top: QBoxLayout
    summary: QLabel
    log_label: QLabel
    log: QComboBox
    none: QLabel
    parts: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._logs: dict[str, RoomLog] = {}
        self._wanted = ""
        self._shown: RoomLog | None = None
        made = [Section(part.name, part.title, part.icon, partial(self._make, part)) for part in PARTS]
        paper = Section("paper", mark("On paper"), "file-pdf", self._make_paper)
        self.sections = Sections([*made, paper], tabs=True)
        # It asks for no width of its own: its choices come in more rows when the page becomes narrower.
        self.sections.setMinimumWidth(1)
        self.parts.addWidget(self.sections)
        self.log.activated.connect(lambda _: self._choose(self.log.currentData()))
        self._stand()

    def show_log(self, key: str) -> None:
        """Show the log of this key, as soon as it is known here."""
        self._wanted = key
        self._choose(key)
        self.log.setFocus()

    def refresh(self) -> None:
        self.tasks.read(lambda reviews: reviews.logs(), self._take)

    def say(self) -> None:
        # Nothing is there yet while the form is being made.
        if getattr(self, "sections", None) is not None:
            self._shown = None
            self.outdate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.top)

    def _make(self, part: Part) -> QWidget:
        made = LogPart(self.tasks, part)
        made.show_log(self._shown)
        return made

    def _make_paper(self) -> QWidget:
        made = OnPaper(self.tasks)
        made.show_log(self._shown)
        return made

    def _take(self, logs: tuple[RoomLog, ...]) -> None:
        self._logs = {log.key: log for log in logs}
        self.log.clear()
        for log in logs:
            self.log.addItem(words.named(log), log.key)
        if self._wanted not in self._logs:
            self._wanted = logs[0].key if logs else ""
        self._choose(self._wanted)
        self._stand()

    def _choose(self, key: str) -> None:
        self._wanted = key
        self.log.setCurrentIndex(self.log.findData(key))
        log = self._logs.get(key)
        if log != self._shown:
            self._shown = log
            for name in (*(part.name for part in PARTS), "paper"):
                made = self.sections.made(name)
                if isinstance(made, (LogPart, OnPaper)):
                    made.show_log(log)
        self._stand()

    def _stand(self) -> None:
        log = self._shown
        for part in (self.log, self.log_label, self.sections):
            part.setVisible(bool(self._logs))
        self.none.setVisible(not self._logs)
        self.summary.setVisible(log is not None)
        if log is not None:
            made = translate("made on {date}", date=dates.day_and_year(log.log.made_at.date()))
            self.summary.setText(f"{words.genuine(log)[1]} · {made}")
