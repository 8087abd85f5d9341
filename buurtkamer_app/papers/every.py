"""Every sheet that comes out on paper, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.papers.register.hosts import HOSTS, WRITE
from buurtkamer_app.papers.register.market import MARKET
from buurtkamer_app.papers.register.neighbourhood import NEIGHBOURHOOD
from buurtkamer_app.papers.register.office import OFFICE
from buurtkamer_app.papers.register.privacy import PRIVACY
from buurtkamer_app.papers.register.street import STREET
from buurtkamer_app.papers.register.team import TEAM
from buurtkamer_app.papers.register.wall import GIVE, WALL

if TYPE_CHECKING:
    from buurtkamer_app.papers.kinds import SheetKind

EVERY: Final = (*WALL, *GIVE, *WRITE, *HOSTS, *TEAM, *NEIGHBOURHOOD, *MARKET, *STREET, *OFFICE, *PRIVACY)


def kind(name: str) -> SheetKind | None:
    """Give the sheet of a name, None when there is none."""
    return next((known for known in EVERY if known.name == name), None)
