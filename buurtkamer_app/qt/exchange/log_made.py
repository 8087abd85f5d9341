"""What is read out on the phone when a log was saved: the words that open it, and its check code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from buurtkamer_app.exchange.log.draft import LogMade


class LogMadeCard(Form):
    """Shows them large, and nothing to print or copy: they never go the way of the file."""

    form: ClassVar[str] = "exchange/log_made"
    saved: QLabel
    whom: QLabel
    words: QLabel
    code: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: LogMade | None = None
        self._name = ""
        self._hidden = False

    def show_made(self, made: LogMade, name: str) -> None:
        """Show what belongs to a log that was saved, for whom."""
        self._made, self._name = made, name
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide the words."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        made = self._made
        if made is None:
            return
        self.saved.setText(translate("Saved as {name}.", name=made.path.name))
        self.whom.setText(translate("Now phone {name}.", name=self._name))
        self.words.setText(translate("hidden") if self._hidden else made.passphrase)
        self.code.setText(made.check_code)
