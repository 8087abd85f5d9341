"""Makes the sections of Wensen: the board, the list, whom to tell, the proposal; each when it is first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.pages.wishes import WishesPage
from buurtkamer_app.qt.planner.plan import PlanPanel
from buurtkamer_app.qt.wishes.board import WishesPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms import WishStatus
    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Wish


def _found(services: Services, wish: UUID) -> Wish:
    return services.wish_lists.opened(wish).wish


class WishSections:
    """The page and its sections; `today` says whether names are hidden."""

    def __init__(self, tasks: Tasks[Any], today: TodayPage | None) -> None:
        self._tasks, self._today = tasks, today
        self._planned_from: Any = None
        self.board, self.plan = WishesPanel(tasks), PlanPanel(tasks)
        self.page = WishesPage(
            [
                Section("board", mark("Board"), "note-sticky", lambda: self.board),
                Section("list", mark("List"), "magnifying-glass", self._list),
                Section("telling", mark("To tell"), "phone", self._telling),
                Section("proposal", mark("Proposal"), "wand-magic-sparkles", self._proposal),
            ],
            self.plan,
        )
        self._hides(self.page.hide_names)
        self._plans_from(self.board)
        self.board.earlier_asked.connect(self._list_status)
        self.plan.left.connect(self._leave_plan)
        self.plan.other_way_asked.connect(self._end_otherwise)

    def open_wish(self, wish: UUID) -> None:
        """Open a wish by its key on the board."""
        self._tasks.read(partial(_found, wish=wish), self._open)

    def _list(self) -> QWidget:
        from buurtkamer_app.qt.wishes.listed import WishListPanel

        panel = WishListPanel(self._tasks)
        self._plans_from(panel)
        return panel

    def _telling(self) -> QWidget:
        from buurtkamer_app.qt.wishes.telling import TellingPanel

        panel = TellingPanel(self._tasks)
        self._hides(panel.hide_names)
        return panel

    def _proposal(self) -> QWidget:
        from buurtkamer_app.qt.planner.proposal_panel import ProposalPanel

        panel = ProposalPanel(self._tasks)
        panel.wish_asked.connect(self.open_wish)
        return panel

    def _plans_from(self, panel: Any) -> None:
        panel.plan_asked.connect(lambda wish: self._begin_plan(wish, panel))

    def _begin_plan(self, wish: Wish, panel: Any) -> None:
        self._planned_from = panel
        self.plan.begin(wish)
        self.page.show_planning()

    def _leave_plan(self) -> None:
        """Go back to the wish that was planned, with the keyboard too."""
        self.page.show_page()
        if self._planned_from is not None and self._planned_from.opened.isVisible():
            self._planned_from.opened.take_keys()

    def _hides(self, hide_names: Callable[[bool], None]) -> None:
        """Let names hide and come back with those of Vandaag."""
        if self._today is not None:
            hide_names(self._today.hide_names.isChecked())
            self._today.names_hidden.connect(hide_names)

    def _list_status(self, status: WishStatus) -> None:
        """List all of a column of which the board shows the last ones only."""
        listed: Any = self.page.show_section("list")
        listed.show_status(status)

    def _open(self, wish: Wish) -> None:
        """Open a wish on the board."""
        self.page.show_section("board")
        self.board.open(wish)

    def _end_otherwise(self, wish: Wish | None) -> None:
        """Choose another ending for a wish that was to be planned."""
        if wish is not None:
            from buurtkamer_app.qt.wishes.ending import EndingDialog

            self.page.show_page()
            EndingDialog(self._tasks, wish, self.page).open()
