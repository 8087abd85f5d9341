"""Which steps a hard day has and how each stands, from what the room knows; nothing is asked or changed here."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.safekeeping.backups.rules import TRY_OUT_DAYS
from buurtkamer_app.safekeeping.hard_days.records import Figures, HandFacts, State, Step, YearFacts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

_DIGITS: Final = 6
_JULY: Final = 7
_DONE: Final = mark("Done.")
# Steps that no figure tells: the only ones that somebody may tick.
BY_HAND: Final = frozenset({"report", "retention", "paper", "leave"})


def year_of(today: date) -> int:
    """Tell which year a turn is about: from July on the next one."""
    return today.year + (today.month >= _JULY)


def next_of(steps: Sequence[Step]) -> Step | None:
    """Give the step that is next, None when all is done."""
    return next((step for step in steps if not step.done), None)


def year_steps(facts: YearFacts) -> tuple[Step, ...]:
    """Give the steps of the turn to a year, in their order."""
    year = facts.year
    return (
        _step(
            "closures",
            mark("Closed days and holidays"),
            facts.closures > 0,
            Label(mark("In {year} the room is closed {count} times."), {"year": year, "count": facts.closures}),
            Label(mark("No closed day is set for {year} yet."), {"year": year}),
            ("activities", "closures"),
        ),
        _school(facts),
        _step(
            "allowance",
            mark("Amounts of the allowance"),
            facts.rate and facts.rate_confirmed,
            Label(mark("The amounts of {year} are there and were checked."), {"year": year}),
            Label(
                mark("The amounts of {year} are there. Check them against the source.")
                if facts.rate
                else mark("The amounts of {year} are not filled in yet."),
                {"year": year},
            ),
            ("rota", "allowance"),
        ),
        *(_team(facts) if facts.team else ()),
        _said("report", mark("Report of the year"), facts.said, year - 1, ("looking_back", "report")),
        _said("retention", mark("How long things are kept"), facts.said, year, ("office", "retention")),
        *(_kept_well(facts) if facts.real_keys else ()),
        _step(
            "vog",
            mark("VOG and certificates"),
            facts.due_hosts == 0,
            Label(mark("None ends within eight weeks.")),
            Label(mark("Of {count} hosts something ends soon or is over."), {"count": facts.due_hosts}),
            ("rota", "hosts"),
        ),
    )


def _school(facts: YearFacts) -> Step:
    year = facts.year
    wanting = (
        Label(mark("No school region is chosen yet."))
        if not facts.school_region
        else Label(mark("The school holidays of {year} are not all known yet."), {"year": year})
    )
    return _step(
        "school",
        mark("School holidays"),
        facts.school_holidays > 0 and facts.school_sure,
        Label(mark("{count} school holidays of {year} are known."), {"count": facts.school_holidays, "year": year}),
        wanting,
        ("activities", "closures"),
    )


def _team(facts: YearFacts) -> tuple[Step, ...]:
    return (
        _step(
            "team",
            mark("Hours of the team"),
            facts.team_hours,
            Label(mark("The team has hours to give in {year}."), {"year": facts.year}),
            Label(mark("The years of the team end before {year}."), {"year": facts.year}),
            ("rota", "team"),
        ),
    )


def _kept_well(facts: YearFacts) -> tuple[Step, ...]:
    days = facts.tried_days
    return (
        _step(
            "backup",
            mark("A backup tried out"),
            days is not None and days < TRY_OUT_DAYS,
            Label(mark("Tried out {days} days ago."), {"days": days or 0}),
            Label(mark("Open the newest backup and look what is in it.")),
            ("office", "backup"),
        ),
        _step(
            "keys",
            mark("Two key holders"),
            not facts.few_keys,
            Label(mark("At least two people can open the room.")),
            Label(mark("Only one person can open the room.")),
            ("office", "keys"),
        ),
    )


def hand_steps(facts: HandFacts) -> tuple[Step, ...]:
    """Give the steps of a coordinator who hands over, in their order."""
    new, old = {"name": facts.new}, {"name": facts.old}
    return (
        _step(
            "role",
            mark("The role of coordinator"),
            facts.is_coordinator,
            Label(mark("{name} is coordinator."), {**new}),
            Label(mark("{name} is a host now."), {**new}),
            None,
        ),
        _step(
            "pin",
            mark("A PIN of their own"),
            facts.has_pin,
            Label(mark("{name} has a PIN."), {**new}),
            Label(mark("{name} has no PIN yet."), {**new}),
            ("office", "hosts"),
        ),
        *(_hand_keys(facts, {**new}, {**old}) if facts.real_keys else ()),
        _step(
            "concerns",
            mark("Open concerns"),
            facts.concerns == 0,
            Label(mark("No open concern waits for who goes.")),
            Label(mark("{count} open concerns wait for who goes."), {"count": facts.concerns}),
            None,
        ),
        *_hand_papers(facts),
    )


def _hand_papers(facts: HandFacts) -> tuple[Step, ...]:
    return (
        _step(
            "paper",
            mark("What goes along on paper"),
            "paper" in facts.said,
            Label(_DONE),
            Label(mark("Print the list: house keys, numbers, days.")),
            None,
            by_hand=True,
        ),
        _step(
            "leave",
            mark("What who goes keeps"),
            "leave" in facts.said,
            Label(_DONE),
            Label(mark("Nothing, or they go on as a host. Take back paper and sticks.")),
            ("rota", "hosts"),
            by_hand=True,
        ),
    )


def _hand_keys(facts: HandFacts, new: dict[str, str | int], old: dict[str, str | int]) -> tuple[Step, ...]:
    return (
        _step(
            "key",
            mark("A key of their own"),
            facts.has_key,
            Label(mark("{name} can open the room."), new),
            Label(mark("{name} cannot open the room yet."), new),
            ("office", "keys"),
        ),
        _step(
            "old_key",
            mark("The key of who goes"),
            facts.old_keys == 0 and facts.has_key,
            Label(mark("{name} has no key of the data any more."), old),
            Label(mark("{name} can still open the room."), old)
            if facts.has_key
            else Label(mark("First a key for who comes.")),
            ("office", "keys"),
        ),
        _step(
            "rotate",
            mark("Another key for the data"),
            facts.old_keys == 0 and facts.has_key and not facts.renewal_due,
            Label(mark("The data got another key since.")),
            Label(mark("The data still has the key of before.")),
            ("office", "keys"),
        ),
    )


def check_of(vault: UUID, moving: UUID, figures: Figures) -> str:
    """Give the number that the new computer shows: of this moving, this room, and what came along."""
    last = figures.last_visit.isoformat() if figures.last_visit else ""
    said = json.dumps([str(vault), str(moving), figures.visits, figures.wishes, figures.hosts, last])
    number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
    return f"{number % 10**_DIGITS:0{_DIGITS}d}"


def typed(check: str) -> str:
    """Give the digits of a number as somebody types it, with blanks or a dash."""
    return "".join(letter for letter in check if letter.isdecimal() and letter.isascii())


def since(then: Figures, now: Figures) -> Figures:
    """Give what was written since; what went meanwhile counts as nothing."""
    return Figures(
        max(0, now.visits - then.visits),
        max(0, now.wishes - then.wishes),
        max(0, now.hosts - then.hosts),
        now.last_visit,
    )


def _step(  # noqa: PLR0913, PLR0917 - what a step is made of
    name: str,
    words: str,
    done: bool,  # noqa: FBT001 - how it stands
    so: Label,
    not_so: Label,
    lead: tuple[str, str] | None,
    *,
    by_hand: bool = False,
) -> Step:
    state = (State.SAID if by_hand else State.DONE) if done else State.TO_DO
    return Step(name, words, so if done else not_so, state, lead, by_hand)


def _said(name: str, words: str, said: frozenset[str], year: int, lead: tuple[str, str]) -> Step:
    wanting = Label(mark("Look at it for {year}, and tick it."), {"year": year})
    return _step(name, words, name in said, Label(_DONE), wanting, lead, by_hand=True)
