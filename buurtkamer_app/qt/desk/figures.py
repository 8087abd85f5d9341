"""The figures of a day, a week or a month at a glance; each number and each bar opens its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QPushButton

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.desk.counts.records import Choice, Figure
from buurtkamer_app.evaluation.records import Span, WishChoice
from buurtkamer_app.evaluation.rules import beside
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.age_row import AGES
from buurtkamer_app.qt.desk.figure_bars import FigureBars
from buurtkamer_app.qt.desk.figure_button import FigureButton
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.evaluation.records import Glance
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_WORDS: Final = {
    "visits": mark("visits"),
    "named": mark("with name"),
    "anonymous": mark("without name"),
    "children": mark("children"),
    "first_time": mark("first time"),
    "help_asked": mark("help"),
    "wishes_new": mark("wishes"),
    "wish_supports": mark("I want this too"),
}
# What stands in one row where there is room; the other two explain the fills of the picture.
_ROW: Final = tuple(name for name in _WORDS if name not in {"named", "anonymous"})
_SIDES: Final = 22  # pixels of the margins and the border
_EARLIER: Final = {
    Span.DAY: mark("The day before"),
    Span.WEEK: mark("The week before"),
    Span.MONTH: mark("The month before"),
}
_LATER: Final = {Span.DAY: mark("The next day"), Span.WEEK: mark("The next week"), Span.MONTH: mark("The next month")}


class FiguresPanel(Panel):
    """The figures of a period: today until somebody chooses another; each number is in a button of its own name."""

    form: ClassVar[str] = "desk/figures"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "help_asked", "wish", "wish_support", "wish_ending"})
    heading: QLabel
    head: QBoxLayout
    choices: QHBoxLayout
    numbers: QGridLayout
    day: QPushButton
    week: QPushButton
    month: QPushButton
    earlier: QPushButton
    later: QPushButton
    visits: FigureButton
    named: FigureButton
    anonymous: FigureButton
    children: FigureButton  # type: ignore[assignment] # the word of the field; nobody asks this panel for its parts
    first_time: FigureButton
    help_asked: FigureButton
    wishes_new: FigureButton
    wish_supports: FigureButton
    no_visits: QLabel
    ages: QLabel
    endings: QLabel
    by_hour: FigureBars

    names_hidden = Signal(bool)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._span = Span.DAY
        self._on: date | None = None
        self._glance: Glance | None = None
        self._reading: Asked | None = None
        self._again = self._names_hidden = False
        self.day.setChecked(True)
        for span, button in zip(Span, (self.day, self.week, self.month), strict=True):
            button.clicked.connect(lambda _=False, span=span: self.show_period(span))
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(1))
        for name in _WORDS:
            self._button(name).clicked.connect(lambda _=False, name=name: self._open(name))
        self.by_hour.opened.connect(lambda bar: self._open_rows(Choice(bar.first, bar.last, Figure.VISITS, bar.hour)))
        self.by_hour.hide()
        self.no_visits.hide()
        self.ages.hide()
        self.endings.hide()
        self.say()

    def show_period(self, span: Span, on: date | None = None) -> None:
        """Show the day, week or month that a day is in; None is today."""
        self._span, self._on = span, on
        (self.day, self.week, self.month)[list(Span).index(span)].setChecked(True)
        self.say()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide the names of the rows."""
        self._names_hidden = hidden
        self.names_hidden.emit(hidden)

    def refresh(self) -> None:
        """Read the period, but never twice at once: what was counted meanwhile is read with the next."""
        self._again = self._reading is not None and not self._reading.stop.is_set()
        if not self._again:
            span, on = self._span, self._on
            self._reading = self.tasks.read(
                lambda services: services.evaluation.glance(span, on), self._show, self._cannot
            )

    def say(self) -> None:
        for name, word in _WORDS.items():
            self._button(name).write(translate(word))
        self.earlier.setAccessibleName(translate(_EARLIER[self._span]))
        self.later.setAccessibleName(translate(_LATER[self._span]))
        if self._glance is None:
            self.heading.setText(translate("Today so far"))
        else:
            self._say_period(self._glance)

    def minimumSizeHint(self) -> QSize:
        """Ask for the choices' width only, so that resizing finds out what fits beside each other."""
        return QSize(self.choices.minimumSize().width() + _SIDES, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under the heading, and half the numbers under the rest, where there is no room beside."""
        super().resizeEvent(event)
        ways, letters = QBoxLayout.Direction, self.fontMetrics()
        buttons = [self._button(name) for name in _ROW]
        numbers = sum(button.sizeHint().width() + 2 for button in buttons)
        head = self.choices.minimumSize().width() + 4 * letters.height()
        tight = self.width() < max(numbers, head) + _SIDES
        self.head.setDirection(ways.TopToBottom if tight else ways.LeftToRight)
        across = 3 if tight else len(buttons)
        for place, button in enumerate(buttons):
            self.numbers.addWidget(button, place // across, place % across)

    def _button(self, name: str) -> FigureButton:
        button: FigureButton = getattr(self, name)
        return button

    def _show(self, glance: Glance) -> None:
        self._reading = None
        if self._again:
            self.outdate()
        self._glance = glance
        numbers = (("help_asked", glance.help_asked), ("wishes_new", glance.wishes_new))
        sums = ((name, getattr(glance.sums, name)) for name in _WORDS if hasattr(glance.sums, name))
        for name, number in (*sums, *numbers, ("wish_supports", glance.wish_supports)):
            self._button(name).show_number(number)
        self.later.setEnabled(not glance.ongoing)
        self._say_period(glance)

    def _say_period(self, glance: Glance) -> None:
        today = glance.ongoing and glance.span is Span.DAY
        self.heading.setText(translate("Today so far") if today else _name(glance))
        nobody = not glance.sums.visits
        self.no_visits.setVisible(nobody)
        self.by_hour.setVisible(not nobody)
        self.no_visits.setText(
            translate("Nobody was counted yet. Press a button when somebody comes in.")
            if glance.ongoing
            else translate("Nobody was counted then.")
        )
        ages = ((word, glance.by_age[band]) for band, word in AGES.items() if band in glance.by_age)
        self.ages.setText(" · ".join(f"{translate(word)}: {count}" for word, count in ages))
        self.ages.setVisible(bool(glance.by_age))
        self._say_endings(glance)
        self.by_hour.show_bars(glance.span, () if nobody else glance.bars)

    def _say_endings(self, glance: Glance) -> None:
        """Say apart what wishes came to in this period."""
        self.endings.setVisible(bool(glance.endings))
        if glance.endings:
            from buurtkamer_app.printing import words

            self.endings.setText(" · ".join(f"{said}: {count}" for said, count in words.ended(glance.endings)))

    def _go(self, steps: int) -> None:
        if self._glance is not None:
            self.show_period(self._span, beside(self._span, self._glance.first, steps))

    def _open(self, name: str) -> None:
        if (glance := self._glance) is None:
            return
        if name in {"wishes_new", "wish_supports"}:
            self._open_rows(WishChoice(glance.first, glance.last, supports=name == "wish_supports"))
        else:
            self._open_rows(Choice(glance.first, glance.last, Figure(name)))

    def _open_rows(self, choice: Choice | WishChoice) -> None:
        from buurtkamer_app.qt.desk.rows import RowsDialog

        rows = RowsDialog(self.tasks, self, choice, names_hidden=self._names_hidden)
        self.names_hidden.connect(rows.hide_names)
        rows.open()

    def _cannot(self, error: BuurtkamerError) -> None:
        self._reading = None
        self.tasks.troubled.emit(error)


def _name(glance: Glance) -> str:
    if glance.span is Span.WEEK:
        return translate("Week {week}", week=glance.first.isocalendar().week)
    return dates.month(glance.first) if glance.span is Span.MONTH else dates.day_and_month(glance.first)
