"""What a street, its plan, its day and its look back can be; how long is waited for what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.street.records import Activity, BringsHome, GoesBack, Plan, Reflection, Return, Street, Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.street.records import Course, Phase

# A look back is written within seven days, and a street is visited again after eight weeks.
# Source: domain.md, Tegoare op de stroate, 2 and 3.
LOOK_BACK: Final = timedelta(days=7)
RETURN: Final = timedelta(weeks=8)
LONGEST_NAME: Final = 100
LONGEST_NOTE: Final = 2000
# So that a plan, and a look back, fits on one page.
LONGEST_FIELD: Final = 120
LONGEST_TEXT: Final = 300
LONGEST_ANECDOTE: Final = 650
MOST_LINES: Final = 8
MOST_PEOPLE: Final = 9999
MOST_PROFESSIONALS: Final = 99
HIGHEST_SCORE: Final = 10
GOALS: Final = range(1, 18)
_FIRST: Final = date(1990, 1, 1)
_AHEAD: Final = timedelta(days=3660)
_NIGHT_ENDS: Final = time(5)


def kept_street(street: Street) -> Street:
    """Give a street as it is kept; raises `RefusedError` without a name, or for a note that cannot be kept."""
    name = one_line(street.name, LONGEST_NAME)
    if not name:
        raise RefusedError("A street needs a name. Type it first.")
    notes = (street.willingness, street.energy, street.not_reached, street.stakeholders)
    return Street(name, *(kept_text(note, LONGEST_NOTE) for note in notes))


def kept_text(text: str, most: int) -> str:
    """Give a text of some lines as it is kept, without empty lines; raises `RefusedError` for what it cannot be."""
    kept = tidy("\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line))
    if len(kept) > most:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=most)
    for line in kept.split("\n"):
        one_line(line, most)
    return kept


def kept_plan(plan: Plan, today: date) -> Plan:
    """Give a plan as it is kept; raises `RefusedError` without a name, or for times and days that cannot be."""
    name = one_line(plan.name, LONGEST_NAME)
    if not name:
        raise RefusedError("What will you do? Type a few words.")
    if plan.starts >= plan.ends:
        raise RefusedError("It ends before it begins. Look at the times.")
    if not _FIRST <= plan.on_date <= today + _AHEAD:
        raise RefusedError("This day is too far away. Look at the year.")
    return replace(
        plan,
        name=name,
        place=one_line(plan.place, LONGEST_FIELD),
        partners=one_line(plan.partners, LONGEST_FIELD),
        volunteers=one_line(plan.volunteers, LONGEST_FIELD),
        to_bring=one_line(plan.to_bring, LONGEST_FIELD),
        by_rain=one_line(plan.by_rain, LONGEST_FIELD),
    )


def check_course(plan: Plan, course: Course) -> None:
    """Raise `RefusedError` for a number or a time that cannot be."""
    if course.headcount is not None and not 0 <= course.headcount <= MOST_PEOPLE:
        raise RefusedError("Count from 0 to {most} people.", most=MOST_PEOPLE)
    if not 0 <= course.professionals <= MOST_PROFESSIONALS:
        raise RefusedError("Count from 0 to {most} professionals.", most=MOST_PROFESSIONALS)
    if course.professionals_until is not None and course.professionals_until < plan.starts:
        raise RefusedError("The professionals cannot go before it begins.")
    if course.residents_until is None:
        return
    if course.residents_until < _NIGHT_ENDS <= plan.starts:
        raise RefusedError("Did it go on past midnight? Fill in 23.59.")
    if course.residents_until <= plan.starts:
        raise RefusedError("Residents cannot stop before it begins.")
    if course.residents_until < (course.professionals_until or plan.starts):
        raise RefusedError("Residents go on after the professionals. Look at the times.")


def kept_bringing(bringing: BringsHome) -> BringsHome:
    """Give who brings whom home as it is kept; raises `RefusedError` when nobody is brought."""
    whom = one_line(bringing.whom, LONGEST_FIELD)
    if not whom:
        raise RefusedError("Who is brought home? A first name is enough.")
    return replace(bringing, who=one_line(bringing.who, LONGEST_FIELD), whom=whom)


def kept_back(back: GoesBack) -> GoesBack:
    """Give what goes back to whom as it is kept; raises `RefusedError` without a thing."""
    what = one_line(back.what, LONGEST_FIELD)
    if not what:
        raise RefusedError("What goes back? Type it first.")
    return replace(back, what=what, whose=one_line(back.whose, LONGEST_FIELD))


def kept_reflection(said: Reflection) -> Reflection:
    """Give a look back as it is kept; raises `RefusedError` for a score or a text that cannot be.

    It may be half done: nothing has to be there.
    """
    for score in (said.recommend, said.impact):
        if score is not None and not 0 <= score <= HIGHEST_SCORE:
            raise RefusedError("A score goes from 0 to {most}.", most=HIGHEST_SCORE)
    if not said.goals <= set(GOALS):
        raise RefusedError("There are 17 goals. Tick those.")
    return replace(
        said,
        about=_few_lines(said.about, LONGEST_TEXT),
        partners=one_line(said.partners, LONGEST_FIELD),
        where_active=one_line(said.where_active, LONGEST_FIELD),
        contact=one_line(said.contact, LONGEST_FIELD),
        period=one_line(said.period, LONGEST_FIELD),
        strong=_few_lines(said.strong, LONGEST_TEXT),
        barriers=_few_lines(said.barriers, LONGEST_TEXT),
        differently=_few_lines(said.differently, LONGEST_TEXT),
        remains=_few_lines(said.remains, LONGEST_TEXT),
        anecdote=_few_lines(said.anecdote, LONGEST_ANECDOTE),
    )


def _few_lines(text: str, most: int) -> str:
    kept = kept_text(text, most)
    if kept.count("\n") >= MOST_LINES:
        raise RefusedError("This text has too many lines. Use at most {most}.", most=MOST_LINES)
    return kept


def is_over(activity: Activity, now: datetime) -> bool:
    """Tell whether an activity was held, by the room's clock."""
    return not activity.cancelled and (activity.plan.on_date, activity.plan.ends) <= (now.date(), now.time())


def self_run(activity: Activity) -> bool:
    """Tell whether residents lead it: then no host is asked for, nor a look back or a return."""
    return activity.plan.led_by is LedBy.RESIDENTS


def led_by(phases: Iterable[Phase], on: date) -> LedBy:
    """Tell who leads in a street on a day; professionals as long as nothing else was written down."""
    known = [phase for phase in sorted(phases, key=lambda phase: phase.since) if phase.since <= on]
    return known[-1].led_by if known else LedBy.PROFESSIONALS


def waiting(activity: Activity, today: date, *, begun: bool) -> Waiting | None:
    """Give how long one still waits for a look back, from the day after; None when nobody is asked."""
    if activity.cancelled or self_run(activity) or activity.plan.on_date >= today:
        return None
    return Waiting(activity, (activity.plan.on_date + LOOK_BACK - today).days, begun)


def last_visit(of_street: Sequence[Activity], today: date) -> Activity | None:
    """Give the last activity of a street when one must go back: nothing came or comes after it."""
    held = sorted((one for one in of_street if not one.cancelled), key=lambda one: (one.plan.on_date, one.plan.starts))
    if not held or held[-1].plan.on_date >= today or self_run(held[-1]):
        return None
    return held[-1]


def open_returns(every: Iterable[Activity], said: Mapping[UUID, tuple[date, str]], today: date) -> list[Return]:
    """Give the streets that one still has to go back to, the earliest day first.

    `said` has, by activity, another day than after eight weeks, or the reason why nobody goes back.
    """
    of: dict[UUID, list[Activity]] = {}
    for one in every:
        of.setdefault(one.street, []).append(one)
    found = []
    for of_street in of.values():
        last = last_visit(of_street, today)
        if last is None:
            continue
        due_on, reason = said.get(last.id, (last.plan.on_date + RETURN, ""))
        if not reason:
            found.append(Return(last, due_on, due_on < today))
    return sorted(found, key=lambda one: (one.due_on, one.activity.street_name))


def proposed(street: str, last: Plan | None, leads: LedBy, today: date, due: date | None) -> Plan:
    """Give what a new plan begins with: the one before, else an afternoon, led by who leads now.

    It is on the day by which one goes back, a week from now when there is none or it is past.
    """
    day = due if due is not None and due > today else today + timedelta(days=7)
    if last is None:
        return Plan("", day, time(14), time(17), street, leads, talk_cart=True)
    return replace(last, on_date=day, led_by=leads)


def begun(activity: Activity, last: Reflection | None, contact: str) -> Reflection:
    """Give what a look back begins with: what plan and last one of the street say; `contact` is the room's."""
    plan = activity.plan
    where = ", ".join(dict.fromkeys(part for part in (plan.place, activity.street_name) if part))
    return Reflection(
        about=last.about if last else "",
        partners=plan.partners,
        where_active=where[:LONGEST_FIELD],
        contact=last.contact if last else contact[:LONGEST_FIELD],
        period=last.period if last else "",
        with_volunteers=True if plan.volunteers or activity.present else None,
        reached=plan.targets,
    )
