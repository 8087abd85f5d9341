"""The pages of the professional's window, each made when it is first shown, and what goes from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.page import PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.desktop.review_entrance import ReviewEntrance
    from buurtkamer_app.desktop.screen import Screen
    from buurtkamer_app.qt.review.comparing import ComparingPanel
    from buurtkamer_app.qt.review.logs import LogsPanel
    from buurtkamer_app.qt.review.me import MePanel
    from buurtkamer_app.qt.review.questions import QuestionsPanel
    from buurtkamer_app.qt.review.reading import ReadingPanel
    from buurtkamer_app.qt.review.taking import TakingPanel
    from buurtkamer_app.qt.review.window import ReviewWindow
    from buurtkamer_app.qt.tasks import Tasks


class ReviewPages:
    """Makes the pages, and tells those that were made who it is."""

    def __init__(self, window: ReviewWindow, tasks: Tasks[Any], screen: Screen, entrance: ReviewEntrance) -> None:
        self.window, self.tasks, self.screen, self.entrance = window, tasks, screen, entrance
        self.questions: QuestionsPanel | None = None
        self.me: MePanel | None = None

    def specs(self) -> list[PageSpec]:
        """Give the pages in their order."""
        return [
            PageSpec("logs", 1, mark("Logs"), "folder-open", self._logs),
            PageSpec("reading", 2, mark("Read a log"), "book-open", self._reading),
            PageSpec("comparing", 3, mark("Compare"), "code-compare", self._comparing),
            PageSpec("questions", 4, mark("Questions"), "comments", self._questions),
            PageSpec("taking", 5, mark("Take along"), "table", self._taking),
            PageSpec("me", 6, mark("About me"), "user-tie", self._me),
        ]

    def tell(self) -> None:
        """Tell the pages that were made who it is."""
        who = self.entrance.who
        if self.questions is not None:
            self.questions.tell(named=bool(who.name))
        if self.me is not None:
            self.me.tell(who.name, who.organisation)

    def keep_drafts(self) -> None:
        """Keep what is being typed now."""
        if self.questions is not None:
            self.questions.keep_drafts()

    def _show_log(self, page: str, key: str) -> None:
        self.window.show_page(page)
        shown: Any = self.window.page(page)
        shown.show_log(key)

    def _logs(self) -> LogsPanel:
        from buurtkamer_app.qt.review.logs import LogsPanel

        made = LogsPanel(self.tasks)
        made.read_asked.connect(lambda key: self._show_log("reading", key))
        made.questions_asked.connect(lambda key: self._show_log("questions", key))
        return made

    def _reading(self) -> ReadingPanel:
        from buurtkamer_app.qt.review.reading import ReadingPanel

        return ReadingPanel(self.tasks)

    def _comparing(self) -> ComparingPanel:
        from buurtkamer_app.qt.review.comparing import ComparingPanel

        return ComparingPanel(self.tasks)

    def _questions(self) -> QuestionsPanel:
        from buurtkamer_app.qt.review.questions import QuestionsPanel

        made = self.questions = QuestionsPanel(self.tasks)
        made.profile_asked.connect(self.entrance.ask_who)
        made.tell(named=bool(self.entrance.who.name))
        return made

    def _taking(self) -> TakingPanel:
        from buurtkamer_app.qt.review.taking import TakingPanel

        return TakingPanel(self.tasks)

    def _me(self) -> QWidget:
        from buurtkamer_app.qt.review.me import MePanel
        from buurtkamer_app.qt.room.screen import ScreenPanel

        screen = ScreenPanel(self.screen.settings, locks=False)
        self.screen.hear(screen)
        made = self.me = MePanel(screen)
        made.profile_asked.connect(self.entrance.ask_who)
        made.tell(self.entrance.who.name, self.entrance.who.organisation)
        return made
