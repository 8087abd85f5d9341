"""What a task, a custom, a group, a tie, a round and a spot can be; and how rounds are added up."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.neighbourhood.living.nobody import one_door, somebody
from buurtkamer_app.neighbourhood.living.records import OutreachSum, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.neighbourhood.living.records import Custom, Group, MeetingSpot, Outreach, Task

_WHAT: Final = 300
_TEXT: Final = 500
_HEARD: Final = 2000
_CONTACT: Final = 200
_MOST_DOORS: Final = 9999
_STRENGTHS: Final = (1, 2, 3)
# Where the name of a street ends and the part of it begins: `Lindelaan, even kant`, `Lindelaan 2-40`.
_PART: Final = re.compile(r",| (?=\d+ ?(?:-|–|/|t/m|tm\b|tot|en\b))")


def kept_task(task: Task) -> Task:
    """Give a task as it is kept; raises `RefusedError` when it says nothing or too much."""
    what = one_line(task.what, _WHAT)
    if not what:
        raise RefusedError("Type what there is to do first.")
    return replace(
        task,
        what=what,
        when_said=one_line(task.when_said),
        asks=one_line(task.asks, _TEXT),
        taken_by=one_line(task.taken_by),
        contact=one_line(task.contact, _CONTACT),
    )


def taken(task: Task, who: str, contact: str, today: date) -> Task:
    """Give a task that somebody has from today on; raises `RefusedError` without a name."""
    if not one_line(who):
        raise RefusedError("Type who takes this task first.")
    return kept_task(replace(task, taken_by=who, contact=contact, taken_on=today, ended_on=None))


def given_back(task: Task) -> Task:
    """Give a task that is open again: nobody has it, and nothing is kept of who had it."""
    return replace(task, taken_by="", contact="", taken_on=None, ended_on=None)


def ended(task: Task, today: date) -> Task:
    """Give a task that is over: how to reach who had it is kept no longer."""
    return replace(task, ended_on=today, contact="")


def kept_custom(custom: Custom) -> Custom:
    """Give a custom as it is kept; raises `RefusedError` when it says nothing or too much."""
    text = one_line(custom.text, _TEXT)
    if not text:
        raise RefusedError("Type what you are used to do here first.")
    return replace(custom, text=text)


def kept_group(group: Group) -> Group:
    """Give a group as it is kept; raises `RefusedError` without a name."""
    name = one_line(group.name)
    if not name:
        raise RefusedError("Type how the group is called first.")
    return replace(group, name=name, about=one_line(group.about, _TEXT))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are read as the same."""
    return one == other or (bool(words(one)) and words(one) == words(other))


def kept_tie(tie: Tie) -> Tie:
    """Give a tie as it is kept, the same from both sides; raises `RefusedError` when it is no tie of two groups."""
    # A form in which there is nothing to choose from yet has no groups.
    if tie.one_id is None or tie.other_id is None:
        raise RefusedError("Write down two groups first.")
    if tie.one_id == tie.other_id:
        raise RefusedError("Choose two different groups.")
    if tie.strength not in _STRENGTHS:
        raise RefusedError("Choose how well the two groups know each other.")
    one, other = sorted((tie.one_id, tie.other_id))
    return Tie(one, other, tie.strength, one_line(tie.through))


def kept_round(past: Outreach) -> Outreach:
    """Give a round as it is kept: numbers and what was heard in general, never who lives where.

    Raises `RefusedError` for a single door, a person or a phone number, and for numbers that cannot be.
    """
    where, heard = one_line(past.where_said), one_line(past.heard, _HEARD)
    if not where:
        raise RefusedError("Type which street it was first.")
    if one_door(where):
        raise RefusedError("Write the street or a part of it, not one door.")
    if somebody(where) or somebody(heard) or one_door(heard):
        raise RefusedError("Write what was heard, not who said it: no name, number or door.")
    if not all(0 <= number <= _MOST_DOORS for number in (past.rung, past.spoken, past.flyers)):
        raise RefusedError("A number of doors lies between 0 and {most}.", most=_MOST_DOORS)
    if past.spoken > past.rung:
        raise RefusedError("You cannot speak to people at more doors than you rang at.")
    return replace(past, where_said=where, heard=heard)


def kept_spot(spot: MeetingSpot) -> MeetingSpot:
    """Give a spot as it is kept; raises `RefusedError` without a name."""
    name = one_line(spot.name)
    if not name:
        raise RefusedError("Type which spot it is first.")
    about = one_line(spot.about, _TEXT)
    if somebody(about):
        raise RefusedError("Write about the spot, not about one person.")
    return replace(spot, name=name, about=about, when_said=one_line(spot.when_said))


def sums(rounds: Iterable[Outreach]) -> list[OutreachSum]:
    """Add rounds up by year and street, the last year first; a street is known however it is spelled."""
    found: dict[tuple[int, str], OutreachSum] = {}
    for past in rounds:
        street = _PART.split(past.where_said)[0].strip()
        key = past.on_date.year, " ".join(words(street)) or street
        so_far = found.get(key, OutreachSum(past.on_date.year, street, 0, 0, 0, 0))
        found[key] = replace(
            so_far,
            rounds=so_far.rounds + 1,
            rung=so_far.rung + past.rung,
            spoken=so_far.spoken + past.spoken,
            flyers=so_far.flyers + past.flyers,
        )
    return sorted(found.values(), key=lambda one: (-one.year, one.where))
