"""Who may make a sheet: whoever is signed in, with the role that it needs; nobody at a locked desk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.records import Per, Wanted
from buurtkamer_app.papers.share import shared

if TYPE_CHECKING:
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


def asked(services: Services, of: SheetKind) -> Wanted:
    """Ask for the sheet of a day; of an activity with sign-up where it is of one."""
    entries = [one for one in services.activities.occurrences(WEDNESDAY, WEDNESDAY) if one.series.sign_up]
    return Wanted(WEDNESDAY, of.usual, entries[0].series.id if of.per is Per.ACTIVITY else None)


def test_at_a_locked_desk_no_sheet_is_made_and_no_number_is_given(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    for of in EVERY:
        wanted = asked(demo, of)
        with pytest.raises(NotAllowedError):
            of.make(demo, wanted)
        with pytest.raises(NotAllowedError):
            of.numbered(demo, wanted)
    with pytest.raises(NotAllowedError):
        shared(demo, WEDNESDAY)


def test_a_host_makes_every_sheet_that_says_so(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    for of in EVERY:
        wanted = asked(demo, of)
        if of.needs is Role.HOST:
            assert of.make(demo, wanted).pdf.startswith(b"%PDF")
        else:
            with pytest.raises(NotAllowedError):
                of.make(demo, wanted)
