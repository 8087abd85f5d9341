"""Random rooms with what goes on in them, for the properties of the planner."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.conflicts import HOSTS, Day, Use
from buurtkamer_app.base.terms import DayPart, Prefers, Theme, Willing
from buurtkamer_app.people.records import Available
from buurtkamer_app.planner.slots.records import Asked, Lead, Running, Situation
from buurtkamer_app.room.records import Closure, Opening, Space
from buurtkamer_app.rota.records import Place, Shift

if TYPE_CHECKING:
    from collections.abc import Sequence

# The words of the field are read from their file with the first example.
SLOWLY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TODAY = date(2026, 3, 11)
SPACES = (
    Space(UUID(int=1), "Huiskamer", 40, shared=True),
    Space(UUID(int=2), "Eetkeuken", 12, shared=False),
    Space(UUID(int=3), "Atelier", 6, shared=False),
)
NAMES = ("Fatma Yildiz", "Kees Vos", "Ria Postma")
SKILLS = ("schaken", "naaien", "koken voor een groep", "knutselen met kinderen")
WISHES = ("Schaken! Ik ken hier niemand.", "Naailes, ik heb een machine.", "Samen koken.", "Iets met wol.", "Wandelen.")
_MORNING, _AFTERNOON = (time(9, 45), time(13)), (time(12, 45), time(17, 15))


def host(name: str) -> UUID:
    """Give the key of a host."""
    return UUID(int=100 + NAMES.index(name))


def times() -> st.SearchStrategy[tuple[time, time]]:
    """Give a beginning and an end within a day, at quarters of an hour."""
    quarters = st.tuples(st.integers(32, 84), st.integers(1, 16))
    return quarters.map(lambda drawn: (_clock(drawn[0]), _clock(min(95, drawn[0] + drawn[1]))))


def _clock(quarters: int) -> time:
    return time(quarters // 4, quarters % 4 * 15)


@st.composite
def days(draw: st.DrawFn, on: date, spaces: Sequence[Space]) -> Day:
    """Give a day: open or not, closed or not, with activities and bookings (that may well be in each other's way)."""
    opening = draw(st.sampled_from([None, (time(10), time(17)), (time(10), time(20)), (time(9, 30), time(11))]))
    closure = draw(st.sampled_from([None, None, None, Closure(on, on, "verwarming")]))
    uses = []
    for number in range(draw(st.integers(0, 5))):
        starts, ends = draw(times())
        uses.append(
            Use(
                f"Bezet {number}",
                draw(st.sampled_from(spaces)).name,
                starts,
                ends,
                draw(st.sampled_from([None, 5, 20, 40])),
                draw(st.sampled_from([HOSTS, *NAMES])),
                UUID(int=1000 * on.toordinal() + number),
                alone=draw(st.booleans()),
            )
        )
    partly = []
    for _ in range(draw(st.integers(0, 1))):
        starts, ends = draw(times())
        partly.append(
            Closure(on, on, "schilder", starts, ends, draw(st.sampled_from(["", spaces[0].name])), UUID(int=9))
        )
    return Day(on, Opening(on.weekday(), *opening) if opening else None, closure, tuple(uses), tuple(partly))


@st.composite
def shifts(draw: st.DrawFn, on: date) -> list[Shift]:
    """Give the shifts of a day, with nobody on them yet or with some."""
    found = []
    for part, (starts, ends) in ((DayPart.MORNING, _MORNING), (DayPart.AFTERNOON, _AFTERNOON)):
        if draw(st.booleans()):
            names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
            places = tuple(Place(UUID(int=5000 + n), host(name), name) for n, name in enumerate(names))
            found.append(Shift(on, part, starts, ends, draw(st.integers(1, 2)), 0, places))
    return found


@st.composite
def situations(draw: st.DrawFn, length: int = 4) -> Situation:
    """Give a few days of a random room."""
    spaces = SPACES[: draw(st.integers(0, len(SPACES)))] or ()
    span = [TODAY + timedelta(days=1 + ahead) for ahead in range(length)]
    made = [draw(days(on, spaces)) if spaces else Day(on, Opening(0, time(10), time(17)), None, ()) for on in span]
    running = tuple(
        Running(day.on, use.name, use.space, use.starts, use.ends, draw(st.sampled_from(Theme)), use.lead == HOSTS)
        for day in made
        for use in day.uses
    )
    leads = tuple(
        Lead(
            name,
            host(name),
            tuple(draw(st.lists(st.sampled_from(SKILLS), unique=True, max_size=2))),
            (Available(draw(st.integers(0, 6)), draw(st.sampled_from(DayPart)), draw(st.sampled_from(Willing))),),
        )
        for name in NAMES
    )
    on_duty = tuple(shift for on in span for shift in draw(shifts(on)))
    holidays = frozenset(draw(st.lists(st.sampled_from(span), max_size=1)))
    return Situation(TODAY, "NL", spaces, tuple(made), running, on_duty, leads, holidays)


@st.composite
def wishes(draw: st.DrawFn, number: int = 1) -> Asked:
    """Give what is asked by a wish or a group."""
    kinds = draw(st.lists(st.sampled_from(Prefers), unique=True, min_size=1, max_size=2))
    prefers = tuple((kind, draw(st.integers(1, 12))) for kind in kinds)
    text = draw(st.sampled_from(WISHES))
    persons = sum(count for _kind, count in prefers)
    theme = draw(st.sampled_from(Theme))
    return Asked(UUID(int=number), number, text[:10], (text,), theme, persons, prefers, draw(st.integers(0, 200)))
