"""The number of a group, typed before a tally button is pressed, and what is briefly said about a press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LONGEST: Final = 6  # letters: more than can be counted at once, so that too many is said and not cut off


class TallyGroup(QLabel):
    """Shows what is typed; `typing` tells whether there is something to wipe."""

    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._words: Callable[[], str] | None = None
        self.setWordWrap(True)

    def type(self, key: str) -> None:
        """Add a digit, or the sign of a number that cannot be."""
        if key == "-":
            self._put("-")
        elif len(self._typed) < _LONGEST:
            self._put("0" if key == "0" and self._typed in {"", "0"} else self._typed.lstrip("0") + key)

    def wipe(self) -> None:
        """Have nothing typed."""
        self._put("")

    def persons(self) -> int:
        """Give how many are counted with the next press; what is no number is none."""
        if not self._typed:
            return 1
        return int(self._typed) if self._typed != "-" else 0

    def typed(self) -> bool:
        """Tell whether a number was typed."""
        return bool(self._typed)

    def tell(self, words: Callable[[], str], kind: str) -> None:
        """Say something until the next key or press; what is typed stays."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self._words = words
        self._show(kind)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say(self) -> None:
        """Write it in the language of the moment."""
        if self._words is not None:
            self.setText(self._words())
        elif self._typed:
            self.setText(translate("Group of {count}", count=self._typed))
        else:
            self.setText(translate("Group: type a number"))
        self.setToolTip(translate("Type how many, then press a button. Esc clears the number."))

    def _put(self, typed: str) -> None:
        if typed == self._typed and self._words is None:
            return
        self._typed, self._words = typed, None
        self.typing.emit(bool(typed))
        self._show("strong" if typed else "soft")

    def _show(self, kind: str) -> None:
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().polish(self)
        self.say()


register(TallyGroup)
