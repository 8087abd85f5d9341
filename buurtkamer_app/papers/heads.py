"""What a room looks like on paper before that is kept: its logo from a file, and the wall sheet with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.wall_sheet import wall_sample
from buurtkamer_app.room.look.logo import LARGEST_FILE, kept_logo
from buurtkamer_app.room.look.rules import checked
from buurtkamer_app.room.rules import kept_facts

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.room.look.records import HouseLook
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.services import Services


def logo_of(path: Path) -> bytes:
    """Read a picture as a logo; raises `RefusedError` when it cannot be read or `kept_logo` refuses it."""
    try:
        with path.open("rb") as file:
            # One byte more than may be is enough to say that it is too large.
            found = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise RefusedError("This file cannot be read. Choose another one.") from error
    if not found:
        raise RefusedError("This is not a picture. Choose a PNG, JPEG, WebP or GIF.")
    return kept_logo(found)


def head(services: Services, facts: RoomFacts, look: HouseLook) -> bytes:
    """Make the top of this week's wall sheet as it would be with other facts and another look.

    Raises `RefusedError` for facts and looks that cannot be kept.
    """
    week = services.activities.week(services.room.today())
    house = House(kept_facts(facts), services.room.today(), Dress(checked(look), Ink.COLOUR))
    return wall_sample(week, services.planner.became(week.monday), house)
