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
from buurtkamer_app.qt.wishes.column import StatusColumn
from buurtkamer_app.qt.wishes.noted import NotedWish
from buurtkamer_app.qt.wishes.opened import OpenedWish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish

# Eight columns beside each other are too narrow to read at 1366 pixels; two rows of tabs with four are not.
TO_DO: Final = (WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PLANNED)
UNDER_WAY: Final = (WishStatus.RUNNING, WishStatus.DONE, WishStatus.PARKED, WishStatus.SELF_RUN)
_COLUMN: Final = 14.5  # times the size of type: what a column needs to be legible
_SIDE: Final = 20  # times the size of type: the wish beside the board


class WishesPanel(Panel):
    """The board; `plan_asked` gives the wish that is to become an activity."""

    form: ClassVar[str] = "wishes/board"
    kinds = frozenset({"wish", "wish_support", "series"})
    head: QBoxLayout
    summary: QLabel
    to_do: QPushButton
    under_way: QPushButton
    new: QPushButton
    area: QScrollArea
    columns: QBoxLayout
    side: QBoxLayout

    plan_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._wishes: Sequence[Wish] = ()
        self.by_status = {status: StatusColumn(status) for status in WishStatus}
        for column in self.by_status.values():
            self.columns.addWidget(column, 1)
            column.chosen.connect(self.open)
            column.cards.sideways.connect(lambda step, column=column: self._sideways(column, step))
        self.opened, self.noted = OpenedWish(tasks), NotedWish(tasks)
        for form in (self.opened, self.noted):
            form.hide()
            form.left.connect(self.close_side)
            self.side.addWidget(form)
        self.opened.plan_asked.connect(self.plan_asked)
        self._tabs = QButtonGroup(self)
        self._tabs.addButton(self.to_do)
        self._tabs.addButton(self.under_way)
        self._tabs.buttonClicked.connect(lambda _: self._show_columns())
        self.new.clicked.connect(self.write_new)
        self._show_columns()

    def refresh(self) -> None:
        self.tasks.read(lambda s: (s.wishes.all(), s.room.today()), self._show)

    def say(self) -> None:
        def count(group: Sequence[WishStatus]) -> int:
            return sum(wish.status in group for wish in self._wishes)

        self.summary.setText(
            translate("{count} wishes", count=len(self._wishes)) if len(self._wishes) != 1 else translate("1 wish")
        )
        self.to_do.setText(translate("To do") + f"  {count(TO_DO)}")
        self.under_way.setText(translate("Running and done") + f"  {count(UNDER_WAY)}")
        self._fit()

    def open(self, wish: Wish) -> None:
        """Show one wish beside the board."""
        self.noted.hide()
        self.opened.show_wish(wish)
        self.opened.show()
        self._fit()
        (self.opened.plan if wish.series is None else self.opened.support).setFocus()
        self.area.ensureWidgetVisible(self.by_status[wish.status])

    def write_new(self) -> None:
        """Open the place for a new wish; what was typed there before is still there."""
        self.opened.hide()
        self.noted.show()
        self.noted.draft.bring_back()
        self._fit()
        self.noted.text.setFocus()

    def close_side(self) -> None:
        """Show the board alone; the keyboard goes back to the card that was open."""
        wish = self.opened.wish if self.opened.isVisible() else None
        self.opened.hide()
        self.noted.hide()
        self._fit()
        (self.new if wish is None else self.by_status[wish.status].cards).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, found: tuple[Sequence[Wish], date]) -> None:
        self._wishes, today = found
        for status, column in self.by_status.items():
            column.put([wish for wish in self._wishes if wish.status == status], today)
        if self.opened.wish is not None:
            again = next((wish for wish in self._wishes if wish.id == self.opened.wish.id), None)
            if again is None:
                self.close_side()
            else:
                self.opened.show_wish(again)
        self.say()

    def _show_columns(self) -> None:
        shown = TO_DO if self.to_do.isChecked() else UNDER_WAY
        for status, column in self.by_status.items():
            column.setVisible(status in shown)

    def _sideways(self, column: StatusColumn, step: int) -> None:
        """Go to the nearest column in that direction that has cards."""
        shown = TO_DO if self.to_do.isChecked() else UNDER_WAY
        place = shown.index(column.status) + step
        while 0 <= place < len(shown):
            other = self.by_status[shown[place]]
            if other.model.rowCount():
                other.cards.setFocus()
                self.area.ensureWidgetVisible(other)
                return
            place += step

    def _fit(self) -> None:
        """Fit the parts to the size of type and the window; where it is narrow, a wish stands instead of the board."""
        tight, em = narrow(self), self.fontInfo().pixelSize()
        fold(self, self.head)
        for column in self.by_status.values():
            column.setMinimumWidth(round(_COLUMN * em))
        for form in (self.opened, self.noted):
            form.setMinimumWidth(round(_SIDE * em))
            form.setMaximumWidth(16_777_215 if tight else round(_SIDE * em))
        side = self.opened.isVisibleTo(self) or self.noted.isVisibleTo(self)
        self.area.setVisible(not (tight and side))
        self.area.setMinimumHeight(round(20 * em))
