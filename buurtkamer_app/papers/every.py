"""Every sheet that comes out on paper, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

EVERY: Final = (
    SheetKind(
        "wall",
        mark("Wall sheet"),
        mark("The week, for the wall and the door"),
        "calendar-days",
        Group.WALL,
        Per.WEEK,
        "week.wall",
        choices=frozenset({Choice.INK, Choice.PICTURES}),
        weekly=True,
    ),
)


def kind(name: str) -> SheetKind | None:
    """Give the sheet of a name, None when there is none."""
    return next((known for known in EVERY if known.name == name), None)
