"""The headings under which sheets stand: what they are for, or the programme that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.papers.records import Group

if TYPE_CHECKING:
    from buurtkamer_app.papers.kinds import SheetKind

GROUPS: Final = {
    Group.WALL: mark("For the wall"),
    Group.GIVE: mark("To give away"),
    Group.WRITE: mark("To write on"),
    Group.HOSTS: mark("For the hosts"),
    Group.OFFICE: mark("For the office"),
}
# There are many of them: each programme has a heading of its own.
PROGRAMMES: Final = {
    Programme.TEAM: mark("The neighbourhood team"),
    Programme.NEIGHBOURHOOD: mark("A neighbourhood for everybody"),
    Programme.MARKET: mark("Neighbourhood markets"),
    Programme.STREET: mark("Street activities"),
}


def heading(kind: SheetKind) -> str:
    """Give the heading under which a sheet stands (message id)."""
    return PROGRAMMES[kind.programme] if kind.programme is not None else GROUPS[kind.group]
