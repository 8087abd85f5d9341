"""What stands in the call guide of the practice room: made-up numbers and places, so that there is something to see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import HousePlaceKind
from buurtkamer_app.neighbourhood.records import CallLine, HousePlace
from buurtkamer_app.neighbourhood.rules import DOCTOR

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def add_practice_guide(services: Services) -> None:
    """Write down the agreements and places of the practice room, in one unit of work that is not undone."""
    made = json.loads((paths.demo_room().parent / "call_guide.json").read_text(encoding="utf-8"))
    with services.store.work(Label(mark("The call guide was read from a file")), Role.COORDINATOR) as unit:
        unit.undoable = False
        services.neighbourhood.fill(DOCTOR, made["doctor"])
        for line in made["agreements"]:
            services.neighbourhood.agree(CallLine(**line))
        for spot in made["places"]:
            services.neighbourhood.put_place(HousePlace(HousePlaceKind(spot["kind"]), spot["what"], spot["place"]))
