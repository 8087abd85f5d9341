"""Whose sheet it is: what the head and the foot of every sheet say of the room and of the day it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import PLAIN, Dress
from buurtkamer_app.printing.printable import printable

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.room.records import RoomFacts


@dataclass(frozen=True, slots=True)
class House:
    """The room, the day of printing and what the sheet wears."""

    facts: RoomFacts
    printed_on: date
    dress: Dress = PLAIN

    @property
    def name(self) -> str:
        """Give the room's name as it can be printed."""
        return printable(self.facts.name)

    @property
    def address(self) -> str:
        """Give street, postcode and town on one line."""
        facts = self.facts
        parts = (facts.street, f"{facts.postcode} {facts.city}")
        return printable(", ".join(part for part in parts if part.strip()))

    @property
    def whose(self) -> tuple[str, ...]:
        """Give name, address and phone number, as far as they are known."""
        return tuple(part for part in (self.name, self.address, printable(self.facts.phone)) if part)

    def week(self, week: WeekProgramme) -> str:
        """Give the title of a file that tells of a week."""
        title = translate("This week in {room}", room=self.name)
        return f"{title} · {words.days(week.monday, week.days[-1].on)}"

    def dated(self, about: date | None = None, until: date | None = None) -> str:
        """Say for the foot which week this is of (that of a day, else of the printing) and when it was made."""
        return words.dated(self.printed_on, about, until)
