"""What a market and what belongs to it must be, and how far what must be asked for is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy, words
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.market.records import Permit, PermitState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import (
        Action,
        Element,
        Goal,
        MarketEvent,
        MarketRole,
        PermitStep,
        Presence,
        Session,
        Talent,
    )

LONGEST_TEXT: Final = 2_000
LONGEST_STEP: Final = 500
MOST_NUMBER: Final = 9_999
MOST_AT_ONCE: Final = 200
AHEAD: Final = timedelta(weeks=2)  # how long before its day a step is said to be due soon
_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_LEAST_CM, _MOST_CM = 100, 50_000
_MOST_VISITORS = 1_000_000
_MOST_WEEKS = 104
# What a market of this size usually asks for, as a proposal to change. Source: the market's document asks for a permit
# eight weeks ahead; the rest are what municipalities, electricity and the police commonly want to know.
USUAL_PERMITS: Final = (
    (mark("Ask for the event permit"), 8),
    (mark("Ask neighbours and owners of the place"), 8),
    (mark("Ask for electricity, water and toilets"), 6),
    (mark("Report closed streets and parking"), 6),
    (mark("Arrange insurance and first aid"), 4),
    (mark("Tell the street by letter"), 2),
)


def kept_event(event: MarketEvent) -> MarketEvent:
    """Give a market as it is kept; raises `RefusedError` without a name or a place, or for times in the wrong order."""
    name, place = one_line(event.name), one_line(event.place)
    if not name:
        raise RefusedError("Give the market a name.")
    if not place:
        raise RefusedError("Say where the market is.")
    check_day(event.on_date)
    check_times(event.starts, event.ends)
    if not all(_LEAST_CM <= side <= _MOST_CM for side in (event.wide_cm, event.high_cm)):
        raise RefusedError("A plan is between 1 and 500 metres wide and high.")
    if event.visitors is not None and not 0 <= event.visitors <= _MOST_VISITORS:
        raise RefusedError("How many visitors? Between 0 and {most}.", most=_MOST_VISITORS)
    if event.network_at is not None and not event.starts <= event.network_at <= event.ends:
        raise RefusedError("The network moment is outside the hours of the market.")
    return replace(
        event,
        name=name,
        place=place,
        about=kept_text(event.about),
        network=kept_text(event.network),
        reflection=kept_text(event.reflection),
        cancelled=one_line(event.cancelled),
    )


def kept_goal(goal: Goal) -> Goal:
    """Give a goal as it is kept; raises `RefusedError` without one."""
    kept = one_line(goal.goal, LONGEST_STEP)
    if not kept:
        raise RefusedError("Say what the market is to bring about.")
    return replace(goal, goal=kept, outcome=kept_text(goal.outcome))


def kept_role(role: MarketRole) -> MarketRole:
    """Give a role as it is kept: of a host no name is kept beside the key."""
    name = "" if role.host_id is not None else one_line(role.name)
    return replace(role, name=name, contact=one_line(role.contact))


def kept_element(element: Element) -> Element:
    """Give a part of a market as it is kept; raises `RefusedError` without a name, or for half a time."""
    name = one_line(element.name)
    if not name:
        raise RefusedError("Say what it is, for example: second-hand books.")
    if (element.starts is None) is not (element.ends is None):
        raise RefusedError("Give both a start and an end, or all day.")
    if element.starts is not None and element.ends is not None:
        check_times(element.starts, element.ends)
    if not 0 <= element.number <= MOST_NUMBER:
        raise RefusedError("Choose a number between 1 and {most}.", most=MOST_NUMBER)
    return replace(
        element,
        name=name,
        owner=one_line(element.owner),
        contact=one_line(element.contact),
        place=one_line(element.place),
        needs=one_line(element.needs, LONGEST_STEP),
    )


def kept_session(session: Session) -> Session:
    """Give a session as it is kept; raises `RefusedError` for times in the wrong order."""
    check_day(session.on_date)
    check_times(session.starts, session.ends)
    return replace(session, about=kept_text(session.about))


def kept_presence(presence: Presence) -> Presence:
    """Give who was there as it is kept; raises `RefusedError` without anybody."""
    name = "" if presence.host_id is not None else one_line(presence.name)
    if not name and presence.host_id is None:
        raise RefusedError("Say who was there.")
    return replace(presence, name=name)


def kept_action(action: Action) -> Action:
    """Give an action as it is kept; raises `RefusedError` when it says nothing."""
    what = one_line(action.what, LONGEST_STEP)
    if not what:
        raise RefusedError("Say what has to be done.")
    return replace(action, what=what, who=one_line(action.who))


def kept_talent(talent: Talent) -> Talent:
    """Give a talent as it is kept; raises `RefusedError` without a name, or when nothing was said."""
    name = one_line(talent.name)
    if not name:
        raise RefusedError("Whose talent is it? A first name is enough.")
    likes, good_at = one_line(talent.likes, LONGEST_STEP), one_line(talent.good_at, LONGEST_STEP)
    if not likes and not good_at:
        raise RefusedError("Write down what somebody likes, or is good at.")
    return replace(talent, name=name, contact=one_line(talent.contact), likes=likes, good_at=good_at)


def kept_permit(step: PermitStep) -> PermitStep:
    """Give what must be asked for as it is kept; raises `RefusedError` when it says nothing or is too early."""
    what = one_line(step.what, LONGEST_STEP)
    if not what:
        raise RefusedError("Say what has to be asked for.")
    if not 0 <= step.weeks_before <= _MOST_WEEKS:
        raise RefusedError("How many weeks before? Between 0 and {most}.", most=_MOST_WEEKS)
    if step.asked_on is not None and step.done_on is not None and step.done_on < step.asked_on:
        raise RefusedError("The answer came before it was asked. Look at the days.")
    return replace(step, what=what, answer=kept_text(step.answer))


def kept_text(text: str) -> str:
    """Give a text of several lines as it is kept; raises `RefusedError` when it is too long or holds unseen signs."""
    kept = tidy(text)
    if len(kept) > LONGEST_TEXT:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=LONGEST_TEXT)
    for line in kept.splitlines():
        one_line(line, LONGEST_TEXT)
    return kept


def check_day(on: date) -> None:
    """Raise `RefusedError` for a day on which no market is."""
    if not _FIRST <= on <= _LAST:
        raise RefusedError("Choose a date between {first} and {last}.", first=_FIRST.year, last=_LAST.year)


def check_times(starts: time, ends: time) -> None:
    """Raise `RefusedError` when the end is not after the start."""
    if ends <= starts:
        raise RefusedError("The end comes after the start. Look at the times.")


def check_once(new: Element, others: Iterable[Element]) -> None:
    """Raise `RefusedError` for a performance that is at the same time at another place already."""
    if new.kind is not ElementKind.PERFORMANCE or not new.place:
        return
    for other in others:
        if (
            other.kind is ElementKind.PERFORMANCE
            and (other.starts, other.ends) == (new.starts, new.ends)
            and other.place
            and words(other.place) != words(new.place)
            and (same_name(other.name, new.name) or same_name(other.owner, new.owner))
        ):
            raise RefusedError(
                "{name} is in {place} at that time already. Change the time or the place.",
                name=other.owner if same_name(other.owner, new.owner) else other.name,
                place=other.place,
            )


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same, whatever their capitals, accents and signs; none is the same as none."""
    return bool(words(one)) and words(one) == words(other)


def permit(step: Known[PermitStep], on: date, today: date) -> Permit:
    """Give a step with the day by which it is to be asked for, and how far it is."""
    by = on - timedelta(weeks=step.it.weeks_before)
    if step.it.done_on is not None:
        state = PermitState.DONE
    elif step.it.asked_on is not None:
        state = PermitState.ASKED
    elif by < today:
        state = PermitState.LATE
    else:
        state = PermitState.SOON if by - today <= AHEAD else PermitState.LATER
    return Permit(step, by, state)


def is_late(action: Action, today: date) -> bool:
    """Tell whether the day of an action is past and it is not done."""
    return action.done_on is None and action.by_date is not None and action.by_date < today


def action_order(known: Known[Action]) -> tuple[bool, bool, date, str]:
    """Give the order in which actions are looked at: those to do first, by their day, those without one after."""
    it = known.it
    return it.done_on is not None, it.by_date is None, it.by_date or date.max, str(known.id)


def check_came(session: Session, today: date) -> None:
    """Raise `RefusedError` for who was at a session that is still to come."""
    if session.on_date > today:
        raise RefusedError("This day is still to come. Write it down afterwards.")


def next_number(taken: Iterable[int]) -> int:
    """Give the lowest number that is free."""
    numbers = set(taken)
    return next(number for number in range(1, len(numbers) + 2) if number not in numbers)
