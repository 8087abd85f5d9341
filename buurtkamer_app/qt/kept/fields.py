"""A field of a form as a record has it: its label, what one types or chooses in, and where it may be left out."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.kept.inputs import (
    ChoiceInput,
    DayInput,
    EurosInput,
    HoursInput,
    Input,
    LineInput,
    NumberInput,
    TextInput,
    TickInput,
    TimeInput,
)
from buurtkamer_app.qt.line_high import keep_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

_LINES: Final = 3


class Holds(enum.Enum):
    """What a field holds."""

    LINE = enum.auto()
    TEXT = enum.auto()
    DAY = enum.auto()
    TIME = enum.auto()
    NUMBER = enum.auto()
    EUROS = enum.auto()
    HOURS = enum.auto()
    CHOICE = enum.auto()
    TICK = enum.auto()


_PLAIN: Final[Mapping[Holds, Callable[[Callable[[], object]], Input]]] = {
    Holds.LINE: LineInput,
    Holds.TEXT: TextInput,
    Holds.DAY: DayInput,
    Holds.TIME: TimeInput,
    Holds.EUROS: EurosInput,
    Holds.HOURS: HoursInput,
    Holds.TICK: TickInput,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a record: `name` as in the record, `label` and `hint` message ids.

    `without` is the message id of a tick that leaves a day, a time or a number out (None in the record). A choice is
    one of `choices` (value: message id) or of what `offers` gives (value, the room's own words), read with the list;
    `start` gives, of the services, what an empty form begins with. A number lies within `least` and `most`, and has its
    `unit` (message id) behind it.
    """

    name: str
    label: str
    holds: Holds = Holds.LINE
    hint: str = ""
    without: str = ""
    choices: Mapping[Any, str] = field(default_factory=dict)
    offers: Callable[[Any], Sequence[tuple[Any, str]]] | None = None
    start: Callable[[Any], Any] | None = None
    least: int = 0
    most: int = 9999
    unit: str = ""


class AskedField(QFrame):
    """A label, what one types or chooses in, and where it may be left out a tick for that.

    `altered` comes when somebody types or chooses.
    """

    altered = Signal()

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.start: Any = None
        self.label, self.hint = QLabel(), QLabel()
        self.without: QCheckBox | None = QCheckBox() if asked.without else None
        self.held = self._made()
        self.input = self.held.widget
        if isinstance(self.input, QLineEdit) and asked.holds is Holds.LINE:
            Careful(self.input)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        for label in (self.label, self.hint):
            label.setWordWrap(True)
        self.hint.setProperty("kind", "soft")
        self.label.setBuddy(self.input)
        ticked = asked.holds is Holds.TICK
        between = (self.input, self.hint) if ticked else (self.hint, self.without, self.input)
        for part in (self.label, *between):
            if part is not None:
                stack.addWidget(part)
        self.hint.setVisible(bool(asked.hint))
        self.label.setVisible(not ticked)
        if self.without is not None:
            self.without.toggled.connect(self.input.setHidden)
            self.without.toggled.connect(lambda _: self.altered.emit())
        self.say()
        self.put(None)

    def say(self) -> None:
        """Write the words in the language of the moment."""
        label = translate(self.asked.label)
        self.label.setText(label)
        self.input.setAccessibleName(label)
        if self.asked.hint:
            self.hint.setText(translate(self.asked.hint))
        if self.without is not None:
            self.without.setText(translate(self.asked.without))
        if isinstance(self.input, QCheckBox):
            self.input.setText(label)
        if isinstance(self.input, QSpinBox) and self.asked.unit:
            self.input.setSuffix(f" {translate(self.asked.unit)}")
        if self.asked.choices:
            self.offer([(value, translate(words)) for value, words in self.asked.choices.items()])

    def offer(self, offered: Sequence[tuple[Any, str]]) -> None:
        """Have these to choose from; what was chosen stays when it is among them."""
        if isinstance(self.held, ChoiceInput):
            self.held.offer(offered)

    def put(self, value: Any) -> None:
        """Show a value; None is an empty field, or what the form begins with."""
        value = self.start if value is None else value
        if self.without is not None:
            self.without.setChecked(value is None)
        self.held.put(value)

    def value(self) -> Any:
        """Give what was typed or chosen; raises `RefusedError` for what is no amount."""
        if self.without is not None and self.without.isChecked():
            return None
        return self.held.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a text as high as three lines of the type that is chosen."""
        super().resizeEvent(event)
        if isinstance(self.input, QPlainTextEdit):
            keep_lines(self.input, _LINES)

    def _made(self) -> Input:
        if self.asked.holds is Holds.NUMBER:
            return NumberInput(self.altered.emit, self.asked.least, self.asked.most)
        if self.asked.holds is Holds.CHOICE:
            return ChoiceInput(self.altered.emit)
        return _PLAIN[self.asked.holds](self.altered.emit)
