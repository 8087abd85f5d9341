"""The list of who takes part on one date: a box to tick for each party, and one for who was just there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from buurtkamer_app.activities.records import TakingPart


def people(persons: int) -> str:
    """Say how many people."""
    return translate("1 person") if persons == 1 else translate("{persons} people", persons=persons)


def party(name: str, persons: int, *, names_hidden: bool) -> str:
    """Say who a party is: its name and how many people, only the latter without a name or while names are hidden."""
    return people(persons) if names_hidden or not name else f"{name} · {people(persons)}"


class PartyRow(Form):
    """One party: a box that says that it is here, who it is, whether it waits for a place, and how it signs off."""

    form: ClassVar[str] = "activities/party_row"
    here: QCheckBox
    who: QLabel
    waits: QLabel
    off: QPushButton

    def put(self, words: str, *, waits: bool, goes_on: bool, here: bool, may_go: bool) -> None:
        """Show a party."""
        self.here.setChecked(here)
        self.here.setVisible(goes_on)
        self.here.setAccessibleName(f"{words}: {self.here.text()}")
        self.who.setText(words)
        self.waits.setVisible(waits)
        self.off.setVisible(may_go)
        self.off.setAccessibleName(f"{self.off.text()}: {words}")


class Parties(QObject):
    """Keeps a row for each party and each person who was just there; what has the focus keeps it.

    `ticked` gives a party and whether it is here, `gone` who was just there and is not after all, `off` who signs off.
    """

    ticked = Signal(object, bool)
    gone = Signal(object)
    off = Signal(object)

    def __init__(self, rows: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.shown: dict[UUID, PartyRow] = {}

    def put(self, told: TakingPart, *, names_hidden: bool) -> None:
        """Show who takes part."""
        goes_on = told.occurrence.goes_on
        signed_up = [entry.party.id for entry in told.parties]
        keys = signed_up + [entry.id for entry in told.others]
        discard(self._rows, [self.shown.pop(key) for key in list(self.shown) if key not in keys])
        for place, key in enumerate(keys):
            if key not in self.shown:
                self.shown[key] = self._make(key, just_here=key not in signed_up)
                self._rows.insertWidget(place, self.shown[key])
                self.shown[key].show()
        self.shown = {key: self.shown[key] for key in keys}
        for entry in told.parties:
            words = party(entry.party.name, entry.party.persons, names_hidden=names_hidden)
            row, waits = self.shown[entry.party.id], entry.party.waiting
            row.put(words, waits=waits, goes_on=goes_on, here=entry.present, may_go=True)
        for other in told.others:
            words = party(other.name, other.persons, names_hidden=names_hidden)
            self.shown[other.id].put(words, waits=False, goes_on=goes_on, here=True, may_go=False)

    def _make(self, key: UUID, *, just_here: bool) -> PartyRow:
        row = PartyRow()
        row.here.clicked.connect(lambda here: self._click(key, just_here=just_here, here=here))
        row.off.clicked.connect(lambda: self.off.emit(key))
        return row

    def _click(self, key: UUID, *, just_here: bool, here: bool) -> None:
        if just_here:
            self.gone.emit(key)
        else:
            self.ticked.emit(key, here)
