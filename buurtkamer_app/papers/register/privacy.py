"""The papers of privacy, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

PRIVACY: Final = (
    SheetKind(
        "privacy_notice",
        mark("What we keep of you"),
        mark("The privacy notice for the door, in plain words"),
        "user-shield",
        Group.WALL,
        Per.NOTHING,
        "privacy.notice",
        choices=frozenset({Choice.INK}),
    ),
    SheetKind(
        "processing_register",
        mark("Register of processing activities"),
        mark("What we do with data of people, for who checks us"),
        "scroll",
        Group.OFFICE,
        Per.NOTHING,
        "privacy.processing_register",
        choices=frozenset({Choice.INK}),
        needs=Role.COORDINATOR,
    ),
)
