"""The shifts that somebody new joins: which ones, along with whom, done or still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.people.shift_words import shift
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.learning.records import Joined, ToJoin
    from buurtkamer_app.rota.records import ShiftKey


class GoingAlong(Form):
    """`turned` is emitted when a shift was added or taken away; each is an undo step of its own."""

    form: ClassVar[str] = "people/going_along"
    about: QLabel
    rows: QGridLayout
    choice_label: QLabel
    choice: QComboBox
    answer: Sentence
    join: QPushButton

    turned = Signal()

    def __init__(self, tasks: Tasks[Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._host: UUID | None = None
        self._joined: tuple[Joined, ...] = ()
        self._to_join: tuple[ToJoin, ...] = ()
        self._choices: list[tuple[ShiftKey, UUID]] = []
        self._parts: list[QWidget] = []
        self.join.clicked.connect(self._join)
        self.say()

    def put(self, host: UUID | None, joined: Sequence[Joined], to_join: Sequence[ToJoin]) -> None:
        """Show what somebody joins, and what they could."""
        self._host, self._joined, self._to_join = host, tuple(joined), tuple(to_join)
        self.say()

    def say(self) -> None:
        self._say_joined()
        place = self.choice.currentIndex()
        self.choice.clear()
        self._choices = [(one.key, host) for one in self._to_join for host, _name in one.hosts]
        for one in self._to_join:
            for _host, name in one.hosts:
                words = shift(one.key, one.starts, one.ends)
                self.choice.addItem(translate("{shift}, with {name}", shift=words, name=name))
        self.choice.setCurrentIndex(min(max(place, 0), len(self._choices) - 1))
        for part in (self.choice_label, self.choice, self.join):
            part.setVisible(bool(self._choices))
        self.about.setVisible(not self._choices)
        if self._host is None:
            self.about.setText(translate("Keep the card first."))
        else:
            self.about.setText(translate("In the coming six weeks nobody experienced is on the rota."))

    def _say_joined(self) -> None:
        discard(self.rows, self._parts)
        for row, one in enumerate(self._joined):
            words = shift(one.key, one.starts, one.ends)
            if one.with_name:
                words = translate("{shift}, with {name}", shift=words, name=one.with_name)
            state = translate("done") if one.done else translate("still to come")
            sign, label = QLabel(), QLabel(f"{state}: {words}")
            tints = theme.colours()
            show_icon(sign, "circle-check" if one.done else "hourglass-half", tints.petrol if one.done else tints.soft)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName(f"joined_{row}")
            button = QPushButton(translate("Not after all"))
            button.setObjectName(f"leave_{row}")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{translate('Not after all')}: {words}")
            dress(button, "xmark")
            button.clicked.connect(lambda _=False, key=one.id: self._write(lambda s: s.learning.leave(key)))
            for column, part in enumerate((sign, label, button)):
                self.rows.addWidget(part, row, column)
                self._parts.append(part)

    def _join(self) -> None:
        host, place = self._host, self.choice.currentIndex()
        if host is not None and 0 <= place < len(self._choices):
            key, other = self._choices[place]
            self._write(lambda s: s.learning.join(host, key, other))

    def _write(self, work: Callable[[Any], object]) -> None:
        self.answer.clear()
        self._tasks.write(
            work,
            while_there(self, lambda _: self.turned.emit()),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )
