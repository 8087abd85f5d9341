"""A gentle line under a field in which somebody types: this seems to be what is never written down of a person."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QLineEdit, QPlainTextEdit, QWidget

from buurtkamer_app.base.i18n import mark, translate

_PAUSE: Final = 500  # milliseconds: nobody is warned of half a word
_MOST: Final = 20_000
# A field that itself says that a number is refused has this property.
REFUSES: Final = "refuses_numbers"
_NUMBER: Final = mark("This looks like a citizen service number. Take it out.")
WORDS: Final = {
    "identity": mark("This is about an identity paper. Do not write that down."),
    "origin": mark("This is about where somebody comes from. Leave it out."),
    "religion": mark("This is about somebody's religion. Leave it out."),
    "politics": mark("This is about somebody's politics. Leave it out."),
    "orientation": mark("This is about whom somebody loves. Leave it out."),
    "health": mark("This looks like a diagnosis. Rather write what you saw."),
    "criminal": mark("This looks like a criminal record. Leave it out."),
}


def warnings(text: str, *, numbers: bool = True) -> list[str]:
    """Give what to say about a text (message ids), nothing for most of them."""
    from buurtkamer_app.desk.concerns.rules import holds_citizen_number
    from buurtkamer_app.people.careful import delicate

    found = [_NUMBER] if numbers and holds_citizen_number(text[:_MOST]) else []
    return found + [WORDS[kind.value] for kind in delicate(text)]


class Careful(QObject):
    """Watches one field; the line stands under it while there is something to say, and never stops anybody."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self.line: QLabel | None = None
        self.said: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        field.textChanged.connect(self._begin)

    def _begin(self) -> None:
        """Wait for a pause; what is empty needs no line at once."""
        if self._text():
            self._pause.start()
        else:
            self._pause.stop()
            self._say([])

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _look(self) -> None:
        if not self._field.isReadOnly():
            self._say(warnings(self._text(), numbers=not self._field.property(REFUSES)))

    def _say(self, said: list[str]) -> None:
        if said == self.said:
            return
        self.said = said
        if self.line is None:
            self.line = _under(self._field)
        if self.line is not None:
            self.line.setText("\n".join(map(translate, said)))
            self.line.setVisible(bool(said) and not self._field.isHidden())
        self._field.setAccessibleDescription(" ".join(map(translate, said)))


def _under(field: QWidget) -> QLabel | None:
    """Put a line into the nearest column that holds the field, below it; None where there is no column."""
    item: QWidget | QLayout | None = field
    while item is not None:
        holder = _layout_of(item)
        if isinstance(holder, QBoxLayout) and holder.direction() == QBoxLayout.Direction.TopToBottom:
            line = _Line(field)
            place = holder.indexOf(item) + 1
            holder.insertWidget(place, line)
            return line
        if isinstance(holder, QLayout):
            outer = holder.parent()
            item = holder if isinstance(outer, QLayout) else holder.parentWidget()
        else:
            item = item.parentWidget()
    return None


def _layout_of(item: QWidget | QLayout) -> QLayout | None:
    """Give the layout in which something stands itself."""
    if isinstance(item, QLayout):
        outer = item.parent()
        return outer if isinstance(outer, QLayout) else None
    above = item.parentWidget()
    if above is None:
        return None
    return next((each for each in above.findChildren(QLayout) if each.indexOf(item) >= 0), None)


class _Line(QLabel):
    """The line; it goes with its field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "warning")
        self.setWordWrap(True)
        self.setObjectName("careful")
        self.hide()
        field.destroyed.connect(self.deleteLater)
