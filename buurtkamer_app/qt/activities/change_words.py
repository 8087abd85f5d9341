"""What a change would move, and what stands in its way, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.activities.changing.records import Effect
    from buurtkamer_app.activities.conflicts import Conflict

_MOST: Final = 4  # sentences


def moves(effect: Effect) -> str:
    """Say what a change moves: `6 dates, 14 sign-ups, 2 hosts`, and how many are to be told."""
    if not effect.dates:
        return translate("Nothing is changed yet.")
    found = [_count(len(effect.dates), mark("1 date"), mark("{count} dates"))]
    if effect.endless:
        found = [translate("{count} dates in the coming year", count=len(effect.dates))]
    found.append(_count(effect.sign_ups, mark("1 sign-up"), mark("{count} sign-ups")))
    if effect.hosts:
        found.append(_count(effect.hosts, mark("1 host"), mark("{count} hosts")))
    said = translate("This changes {what}.", what=", ".join(found))
    if not effect.to_tell:
        return said
    told = _count(
        effect.to_tell,
        mark("1 person is put on the list to call."),
        mark("{count} people are put on the list to call."),
    )
    return f"{said} {told}"


def clashes(found: Iterable[Conflict]) -> str:
    """Say what stands in the way, each sentence once with the days on which it is so."""
    by_sentence: dict[str, list[date]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence(), []).append(one.on)
    lines = [f"{_days(days)}: {sentence}" for sentence, days in by_sentence.items()]
    more = len(lines) - _MOST
    return "\n".join([*lines[:_MOST], *([translate("And {count} more.", count=more)] if more > 0 else [])])


def _days(days: list[date]) -> str:
    first = dates.short_date(days[0])
    if len(days) == 1:
        return first
    return translate("{day} and {count} more dates", day=first, count=len(days) - 1)


def _count(number: int, one: str, many: str) -> str:
    return translate(one) if number == 1 else translate(many, count=number)
