"""What a room must be to be set up, and which days it is closed."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.lines import one_line, phone_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time

    from buurtkamer_app.room.records import (
        Closure,
        DeskSettings,
        NewClosure,
        Opening,
        RoomFacts,
        ShiftPattern,
        Space,
        Using,
    )

LONGEST_CLOSURE: Final = timedelta(days=730)
MOST_IN_SPACE: Final = 9999
MOST_HOSTS: Final = 20
LONGEST_SPACE: Final = 60
LONGEST_NAME: Final = 300
# What the package `holidays` calls days on which some are closed and others are not.
_OPTIONAL: Final = {"NL": ("public", "optional"), "BE": ("public", "bank")}


def check_facts(facts: RoomFacts) -> None:
    """Raise `RefusedError` when a room cannot be called or timed this way."""
    if not facts.name.strip():
        raise RefusedError("Give the room a name.")
    if facts.country not in {"NL", "BE"}:
        raise RefusedError("Choose the Netherlands or Belgium.")
    try:
        ZoneInfo(facts.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise RefusedError("This time zone is not known: {zone}.", zone=facts.timezone) from error


def kept_facts(facts: RoomFacts) -> RoomFacts:
    """Give a room's facts as they are kept; raises `RefusedError` for what cannot be a name, a line or a number."""
    lines: dict[str, str] = {
        "name": one_line(facts.name, LONGEST_NAME),
        **{name: one_line(getattr(facts, name)) for name in ("street", "postcode", "city", "entrance")},
        "phone": phone_number(facts.phone) if facts.phone.strip() else "",
    }
    kept = replace(facts, **lines)
    check_facts(kept)
    return kept


def check_hours(hours: Iterable[Opening]) -> None:
    """Raise `RefusedError` when a day would close before it opens."""
    for opening in hours:
        if opening.opens >= opening.closes:
            raise RefusedError("A day cannot close before it opens. Look at the hours again.")


_LONGEST_WORD = 24


def tidied(settings: DeskSettings) -> DeskSettings:
    """Give the settings without blanks around them and without empty points of the closing round.

    Raises `RefusedError` for words that do not fit on a button, lines of over 200 letters, or what nobody can read.
    """
    words: dict[str, Any] = {
        name: " ".join(getattr(settings, name).split())
        for name in ("word_walk_in", "word_activity", "word_help", "word_child")
    }
    if any(len(word) > _LONGEST_WORD for word in words.values()):
        raise RefusedError("Words on a button have at most {most} letters.", most=_LONGEST_WORD)
    for name, word in words.items():
        words[name] = one_line(word)
    points = tuple(point for line in settings.closing_round if (point := one_line(line)))
    lines: dict[str, Any] = {
        name: one_line(getattr(settings, name)) for name in ("confidant", "confidant_phone", "school_region")
    }
    return replace(settings, closing_round=points, **words, **lines)


_LAST_YEAR: Final = 2099
# Of a shift that is closed for all but less than this, nothing is left to come for.
_SHORTEST_SHIFT: Final = 60  # minutes


def closed_on(closures: Iterable[Closure], day: date) -> Closure | None:
    """Give the closure because of which the whole house is closed all day."""
    return next((closure for closure in closures if closure.whole and closure.first <= day <= closure.last), None)


def closed_partly(closures: Iterable[Closure], day: date) -> tuple[Closure, ...]:
    """Give the closures of a day that close only a space, or only a part of the day."""
    return tuple(closure for closure in closures if not closure.whole and closure.first <= day <= closure.last)


def closed_for(closures: Iterable[Closure], using: Using) -> Closure | None:
    """Give the closure because of which a space cannot be used then; none when it was said that it goes on."""
    return next(
        (
            closure
            for closure in closures
            if closure.first <= using.on <= closure.last
            and closure.space in {"", using.space}
            and (using.key, using.on) not in closure.all_the_same
            and _at_once(closure, using.starts, using.ends)
        ),
        None,
    )


def shift_closed(closures: Iterable[Closure], day: date, starts: time, ends: time) -> Closure | None:
    """Give the closure of the house that leaves less than an hour of a shift."""
    for closure in closures:
        if closure.space or not closure.first <= day <= closure.last or not _at_once(closure, starts, ends):
            continue
        if closure.starts is None or closure.ends is None:
            return closure
        if max(_minutes(starts, closure.starts), _minutes(closure.ends, ends)) < _SHORTEST_SHIFT:
            return closure
    return None


def check_closure(closure: NewClosure) -> None:
    """Raise `RefusedError` for days or times in the wrong order, or more days than anybody plans."""
    if closure.last < closure.first:
        raise RefusedError("The last day comes before the first.")
    if closure.last.year > _LAST_YEAR:
        raise RefusedError("This day is too far away. Look at the year.")
    if closure.last - closure.first > LONGEST_CLOSURE:
        raise RefusedError("Close at most two years at a time.")
    if (closure.starts is None) != (closure.ends is None):
        raise RefusedError("Say from when until when the room is closed.")
    if closure.starts is not None and closure.ends is not None and closure.starts >= closure.ends:
        raise RefusedError("The room cannot open again before it closes. Look at the times.")


def check_space(name: str, capacity: int, others: Iterable[Space]) -> str:
    """Give the name of a space as it is kept; raises `RefusedError` when it cannot be so, or is another one's."""
    kept = one_line(name, LONGEST_SPACE)
    if not kept:
        raise RefusedError("Give the space a name.")
    if not 1 <= capacity <= MOST_IN_SPACE:
        raise RefusedError("How many people fit in? Between 1 and {most}.", most=MOST_IN_SPACE)
    if any(other.name.casefold() == kept.casefold() for other in others):
        raise RefusedError("There is a space called {name} already.", name=kept)
    return kept


def check_patterns(patterns: Sequence[ShiftPattern]) -> None:
    """Raise `RefusedError` when a shift ends before it starts, asks for too many, or is there twice."""
    if len({(pattern.weekday, pattern.part, pattern.task) for pattern in patterns}) < len(patterns):
        raise RefusedError("There is one shift for each part of a day and task.")
    for pattern in patterns:
        if pattern.starts >= pattern.ends:
            raise RefusedError("A shift cannot end before it starts. Look at the times again.")
        if not 1 <= pattern.hosts <= MOST_HOSTS:
            raise RefusedError("How many hosts? Between 1 and {most}.", most=MOST_HOSTS)
        if not 0 <= pattern.experienced <= pattern.hosts:
            raise RefusedError("No more of them can be experienced than there are hosts.")


def _at_once(closure: Closure, starts: time, ends: time) -> bool:
    if closure.starts is None or closure.ends is None:
        return True
    return closure.starts < ends and starts < closure.ends


def _minutes(starts: time, ends: time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


@functools.lru_cache(maxsize=32)
def _holidays(country: str, year: int, language: str, *, optional: bool = False) -> dict[date, str]:
    # The calendar of holidays costs 30 ms and is needed for weeks on paper only.
    import holidays  # noqa: PLC0415

    categories = _OPTIONAL[country] if optional else ("public",)
    return dict(holidays.country_holidays(country, years=year, language=language, categories=categories))


def holiday(country: str, day: date, language: str) -> str:
    """Give the name of a public holiday, or nothing. Source: the package `holidays`. A holiday closes nothing."""
    return _holidays(country, day.year, _spoken(language)).get(day, "")


def holidays_between(country: str, first: date, last: date, language: str) -> list[tuple[date, str]]:
    """Give the holidays on which a room may want to be closed, by date: public ones, and those kept here and there.

    In the Netherlands Good Friday and 5 May of every year, in Belgium the days of banks and of the Flemish Community.
    """
    found: dict[date, str] = {}
    for year in range(first.year, last.year + 1):
        found |= _holidays(country, year, _spoken(language), optional=True)
        if country == "BE":
            # The days of the communities are no holidays of the country; the package has none of them.
            found.setdefault(date(year, 7, 11), translate("Day of the Flemish Community"))
    return sorted((day, name) for day, name in found.items() if first <= day <= last)


def _spoken(language: str) -> str:
    return "en_US" if language.startswith("en") else "nl"
