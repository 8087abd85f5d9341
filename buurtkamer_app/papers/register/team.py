"""The sheets of the neighbourhood team, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

TEAM: Final = (
    SheetKind(
        "team",
        mark("The neighbourhood team"),
        mark("How the year of the team goes, for partners"),
        "people-group",
        Group.PROGRAMMES,
        Per.YEAR,
        "team.page",
        choices=frozenset({Choice.INK}),
        programme=Programme.TEAM,
    ),
    SheetKind(
        "team_meeting",
        mark("Meeting of the team"),
        mark("The agenda, what is open, and who is there"),
        "comments",
        Group.PROGRAMMES,
        Per.DAY,
        "team.meeting",
        choices=frozenset({Choice.INK}),
        private=True,
        programme=Programme.TEAM,
    ),
    SheetKind(
        "effect_slips",
        mark("Slips for the box"),
        mark("What taking part changed, without a name"),
        "pencil",
        Group.PROGRAMMES,
        Per.NOTHING,
        "team.slips",
        choices=frozenset({Choice.INK}),
        programme=Programme.TEAM,
    ),
)
