"""Lists of the room to a file: which one, of when, as what; it is made away from the window and can be stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QDateEdit, QFrame, QLabel, QPushButton

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.progress import StoppedError
from buurtkamer_app.exchange.lists.out.records import AS_IT_STANDS, ENDINGS, SHAPES, TITLES, WITH_NAMES, Shape, Taken
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

# What each list holds, and what each kind of file is for.
_HOLDS: Final = {
    Taken.VISITORS: mark("Who said that their name may be kept."),
    Taken.HOSTS: mark("Their cards and when they can; numbers only of who agreed."),
    Taken.WISHES: mark("Each wish with its theme and where it stands."),
    Taken.SIGN_UPS: mark("Who signed up for what; older names are gone."),
    Taken.TALLIES: mark("A line for each day, with what people came for."),
    Taken.VISITS: mark("A line for each visit; nobody's name is in it."),
    Taken.PROGRAMME: mark("Each date of each activity, with how many took part."),
}
_NAMES: Final = mark("There are names of people in it.")
_NO_NAMES: Final = mark("No names of visitors are in it.")
_SHAPES: Final = {
    Shape.SPREADSHEET: (mark("Spreadsheet"), mark("Opens in Excel or LibreOffice.")),
    Shape.CSV_DUTCH: (mark("CSV for a Dutch spreadsheet"), mark("With semicolons, and days as 31-12-2026.")),
    Shape.CSV_ISO: (mark("CSV for other programs"), mark("With commas, English heads, and days as 2026-12-31.")),
    Shape.CARDS: (mark("Contact cards"), mark("For a phone or an address book (vCard).")),
    Shape.CALENDAR: (mark("Calendar"), mark("For a phone or a calendar program (iCalendar).")),
}


class TakeOutPanel(Panel):
    """Saves a list; `dialog` is the one in which its place is chosen, while it is open."""

    form: ClassVar[str] = "exchange/take_out"
    kinds: ClassVar[frozenset[str]] = frozenset()
    columns: QBoxLayout
    period: QBoxLayout
    which: QComboBox
    what_words: QLabel
    when: QFrame
    whole: QCheckBox
    days: QFrame
    first: QDateEdit
    last: QDateEdit
    shape: QComboBox
    shape_words: QLabel
    save: QPushButton
    saved: Sentence
    names_words: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self._filled = False
        self.days.hide()
        for taken in Taken:
            self.which.addItem("", taken)
        self._offer()
        self.whole.toggled.connect(self.days.setHidden)
        self.which.currentIndexChanged.connect(self._offer)
        self.shape.currentIndexChanged.connect(self.say)
        self.save.clicked.connect(self._ask_where)
        self.say()

    @property
    def taken(self) -> Taken:
        """Give the list that is chosen."""
        return Taken(self.which.currentData())

    @property
    def chosen(self) -> Shape:
        """Give the kind of file that is chosen."""
        return Shape(self.shape.currentData())

    def refresh(self) -> None:
        """Propose this year, the first time."""
        if not self._filled:
            self._filled = True
            self.tasks.read(lambda services: services.room.today(), self._begin)

    def say(self) -> None:
        for at in range(self.which.count()):
            self.which.setItemText(at, translate(TITLES[Taken(self.which.itemData(at))]))
        for at in range(self.shape.count()):
            self.shape.setItemText(at, translate(_SHAPES[Shape(self.shape.itemData(at))][0]))
        taken = self.taken
        self.what_words.setText(translate(_HOLDS[taken]))
        self.shape_words.setText(translate(_SHAPES[self.chosen][1]))
        self.names_words.setText(translate(_NAMES if taken in WITH_NAMES else _NO_NAMES))
        self.when.setVisible(taken not in AS_IT_STANDS)
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.period)

    def save_to(self, path: Path) -> None:
        """Write the list that is chosen to this file."""
        taken, shape = self.taken, self.chosen
        whole = self.whole.isChecked() or taken in AS_IT_STANDS
        period = None if whole else (as_date(self.first), as_date(self.last))
        self.saved.clear()
        self.save.setEnabled(False)

        def work(services: Services, progress: Progress) -> Path:
            return services.taking_out.take_out(taken, shape, path, period, progress)

        def done(made: Path) -> None:
            self.save.setEnabled(True)
            self.saved.tell(lambda: translate("Saved as {name}.", name=made.name))

        def trouble(error: BuurtkamerError) -> None:
            self.save.setEnabled(True)
            self.saved.trouble(error)

        self.tasks.read_long(
            translate("The list is being made…"),
            work,
            while_there(self, done),
            while_there(self, trouble),
            lambda: while_there(self, trouble)(StoppedError()),
        )

    def _begin(self, today: date) -> None:
        show_day(self.first, today.replace(month=1, day=1))
        show_day(self.last, today)

    def _offer(self) -> None:
        """Offer the kinds of file that this list can be; a kind that was chosen stays where it can."""
        before = self.shape.currentData()
        shapes = SHAPES[self.taken]
        self.shape.blockSignals(True)
        self.shape.clear()
        for shape in shapes:
            self.shape.addItem("", shape)
        self.shape.setCurrentIndex(max(0, self.shape.findData(before)))
        self.shape.blockSignals(False)
        self.say()

    def _ask_where(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        ending = ENDINGS[self.chosen]
        proposed = folder / f"{translate(TITLES[self.taken])}{ending}"
        self.dialog = dialogs.save_as(self, proposed, ending.removeprefix(".").upper(), self.save_to)
