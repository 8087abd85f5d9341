"""Lines of the list "bel terug" that stand together on a card: what to say, and who is told it with four buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import ToldHow
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from datetime import tzinfo
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.wishes.telling.records import Telling, ToTell

_ENOUGH: Final = 46  # heights of a line of type: what a name with four buttons beside it needs
HOW: Final = {
    ToldHow.PHONE: (mark("Phoned"), "phone"),
    ToldHow.IN_PERSON: (mark("Said in person"), "comment"),
    ToldHow.NOTE: (mark("Left a note"), "note-sticky"),
}


class Pressed(NamedTuple):
    """What was pressed: for these lines how they were told (None: nobody answered), `persons` for one of several."""

    tellings: tuple[UUID, ...]
    how: ToldHow | None
    persons: int | None = None


class ToldLine(QWidget):
    """One person, or some without a name; `pressed` gives what became of telling them."""

    pressed = Signal(object)

    def __init__(self, who: str, spoken: str, tellings: tuple[Telling, ...], zone: tzinfo | None) -> None:
        super().__init__()
        self._keys = tuple(one.id for one in tellings)
        self._spoken = spoken
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._row.addLayout(words, 1)
        self.who = _label(who, "strong")
        words.addWidget(self.who)
        tried = max((one.tried_at for one in tellings if one.tried_at is not None), default=None)
        if tried is not None:
            said = translate("Nobody answered on {day}.", day=dates.day_and_month(tried.astimezone(zone).date()))
            words.addWidget(_label(said, "soft"))
        if len(tellings) == 1 and not (tellings[0].name or tellings[0].contact) and tellings[0].persons > 1:
            self._offer(translate("One was told"), "user-check", Pressed(self._keys, ToldHow.IN_PERSON, 1))
            self._offer(translate("All were told"), "check", Pressed(self._keys, ToldHow.IN_PERSON))
            return
        for how, (message, glyph) in HOW.items():
            self._offer(translate(message), glyph, Pressed(self._keys, how))
        if tellings[0].name or tellings[0].contact:
            self._offer(translate("Not reached"), "xmark", Pressed(self._keys, None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self._row)

    def _offer(self, words: str, glyph: str, given: Pressed) -> None:
        button = QPushButton(words)
        dress(button, glyph)
        button.setAccessibleName(f"{words}: {self._spoken}")
        button.clicked.connect(partial(self._press, given))
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(button)

    def _press(self, given: Pressed, _checked: bool = False) -> None:  # noqa: FBT002 - the signal gives it
        self.pressed.emit(given)


class GroupCard(QFrame):
    """A card of the list: one thing that several people are told, or all that one person is told."""

    pressed = Signal(object)

    def __init__(self, group: ToTell, zone: tzinfo | None, *, names_hidden: bool) -> None:
        from buurtkamer_app.printing.news import about, sentence

        super().__init__()
        self.setProperty("kind", "card")
        self.lines: list[ToldLine] = []
        self._hidden = names_hidden
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 12)
        self._column.setSpacing(8)
        self._zone = zone
        said = list(dict.fromkeys(sentence(one.news) for one in group.tellings))
        for words in said:
            self._column.addWidget(_label(translate("Say: {words}", words=words), "heading"))
        first = group.tellings[0]
        if not group.person and not names_hidden and (told := about(first.news)) not in said[0]:
            self._column.addWidget(_label(told, "soft"))
        if group.person or group.contact:
            self._line(group.tellings)
        else:
            for one in group.tellings:
                self._line((one,))
        if len(self.lines) > 1:
            self._all(group)

    def _line(self, tellings: tuple[Telling, ...]) -> None:
        who = self._who(tellings[0])
        line = ToldLine(who, who, tellings, self._zone)
        line.pressed.connect(self.pressed)
        self._column.addWidget(line)
        self.lines.append(line)

    def _all(self, group: ToTell) -> None:
        button = QPushButton(translate("All of these were told"))
        dress(button, "check")
        keys = tuple(one.id for one in group.tellings)
        button.clicked.connect(lambda: self.pressed.emit(Pressed(keys, ToldHow.IN_PERSON)))
        row = QHBoxLayout()
        row.setDirection(QBoxLayout.Direction.LeftToRight)
        row.addStretch(1)
        row.addWidget(button)
        self._column.addLayout(row)

    def _who(self, one: Telling) -> str:
        from buurtkamer_app.printing.call_list import nameless

        if not (one.name or one.contact):
            return nameless(one.persons)
        if self._hidden:
            return translate("Somebody")
        return " · ".join(part for part in (one.name, one.contact) if part)


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
