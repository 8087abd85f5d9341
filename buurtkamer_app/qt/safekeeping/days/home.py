"""The copy to take home: made on a stick or in a folder, with the words that open it shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.papers import usual_folder
from buurtkamer_app.qt.safekeeping.days.page import DayPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.safekeeping.taking_home import TakenHome


class HomePage(DayPage):
    """Makes the copy where somebody chooses."""

    title = mark("Copy to take home")
    intro = mark("Four weeks of programme and rota, wishes and whom to call. No concerns, no visitors.")
    dialog: QFileDialog | None = None

    def refresh(self) -> None:
        """Offer to make one."""
        self.clear()
        block = self.told(translate("It is one PDF. Any computer opens it, with words that you see once."))
        block.offer(translate("Make the copy"), "suitcase", translate(self.title), self._ask)

    def make(self, path: Path) -> None:
        """Make the copy in this file."""
        from buurtkamer_app.papers.taking_home import take_home

        words = translate("The copy is being made…")
        self.answer.tell(lambda: translate("The copy is being made…"))
        self.tasks.read_long(words, lambda s, progress: take_home(s, path, progress), self._made, self.answer.trouble)

    def _ask(self) -> None:
        proposed = usual_folder() / f"{translate('Copy to take home')}.pdf"
        self.dialog = dialogs.save_as(self, proposed, "PDF", self.make)

    def _made(self, made: TakenHome) -> None:
        self.tasks.write(
            lambda s: s.hard_days.note_taken_home(made.path.name, made.first, made.last),
            lambda _: self._show_words(made),
            self.answer.trouble,
        )

    def _show_words(self, made: TakenHome) -> None:
        from buurtkamer_app.qt.slip import Slip

        self.clear()
        self.answer.tell(lambda: translate("The copy is there: {count} pages.", count=made.pages))
        block = self.told()
        slip = self.slip = Slip(self.tasks)
        slip.show_secret(
            made.words, mark("These words open the copy. Keep them apart from it."), self._sheet(made.words)
        )
        block.put(slip)

    @staticmethod
    def _sheet(words: str) -> Any:
        def sheet(services: Any) -> Made:
            from buurtkamer_app.qt.slip import words_sheet

            return words_sheet(services, translate("Copy to take home"), words)

        return sheet
