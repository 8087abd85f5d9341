"""Who is inside: how many, the names, the hosts; printed at once for an evacuation, and with who goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, dialogs, printer
from buurtkamer_app.qt.desk.inside_row import InsideRow
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.arrivals.records import Inside
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class InsideNow:
    """Who is inside, and who of the hosts is on, at a moment of the room's clock."""

    inside: Inside
    hosts: tuple[str, ...]
    at: datetime


def look(services: Services) -> InsideNow:
    """Read who is inside; the hosts by name for who is signed in only."""
    from buurtkamer_app.base.roles import Role

    on = tuple(dict.fromkeys(services.rota.on_now()))
    hosts: tuple[str, ...] = ()
    if services.store.actor.role >= Role.HOST:
        hosts = tuple(sorted(services.people.host(key).name for key in on))
    return InsideNow(replace(services.arrivals.inside(), hosts=len(on)), hosts, services.room.now())


def make(services: Services) -> bytes:
    """Make the sheet of this moment."""
    from buurtkamer_app.printing.inside_sheet import inside_sheet

    now = look(services)
    return inside_sheet(services.room.facts(), now.inside, now.hosts, now.at)


def save(pdf: bytes, path: Path) -> Path:
    """Write the sheet to a file; raises as `sheet_file.save`."""
    from buurtkamer_app.printing import sheet_file

    sheet_file.save(pdf, path)
    return path


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

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None,
        *,
        names_hidden: bool,
        usual_printer: Callable[[], QPrinter | None] = printer.usual_printer,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._usual_printer = usual_printer
        self._names_hidden = names_hidden
        self._now: InsideNow | None = None
        self._shown: list[QWidget] = []
        self._went: int | None = None
        self.dialog: QFileDialog | None = None
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
        self.answer.tell(lambda: translate("The sheet is being made…"))

        def work(services: Services, _stop: threading.Event) -> bytes:
            return make(services)

        self._tasks.read_long(translate("The sheet is being made…"), work, self._put_on, self.answer.trouble)

    def _put_on(self, pdf: bytes) -> None:
        found = self._usual_printer()
        if found is None:
            self.answer.tell(lambda: translate("This computer has no printer. Save the sheet as a PDF instead."))
            self._ask_where(pdf)
            return
        job = printer.PrintJob(found, pdf)
        job.printed.connect(partial(self._tell, "The sheet went to the printer."))
        job.failed.connect(self.answer.trouble)
        job.start()

    def _tell(self, message: str) -> None:
        self.answer.tell(lambda: translate(message))

    def _ask_where(self, pdf: bytes) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog = dialogs.save_as(
            self, folder / f"{translate('Who is inside')}.pdf", "PDF", partial(self.save, pdf)
        )

    def save(self, pdf: bytes, path: Path) -> None:
        """Keep the sheet as a PDF where there is no printer."""
        self._tasks.read_long(
            translate("The sheet is being saved…"), lambda _, __: save(pdf, path), self._saved, self.answer.trouble
        )

    def _saved(self, path: Path) -> None:
        self.answer.tell(lambda: translate("Saved as {name}. Print it, then remove the file.", name=path.name))
