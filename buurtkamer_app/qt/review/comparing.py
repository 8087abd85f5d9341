"""Rooms or periods beside each other: which ones, their figures in a table that sorts, and a picture of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.review.changed import LOGS
from buurtkamer_app.qt.review.compared import ComparedModel
from buurtkamer_app.qt.review.rooms_list import RoomsList
from buurtkamer_app.qt.review.tables import Columns, hear_in, high, show_many
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import Comparison, RoomLog

_CALM: Final = 150  # milliseconds after a tick before it is compared anew
_WIDE: Final = 8.5  # times the size of type: a figure
_NAME: Final = 14.0  # and a name
_LEAST: Final = 5  # rows in sight


class ComparingPanel(Panel):
    """Compares what is ticked; nothing is ticked off until somebody does."""

    form: ClassVar[str] = "review/comparing"
    kinds: ClassVar[frozenset[str]] = frozenset({LOGS})
    top: QBoxLayout
    summary: QLabel
    by_room: QPushButton
    by_period: QPushButton
    none: QLabel
    answer: Sentence
    columns: QBoxLayout
    which: QWidget
    search: QLineEdit
    rooms: QListView
    all_rooms: QPushButton
    no_rooms: QPushButton
    figures: QWidget
    choosing: QBoxLayout
    block: QComboBox
    figure: QComboBox
    sort: QComboBox
    rows: QTableView
    notes: QLabel
    pictured: QWidget
    picture_title: QLabel
    picture: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.comparison: Comparison | None = None
        self._logs: tuple[RoomLog, ...] = ()
        self._asked: Asked | None = None
        self._down = False
        self.list, self.model, self.drawn = RoomsList(self), ComparedModel(self), Drawn(tasks)
        self.rooms.setModel(self.list)
        self.picture.addWidget(self.drawn)
        show_many(self.rows, self.model)
        self._widths = Columns(self.rows, ())
        header = self.rows.horizontalHeader()
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap))
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._compare)
        self._hear()
        self._stand()

    def refresh(self) -> None:
        self.tasks.read(lambda reviews: reviews.logs(), self._take)

    def say(self) -> None:
        # Names of figures are words: they are asked again.
        if getattr(self, "_calm", None) is not None:
            self.outdate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.top, self.columns, self.choosing)
        self._fit()

    def _hear(self) -> None:
        self.search.textChanged.connect(self.list.seek)
        self.list.ticked.connect(self._calm.start)
        self.rooms.clicked.connect(self.list.turn)
        hear_in(self.rooms, ("Space",), lambda: self.list.turn(self.rooms.currentIndex()))
        self.all_rooms.clicked.connect(lambda: self.list.tick_all(ticked=True))
        self.no_rooms.clicked.connect(lambda: self.list.tick_all(ticked=False))
        self.by_room.toggled.connect(self._calm.start)
        self.block.currentIndexChanged.connect(self._show_block)
        self.figure.currentIndexChanged.connect(self._draw)
        self.sort.activated.connect(lambda _: self._order(self.sort.currentIndex(), again=False))
        self.rows.horizontalHeader().sectionClicked.connect(lambda column: self._order(column, again=True))

    def _take(self, logs: tuple[RoomLog, ...]) -> None:
        self._logs = logs
        self.list.put(list({str(log.room): log.called for log in logs}.items()))
        self._compare()

    def _compare(self) -> None:
        from buurtkamer_app.review.records import By

        self._calm.stop()
        if self._asked is not None:
            self._asked.cancel()
        chosen = self.list.chosen
        keys = frozenset(log.key for log in self._logs if str(log.room) in chosen)
        by = By.ROOM if self.by_room.isChecked() else By.PERIOD
        if not keys:
            self.comparison = None
            self._stand()
            return
        self._asked = self.tasks.read(lambda reviews: reviews.compare(keys, by), self._show, self.answer.trouble)

    def _show(self, comparison: Comparison) -> None:
        self._asked = None
        self.answer.clear()
        self.comparison = comparison
        before = self.block.currentData()
        with QSignalBlocker(self.block):
            self.block.clear()
            for block in comparison.blocks:
                self.block.addItem(block.name, block.key)
            self.block.setCurrentIndex(max(0, self.block.findData(before)))
        self._stand()
        self._show_block()

    def _show_block(self) -> None:
        comparison = self.comparison
        if comparison is None or not comparison.blocks:
            return
        block = comparison.blocks[max(0, self.block.currentIndex())]
        self.model.show_block(comparison, block)
        drawn, sorted_by = self.figure.currentData(), self.sort.currentIndex()
        with QSignalBlocker(self.figure), QSignalBlocker(self.sort):
            self.figure.clear()
            self.sort.clear()
            self.sort.addItem(translate("Room or period"))
            for line in block.lines:
                self.figure.addItem(line.name, line.figure)
                self.sort.addItem(line.name)
            self.figure.setCurrentIndex(max(0, self.figure.findData(drawn)))
            self.sort.setCurrentIndex(sorted_by if 0 <= sorted_by < self.sort.count() else 0)
        self._sort_rows()
        self._fit()
        self._draw()

    def _order(self, column: int, *, again: bool) -> None:
        """Sort by a column: figures with the most on top first; the same column again turns the order."""
        same = again and column == self.sort.currentIndex()
        self._down = not self._down if same else column > 0
        self.sort.setCurrentIndex(column)
        self._sort_rows()

    def _sort_rows(self) -> None:
        column = max(0, self.sort.currentIndex())
        self.model.order(column, down=self._down)
        ways = Qt.SortOrder
        header = self.rows.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, ways.DescendingOrder if self._down else ways.AscendingOrder)

    def _draw(self) -> None:
        from buurtkamer_app.review.pictures import picture

        comparison, at = self.comparison, self.figure.currentIndex()
        if comparison is None or not 0 <= at < len(self.model.lines):
            return
        line = self.model.lines[at]
        told = ", ".join(f"{row.side.name}: {row.said[at]}" for row in self.model.records)
        self.picture_title.setText(line.name)
        self.tasks.read(
            lambda _: picture(comparison, line, 400).height,
            lambda points: self.drawn.picture(lambda wide, _: picture(comparison, line, wide), told, points),
        )

    def _fit(self) -> None:
        self._widths.use((_NAME, *(_WIDE for _ in self.model.lines)))
        rows = min(_LEAST, max(1, self.model.rowCount()))
        self.rows.setMinimumHeight(high(self.rows, rows) + 3 * self.fontMetrics().height())

    def _stand(self) -> None:
        some = self.comparison is not None
        self.none.setVisible(not self._logs)
        for part in (self.which, self.by_room, self.by_period):
            part.setVisible(bool(self._logs))
        self.figures.setVisible(some)
        self.pictured.setVisible(some)
        self.notes.setText("\n".join(note.say() for note in self.comparison.notes) if self.comparison else "")
        count = len(self.comparison.sides) if self.comparison else 0
        rooms, periods = translate("{count} rooms", count=count), translate("{count} periods", count=count)
        self.summary.setText(rooms if self.by_room.isChecked() else periods)
        self.summary.setVisible(count > 1)
