"""All wishes in a list: filtered, searched and sorted, one of them opened beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Theme, WishStatus
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import show_in
from buurtkamer_app.qt.terms import THEMES
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.qt.wishes import words
from buurtkamer_app.qt.wishes.lines_model import LinesModel
from buurtkamer_app.qt.wishes.opened import OpenedWish
from buurtkamer_app.wishes.records import PART, Sort, Sought
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Line, Listed, Opened

_PAUSE: Final = 250  # milliseconds without a key before it is searched
_SIDE: Final = 22  # times the size of type: the wish beside the list
_ANY: Final = 16_777_215  # as wide as there is room
_ROW: Final = 44  # pixels at the normal size
# Times the size of type: all but the first column, which takes what is left.
_WIDTHS: Final = (0, 13, 8.5, 6.5, 8, 8)
_SORTS: Final = {
    Sort.OLDEST: mark("Oldest first"),
    Sort.MOST_PEOPLE: mark("Most residents first"),
    Sort.LAST_MOVED: mark("Last moved first"),
}


def _open(services: Services, line: Line) -> tuple[Opened, date]:
    return services.wish_lists.opened(line.id), services.room.today()


class WishListPanel(Panel):
    """The filters, the table and the wish that is open; `plan_asked` gives the wish that is to become an activity."""

    form: ClassVar[str] = "wishes/listed"
    kinds = frozenset({"wish", "wish_support", "wish_move", "telling"})
    filters: QBoxLayout
    words: QLineEdit
    status: QComboBox
    theme: QComboBox
    sort: QComboBox
    ticks: QBoxLayout
    to_tell: QCheckBox
    still: QCheckBox
    summary: QLabel
    keys: QLabel
    empty: QLabel
    rows: QTableView
    side: QVBoxLayout

    plan_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._asked: Asked | None = None
        self._total = 0
        self.model = LinesModel(self)
        self.opened = OpenedWish(tasks)
        self.opened.hide()
        self.side.addWidget(self.opened)
        for box, values in ((self.status, STATUSES), (self.theme, THEMES)):
            box.addItem("", None)
            for value in values:
                box.addItem("", value)
        for sort in Sort:
            self.sort.addItem("", sort)
        show_in(self.rows, self.model)
        # Ten thousand rows are not measured one by one.
        self.rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rows.horizontalHeader().setStretchLastSection(False)
        self.rows.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.rows.setWordWrap(False)
        self._hear()
        self.say()

    def refresh(self) -> None:
        self._read(self.model.rowCount())

    def show_status(self, status: WishStatus) -> None:
        """List the wishes of one status."""
        self.status.setCurrentIndex(self.status.findData(status))
        self.rows.setFocus()

    def say(self) -> None:
        self.status.setItemText(0, translate("Everywhere"))
        for row, name in enumerate(STATUSES.values(), 1):
            self.status.setItemText(row, translate(name))
        self.theme.setItemText(0, translate("Every theme"))
        for row, (name, _tint) in enumerate(THEMES.values(), 1):
            self.theme.setItemText(row, translate(name))
        for row, name in enumerate(_SORTS.values()):
            self.sort.setItemText(row, translate(name))
        self.keys.setText(translate("Enter or a click opens a wish. Esc closes it."))
        count = words.number(self._total)
        self.summary.setText(translate("1 wish") if self._total == 1 else translate("{count} wishes", count=count))
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def close_side(self) -> None:
        """Show the list alone; the keyboard goes back to the row that was open."""
        self.opened.hide()
        self._fit()
        self.rows.setFocus()

    def _hear(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._seek)
        self.words.textChanged.connect(self._pause.start)
        for box in (self.status, self.theme, self.sort):
            box.currentIndexChanged.connect(self._seek)
        for tick in (self.to_tell, self.still):
            tick.toggled.connect(self._seek)
        self.model.more_asked.connect(lambda first: self._read(PART, first))
        self.rows.clicked.connect(self._open)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self.rows, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._open(self.rows.currentIndex()))
        away = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.close_side)
        self.opened.left.connect(self.close_side)
        self.opened.plan_asked.connect(self.plan_asked)

    def _sought(self) -> Sought:
        # Qt keeps what is chosen as the text that it is.
        status, theme = self.status.currentData(), self.theme.currentData()
        return Sought(
            self.words.text(),
            WishStatus(status) if status else None,
            Theme(theme) if theme else None,
            self.to_tell.isChecked(),
            self.still.isChecked(),
            Sort(self.sort.currentData()),
        )

    def _seek(self) -> None:
        """Look again from the top: something else is sought."""
        self._pause.stop()
        self.rows.scrollToTop()
        self._read(PART)

    def _read(self, most: int, first: int = 0) -> None:
        """Read a part of the list; an answer to what was asked before is not wanted any more."""
        if self._asked is not None:
            self._asked.cancel()
        sought = self._sought()

        count = max(most, PART)
        self._asked = self.tasks.read(
            lambda services: services.wish_lists.listed(sought, first, count), lambda part: self._show(part, first)
        )

    def _show(self, part: Listed, first: int) -> None:
        self._asked = None
        row = self.rows.currentIndex().row()
        self.model.show_part(part, after=first)
        if first == 0 and 0 <= row < self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(row, 0))
        self._total = part.total
        self.empty.setVisible(not part.total)
        self.rows.setVisible(part.total > 0)
        self.say()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self.model.record(index)
            self.tasks.read(lambda services: _open(services, line), self._show_wish)

    def _show_wish(self, found: tuple[Opened, date]) -> None:
        opened, today = found
        self.opened.show_wish(opened.wish, today)
        self.opened.show()
        self._fit()
        self.opened.take_keys()
        self.rows.scrollTo(self.rows.currentIndex())

    def _fit(self) -> None:
        """Fit the parts to the size of type and the window; where it is narrow, a wish stands instead of the list."""
        tight, em = narrow(self), self.fontInfo().pixelSize()
        fold(self, self.filters, self.ticks)
        self.opened.setMinimumWidth(round(_SIDE * em))
        self.opened.setMaximumWidth(_ANY if tight else round(_SIDE * em))
        beside = self.opened.isVisibleTo(self)
        for part in (self.rows, self.empty):
            part.setMaximumWidth(0 if tight and beside else _ANY)
        self.rows.verticalHeader().setDefaultSectionSize(round(_ROW * em / 16))
        for place, wide in enumerate(_WIDTHS):
            # Beside an opened wish there is room for the words and where it stands.
            self.rows.setColumnHidden(place, place > 1 and (beside or tight))
            if wide:
                self.rows.setColumnWidth(place, round(wide * em))
