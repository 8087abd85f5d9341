"""The sheets of a street activity, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

STREET: Final = (
    SheetKind(
        "street_plan",
        mark("Plan of a street activity"),
        mark("Ten fields on one page, or a form to fill in"),
        "map-location-dot",
        Group.PROGRAMMES,
        Per.STREET,
        "street.plan",
        choices=frozenset({Choice.INK}),
        programme=Programme.STREET,
    ),
    SheetKind(
        "street_invitation",
        mark("Invitation to the street"),
        mark("Four on a sheet, to cut apart, for every door"),
        "door-open",
        Group.PROGRAMMES,
        Per.STREET,
        "street.invitation",
        choices=frozenset({Choice.INK}),
        programme=Programme.STREET,
    ),
    SheetKind(
        "street_reflection",
        mark("Look back at a street activity"),
        mark("The whole look back on one page, or its form"),
        "comment",
        Group.PROGRAMMES,
        Per.STREET,
        "street.reflection",
        choices=frozenset({Choice.INK}),
        programme=Programme.STREET,
        looks_back=True,
    ),
    SheetKind(
        "street_lists",
        mark("For after the street activity"),
        mark("Who brings whom home, and what goes back"),
        "house",
        Group.PROGRAMMES,
        Per.STREET,
        "street.lists",
        private=True,
        programme=Programme.STREET,
    ),
)
