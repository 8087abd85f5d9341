"""The steps of setting up a room in which something is typed: where it is, when it is open, who holds its keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.room.rules import check_facts, check_hours
from buurtkamer_app.safekeeping import pin as pins

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNTRIES: Final = {
    "NL": (mark("the Netherlands"), "Europe/Amsterdam"),
    "BE": (mark("Belgium"), "Europe/Brussels"),
}
_WORKDAYS: Final = 5
_USUAL: Final = (QTime(10, 0), QTime(17, 0))


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be as it was typed, and the field that it is about."""

    field: QWidget
    error: RefusedError


def _refusal(check: Callable[[], object]) -> RefusedError | None:
    try:
        check()
    except RefusedError as error:
        return error
    return None


class WhereStep(Form):
    """What the room is called and where it is."""

    form: ClassVar[str] = "room/set_up_where"
    title: ClassVar[str] = mark("Which room is this?")
    name: QLineEdit
    street: QLineEdit
    postcode: QLineEdit
    city: QLineEdit
    entrance: QLineEdit
    phone: QLineEdit
    country: QComboBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for code in _COUNTRIES:
            self.country.addItem("", code)
        self.say()

    def say(self) -> None:
        for row, (name, _) in enumerate(_COUNTRIES.values()):
            self.country.setItemText(row, translate(name))

    def facts(self) -> RoomFacts:
        """Give what was typed."""
        country: str = self.country.currentData()
        return RoomFacts(
            self.name.text().strip(),
            self.street.text().strip(),
            self.postcode.text().strip(),
            self.city.text().strip(),
            self.entrance.text().strip(),
            country,
            _COUNTRIES[country][1],
            self.phone.text().strip(),
        )

    def wrong(self) -> Wrong | None:
        """Tell what is wrong with it."""
        error = _refusal(lambda: check_facts(self.facts()))
        return Wrong(self.name, error) if error else None


class HoursStep(Form):
    """When the room is open: for each day a box and two times."""

    form: ClassVar[str] = "room/set_up_hours"
    title: ClassVar[str] = mark("When is the room open?")
    days: QGridLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[QCheckBox, QTimeEdit, QTimeEdit]] = []
        for weekday in range(7):
            box, row = QCheckBox(), (QTimeEdit(), QTimeEdit())
            # Where a sentence about this day will stand.
            beside = QVBoxLayout()
            beside.setObjectName(f"day{weekday}_field")
            box.setObjectName(f"day{weekday}")
            for column, (field, usual) in enumerate(zip(row, _USUAL, strict=True), start=1):
                field.setDisplayFormat("HH.mm")
                field.setTime(usual)
                box.toggled.connect(field.setEnabled)
                field.setEnabled(False)
                self.days.addWidget(field, weekday + 1, column)
            self.days.addWidget(box, weekday + 1, 0)
            self.days.addLayout(beside, weekday + 1, 3)
            box.setChecked(weekday < _WORKDAYS)
            self.rows.append((box, *row))
            walk(box, *row)
        self.say()

    def say(self) -> None:
        for weekday, (box, opens, closes) in enumerate(self.rows):
            name = dates.weekday(weekday)
            box.setText(name[:1].upper() + name[1:])
            opens.setAccessibleName(f"{name}, {translate('Opens')}")
            closes.setAccessibleName(f"{name}, {translate('Closes')}")

    def hours(self) -> tuple[Opening, ...]:
        """Give the hours of the days that were ticked."""
        return tuple(
            Opening(weekday, _as_time(opens), _as_time(closes))
            for weekday, (box, opens, closes) in enumerate(self.rows)
            if box.isChecked()
        )

    def wrong(self) -> Wrong | None:
        """Tell which day cannot be so."""
        for opening in self.hours():
            error = _refusal(lambda opening=opening: check_hours([opening]))  # type: ignore[misc] # mypy guesses no default
            if error:
                return Wrong(self.rows[opening.weekday][0], error)
        if not self.hours():
            return Wrong(self.rows[0][0], RefusedError("Tick at least one day on which the room is open."))
        return None


def _as_time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())


class KeysStep(Form):
    """Who is the coordinator, with which PIN, and the passphrase of the room.

    `draw` draws five words; `acceptable` raises `RefusedError` for a passphrase that is easy to guess.
    """

    form: ClassVar[str] = "room/set_up_keys"
    title: ClassVar[str] = mark("Who holds the keys?")
    name_label: QLabel
    name: QLineEdit
    pin: QLineEdit
    pin_again: QLineEdit
    words: QLineEdit
    other: QPushButton
    again: QLineEdit

    def __init__(
        self, draw: Callable[[], str], acceptable: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acceptable = acceptable
        self.words.setText(draw())
        self.other.clicked.connect(lambda: self.words.setText(draw()))

    def wrong(self) -> Wrong | None:
        """Tell what is wrong, from the top of the form down."""
        pin, words = self.pin.text(), self.words.text()
        if error := _refusal(lambda: kept_name(self.name.text())):
            return Wrong(self.name, error)
        if error := _refusal(lambda: pins.acceptable(pin, practice=False)):
            return Wrong(self.pin, error)
        if pin != self.pin_again.text():
            return Wrong(self.pin_again, RefusedError("The two PINs are not the same. Type them again."))
        if error := _refusal(lambda: self._acceptable(words)):
            return Wrong(self.words, error)
        if _plain(words) != _plain(self.again.text()):
            return Wrong(self.again, RefusedError("This is not the passphrase above. Type it once more."))
        return None


def _plain(words: str) -> list[str]:
    """Bring a passphrase to what counts when two are compared: capitals and extra blanks do not."""
    return words.casefold().split()
