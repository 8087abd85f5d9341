"""A row of who is inside: the name, since when, and the button with which they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk import coming
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from datetime import time


class InsideRow(Form):
    """One person known by name; `goes` is there where this room writes down who leaves."""

    form: ClassVar[str] = "desk/inside_row"
    name: QLabel
    since: QLabel
    goes: QPushButton

    def __init__(self, name: str, hint: str, since: time, *, leaving: bool) -> None:
        super().__init__()
        self._said = f"{coming.shown(name)} – {coming.shown(hint)}" if hint else coming.shown(name)
        self._since = since
        self.goes.setVisible(leaving)
        self.say()

    def say(self) -> None:
        self.name.setText(self._said)
        self.since.setText(translate("since {time}", time=dates.clock(self._since)))
        self.goes.setAccessibleName(translate("{name} leaves", name=self._said))
