"""Beside the drawing of a floor plan: what can be put there, what is chosen, all in words, the place, and paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QStackedWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.market.plan_adding import AddBar
from buurtkamer_app.qt.market.plan_fields import PlanFields
from buurtkamer_app.qt.market.plan_told import PlanTold, PlanWaiting
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.market.plan.records import Trouble
    from buurtkamer_app.qt.market.plan_scene import PlanScene

_MANY: Final = 3  # buttons in a row, as in the form
_FEW: Final = 2  # where large type leaves less room


class PlanSide(Form):
    """One of the six is seen; each has its button."""

    form: ClassVar[str] = "market/plan_side"
    tabs: QGridLayout
    adding_tab: QPushButton
    one: QPushButton
    words_tab: QPushButton
    waiting_tab: QPushButton
    place_tab: QPushButton
    papers_tab: QPushButton
    pages: QStackedWidget

    def __init__(self, drawing: PlanScene, place: QWidget, papers: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.adding = AddBar()
        self.fields, self.told, self.waiting = PlanFields(), PlanTold(drawing), PlanWaiting()
        self._group = QButtonGroup(self)
        self._columns = _MANY
        for page, button in (
            (self.adding, self.adding_tab),
            (self.fields, self.one),
            (self.told, self.words_tab),
            (self.waiting, self.waiting_tab),
            (place, self.place_tab),
            (papers, self.papers_tab),
        ):
            self.pages.addWidget(page)
            self._group.addButton(button)
            button.clicked.connect(partial(self._turn_to, page))
        self.adding_tab.setChecked(True)
        self.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = _FEW if narrow(self) else _MANY
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self._group.buttons()):
                self.tabs.addWidget(button, place // columns, place % columns)

    def show_plan(self, troubles: Sequence[Trouble]) -> None:
        """Show what stands in the drawing now."""
        if (plan := self._drawing.plan) is not None:
            self.told.show_plan(troubles)
            self.waiting.put(plan.waiting(), among=len(plan.parts))
            self.say()

    def show_chosen(self) -> None:
        """Show what is chosen in the drawing."""
        drawing = self._drawing
        if drawing.plan is not None:
            self.fields.put(drawing.plan, {key: drawing.things[key] for key in drawing.chosen})
            self.told.point(drawing.chosen)

    def say(self) -> None:
        self.waiting_tab.setText(translate("No place: {count}", count=len(self.waiting.parts)))

    def _turn_to(self, page: QWidget, _: object = None) -> None:
        self.pages.setCurrentWidget(page)
