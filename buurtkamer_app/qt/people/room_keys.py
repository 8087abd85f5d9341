"""The keys that open the room's data, of which those of somebody who leaves may go: a step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_keys import HeldAs
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.keys.records import Holder


_HELD: Final = {HeldAs.PASSPHRASE: mark("Passphrase"), HeldAs.STICK: mark("Key stick")}


class RoomKeysGroup(Form):
    """Shows the keys of the one who leaves, and those of which nobody wrote down whose they are; else hidden."""

    form: ClassVar[str] = "people/room_keys"
    rows: QGridLayout
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], host: UUID) -> None:
        super().__init__()
        self._tasks, self._host = tasks, host
        self._keys: tuple[Holder, ...] = ()
        self._parts: list[QWidget] = []
        self.hide()
        self._read()

    def say(self) -> None:
        discard(self.rows, self._parts)
        for row, key in enumerate(self._keys):
            what, day = translate(_HELD[key.held_as]), dates.day_and_year(key.made_on)
            words = translate("{what}, made on {day}", what=what, day=day)
            label, button = QLabel(words), QPushButton(translate("Take away"))
            label.setWordWrap(True)
            button.setObjectName(f"take_{row}")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{translate('Take away')}: {words}")
            dress(button, "key")
            button.clicked.connect(lambda _=False, key=key.slot, words=words: self._ask(key, words))
            for column, part in enumerate((label, button)):
                self.rows.addWidget(part, row, column)
                self._parts.append(part)

    def _read(self) -> None:
        self._tasks.read(lambda s: s.key_holders.held(), while_there(self, self._show))

    def _show(self, keys: Sequence[Holder]) -> None:
        # The last keys of a room stay: somebody else gets one first.
        self._keys = tuple(key for key in keys if key.host == self._host or not key.name)
        self.setVisible(bool(self._keys))
        self.say()

    def _ask(self, key: UUID, words: str) -> None:
        """Ask first: no press brings a key back."""
        question = translate("{key}: it opens this room no more. That cannot be undone.", key=words)
        dialogs.ask(self, question, translate("Take away"), lambda: self._take(key))

    def _take(self, key: UUID) -> None:
        self.answer.clear()
        self._tasks.write(
            lambda s: s.key_holders.take_away(key),
            while_there(self, self._taken),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )

    def _taken(self, _: object) -> None:
        self.answer.tell(
            lambda: translate("This key opens the room no more. Renew the key of the data under Office, Keys.")
        )
        self._read()
