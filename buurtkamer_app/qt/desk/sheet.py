"""Keying a paper sheet back: its number, its day, and the rows as they stand on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.desk.folding import BUTTONS, fold
from buurtkamer_app.qt.desk.sheet_numbers import SheetNumbers
from buurtkamer_app.qt.desk.sheet_rows import SheetRows
from buurtkamer_app.qt.desk.sign_up_sheet import SignUpSheetDialog
from buurtkamer_app.qt.desk.typed_dialog import TypedDialog
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.sheets.records import KeyedBack, Sheet
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_WIDE: Final = 56  # times the size of type
_LINES: Final = 2
_PLAIN: Final = "0123456789-–/ "
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Found(NamedTuple):
    """A sheet, or why there is none; its day and the hours that it has rows for."""

    sheet: Sheet | None
    trouble: RefusedError | None
    on: date
    today: date
    hours: Sequence[int]


def _look(services: Services, typed: str, on: date | None, *, chosen: bool) -> _Found:
    """Read the sheet of a number; its own day goes before `on`, unless that was chosen for a sheet not yet begun."""
    today, sheet, trouble = services.room.today(), None, None
    if typed.strip():
        try:
            sheet = services.sheets.sheet(typed)
        except RefusedError as error:
            trouble = error
    own = sheet.for_date if sheet is not None and (sheet.entered or not chosen) else None
    day = own if own is not None and own <= today else on or today
    entered, printed = (sheet.entered, sheet.hours) if sheet is not None else ((), ())
    return _Found(sheet, trouble, day, today, services.sheets.hours(day, entered, printed))


class SheetDialog(TypedDialog):
    """Keeps a sheet, half or whole, in one step; an hour that was entered before is shown, locked and told.

    The number of a sign-up sheet opens the lines of that one over it; then the next number can be typed or scanned.
    """

    form: ClassVar[str] = "desk/sheet"
    area: QScrollArea
    inside: QWidget
    head: QBoxLayout
    number: QLineEdit
    day: QDateEdit
    trouble: Sentence
    rows: QGridLayout
    together: QLabel
    wishes: QPlainTextEdit
    numbering: QBoxLayout
    told: Sentence
    foot: QBoxLayout
    keep: QPushButton
    next: QPushButton
    shut: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool = False) -> None:
        super().__init__(tasks, parent, "sheet")
        self._hidden = names_hidden
        self.sign_ups: SignUpSheetDialog | None = None
        self._looked = ""
        self.sheet_rows = SheetRows(self.rows, self.inside, self.typed)
        for name, field in (("number", self.number), ("day", self.day), ("wishes", self.wishes)):
            self.typed.watch(name, field)
        self._shown = False
        self.numbers = SheetNumbers(tasks, self)
        self.numbering.addWidget(self.numbers)
        # As the eye goes: the foot comes last.
        walk(self.wishes, *self.numbers.stops, self.keep, self.next, self.shut)
        for field in (self.number, self.day):
            field.installEventFilter(self)
        self.day.setKeyboardTracking(False)
        self.wishes.setFixedHeight(_LINES * self.wishes.fontMetrics().lineSpacing() + 2 * self.fontInfo().pixelSize())
        self._listen()
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(_WIDE * em, room.width()), round(0.95 * room.height()))
        self.typed.bring_back(self._brought_back)

    def say(self) -> None:
        self.keep.setText(f"{translate('Keep this sheet')}  Ctrl+Enter")
        self.day.setLocale(QLocale(language()))
        self.sheet_rows.say()
        self._sum()

    def done(self, result: int) -> None:
        """Go, and the lines that are open over it with it."""
        if self.sign_ups is not None and isValid(self.sign_ups):
            self.sign_ups.reject()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head)
        fold(self, self.foot, BUTTONS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field, and not press a button."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if watched is self.number:
            # Qt would not say it of the number that was typed before.
            self.number.editingFinished.emit()
        if watched is self.number and self.day.isEnabled():
            self.day.setFocus()
        else:
            self.sheet_rows.start()
        return True

    def _listen(self) -> None:
        self.number.editingFinished.connect(lambda: self._seek() if self.number.text() != self._looked else None)
        self.day.dateChanged.connect(lambda _: self._seek(as_date(self.day), chosen=True) if self._shown else None)
        self.sheet_rows.edited.connect(self._sum)
        self.sheet_rows.ended.connect(self.wishes.setFocus)
        self.keep.clicked.connect(lambda: self._keep(self._seek))
        self.next.clicked.connect(lambda: self._keep(self._turn))
        self.shut.clicked.connect(self.reject)
        self.press_by_keys(self.keep)

    def _brought_back(self) -> None:
        """Show the sheet that was being typed; another number typed now takes the place of that one."""
        self.number.selectAll()
        self._seek(as_date(self.day) if self.number.text() else None, chosen=True)

    def hide_names(self, hidden: bool) -> None:
        """Open sign-up sheets with names or without."""
        self._hidden = hidden

    def _seek(self, on: date | None = None, *, chosen: bool = False) -> None:
        """Read the sheet that is typed; an answer to what was typed before is not wanted any more."""
        if self._gone:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._looked = typed = self.number.text()
        day = on or (as_date(self.day) if self._shown else None)
        self._asked = self._tasks.read(
            lambda services: _look(services, typed, day, chosen=chosen), self._show, self.told.trouble
        )

    def _show(self, found: _Found) -> None:
        if found.sheet is not None and found.sheet.series is not None:
            self._open_lines(found.sheet.number)
            return
        was_in = self.focusWidget()
        entered = found.sheet.entered if found.sheet is not None else ()
        with QSignalBlocker(self.day):
            self.day.setEnabled(not entered)
            show_day(self.day, found.on)
        self._shown = True
        if found.trouble is not None:
            self.trouble.trouble(found.trouble)
        else:
            self.trouble.clear()
            if found.sheet is not None and self._looked.strip(_PLAIN):
                # A hand scanner typed it on another keyboard than it takes this one for.
                self._looked = found.sheet.number
                self.number.setText(self._looked)
        here = next((row.hour for row in self.sheet_rows.rows if was_in in row.cells), None)
        self.sheet_rows.put(found.hours, entered, self.day, self.wishes)
        row = self.sheet_rows.at(here)
        if row is not None and row.entered is None:
            row.cells[0].setFocus()
        elif here is not None or (entered and was_in is self.day):
            self.sheet_rows.start()

    def _open_lines(self, number: str) -> None:
        """Show the lines of a sign-up sheet; what was typed here of another sheet stays."""
        self.number.clear()
        self.number.textEdited.emit("")
        self._looked = ""
        self.trouble.clear()
        self.sign_ups = SignUpSheetDialog(self._tasks, self, number, names_hidden=self._hidden)
        self.sign_ups.finished.connect(lambda _: self.number.setFocus())
        self.sign_ups.open()

    def _sum(self) -> None:
        sums = [row.sums() for row in self.sheet_rows.rows]
        count, children, first_time = (sum(row[column] for row in sums) for column in range(3))
        words = translate(
            "Together: visitors {count}, children {children}, first time {first_time}",
            count=count,
            children=children,
            first_time=first_time,
        )
        self.together.setText(words)

    def _keep(self, then: Callable[[], None]) -> None:
        self.told.clear()
        typed, on, text = self.number.text(), as_date(self.day), self.wishes.toPlainText()
        if not typed.strip():
            self.trouble.trouble(RefusedError("Type the number of the sheet first."))
            self.number.setFocus()
            return
        if (lines := self.sheet_rows.lines(typed)) is None:
            return
        wishes = [NewWish(line, Theme.COMMUNITY, recorded_on=on) for line in text.splitlines() if line.strip()]

        def kept(outcome: Outcome[KeyedBack]) -> None:
            if self._gone:
                return
            self.keep.setEnabled(True)
            self.next.setEnabled(True)
            self.told.tell(lambda: _said(outcome.value, wishes=len(wishes)))
            if self.wishes.toPlainText() == text:
                self.wishes.clear()
            self.sheet_rows.clear({line.hour for line in lines})
            self.typed.forget()
            then()

        self.keep.setEnabled(False)
        self.next.setEnabled(False)
        self._tasks.write(lambda services: services.sheets.enter_all(typed, on, lines, wishes), kept, self._refused)

    def _refused(self, error: BuurtkamerError) -> None:
        if self._gone:
            return
        self.keep.setEnabled(True)
        self.next.setEnabled(True)
        row = self.sheet_rows.at(error.values.get("hour"))
        if row is not None:
            row.refuse(error)
        else:
            self.told.trouble(error)

    def _turn(self) -> None:
        """Take the next sheet; its day is most often the same."""
        self.number.clear()
        self.sheet_rows.clear()
        self._seek(chosen=True)
        self.number.setFocus()
        self.area.ensureWidgetVisible(self.number)


def _said(kept: KeyedBack, *, wishes: int) -> str:
    """Say what was kept, and each hour that stood there before."""
    done = translate("Sheet {number} is kept.", number=kept.number)
    said = [done if kept.new or wishes else translate("Nothing was changed.")]
    for entry in kept.known:
        several = mark("Hour {hour} of sheet {number} was entered before: {count} visitors.")
        one = mark("Hour {hour} of sheet {number} was entered before: 1 visitor.")
        message = one if entry.count == 1 else several
        said.append(translate(message, hour=entry.hour, number=kept.number, count=entry.count))
    return " ".join(said)
