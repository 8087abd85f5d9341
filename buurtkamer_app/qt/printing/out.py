"""What becomes of the sheet that is shown: paper, a file, or a look at it in the viewer of this computer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.records import Per
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.printers import Way
from buurtkamer_app.qt.printing.numbering import Numbering
from buurtkamer_app.qt.printing.printer_choice import PrinterDialog
from buurtkamer_app.qt.printing.viewing import Viewing, open_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.printing.making import Seen
    from buurtkamer_app.qt.tasks import Tasks


class OutPart(Form):
    """Prints and keeps the sheet that it was given; what is pressed before it is there is done when it is.

    `whole_week` asks for all sheets of the week.
    """

    form: ClassVar[str] = "printing/out"
    print_now: QPushButton
    said: QVBoxLayout
    choose: QPushButton
    keep: QPushButton
    look: QPushButton
    all_of_week: QPushButton

    whole_week = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen: Seen | None = None
        self._pressed: Callable[[], None] | None = None
        self.papers, self.viewing = Papers(tasks, offers=False), Viewing()
        self.said.addWidget(self.papers)
        self._numbering = Numbering(tasks, self)
        self.dialog: PrinterDialog | None = None
        self.papers.out.connect(self._numbering.came_out)
        self.papers.ended.connect(lambda: self.print_now.setEnabled(True))
        self.print_now.clicked.connect(lambda: self._when_seen(partial(self._print, Way())))
        self.choose.clicked.connect(lambda: self._when_seen(self._choose))
        self.keep.clicked.connect(lambda: self._when_seen(self._keep))
        self.look.clicked.connect(lambda: self._when_seen(self._look))
        self.all_of_week.clicked.connect(self.whole_week)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab goes to, in order."""
        return self.print_now, self.choose, self.keep, self.look, self.all_of_week

    def wait(self) -> None:
        """Hear that another sheet is being made."""
        self._seen = None

    def start(self, kind: SheetKind | None) -> None:
        """Hear that somebody looks at another kind of sheet, or at none: what was said of the last one goes."""
        self._seen = self._pressed = None
        if kind is not None:
            self._offer(kind, guarded=kind.private)
        if not self.papers.busy:
            self.papers.clear()

    def put(self, seen: Seen) -> None:
        """Hear which sheet is shown now."""
        self._seen = seen
        self.papers.guarded = seen.kind.guarded(seen.wanted.choices)
        self._offer(seen.kind, guarded=self.papers.guarded)
        if self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            pressed()

    def _offer(self, kind: SheetKind, *, guarded: bool) -> None:
        # What lies in a file of its own has no names, and no paper without a number comes of it.
        self.look.setHidden(guarded or bool(kind.giver))
        self.all_of_week.setVisible(kind.per is Per.WEEK and kind.weekly)

    def _when_seen(self, do: Callable[[], None]) -> None:
        if self._seen is None:
            self._pressed = do
        else:
            do()

    def _sheets(self, copies: int, then: Callable[[list[Made]], None]) -> None:
        """Give what is shown, with a number on every paper where it gets one."""
        if self._seen is None:
            return
        kind, asked = self._seen.kind, self._seen.wanted
        if kind.giver:
            self.papers.show()
            self._numbering.make(kind, asked, copies, then, self._failed)
        else:
            then([self._seen.made])

    def _failed(self, error: BuurtkamerError) -> None:
        self.print_now.setEnabled(True)
        self.papers.answer.trouble(error)

    def _print(self, way: Way) -> None:
        seen = self._seen
        if seen is None or self.papers.busy:
            return
        self.print_now.setEnabled(False)
        way = replace(way, grey=seen.wanted.choices.ink is Ink.BLACK)
        # Two papers with one number would be counted once: every copy of such a sheet is one of its own.
        each = replace(way, copies=1) if seen.kind.giver else way
        self._sheets(way.copies, lambda sheets: self.papers.put_on(sheets, each))

    def _choose(self) -> None:
        if self._seen is None:
            return
        self.dialog = PrinterDialog(self._seen.made.sides, self)
        self.dialog.decided.connect(self._print)
        self.dialog.unprinted.connect(self._keep)
        self.dialog.open()

    def _keep(self) -> None:
        self._sheets(1, lambda sheets: self.papers.ask_where(sheets[0]))

    def _look(self) -> None:
        if self._seen is None:
            return
        made = self._seen.made

        def put(_services: object, _stop: object) -> Path:
            return self.viewing.put(made.name, made.pdf)

        words = translate("The sheet is being saved…")
        self.papers.show()
        trouble = self.papers.answer.trouble
        self._tasks.read_long(words, put, while_there(self, self._open), while_there(self, trouble))

    def _open(self, path: Path) -> None:
        opens = open_file(path)
        self.papers.answer.tell(_opens if opens else _opens_not)


def _opens() -> str:
    return translate("The sheet opens in another window.")


def _opens_not() -> str:
    return translate("This computer cannot show it. Save it as a PDF instead.")
