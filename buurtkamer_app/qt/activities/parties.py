"""The list of who takes part on one date: a box to tick for each party, and one for who was just there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.amounts import euros
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout

    from buurtkamer_app.activities.meals.records import Due, Portions
    from buurtkamer_app.activities.records import Party
    from buurtkamer_app.qt.activities.seen import Seen

# In heights of a line of type.
_ENOUGH: Final = 33


def people(persons: int) -> str:
    """Say how many people."""
    return translate("1 person") if persons == 1 else translate("{persons} people", persons=persons)


def party(name: str, persons: int, *, names_hidden: bool) -> str:
    """Say who a party is: its name and how many people, only the latter without a name or while names are hidden."""
    return people(persons) if names_hidden or not name else f"{name} · {people(persons)}"


def meals(portions: Iterable[Portions]) -> str:
    """Say what is eaten: `14 meat, 6 vegetarian`."""
    return ", ".join(f"{one.persons} {one.choice.name}" for one in portions)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says: of whom, under it what else, and what they pay when somebody takes the money.

    `signed_up` is false for who was just there, `lower` tells whether there is a lower price.
    """

    words: str
    detail: str = ""
    waits: bool = False
    goes_on: bool = True
    here: bool = False
    signed_up: bool = True
    due: Due | None = None
    lower: bool = False


class PartyRow(Form):
    """One party: a box that says that it is here, who it is, whether it waits for a place, and how it signs off."""

    form: ClassVar[str] = "activities/party_row"
    line: QBoxLayout
    here: QCheckBox
    who: QLabel
    detail: QLabel
    waits: QLabel
    change: QPushButton
    off: QPushButton
    money: QFrame
    due: QLabel
    paid: QCheckBox
    reduced: QCheckBox

    def put(self, line: Line) -> None:
        """Show a party."""
        self.here.setChecked(line.here)
        self.here.setVisible(line.goes_on)
        self.who.setText(line.words)
        self.detail.setText(line.detail)
        self.detail.setVisible(bool(line.detail))
        self.waits.setVisible(line.waits)
        self.change.setVisible(line.signed_up and line.goes_on)
        self.off.setVisible(line.signed_up)
        self.money.setVisible(line.due is not None)
        self.reduced.setVisible(line.lower)
        if line.due is not None:
            self.due.setText(f"€ {euros(line.due.cents)}")
            self.paid.setChecked(line.due.paid)
            self.reduced.setChecked(line.due.reduced)
        for part in (self.here, self.change, self.off, self.paid, self.reduced):
            part.setAccessibleName(f"{part.text()}: {line.words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the name where large type leaves no room beside it."""
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.line)

    def walk(self) -> tuple[QCheckBox | QPushButton, ...]:
        """Give what Tab goes through, in the order of the eye."""
        return (self.here, self.change, self.off, self.paid, self.reduced)


class Parties(QObject):
    """Keeps a row for each party and each person who was just there; what has the focus keeps it.

    `ticked` gives a party and whether it is here, `gone` who was just there and is not after all, `off` who signs off,
    `change` who changes, `paid` and `reduced` a party and whether it has paid, or pays the lower price.
    """

    ticked = Signal(object, bool)
    gone = Signal(object)
    off = Signal(object)
    change = Signal(object)
    paid = Signal(object, bool)
    reduced = Signal(object, bool)

    def __init__(self, rows: QVBoxLayout, waiting: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._places = {False: rows, True: waiting}
        self._in: dict[UUID, bool] = {}
        self.shown: dict[UUID, PartyRow] = {}

    def put(self, seen: Seen, *, names_hidden: bool) -> None:
        """Show who takes part: first who has a place or was just there, then who waits."""
        lines = _lines(seen, names_hidden=names_hidden)
        for key, row in list(self.shown.items()):
            # Who moves up gets a row among those with a place.
            if key not in lines or self._in[key] != lines[key].waits:
                discard(self._places[self._in.pop(key)], [self.shown.pop(key)])
                row.hide()
        rows: dict[UUID, PartyRow] = {}
        at = {False: 0, True: 0}
        for key, line in lines.items():
            rows[key] = self.shown.get(key) or self._make(key, line, at[line.waits])
            rows[key].put(line)
            at[line.waits] += 1
        self.shown = rows

    def _make(self, key: UUID, line: Line, place: int) -> PartyRow:
        row = PartyRow()
        row.here.clicked.connect(lambda here: self._click(key, just_here=not line.signed_up, here=here))
        row.off.clicked.connect(lambda: self.off.emit(key))
        row.change.clicked.connect(lambda: self.change.emit(key))
        row.paid.clicked.connect(lambda paid: self.paid.emit(key, paid))
        row.reduced.clicked.connect(lambda reduced: self.reduced.emit(key, reduced))
        self._in[key] = line.waits
        self._places[line.waits].insertWidget(place, row)
        row.show()
        return row

    def _click(self, key: UUID, *, just_here: bool, here: bool) -> None:
        if just_here:
            self.gone.emit(key)
        else:
            self.ticked.emit(key, here)


def _lines(seen: Seen, *, names_hidden: bool) -> dict[UUID, Line]:
    goes_on = seen.told.occurrence.goes_on
    parties = sorted(seen.told.parties, key=lambda entry: entry.party.waiting)
    lines = {}
    for entry in parties:
        if not entry.party.waiting:
            lines[entry.party.id] = _line(seen, entry.party, names_hidden=names_hidden, here=entry.present)
    for other in seen.told.others:
        words = party(other.name, other.persons, names_hidden=names_hidden)
        lines[other.id] = Line(words, goes_on=goes_on, here=True, signed_up=False)
    for entry in parties:
        if entry.party.waiting:
            lines[entry.party.id] = _line(seen, entry.party, names_hidden=names_hidden, here=entry.present)
    return lines


def _line(seen: Seen, one: Party, *, names_hidden: bool, here: bool) -> Line:
    phone = "" if names_hidden else one.phone
    need = seen.need.get(one.id, 0)
    missing = translate("{places} more places needed", places=need) if need > 1 else ""
    missing = translate("1 more place needed") if need == 1 else missing
    away = translate("did not come") if one in seen.told.not_come else ""
    eaten = meals(seen.table.orders.get(one.id, ()))
    return Line(
        party(one.name, one.persons, names_hidden=names_hidden),
        " · ".join(part for part in (away, phone, eaten, missing) if part),
        waits=one.waiting,
        goes_on=seen.told.occurrence.goes_on,
        here=here,
        due=seen.till.due.get(one.id) if seen.till is not None else None,
        lower=seen.till is not None and seen.till.reduced_cents is not None,
    )
