"""Who is inside: how many, the names, the hosts; printed at once for an evacuation, and with who goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.inside import InsideNow, look
from buurtkamer_app.papers.inside import inside as sheet
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.desk.inside_row import InsideRow
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    import threading
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class InsideDialog(DialogForm):
    """Shows who is inside and keeps up with who comes and goes; with nobody signed in only how many."""

    form: ClassVar[str] = "desk/inside"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "visitor", "day", "sign_on", "desk_setting", "host"})
    count: QLabel
    knows: QLabel
    children_too: QLabel
    hosts: QLabel
    by_name: QLabel
    rows: QVBoxLayout
    show_names: QPushButton
    print_now: QPushButton
    back: QPushButton
    answer: Sentence
    out: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None,
        *,
        names_hidden: bool,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._names_hidden = names_hidden
        self._now: InsideNow | None = None
        self._shown: list[QWidget] = []
        self._went: int | None = None
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        self.print_now.clicked.connect(self._print)
        self.show_names.clicked.connect(lambda: self.hide_names(hidden=False))
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look_again)
        # As large as large type needs, and no larger than the screen.
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(40 * line, room.width() - 2 * line), min(32 * line, room.height() - 2 * line))
        self.say()
        self.refresh()

    def refresh(self) -> None:
        """Read who is inside, and show it."""
        self._tasks.read(look, self._show)

    def hide_names(self, hidden: bool) -> None:
        """Show how many only, until somebody asks for the names."""
        self._names_hidden = hidden
        self.say()

    def say(self) -> None:
        now = self._now
        discard(self.rows, self._shown)
        known = now is not None and bool(now.inside.named)
        self.by_name.setVisible(known and not self._names_hidden)
        self.show_names.setVisible(self._names_hidden and now is not None and bool(now.inside.named or now.hosts))
        self.print_now.setEnabled(now is not None)
        for label in (self.children_too, self.hosts):
            label.hide()
        if now is None:
            return
        self.count.setText(str(now.inside.everybody))
        self.knows.setText(f"{now.inside.told().say()} ({dates.clock(now.at.time())})")
        if now.inside.children:
            self.children_too.setText(translate("{count} of them are children.", count=now.inside.children))
            self.children_too.show()
        if now.hosts and not self._names_hidden:
            self.hosts.setText(translate("Hosts who are on: {names}", names=", ".join(now.hosts)))
            self.hosts.show()
        if not self._names_hidden:
            self._list(now)

    def _list(self, now: InsideNow) -> None:
        for one in now.inside.named:
            since = one.since.astimezone(now.at.tzinfo).time()
            row = InsideRow(one.name, one.hint, since, leaving=now.inside.leaving)
            row.goes.clicked.connect(partial(self._leave, one.id))
            self.rows.addWidget(row)
            row.show()
            self._shown.append(row)
        if self._went is not None:
            self._focus_near(self._went)

    def _focus_near(self, place: int) -> None:
        """Let the keys go on where somebody was taken off the list."""
        self._went = None
        rows = [row for row in self._shown if isinstance(row, InsideRow)]
        (rows[min(place, len(rows) - 1)].goes if rows else self.back).setFocus()

    def _show(self, now: InsideNow) -> None:
        self._now = now
        self.say()

    def _look_again(self, change: Change) -> None:
        if change.kinds & self.kinds:
            self.refresh()

    def _leave(self, visitor: UUID, _checked: bool = False) -> None:  # noqa: FBT002 - the signal gives it
        keys = [one.id for one in self._now.inside.named] if self._now is not None else []
        self._went = keys.index(visitor) if visitor in keys else None
        self.answer.clear()
        self._tasks.write(lambda services: services.arrivals.leave(visitor), lambda _: None, self.answer.trouble)

    def _print(self) -> None:
        self.answer.clear()

        def work(services: Services, _stop: threading.Event) -> Made:
            return sheet(services)

        words, trouble = translate("The sheet is being made…"), while_there(self, self.answer.trouble)
        self._tasks.read_long(words, work, while_there(self, self._put_on), trouble)

    def _put_on(self, made: Made) -> None:
        self.papers.put_on([made])
