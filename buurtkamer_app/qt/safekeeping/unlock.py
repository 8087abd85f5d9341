"""The cold opening: the passphrase of the room, or the recovery code; until then there is paper, and 112."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.opening import OpeningForm

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.errors import BuurtkamerError


class UnlockPanel(OpeningForm):
    """Opens the room; `review_asked` is of a professional, who reads logs and has no room.

    `stick_asked` gives the uppermost folder of a key stick, or None: then it is looked for.
    """

    form: ClassVar[str] = "safekeeping/unlock"
    waits: ClassVar[str] = mark("The room is being opened…")
    numbers: QLabel
    review: QPushButton
    stick: QPushButton
    choose_stick: QPushButton

    review_asked = Signal()
    stick_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = ""
        self.dialog: QFileDialog | None = None
        self._by_stick = False
        self.choose_stick.hide()
        self.review.clicked.connect(self.review_asked)
        self.stick.clicked.connect(lambda: self.ask_stick(None))
        self.choose_stick.clicked.connect(self._choose_stick)
        self.say()

    def say(self) -> None:
        super().say()
        self.open.setText(translate("Open the room"))
        dress(self.open, "lock-open")
        self._say_numbers()

    def set_country(self, country: str) -> None:
        """Say whom to call in the country of the room, empty as long as that is not known."""
        self._country = country
        self._say_numbers()

    def _say_numbers(self) -> None:
        from buurtkamer_app.neighbourhood.rules import EMERGENCY, NATIONAL

        lines = [line for line in NATIONAL.get(self._country, ()) if line.phone and line is not EMERGENCY]
        self.numbers.setText("\n".join(f"{translate(line.situation)}: {line.who} {line.phone}" for line in lines))
        self.numbers.setVisible(bool(lines))

    def ask_stick(self, place: Path | None) -> None:
        """Open with the stick in this folder; None: with one that is in this computer."""
        if self.open.isEnabled():
            self._by_stick = True
            self.open.setEnabled(False)
            self.answer.tell(lambda: translate(self.waits))
            self.stick_asked.emit(place)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the room stays closed, and what to do."""
        self.open.setEnabled(True)
        self.answer.trouble(error)
        # Where a computer hangs its sticks cannot always be told: then somebody shows it.
        self.choose_stick.setVisible(self._by_stick)
        self.stick.setVisible(not self._by_stick)
        self._by_stick = False
        self._rest()

    def _choose_stick(self) -> None:
        self.dialog = dialogs.choose_folder(self, None, self.ask_stick)

    def _switch(self) -> None:
        self.answer.clear()
        super()._switch()
