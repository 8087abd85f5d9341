"""What a room must be to be set up, and which days it is closed."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.room.records import Closure, DeskSettings, Opening, RoomFacts


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
    lines: dict[str, Any] = {name: one_line(getattr(settings, name)) for name in ("confidant", "confidant_phone")}
    return replace(settings, closing_round=points, **words, **lines)


def closed_on(closures: Iterable[Closure], day: date) -> Closure | None:
    """Give the closure that a day falls in."""
    return next((closure for closure in closures if closure.first <= day <= closure.last), None)


@functools.lru_cache(maxsize=32)
def _holidays(country: str, year: int, language: str) -> dict[date, str]:
    # The calendar of holidays costs 30 ms and is needed for weeks on paper only.
    import holidays  # noqa: PLC0415

    return dict(holidays.country_holidays(country, years=year, language=language))


def holiday(country: str, day: date, language: str) -> str:
    """Give the name of a public holiday, or nothing. Source: the package `holidays`. A holiday closes nothing."""
    spoken = "en_US" if language.startswith("en") else "nl"
    return _holidays(country, day.year, spoken).get(day, "")
