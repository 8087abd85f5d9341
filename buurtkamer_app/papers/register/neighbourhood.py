"""The sheets of the neighbourhood, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

NEIGHBOURHOOD: Final = (
    SheetKind(
        "call_guide",
        mark("Whom do I call?"),
        mark("The call guide for the wall, 112 on top"),
        "phone",
        Group.PROGRAMMES,
        Per.NOTHING,
        "neighbourhood.call_guide",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "customs",
        mark("How we do that here"),
        mark("The customs of the neighbourhood, and whom to call"),
        "handshake",
        Group.PROGRAMMES,
        Per.NOTHING,
        "neighbourhood.customs",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "tasks",
        mark("Who does this?"),
        mark("The open tasks, with slips to tear off"),
        "hand",
        Group.PROGRAMMES,
        Per.NOTHING,
        "neighbourhood.tasks",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "ties",
        mark("How groups here know each other"),
        mark("Groups and ties as a picture and in words"),
        "people-group",
        Group.PROGRAMMES,
        Per.NOTHING,
        "neighbourhood.ties",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "outreach",
        mark("Past the doors"),
        mark("To take along: doors, talks and flyers by hand"),
        "door-open",
        Group.PROGRAMMES,
        Per.NOTHING,
        "neighbourhood.outreach",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "resource_map",
        mark("Who and what there is"),
        mark("A simple map of the neighbourhood, and its list"),
        "map-location-dot",
        Group.PROGRAMMES,
        Per.NOTHING,
        "resources.on_map",
        choices=frozenset({Choice.INK, Choice.SIZE}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "resource_list",
        mark("Who and what there is, with numbers"),
        mark("Contacts and numbers, for the back room only"),
        "address-book",
        Group.PROGRAMMES,
        Per.NOTHING,
        "resources.with_numbers",
        private=True,
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "scan_form",
        mark("Form about the neighbourhood"),
        mark("Five questions on one page, to fill in by hand"),
        "pencil",
        Group.PROGRAMMES,
        Per.YEAR,
        "scan.form",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
    SheetKind(
        "scan_picture",
        mark("How our neighbourhood is doing"),
        mark("The five points of a year, and what will be done"),
        "eye",
        Group.PROGRAMMES,
        Per.YEAR,
        "scan.picture",
        choices=frozenset({Choice.INK}),
        programme=Programme.NEIGHBOURHOOD,
    ),
)
