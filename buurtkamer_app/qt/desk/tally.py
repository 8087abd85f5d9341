"""The tally: four buttons that count, groups by a number typed first, new faces; it works before all else does."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.painted import once_painted
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent, QShortcut

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services

WORDS: Final = {
    Purpose.WALK_IN: mark("Walk in"),
    Purpose.ACTIVITY: mark("Activity"),
    Purpose.HELP: mark("Question or help"),
    Purpose.CHILD: mark("Child"),
}
_LONGEST_GROUP: Final = 3  # digits


def _today(services: Services) -> Mapping[Purpose, int]:
    today = services.room.today()
    return services.desk.figures(today, today).by_purpose


class TallyPanel(Panel):
    """Counts visitors without a name, at the instant that `now` gives (UTC) when the button is pressed.

    A press is handed on at once, whether the store is open or not; it is only shown as counted when it is on disk.
    """

    form: ClassVar[str] = "desk/tally"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit"})
    grid: QGridLayout
    beside: QWidget
    walk_in: TallyButton
    activity: TallyButton
    question: TallyButton
    child: TallyButton
    new_face: QPushButton
    group: QLabel

    def __init__(self, tasks: Tasks[Any], now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._now = now
        self._digits = ""
        self._counted: Mapping[Purpose, int] | None = None
        self._pending: Counter[Purpose] = Counter()
        self._written: Counter[Purpose] = Counter()
        self.buttons = dict(zip(WORDS, (self.walk_in, self.activity, self.question, self.child), strict=True))
        for purpose, button in self.buttons.items():
            button.clicked.connect(lambda _=False, purpose=purpose: self.press(purpose))
        self.escape: QShortcut | None = None
        self._arrange(len(self.buttons))
        self.say()
        once_painted(self, self._hear_keys)

    def press(self, purpose: Purpose) -> None:
        """Count the group that was typed, else one person."""
        from buurtkamer_app.desk.records import Tally

        pressed_at, count = self._now(), int(self._digits or 1)
        children = count if purpose is Purpose.CHILD else 0
        tally = Tally(count, purpose, children, count if self.new_face.isChecked() else 0)
        self._set_group("")
        self.new_face.setChecked(False)
        self._pending[purpose] += count
        self._show_counts()

        def written(_: object) -> None:
            self._written[purpose] += count
            # The number itself is read again by then; till that is here the press stays told apart.

        def refused(error: BuurtkamerError) -> None:
            self._pending[purpose] -= count
            self._show_counts()
            self.tasks.troubled.emit(error)

        self.tasks.write(lambda services: services.desk.tally(tally, at=pressed_at), written, refused)

    def refresh(self) -> None:
        self.tasks.read(_today, self._show)

    def say(self) -> None:
        for number, (purpose, button) in enumerate(self.buttons.items(), 1):
            button.write(translate(WORDS[purpose]), f"F{number}")
        self.new_face.setText(f"{translate('New face')}  F5")
        self._say_group()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many buttons in a row as the size of the type leaves room for."""
        super().resizeEvent(event)
        if self.width() >= self._wide(4) + self.grid.horizontalSpacing() + self.beside.sizeHint().width():
            self._arrange(4)
        else:
            self._arrange(2 if self.width() >= self._wide(2) else 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one button, so that resizing finds out how many fit."""
        return QSize(self._wide(1), super().minimumSizeHint().height())

    def _show(self, counted: Mapping[Purpose, int]) -> None:
        self._counted = counted
        self._pending -= self._written
        self._written.clear()
        self._show_counts()

    def _show_counts(self) -> None:
        for purpose, button in self.buttons.items():
            counted = None if self._counted is None else self._counted.get(purpose, 0)
            button.show_count(counted, self._pending[purpose])

    def _type(self, digit: str) -> None:
        self._set_group((self._digits + digit).lstrip("0")[:_LONGEST_GROUP])

    def _set_group(self, digits: str) -> None:
        if digits == self._digits:
            return
        self._digits = digits
        if self.escape is not None:
            self.escape.setEnabled(bool(digits))
        self.group.setProperty("kind", "strong" if digits else "soft")
        self.group.style().polish(self.group)
        self._say_group()

    def _say_group(self) -> None:
        told = translate("Group of {count}", count=self._digits) if self._digits else translate("Group: type a number")
        self.group.setText(told)
        self.group.setToolTip(translate("Type how many, then press a button. Esc clears the number."))

    def _hear_keys(self) -> None:
        """Hear keys once the panel is seen: making them loads the enumerations of Qt's keys, 20 ms."""
        for number, button in enumerate((*self.buttons.values(), self.new_face), 1):
            self._key(f"F{number}", button.click)
        for digit in "0123456789":
            self._key(digit, functools.partial(self._type, digit))
        self.escape = self._key("Esc", lambda: self._set_group(""))
        self.escape.setEnabled(bool(self._digits))

    def _key(self, key: str, then: Callable[[], object]) -> QShortcut:
        """Let a key work wherever one is on the page, but not while one types; held down it counts once."""
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(then)
        return shortcut

    def _wide(self, count: int) -> int:
        """Give how wide so many buttons beside each other are, in pixels."""
        each = max(button.minimumSizeHint().width() for button in self.buttons.values())
        return count * each + (count - 1) * self.grid.horizontalSpacing()

    def _arrange(self, columns: int) -> None:
        for place, button in enumerate(self.buttons.values()):
            self.grid.addWidget(button, place // columns, place % columns)
        row = 0 if columns == len(self.buttons) else len(self.buttons) // columns
        self.grid.addWidget(self.beside, row, 0 if row else columns, 1, columns if row else 1)
