"""The week to share: two pictures and two texts, copied for a message or put on a stick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import usual_folder
from buurtkamer_app.qt.pdf_pages import PDFIUM
from buurtkamer_app.qt.printing.shared_picture import SharedPicture
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.sticks import Stick, sticks
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.week_bar import WeekBar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.papers.share import Shared
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_ON_STICK: Final = mark("{name} is on the stick. The stick can come out now.")
_IN_FOLDER: Final = mark("The folder {name} is there now.")
# In lines of type: from which width on the columns, and what is in one of them, stand beside each other.
_ENOUGH: Final = 46
_TEXTS: Final = 32


def make(services: Services, day: date | None) -> Shared:
    """Make what is shared of the week that holds a day; None is this week."""
    from buurtkamer_app.papers.share import shared

    # The pictures are drawn by PDFium, which works for one thread at a time.
    with PDFIUM:
        return shared(services, day or services.room.today())


def put(found: Shared, place: Path) -> Path:
    """Put all four files in a folder of their own; raises as `sheet_file.save_together`."""
    from buurtkamer_app.printing.sheet_file import save_together

    folder = place / found.folder
    save_together(found.files, folder)
    return folder


class ToSharePanel(Panel):
    """Shows what is shared of one week; `find_sticks` gives the sticks that are in this computer."""

    form: ClassVar[str] = "printing/to_share"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "room",
            "former_room",
            "opening_hours",
            "closure",
            "closure_choice",
            "series",
            "changed_date",
            "cancelled_date",
            "sign_up",
            "house_look",
        }
    )
    columns: QBoxLayout
    pictures: QBoxLayout
    texts: QBoxLayout
    weeks: QVBoxLayout
    choices: QVBoxLayout
    week: QLabel
    on_stick: QPushButton
    in_folder: QPushButton
    answer: Sentence
    square: SharedPicture
    upright: SharedPicture
    short_label: QLabel
    short_text: QPlainTextEdit
    copy_short: QPushButton
    long_label: QLabel
    long_text: QPlainTextEdit
    copy_long: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        find_sticks: Callable[[], list[Stick]] = sticks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._find = find_sticks
        self._asked: Asked | None = None
        self.shown: Shared | None = None
        self.stick_buttons: list[QWidget] = []
        self.dialog: QFileDialog | None = None
        self.bar = WeekBar()
        self.weeks.addWidget(self.bar)
        self.bar.moved.connect(self._go)
        self.on_stick.clicked.connect(self._look_for_sticks)
        self.in_folder.clicked.connect(self._ask_where)
        self.copy_short.clicked.connect(lambda: self._copy(long=False))
        self.copy_long.clicked.connect(lambda: self._copy(long=True))
        self.say()

    def show_week(self, day: date | None) -> None:
        """Stand at the week of a day; None is this week."""
        self.bar.day = day
        self._go()

    def refresh(self) -> None:
        """Make pictures and texts on the reading thread, and show them."""
        if self._asked is not None:
            self._asked.cancel()
        day = self.bar.day

        def work(services: Services, _stop: threading.Event) -> Shared:
            return make(services, day)

        words, show = translate("Pictures and texts are being made…"), while_there(self, self._show)
        self._asked = self.tasks.read_long(words, work, show, while_there(self, self.answer.trouble))

    def say(self) -> None:
        """Write the words, and make the texts anew: they are in the language of the moment."""
        self._tell()
        self.outdate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt lets Tab go from a part to one above it only where both stand on a page.
        bar = (self.bar.before, self.bar.now, self.bar.after)
        walk(*bar, self.on_stick, self.in_folder, self.short_text, self.copy_short, self.long_text, self.copy_long)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)
        fold_within(self, _TEXTS, self.pictures, self.texts)

    def _tell(self) -> None:
        for button in (self.on_stick, self.in_folder, self.copy_short, self.copy_long):
            button.setEnabled(self.shown is not None)
        if self.shown is None:
            return
        self.week.setText(dates.week_span(self.shown.monday))
        short, long = self.shown.short.split(), self.shown.long.split()
        self.short_label.setText(translate("For a message, {count} words", count=len(short)))
        self.long_label.setText(translate("For the local paper, {count} words", count=len(long)))

    def _go(self) -> None:
        self.answer.clear()
        self._forget_sticks()
        self.outdate()

    def _show(self, found: Shared) -> None:
        self._asked = None
        if found == self.shown:
            return
        self.shown = None
        self.bar.stands_at(found.monday)
        self.square.show_png(found.square)
        self.upright.show_png(found.upright)
        self.short_text.setPlainText(found.short)
        self.long_text.setPlainText(found.long)
        self.shown = found
        self._tell()

    def _copy(self, *, long: bool) -> None:
        if self.shown is None:
            return
        QGuiApplication.clipboard().setText(self.shown.long if long else self.shown.short)
        self.answer.tell(lambda: translate("The text is copied. Paste it where you want it."))

    def _look_for_sticks(self) -> None:
        self._forget_sticks()
        words = translate("Looking for a stick…")
        then = while_there(self, self._found)
        self.tasks.read_long(words, lambda _, __: self._find(), then, while_there(self, self.answer.trouble))

    def _found(self, found: list[Stick]) -> None:
        """Go on with the one stick that there is, or let one be chosen; without any a folder."""
        if not found:
            self.answer.tell(lambda: translate("There is no stick in this computer. Choose a folder instead."))
            self._ask_where()
        elif len(found) == 1:
            self.put(found[0].path, stick=True)
        else:
            self.answer.tell(lambda: translate("Which stick?"))
            for stick in found:
                button = QPushButton(stick.name.replace("&", "&&"))
                dress(button, "floppy-disk")
                button.clicked.connect(lambda _=False, at=stick.path: self.put(at, stick=True))
                self.choices.addWidget(button)
                self.stick_buttons.append(button)
            walk(self.on_stick, *self.stick_buttons, self.in_folder)
            self.stick_buttons[0].setFocus()

    def _ask_where(self) -> None:
        self.dialog = dialogs.choose_folder(self, usual_folder(), partial(self.put, stick=False))

    def put(self, place: Path, *, stick: bool) -> None:
        """Put all four files on a stick or in a folder, and say it once they are surely there."""
        found = self.shown
        self._forget_sticks()
        if found is None:
            return

        def told(folder: Path) -> None:
            self.answer.tell(lambda: translate(_ON_STICK if stick else _IN_FOLDER, name=folder.name))

        self.answer.tell(lambda: translate("One moment please…"))
        words, trouble = translate("Pictures and texts are being saved…"), while_there(self, self.answer.trouble)
        self.tasks.read_long(words, lambda _, __: put(found, place), while_there(self, told), trouble)

    def _forget_sticks(self) -> None:
        discard(self.choices, self.stick_buttons)
        self.stick_buttons = []
