"""The keys that open the room's data, of which one may go with somebody who leaves: a step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.room_keys import RoomKey


class RoomKeysGroup(Form):
    """Shows them by kind and day, since nobody's name is kept with a key; hidden where there are none."""

    form: ClassVar[str] = "people/room_keys"
    rows: QGridLayout
    answer: Sentence

    def __init__(self, tasks: Tasks[Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._keys: tuple[RoomKey, ...] = ()
        self._parts: list[QWidget] = []
        self.hide()
        self._read()

    def say(self) -> None:
        discard(self.rows, self._parts)
        for row, key in enumerate(self._keys):
            words = translate("{what}, made on {day}", what=translate(key.what), day=dates.day_and_year(key.made_on))
            label, button = QLabel(words), QPushButton(translate("Take away"))
            label.setWordWrap(True)
            button.setObjectName(f"take_{row}")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{translate('Take away')}: {words}")
            dress(button, "key")
            button.clicked.connect(lambda _=False, key=key.id, words=words: self._ask(key, words))
            for column, part in enumerate((label, button)):
                self.rows.addWidget(part, row, column)
                self._parts.append(part)

    def _read(self) -> None:
        self._tasks.read(lambda s: s.room_keys.held(), while_there(self, self._show))

    def _show(self, keys: Sequence[RoomKey]) -> None:
        self._keys = tuple(keys)
        self.setVisible(bool(keys))
        self.say()

    def _ask(self, key: UUID, words: str) -> None:
        """Ask first: no press brings a key back."""
        question = translate("{key}: it opens this room no more. That cannot be undone.", key=words)
        dialogs.ask(self, question, translate("Take away"), lambda: self._take(key))

    def _take(self, key: UUID) -> None:
        self.answer.clear()
        self._tasks.write(
            lambda s: s.room_keys.take_away(key),
            while_there(self, self._taken),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )

    def _taken(self, _: object) -> None:
        self.answer.tell(lambda: translate("This key opens the room no more."))
        self._read()
