"""The keys of the room in a list: whose each is, since when, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_keys import HeldAs
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.safekeeping import key_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.safekeeping.keys.records import Holder


class KeyRows:
    """Fills a grid; `gone` is told of a key that must go, `nameless` of one that nobody's name stands with."""

    def __init__(
        self, rows: QGridLayout, gone: Callable[[Holder], object], nameless: Callable[[Holder], object]
    ) -> None:
        self._rows, self._gone, self._nameless = rows, gone, nameless
        self._parts: list[QWidget] = []

    def put(self, holders: Sequence[Holder]) -> None:
        """Show these keys in place of those that stood there."""
        discard(self._rows, self._parts)
        for row, one in enumerate(holders):
            about = QLabel(f"{key_words.holder(one)}\n{key_words.since(one)}")
            about.setWordWrap(True)
            about.setObjectName(f"holder_{row}")
            self._parts += [about, self._buttons(row, one)]

    def place(self, *, small: bool) -> None:
        """Let each button stand beside its key, or under it where there is no room."""
        for number, part in enumerate(self._parts):
            row, right = divmod(number, 2)
            self._rows.addWidget(part, *((2 * row + right, 0) if small else (row, right)))
        self._rows.setColumnStretch(0, 1)

    def _buttons(self, row: int, one: Holder) -> QWidget:
        beside = QFrame()
        column = QHBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        lost = one.held_as is HeldAs.STICK
        away = QPushButton(translate("The stick is lost") if lost else translate("Take away"))
        away.setObjectName(f"take_{row}")
        dress(away, "key" if lost else "user-xmark")
        away.clicked.connect(partial(_tell, self._gone, one))
        buttons = [away]
        if not one.name:
            name = QPushButton(translate("Write down whose it is"))
            name.setObjectName(f"name_{row}")
            dress(name, "pen")
            name.clicked.connect(partial(_tell, self._nameless, one))
            buttons.insert(0, name)
        for button in buttons:
            button.setAccessibleName(f"{button.text()}: {key_words.holder(one)}")
            column.addWidget(button)
        return beside


def _tell(heard: Callable[[Holder], object], one: Holder, *_: object) -> None:
    heard(one)
