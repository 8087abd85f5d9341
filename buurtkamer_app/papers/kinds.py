"""A kind of sheet: what it is called, what it is for, what can be chosen, and what makes it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.records import USUAL, Choice, Choices, Group, Made, Per, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet: `title` and `about` are message ids, `usual` what is chosen before anybody chose.

    `maker` names the function that makes it, `module.function` in this folder; it is loaded when it is first asked for.
    `giver` names the one that gives it its number when it goes to paper (empty: it has none): what is only looked at
    takes no number.
    `fits` names the function that gives, of the activities of a week, those of which it is proposed (empty: all).
    `weekly` are the sheets that come out when all of a week is asked for.
    `private` are those that bear names or numbers of people: they go from memory to the printer, and no file of them
    is made unless somebody asks for one and is told to remove it; `guarded` tells it of what was chosen too.
    One of a `programme` is only offered in a room that has that programme; of a market or street activity it is
    proposed of the next one, one that `looks_back` of the last one that was.
    """

    name: str
    title: str
    about: str
    icon: str
    group: Group
    per: Per
    maker: str
    giver: str = ""
    fits: str = ""
    choices: frozenset[Choice] = frozenset()
    usual: Choices = USUAL
    needs: Role = Role.HOST
    weekly: bool = False
    private: bool = False
    programme: Programme | None = None
    looks_back: bool = False

    def guarded(self, choices: Choices) -> bool:
        """Tell whether the sheet is one that nobody but its reader should see, with these choices."""
        return self.private or (Choice.NUMBERS in self.choices and choices.numbers)

    def fitting(self, entries: Sequence[Occurrence]) -> Sequence[Occurrence]:
        """Give those of which the sheet is proposed; it can be of any."""
        if not self.fits:
            return entries
        fit: Callable[[Sequence[Occurrence]], Sequence[Occurrence]] = _loaded(self.fits)
        return fit(entries)

    def make(self, services: Services, wanted: Wanted) -> Made:
        """Make it; raises what the services raise, `StoreError` when the letters are missing."""
        services.store.allow(self.needs)
        made: Callable[[Services, Wanted], Made] = _loaded(self.maker)
        return made(services, wanted)

    def numbered(self, services: Services, wanted: Wanted) -> Wanted:
        """Give what is wanted with the number that the sheet gets; this writes, and raises what the services raise."""
        services.store.allow(self.needs)
        if not self.giver:
            return wanted
        give: Callable[[Services, Wanted], Wanted] = _loaded(self.giver)
        return give(services, wanted)


def _loaded(where: str) -> Any:
    module, _, name = where.rpartition(".")
    return getattr(import_module(f"buurtkamer_app.papers.{module}"), name)
