"""A list of before comes in: choose the file, say what it is, look what will happen, and bring it in whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import StoppedError
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.exchange.bring_in_choices import BringInChoices
from buurtkamer_app.qt.exchange.bring_in_look import BringInLook
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.lists.records import Brought, Looked, OpenedList
    from buurtkamer_app.exchange.tables.columns import Chosen, ListKind
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

T = TypeVar("T")
_ENDINGS: Final = ".xlsx *.xlsm *.csv *.txt *.tsv *.vcf"


class BringInPanel(Panel):
    """Goes from a file to what it says and what it does; `dialog` is the one in which a file is chosen."""

    form: ClassVar[str] = "exchange/bring_in"
    kinds: ClassVar[frozenset[str]] = frozenset({"visitor", "host", "wish", "sign_up", "series", "changed_date"})
    choose: QPushButton
    file_name: QLabel
    refused: Sentence
    brought: Sentence
    steps: QBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self.opened: OpenedList | None = None
        self.chosen: Chosen | None = None
        self._asked: Asked | None = None
        self.choices, self.look = BringInChoices(self), BringInLook(self)
        for step in (self.choices, self.look):
            self.steps.addWidget(step)
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self._ask_which)
        self.choices.changed.connect(self._take)
        self.choices.other.connect(self._guess)
        self.look.agreed_to.connect(self._agree)
        self.look.go.connect(self._bring_in)
        self._show_opened(None)

    def refresh(self) -> None:
        """Look again at a file that is open: the room is another now."""
        if self.chosen is not None:
            self._see(self.chosen)

    def say(self) -> None:
        opened = self.opened
        # What it comes to stands far below the columns: here it is in sight at once.
        lines = [translate("File: {name}", name=opened.name), *self.look.outcome()] if opened is not None else []
        self.file_name.setText("\n".join(lines))
        self.file_name.setVisible(opened is not None)

    def hide_names(self, hidden: bool) -> None:
        """Show no name of a list, or show them again."""
        self.choices.hide_names(hidden=hidden)
        self.look.hide_names(hidden=hidden)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_file(Path(paths[0]))

    def open_file(self, path: Path) -> None:
        """Read a file and show what it seems to be."""
        self.refused.clear()
        self.brought.clear()

        def work(services: Services, progress: Progress) -> OpenedList:
            return services.bringing_in.open(path, progress)

        def refuse(error: BuurtkamerError) -> None:
            self._show_opened(None)
            self.refused.trouble(error)

        self._long(translate("The list is being read…"), work, self._show_opened, refuse)

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("List"), _ENDINGS, self.open_file)

    def _show_opened(self, opened: OpenedList | None) -> None:
        self.opened, self.chosen = opened, None
        self.look.begin()
        for step in (self.choices, self.look):
            step.setVisible(opened is not None)
        self.say()
        if opened is not None:
            self._take(opened.guessed)

    def _guess(self, sheet: int, kind: ListKind) -> None:
        opened = self.opened
        if opened is not None:
            self.tasks.read(
                lambda services: services.bringing_in.guess(opened, sheet, kind), while_there(self, self._take)
            )

    def _take(self, chosen: Chosen) -> None:
        """Show what is chosen, and look what it would do."""
        before, self.chosen = self.chosen, replace(chosen, agreed=self.look.agreed.isChecked())
        rows = (chosen.sheet, chosen.kind, chosen.heads_in)
        if self.opened is not None and (before is None or rows != (before.sheet, before.kind, before.heads_in)):
            self.choices.open(self.opened, self.chosen)
            walk(self.choose, *self.choices.stops(), *self.look.stops())
        self._see(self.chosen)

    def _agree(self) -> None:
        if self.chosen is not None:
            self._take(self.chosen)

    def _see(self, chosen: Chosen) -> None:
        opened = self.opened
        if opened is None:
            return
        self.look.wait(chosen)

        def work(services: Services, progress: Progress) -> Looked:
            return services.bringing_in.look(opened, chosen, progress)

        def show(looked: Looked) -> None:
            self.choices.tell_never(looked.never)
            self.look.put(looked, opened.columns(chosen))
            self.say()

        self._long(translate("The list is being looked at…"), work, show, self.look.trouble.trouble)

    def _bring_in(self, without_wrong: bool) -> None:
        looked = self.look.looked
        if looked is None:
            return
        self.look.wait(looked.chosen)
        self.look.answer.clear()

        def work(services: Services, progress: Progress) -> Outcome[Brought]:
            return services.bringing_in.bring_in(looked, without_wrong=without_wrong, progress=progress)

        def done(made: Outcome[Brought]) -> None:
            count = made.value.new + made.value.changed
            self._show_opened(None)
            self.brought.tell(lambda: translate("Brought in: {count}. You can still undo it.", count=count))

        def refused(error: BuurtkamerError) -> None:
            self.look.answer.trouble(error)
            self._see(looked.chosen)

        self.tasks.write_long(
            translate("The list is being brought in…"),
            work,
            while_there(self, done),
            while_there(self, refused),
            lambda: while_there(self, refused)(StoppedError()),
        )

    def _long(
        self,
        told: str,
        work: Callable[[Services, Progress], T],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None],
    ) -> None:
        """Let something be read that may take long; what was asked before it is not waited for any more."""
        if self._asked is not None:
            self._asked.cancel()

        def stopped(_: object) -> None:
            # What was stopped by something newer needs no word.
            if self._asked is asked:
                trouble(StoppedError())

        asked = self.tasks.read_long(
            told, work, while_there(self, then), while_there(self, trouble), lambda: while_there(self, stopped)(None)
        )
        self._asked = asked
