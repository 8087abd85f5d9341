"""A part of a log on screen: its sections as cards, each with its picture and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.review.parts import on_paper
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, WholeLines, show_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.printing.log_pages import Section
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.review.parts import Part
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import RoomLog

_ROW: Final = 2.8  # times the size of type
_WHOLE: Final = 12  # rows that are shown without scrolling within the table
_WRAPPED: Final = 300  # rows whose lines are measured one by one
_NARROWEST: Final = 4.5  # times the size of type: a column
_LARGER: Final = 1.15  # than its own letters no picture is better
_BOLD: Final = 1.2  # times as wide as its letters in the usual weight
_POINTS: Final = 12  # of a letter in a picture that is as large as the type of the window


class SectionCard(Form):
    """Shows one section of a log."""

    form: ClassVar[str] = "review/part"
    heading: QLabel
    notes: QLabel
    picture: QVBoxLayout
    empty: QLabel
    rows: QTableView

    def __init__(self, tasks: Tasks[Any], section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        for label, words in (
            (self.heading, section.heading),
            (self.notes, "\n".join(section.notes)),
            (self.empty, "" if section.rows or section.picture else section.empty),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.drawn: Drawn | None = None
        if (drawing := section.picture) is not None:
            self.drawn = Drawn(tasks)
            self.drawn.picture(lambda _wide, _high: drawing, section.heading, drawing.height)
            self.picture.addWidget(self.drawn)
        self.model = RecordsModel[tuple[str, ...]](
            [
                Column(column.head, lambda row, at=at: row[at], figures=column.right)  # type: ignore[misc]
                for at, column in enumerate(section.columns)
            ],
            self,
        )
        self.rows.setAccessibleName(section.heading)
        self.rows.setVisible(bool(section.rows))
        self._wide = 0
        self.rows.viewport().installEventFilter(self)
        if section.rows:
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the columns once the table itself has its width: rows are as high as their lines then."""
        wide = self.rows.viewport().width()
        if event.type() == QEvent.Type.FontChange or (event.type() == QEvent.Type.Resize and wide != self._wide):
            self._wide = wide
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        show_in(self.rows, self.model)
        self.model.put(self._section.rows)
        modes, header = QHeaderView.ResizeMode, self.rows.horizontalHeader()
        header.setSectionResizeMode(modes.Fixed)
        header.setVisible(any(column.head for column in self._section.columns))
        if len(self._section.rows) > _WRAPPED:
            self.rows.verticalHeader().setSectionResizeMode(modes.Fixed)
            self.rows.setWordWrap(False)
        else:
            self.rows.setItemDelegate(WholeLines(self.rows))

    def _fit(self) -> None:
        """Give columns their shares of the width, and let a short table be whole."""
        em = self.fontInfo().pixelSize()
        if self.drawn is not None and self._section.picture is not None:
            self.drawn.setMaximumWidth(round(self._section.picture.width * em / _POINTS * _LARGER))
            ratio = self._section.picture.height / self._section.picture.width
            self.drawn.setFixedHeight(round(min(self.drawn.maximumWidth(), self.width() - 2 * em) * ratio))
        if not self._section.rows:
            return
        spare = self._share_out(em)
        self.rows.verticalHeader().setDefaultSectionSize(round(_ROW * em))
        if len(self._section.rows) <= _WHOLE:
            header = self.rows.horizontalHeader()
            self.rows.resizeRowsToContents()
            head = header.sizeHint().height() if header.isVisibleTo(self.rows) else 0
            bar = self.rows.horizontalScrollBar().sizeHint().height() if spare < 0 else 0
            self.rows.setFixedHeight(self.rows.verticalHeader().length() + head + bar + 8)
        else:
            self.rows.setMinimumHeight(round(_WHOLE * _ROW * em))

    def _share_out(self, em: int) -> int:
        """Give each column its share of the width, and room for its heading; tell how much is over, in pixels."""
        columns, letters = self._section.columns, self.fontMetrics()
        least = [
            round(max(_NARROWEST * em, letters.horizontalAdvance(column.head) * _BOLD + 2 * em)) for column in columns
        ]
        room = self.rows.viewport().width()
        for at, wide in enumerate(_widths([column.share for column in columns], least, room)):
            self.rows.setColumnWidth(at, wide)
        return room - sum(least)


def _widths(shares: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Share a width out; a column whose share is too little gets its least, and the others share the rest."""
    widths, free = list(least), set(range(len(shares)))
    while free:
        whole = sum(shares[at] for at in free)
        small = {at for at in free if room * shares[at] // whole < least[at]}
        if not small:
            for at in free:
                widths[at] = room * shares[at] // whole
            break
        room -= sum(least[at] for at in small)
        free -= small
    return widths


class LogPart(QWidget):
    """Reads a part of the log that is shown when it is seen, and shows its sections under each other."""

    def __init__(self, tasks: Tasks[Any], part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._part = tasks, part
        self._log: RoomLog | None = None
        self._old = False
        self._asked: Asked | None = None
        self.cards: list[SectionCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)

    def show_log(self, log: RoomLog | None) -> None:
        """Show this log from now on."""
        self._log, self._old = log, True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._old:
            self._read()

    def _read(self) -> None:
        self._old = False
        if self._asked is not None:
            self._asked.cancel()
        if (log := self._log) is None:
            self._put(())
            return
        make = self._part.sections
        self._asked = self._tasks.read(lambda _: tuple(make(log.log)), while_there(self, self._put))

    def _put(self, sections: Sequence[Section]) -> None:
        self._asked = None
        discard(self._column, self.cards)
        shown = [section for section in sections if section.rows or section.picture or section.empty]
        for place, section in enumerate(shown):
            card = SectionCard(self._tasks, section)
            self._column.insertWidget(place, card)
            self.cards.append(card)
        self.nothing.setText(translate("This log tells nothing of this."))
        self.nothing.setVisible(not shown)


class OnPaper(Form):
    """The pages of the log as they stand in its file."""

    form: ClassVar[str] = "review/on_paper"
    paper: PaperView
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._log: RoomLog | None = None
        self._old = False

    def show_log(self, log: RoomLog | None) -> None:
        """Show this log from now on."""
        self._log, self._old = log, True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._old:
            self._read()

    def _read(self) -> None:
        self._old = False
        self.paper.clear()
        if (log := self._log) is None:
            return
        words = translate("The sheet is being drawn…")
        self._tasks.read_long(
            words,
            lambda _, __: on_paper(log.log),
            while_there(self, lambda pdf: self.paper.show_pdf(self._tasks, pdf)),
            self.answer.trouble,
        )
