"""The board of wishes: four columns of what is to be done, four of what runs or came true, one wish opened beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.qt.wishes.beside import Beside
from buurtkamer_app.qt.wishes.column import StatusColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import BoardColumn, Wish

# Eight columns beside each other are too narrow to read at 1366 pixels; two rows of tabs with four are not.
TO_DO: Final = (WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PLANNED)
UNDER_WAY: Final = (WishStatus.RUNNING, WishStatus.DONE, WishStatus.PARKED, WishStatus.SELF_RUN)
_ORDER: Final = (*TO_DO, *UNDER_WAY)
_COLUMN: Final = 13.5  # times the size of type: what a column needs to be legible
_BETWEEN: Final = 12  # pixels between columns


class WishesPanel(Panel):
    """The board; `plan_asked` gives the wish that is to become an activity.

    `earlier_asked` gives the status of which all wishes are to be listed.
    """

    form: ClassVar[str] = "wishes/board"
    kinds = frozenset({"wish", "wish_support", "series", "telling", "wish_ending"})
    head: QBoxLayout
    summary: QLabel
    to_do: QPushButton
    under_way: QPushButton
    new: QPushButton
    keys: QLabel
    area: QScrollArea
    columns: QBoxLayout
    side: QBoxLayout

    plan_asked = Signal(object)
    earlier_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._board: Mapping[WishStatus, BoardColumn] = {}
        self._today: date | None = None
        self._followed: UUID | None = None
        self.by_status = {status: StatusColumn(status) for status in WishStatus}
        for column in self.by_status.values():
            self.columns.addWidget(column, 1)
            self._hear(column)
        self.beside = Beside(tasks)
        self.opened, self.noted = self.beside.opened, self.beside.noted
        self.side.addWidget(self.beside)
        self.beside.left.connect(self.close_side)
        self.opened.plan_asked.connect(self.plan_asked)
        self._tabs = QButtonGroup(self)
        self._tabs.addButton(self.to_do)
        self._tabs.addButton(self.under_way)
        self._tabs.buttonClicked.connect(lambda _: self._show_columns())
        self.new.clicked.connect(self.write_new)
        self._show_columns()

    def refresh(self) -> None:
        self.tasks.read(lambda s: (s.wish_lists.board(), s.room.today()), self._show)

    def say(self) -> None:
        def count(group: Sequence[WishStatus]) -> int:
            return sum(self._board[status].count for status in group if status in self._board)

        every = count(_ORDER)
        self.summary.setText(translate("{count} wishes", count=every) if every != 1 else translate("1 wish"))
        self.to_do.setText(translate("To do") + f"  {count(TO_DO)}")
        self.under_way.setText(translate("Running and done") + f"  {count(UNDER_WAY)}")
        self.keys.setText(
            translate("Arrow keys walk. Enter opens. Ctrl+→ or dragging brings a card to the next column.")
        )
        self._fit()

    def open(self, wish: Wish) -> None:
        """Show one wish beside the board."""
        self.beside.open(wish, self._today or wish.recorded_on)
        self._fit()
        self.opened.take_keys()
        _bring_in_sight(self, self.by_status[wish.status])

    def write_new(self) -> None:
        """Open the place for a new wish; what was typed there before is still there."""
        self.beside.write_new()
        self._fit()
        self.noted.text.setFocus()

    def close_side(self) -> None:
        """Show the board alone; the keyboard goes back to the card that was open."""
        wish = self.opened.wish if self.opened.isVisible() else None
        self.beside.hide()
        self._fit()
        (self.new if wish is None else self.by_status[wish.status].cards).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hear(self, column: StatusColumn) -> None:
        column.chosen.connect(self.open)
        column.cards.sideways.connect(lambda step: self._sideways(column, step))
        column.cards.moved.connect(lambda step: self._take_along(column, step))
        column.dropped.connect(lambda wish: self._bring(wish, column.status))
        column.earlier_asked.connect(lambda: self.earlier_asked.emit(column.status))

    def _show(self, found: tuple[Mapping[WishStatus, BoardColumn], date]) -> None:
        self._board, self._today = found
        for status, column in self.by_status.items():
            column.put(self._board[status], self._today)
        self.say()
        self._follow()

    def _show_columns(self) -> None:
        for status, column in self.by_status.items():
            column.setVisible(status in _tab(self.to_do))

    def _sideways(self, column: StatusColumn, step: int) -> None:
        """Go to the nearest column in that direction that has cards."""
        shown = _tab(self.to_do)
        place = shown.index(column.status) + step
        while 0 <= place < len(shown):
            other = self.by_status[shown[place]]
            if other.model.rowCount():
                other.cards.setFocus()
                _bring_in_sight(self, other)
                return
            place += step

    def _take_along(self, column: StatusColumn, step: int) -> None:
        """Bring the card at hand to the column beside this one, also to the other tab."""
        place = _ORDER.index(column.status) + step
        if column.current is not None and 0 <= place < len(_ORDER):
            self._bring(column.current.id, _ORDER[place])

    def _bring(self, wish: UUID, status: WishStatus) -> None:
        """Move a wish; where a reason is needed, it is asked beside the board."""
        here = (one for column in self._board.values() for one in column.wishes if one.id == wish)
        known = next(here, None)
        if known is None or known.status is status:
            return
        if status is WishStatus.PARKED:
            self.open(known)
            self.opened.standing.park()
            return
        self._followed = wish
        self.tasks.write(lambda s: s.wishes.move(wish, status), lambda _: None)

    def _follow(self) -> None:
        """Let the keyboard go where the card went."""
        wish, self._followed = self._followed, None
        found = next((column for column in self.by_status.values() if wish is not None and column.go_to(wish)), None)
        if found is not None:
            (self.to_do if found.status in TO_DO else self.under_way).setChecked(True)
            self._show_columns()
            found.cards.setFocus()
            _bring_in_sight(self, found)

    def _fit(self) -> None:
        """Fit the parts to the size of type and the window; where it is narrow, a wish stands instead of the board."""
        tight, em = narrow(self), self.fontInfo().pixelSize()
        fold(self, self.head)
        self.beside.fit(tight=tight)
        side = self.beside.isVisibleTo(self)
        room = self.width() - (self.beside.minimumWidth() + _BETWEEN if side and not tight else 0)
        # As many columns as are legible, each of them whole: no card is cut off at the edge.
        whole = max(1, int((room + _BETWEEN) // (_COLUMN * em + _BETWEEN)))
        wide = max(round(_COLUMN * em), (room + _BETWEEN) // whole - _BETWEEN) if whole < len(TO_DO) else 0
        for column in self.by_status.values():
            column.setMinimumWidth(wide)
        self.area.setVisible(not (tight and side))
        self.keys.setVisible(not side)
        self.area.setMinimumHeight(round(20 * em))


def _bring_in_sight(board: WishesPanel, column: StatusColumn) -> None:
    board.columns.activate()
    board.area.ensureWidgetVisible(column, 0, 0)


def _tab(to_do: QPushButton) -> Sequence[WishStatus]:
    """Give the columns that are shown."""
    return TO_DO if to_do.isChecked() else UNDER_WAY
