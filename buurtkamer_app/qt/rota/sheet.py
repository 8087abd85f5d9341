"""A sheet of the rota before it is printed: what is seen is the print and the file; numbers only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

# In sizes of type: how large the dialog wants to be.
_WIDE: Final = 46
_HIGH: Final = 44
_ENOUGH: Final = 34  # lines of type in width for the buttons beside each other


def week_sheet(day: date) -> Callable[[Services, bool], Made]:
    """Give what makes the rota of the week that holds a day, with phone numbers or without."""

    def make(services: Services, phones: bool) -> Made:
        from buurtkamer_app.papers import rota
        from buurtkamer_app.papers.records import Choices, Wanted

        return rota.week(services, Wanted(day, Choices(numbers=phones)))

    return make


def month_sheet(day: date) -> Callable[[Services, bool], Made]:
    """Give what makes the rota of the month that holds a day."""

    def make(services: Services, phones: bool) -> Made:
        from buurtkamer_app.papers import rota
        from buurtkamer_app.papers.records import Choices, Wanted

        return rota.month(services, Wanted(day, Choices(numbers=phones)))

    return make


def own_sheet(host: UUID, first: date, last: date) -> Callable[[Services, bool], Made]:
    """Give what makes the list of one host."""

    def make(services: Services, _phones: bool) -> Made:
        from buurtkamer_app.papers import rota

        return rota.own(services, host, first, last)

    return make


class SheetDialog(DialogForm):
    """Shows one sheet; `make` gives it, with phone numbers when its second value is true.

    `phones` is whether there may be numbers on it at all: for the coordinator, for the back room.
    """

    form: ClassVar[str] = "rota/sheet"
    heading: QLabel
    about: QLabel
    view_slot: QVBoxLayout
    out: QVBoxLayout
    told: Sentence
    foot: QBoxLayout
    back: QPushButton
    phones: QPushButton
    save_it: QPushButton
    print_it: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        make: Callable[[Services, bool], Made],
        parent: QWidget,
        *,
        phones: bool,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._work = tasks, make
        self.sheet: Made | None = None
        self.view, self.papers = PaperView(), Papers(tasks)
        self.view_slot.addWidget(self.view)
        self.out.addWidget(self.papers)
        self.phones.setVisible(phones)
        self.phones.toggled.connect(self._make)
        self.print_it.clicked.connect(lambda: self.papers.put_on([self.sheet] if self.sheet else []))
        self.save_it.clicked.connect(lambda: self.papers.ask_where(self.sheet) if self.sheet else None)
        self.back.clicked.connect(self.reject)
        walk(self.view.closer, self.view.back, self.view.on, self.back, self.phones, self.save_it, self.print_it)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(_WIDE * em, room.width()), min(_HIGH * em, round(0.95 * room.height())))
        self._make()

    def say(self) -> None:
        self.setWindowTitle(translate("On paper"))
        self.heading.setText(self.sheet.name if self.sheet is not None else translate("On paper"))
        with_numbers = self.phones.isChecked()
        self.about.setText(translate("With phone numbers: for the back room only.") if with_numbers else "")
        self.about.setVisible(with_numbers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.foot)

    def _make(self) -> None:
        self.sheet = None
        for button in (self.print_it, self.save_it):
            button.setEnabled(False)
        self.say()
        with_numbers, make = self.phones.isChecked(), self._work

        def work(services: Services, _stop: threading.Event) -> Made:
            return make(services, with_numbers)

        words = translate("The sheet is being made…")
        self._tasks.read_long(words, work, while_there(self, self._show), while_there(self, self.told.trouble))

    def _show(self, sheet: Made) -> None:
        self.sheet = sheet
        for button in (self.print_it, self.save_it):
            button.setEnabled(True)
        self.view.show_pdf(self._tasks, sheet.pdf)
        self.say()
