"""The times of a week as a grid: a press goes on from gladly to rather not, only if it must be, and not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.times import said
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.people.times_reading import how_often
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.people.times_reading import HostNow
    from buurtkamer_app.qt.tasks import Tasks

# Word in the grid, icon, and the colour of the stylesheet; in the order in which a press goes on.
STATES: Final[dict[Willing | None, tuple[str, str, str]]] = {
    Willing.CAN: (mark("Can"), "check", "can"),
    Willing.RATHER_NOT: (mark("Rather not"), "hand", "rather_not"),
    Willing.LAST_RESORT: (mark("If it must be"), "triangle-exclamation", "last_resort"),
    None: (mark("Cannot"), "xmark", "cannot"),
}
_ORDER: Final = list(STATES)


class TimesGrid(Form):
    """Weekdays down, parts of the day across; with `own` it is only to read, by the host whose times they are.

    Where large type leaves no room for that, every part of every day has a row of its own.
    """

    form: ClassVar[str] = "people/times"
    title: QLabel
    about: QLabel
    grid: QGridLayout
    legend: QLabel
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None, *, own: bool = False) -> None:
        super().__init__(parent)
        self._tasks, self._own = tasks, own
        self._now: HostNow | None = None
        self._heads: dict[tuple[int | None, DayPart | None], QLabel] = {}
        self._writing = 0
        self._under = False
        self.cells: dict[tuple[int, DayPart], QPushButton] = {}
        self._states: dict[tuple[int, DayPart], Willing | None] = {}
        self.say()

    def put(self, now: HostNow) -> None:
        """Show the times of a host; a press that is still being written is not taken back meanwhile."""
        before, self._now = self._now, now
        asked = {(weekday, part) for weekday in now.weekdays for part in now.parts}
        if asked != self.cells.keys():
            self._build(now)
        if before is None or before.times.host != now.times.host:
            self._writing = 0
            self.answer.clear()
        if self._writing == 0:
            usual = {(time.weekday, time.part): time.willing for time in now.times.usual}
            self._states = {moment: usual.get(moment) for moment in self.cells}
        self.say()

    def say(self) -> None:
        self.about.setText(
            translate("Not right any more? Tell the coordinator.")
            if self._own
            else translate("Press to go on: can, rather not, if it must be, cannot.")
        )
        legend = translate("If it must be: only when the place would stay open otherwise.")
        fixed = self._now.fixed if self._now is not None and self._own else ()
        shifts = [f"{said.moment(one.weekday, one.part)} ({how_often(one.every)})" for one in fixed]
        self.legend.setText(
            "\n".join([legend, translate("Fixed: {shifts}.", shifts=", ".join(shifts))] if shifts else [legend])
        )
        for (weekday, part), head in self._heads.items():
            head.setText(_head_words(weekday, part))
        for moment in self.cells:
            self._say_cell(moment)

    def _build(self, now: HostNow) -> None:
        discard(self.grid, [*self.cells.values(), *self._heads.values()])
        self.cells.clear()
        self._heads.clear()
        for part in now.parts:
            self._head(None, part)
        for weekday in now.weekdays:
            self._head(weekday, None)
            for part in now.parts:
                self._head(weekday, part)
                cell = self.cells[weekday, part] = QPushButton(self)
                cell.setObjectName(f"time {weekday} {part}")
                if self._own:
                    cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                    cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                else:
                    cell.clicked.connect(lambda _=False, moment=(weekday, part): self._press(moment))
        self._arrange(now)

    def _head(self, weekday: int | None, part: DayPart | None) -> None:
        head = self._heads[weekday, part] = QLabel(self)
        head.setProperty("kind", "strong")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._now is not None and self._under != narrow(self):
            self._arrange(self._now)

    def _arrange(self, now: HostNow) -> None:
        """Put the parts of a day beside each other, or under each other where there is no room."""
        self._under = under = narrow(self)
        for column, part in enumerate(now.parts, 1):
            self.grid.addWidget(self._heads[None, part], 0, column)
            self.grid.setColumnStretch(column, 1 if column == 1 or not under else 0)
        for row, weekday in enumerate(now.weekdays):
            self.grid.addWidget(self._heads[weekday, None], row + 1, 0)
            for column, part in enumerate(now.parts):
                place = (row * len(now.parts) + column + 1, 1) if under else (row + 1, column + 1)
                self.grid.addWidget(self._heads[weekday, part], place[0], 0)
                self.grid.addWidget(self.cells[weekday, part], *place)
        for of, head in self._heads.items():
            head.setVisible(under == (None not in of))

    def _say_cell(self, moment: tuple[int, DayPart]) -> None:
        cell = self.cells[moment]
        words, glyph, colour = STATES[self._states.get(moment)]
        fixed = self._fixed(moment)
        word = translate(words)
        cell.setText(translate("{how}, fixed", how=word) if fixed else word)
        cell.setAccessibleName(": ".join((said.moment(*moment), cell.text())))
        cell.setAccessibleDescription(fixed)
        if cell.property("willing") != colour:
            cell.setProperty("willing", colour)
            dress(cell, glyph)
            cell.style().polish(cell)

    def _fixed(self, moment: tuple[int, DayPart]) -> str:
        """Say what is agreed for a moment, nothing when nothing is."""
        agreed = self._now.fixed if self._now is not None else ()
        return ", ".join(how_often(one.every) for one in agreed if (one.weekday, one.part) == moment)

    def _press(self, moment: tuple[int, DayPart]) -> None:
        if self._now is None:
            return
        host, (weekday, part) = self._now.times.host, moment
        willing = _ORDER[(_ORDER.index(self._states[moment]) + 1) % len(_ORDER)]
        self._states[moment] = willing
        self._writing += 1
        self.answer.clear()
        self._say_cell(moment)

        def written(_: object) -> None:
            self._writing = max(0, self._writing - 1)

        self._tasks.write(
            lambda s: s.times.set_usual(host, weekday, part, willing),
            while_there(self, written),
            while_there(self, self._refused),
        )

    def _refused(self, error: BuurtkamerError) -> None:
        self._writing = 0
        self.answer.trouble(error)
        if self._now is not None:
            self.put(self._now)


def _head_words(weekday: int | None, part: DayPart | None) -> str:
    """Say what a row or column is of: a day, a part of every day, or a part of one day."""
    if weekday is None:
        return translate(PARTS[part]) if part is not None else ""
    words = dates.weekday(weekday) if part is None else said.moment(weekday, part)
    return words[:1].upper() + words[1:]
