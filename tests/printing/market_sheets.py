"""A market as its sheets tell it, and one in which nothing is nice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final
from uuid import UUID

from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import ElementKind, EventRole
from buurtkamer_app.market import rules
from buurtkamer_app.market.afterwards.records import LookBack, NewTie, Testimonial
from buurtkamer_app.market.day.records import DayStep
from buurtkamer_app.market.day.rules import proposed
from buurtkamer_app.market.records import Goal, PermitStep, RoleHeld
from tests.market.rooms_of_the_day import EVENT, LEAD, LEAD_PHONE, SATURDAY, element, elements
from tests.printing.weeks import PRINTED

KEY: Final = UUID(int=1)
YES: Final = datetime(2026, 5, 17, 12, tzinfo=UTC)
PARTS: Final = elements(KEY)
VACANT: Final = (EventRole.PRODUCER, EventRole.PROGRAMMER)
ROLES: Final = [RoleHeld(KEY, role, *(("", "") if role in VACANT else (LEAD, LEAD_PHONE))) for role in EventRole]
STEPS: Final = [
    DayStep(step.event_id, step.at, step.what, step.who, step.place, YES if number < 2 else None)
    for number, step in enumerate(proposed(KEY, EVENT, PARTS, ROLES))
]
PERMITS: Final = [
    rules.permit(Known(KEY, 1, PermitStep(KEY, what, weeks, answer=answer)), SATURDAY, PRINTED)
    for what, weeks, answer in (("Vergunning van de gemeente", 8, "Ja, mits"), ("Verzekering", 4, ""))
]
BACK: Final = LookBack(
    Known(KEY, 1, replace(EVENT, visitors=350, reflection="Droog en druk.\nVolgend jaar weer.")),
    (
        Known(KEY, 1, Goal(KEY, "Nieuwe gezichten", "Zeventien kwamen voor het eerst")),
        Known(KEY, 1, Goal(KEY, "Talent")),
    ),
    (Known(KEY, 1, NewTie(KEY, "Koor De Merels", "Basisschool De Boom", "Zingen samen")),),
    (
        Known(KEY, 1, Testimonial(KEY, "Ik sprak mijn achterbuur", "Joke", "Joke", YES)),
        Known(KEY, 1, Testimonial(KEY, "Ze glimt nog", "", "", None)),
    ),
)

LONG: Final = "W" * 200
ODD: Final = ("محمد يدعوكم إلى القهوة والشاي مع الجيران", "<b>&amp; %s {0}", "heel lange naam " * 12, LONG)
BAD: Final = replace(
    EVENT,
    name="Markt " * 30,
    place="P" * 200,
    about="Uitleg " * 200,
    cancelled="Storm " * 20,
    network="N" * 300,
    reflection="R " * 900,
    visitors=99_999,
)
BAD_PARTS: Final = [
    element(
        KEY,
        kind,
        name[:200],
        number * 4 + place + 1,
        at="" if number % 2 else "12.00-13.00",
        place=name[:150],
        owner=LONG if place % 2 else "",
        needs="N " * 240,
    )
    for number, name in enumerate(ODD)
    for place, kind in enumerate(ElementKind)
]
BAD_ROLES: Final = [RoleHeld(KEY, role, LONG, "06 " * 20) for role in EventRole]
BAD_STEPS: Final = [DayStep(KEY, time(9), name[:200], LONG, ODD[0], None) for name in ODD * 3]
BAD_PERMITS: Final = [
    rules.permit(Known(KEY, 1, PermitStep(KEY, name[:200], 8, date(2026, 3, 1), answer="a" * 400)), SATURDAY, PRINTED)
    for name in ODD
]
BAD_BACK: Final = LookBack(
    Known(KEY, 1, BAD),
    tuple(Known(KEY, 1, Goal(KEY, "Doel " * 90, "u" * 2000)) for _ in range(3)),
    tuple(Known(KEY, 1, NewTie(KEY, LONG, name[:200], "c " * 200)) for name in ODD),
    (Known(KEY, 1, Testimonial(KEY, "t " * 900, LONG, LONG, YES)),),
)
