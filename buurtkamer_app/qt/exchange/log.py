"""The log for a professional in five steps: for whom, which days, every line, the pages, and the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import StoppedError
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.exchange.log_asked import Known, LogAsked, read_known
from buurtkamer_app.qt.exchange.log_shown import LogShown, View
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.log.draft import LogDraft, LogMade
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_STEPS: Final = 34  # lines of type in width that the steps need beside each other


class LogPanel(Panel):
    """Drafts the log for who is chosen, lets every line be looked at, and writes it as one locked file."""

    form: ClassVar[str] = "exchange/log"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"visit", "wish", "wish_support", "advice_request", "series", "headcount", "day", "cash", "concern", "shift"}
        | {"recipient", "export", "reply"}
    )
    columns: QBoxLayout
    choosing: QVBoxLayout
    seeing: QVBoxLayout
    steps: QBoxLayout
    left: QLabel
    see_lines: QPushButton
    see_pages: QPushButton
    see_sent: QPushButton
    make: QPushButton
    answer: Sentence
    paper: PaperView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.draft: LogDraft | None = None
        self.dialog: QFileDialog | None = None
        self._asked: Asked | None = None
        # Whether the next draft says by itself what is seen: its open lines, or else its pages.
        self._leads = True
        self.asked = LogAsked()
        self.choosing.insertWidget(0, self.asked)
        self.shown = LogShown(tasks, self.seeing, self.paper)
        self.lines = self.shown.lines
        self.asked.outdated.connect(self._outdate_draft)
        self.asked.changed.connect(self._draft_anew)
        self.asked.fresh.clicked.connect(lambda: self._see(View.PEOPLE, fresh=True))
        self.make.clicked.connect(self._ask_where)
        self.shown.people.added.connect(self.asked.choose_next)
        self.lines.decided.connect(self._heed_decision)
        self._views = {
            self.asked.details: View.PEOPLE,
            self.see_lines: View.LINES,
            self.see_pages: View.PAGES,
            self.see_sent: View.SENT,
        }
        for button, view in self._views.items():
            button.clicked.connect(lambda _=False, chosen=view: self._see(chosen))
        asked, lines, one = self.asked, self.lines, self.lines.one
        steps = (self.see_sent, self.see_lines, self.see_pages, self.make)
        walk(asked.who, asked.details, asked.fresh, asked.first, asked.last, asked.names, asked.because, *steps)
        walk(self.make, one.own, one.good, one.more, one.leave, one.back, lines.previous, lines.following, lines.every)
        self.say()

    def refresh(self) -> None:
        """Read who gets logs and what went out; then the draft is made."""
        self.tasks.read(read_known, self._show_known)

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what people typed, and the words that open a log."""
        self.shown.hide_names(hidden)

    def say(self) -> None:
        draft, to_see = self.draft, self.lines.walk
        words = translate("Still to look at: {left} of {count}.", left=to_see.left, count=len(to_see.lines))
        self.left.setText(words if to_see.left else translate("Every line was looked at."))
        self.left.setVisible(draft is not None and bool(to_see.lines))
        for button, view in self._views.items():
            button.setChecked(self.shown.view is view)
        can = self.asked.wanted is not None
        for button in (self.see_lines, self.see_pages):
            button.setEnabled(can)
        ready = can and draft is not None and not to_see.left and draft.texts == to_see.lines
        self.make.setEnabled(ready and self.asked.is_whole)
        # The one that is to be pressed next.
        looks = to_see.left > 0 and self.shown.view is not View.LINES
        saves = not to_see.left and self.shown.view is not View.MADE
        for button, main in ((self.see_lines, looks), (self.make, saves)):
            if button.property("kind") != (kind := "main" if main else ""):
                button.setProperty("kind", kind)
                button.style().polish(button)
                dress(button, button.property("glyph"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)
        fold_within(self, _STEPS if narrow(self) else _STEPS * 3 // 2, self.steps)

    def write(self, path: Path) -> None:
        """Write the draft that is shown to this file."""
        draft = self.draft
        if draft is not None:
            self.make.setEnabled(False)
            self.answer.tell(lambda: translate("The log is being made and checked…"))
            self.tasks.write(lambda services: services.exchange.write(draft, path), self._tell, self._refuse)

    def _show_known(self, known: Known) -> None:
        fresh = self.shown.view is View.PEOPLE and self.shown.people.person is None and not self.asked.chooses
        self.asked.show_known(known)
        self.shown.sent.put(known.sent, known.zone)
        if not known.people:
            self._see(View.PEOPLE, fresh=True)
            return
        if not fresh:
            self.shown.people.show_person(self.asked.person)
        self._draft_anew()

    def _outdate_draft(self, same_person: bool) -> None:
        """Let nothing be saved until the next draft; who looks at somebody else goes on looking at them."""
        self.draft = None
        self._leads = same_person or self.shown.view in {View.PAGES, View.LINES, View.MADE}
        self.answer.clear()
        self.say()

    def _draft_anew(self) -> None:
        before, self._asked = self._asked, None
        if before is not None:
            before.cancel()
        wanted = self.asked.wanted
        if wanted is None:
            self._see(View.PEOPLE)
            return

        def work(services: Services, progress: Progress) -> LogDraft:
            first, last, recipient, because = wanted
            return services.exchange.draft(first, last, recipient, names_because=because, progress=progress)

        def stopped() -> None:
            # Not where another draft took its place.
            if self._asked is asked:
                self._refuse(StoppedError())

        words = translate("The log is being drafted…")
        self._asked = asked = self.tasks.read_long(words, work, self._show, self._refuse, stopped)

    def _show(self, draft: LogDraft) -> None:
        self.draft, self._asked = draft, None
        self.answer.clear()
        if draft.shares:
            self.answer.tell(lambda: translate("An earlier log has some of these days. So more is hidden here."))
        self.shown.put(draft)
        if self._leads:
            self.shown.see(View.LINES if draft.open else View.PAGES)
        self._leads = False
        self.say()
        if self.shown.view is View.PAGES and self.see_lines.hasFocus():
            # The last line was looked at: what is next has the keys.
            self.make.setFocus()

    def _heed_decision(self) -> None:
        """Make the pages anew when every line was looked at; until then they would change with each."""
        if self.draft is not None and not self.lines.walk.left and self.draft.texts != self.lines.walk.lines:
            self._leads = True
            self._draft_anew()
        self.say()

    def _see(self, view: View, *, fresh: bool = False) -> None:
        self._leads = False
        if view is View.PEOPLE:
            self.shown.people.show_person(None if fresh else self.asked.person)
        self.shown.see(view, bring=True)
        self.say()
        old = self.draft is None or self.draft.texts != self.lines.walk.lines
        if view in {View.PAGES, View.LINES} and old and self._asked is None:
            self._draft_anew()
        if fresh:
            self.shown.people.name.setFocus()

    def _ask_where(self) -> None:
        if self.draft is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        log = self.draft.log
        name = translate("Log {first} to {last}", first=log.first.isoformat(), last=log.last.isoformat())
        self.dialog = dialogs.save_as(self, folder / f"{name}.pdf", "PDF", self.write)

    def _tell(self, made: Outcome[LogMade]) -> None:
        """Show what is read out on the phone."""
        name = made.value.path.name
        self.answer.tell(lambda: translate("Saved as {name}.", name=name))
        self.asked.quiet()
        person = self.asked.person
        self.shown.made.show_made(made.value, person.name if person is not None else "")
        self.shown.see(View.MADE, bring=True)
        self.say()

    def _refuse(self, error: BuurtkamerError) -> None:
        self._asked = None
        self.answer.trouble(error)
        self.say()
