"""The fixed words of a log, and how its cells are said, in the language of the moment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation.looking.said_records import Asked
from buurtkamer_app.exchange.log.records import Changed, Hidden

if TYPE_CHECKING:
    from buurtkamer_app.exchange.log.records import Cell

ACTIONS: Final = {"insert": mark("written down"), "update": mark("changed"), "delete": mark("taken away")}
ROLES: Final = {"nobody": mark("nobody signed in"), "host": mark("host"), "coordinator": mark("coordinator")}
PURPOSES: Final = {
    "walk_in": mark("to walk in"),
    "activity": mark("for an activity"),
    "help": mark("for help"),
    "child": mark("as a child"),
}
THEMES: Final = {
    "neighbourhood": mark("neighbourhood"),
    "community": mark("community"),
    "informal_care": mark("informal care"),
    "sustainability": mark("sustainability"),
    "personal_development": mark("personal development"),
    "health": mark("health"),
}
STATUSES: Final = {
    "new": mark("new"),
    "talking": mark("being talked about"),
    "needs_lead": mark("needs somebody to lead"),
    "planned": mark("planned"),
    "running": mark("running"),
    "done": mark("done"),
    "parked": mark("parked"),
    "self_run": mark("run by residents"),
}
ENDINGS: Final = {
    "activity": mark("became an activity"),
    "match": mark("residents brought together"),
    "handed_on": mark("passed on to a partner"),
    "reported": mark("reported"),
    "exists": mark("was there already"),
}
LEADS: Final = {"hosts": mark("hosts on duty"), "host": mark("a host"), "resident": mark("a resident")}
GOES_ON: Final = {
    "yes": mark("It goes on."),
    "no": mark("It stops."),
    "unsure": mark("Whether it goes on is not known."),
}
TOLD: Final = {"activity": mark("activity"), "street": mark("street"), "market": mark("market")}
ASKED: Final = {
    Asked.WENT_WELL: mark("What went well"),
    Asked.WHO_CAME: mark("Who came"),
    Asked.STRONG: mark("Strong"),
    Asked.BARRIERS: mark("What stood in the way"),
    Asked.DIFFERENTLY: mark("Different next time"),
    Asked.REMAINS: mark("What remains"),
    Asked.ANECDOTE: mark("To tell"),
    Asked.REFLECTION: mark("Looking back"),
    Asked.NETWORK: mark("Network moment"),
    Asked.TESTIMONIAL: mark("Somebody said"),
}
CHANGES: Final = {
    Changed.WISH_MOVED: mark("Wish {number} stands at: {became}."),
    Changed.WISH_FULFILLED: mark("Wish {number} came true: {became}."),
    Changed.WISH_ENDED: mark("Wish {number} goes on elsewhere: {became}."),
    Changed.ACTIVITY_BEGAN: mark("{about} began."),
    Changed.ACTIVITY_STOPPED: mark("{about} was there for the last time."),
    Changed.ACTIVITY_CANCELLED: mark("{about} did not go on. {became}"),
    Changed.ACTIVITY_MOVED: mark("{about} was on another day: {became}."),
    Changed.SELF_RUN: mark("Residents do {about} by themselves since then."),
    Changed.STREET_SELF_RUN: mark("In {about} residents do it by themselves since then."),
    Changed.CLOSED: mark("{about} was closed. {became}"),
    Changed.OPENING_HOURS: mark("The opening hours were changed."),
    Changed.ROOM: mark("Name, address or phone of the room were changed."),
    Changed.SPACES: mark("The spaces were changed."),
    Changed.SHIFTS: mark("The shifts of the week were changed."),
    Changed.PROGRAMMES: mark("Other programmes were chosen."),
}
_BRACES: Final = re.compile(r"\{\w+\}")


def said(cell: Cell | None) -> str:
    """Say a count of people: as it is, `< 5`, `*`, or that nobody counted."""
    from buurtkamer_app.printing.charts import number  # noqa: PLC0415 - draws, and few who need words do

    if cell is None:
        return translate("not counted")
    return {Hidden.SMALL: "<\u00a05", Hidden.BESIDE: "*"}[cell] if isinstance(cell, Hidden) else number(cell)


def deed(label: str) -> str:
    """Say what was done without its values: names stay here."""
    return _BRACES.sub("\u2026", translate(label))
