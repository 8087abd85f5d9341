"""How a wish is said: its own words in quotes, how many residents asked for it, how long ago, what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.terms import Ending, WishStatus
from buurtkamer_app.qt.terms import ENDED, THEMES, quoted
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from buurtkamer_app.wishes.records import Moved, Wish

# What a card holds of a long wish; opened, the wish is shown whole.
_ON_A_CARD: Final = 140


def on_a_card(text: str) -> str:
    """Quote as much as a card has room for."""
    return quoted(text, _ON_A_CARD)


def theme(wish: Wish) -> str:
    """Say the theme."""
    return translate(THEMES[wish.theme][0])


def supporters(count: int) -> str:
    """Say how many residents want it, the one who asked included."""
    return translate("1 resident") if count == 1 else translate("{count} residents", count=count)


def age(recorded_on: date, today: date) -> str:
    """Say how long ago it was written down."""
    days = (today - recorded_on).days
    if days <= 0:
        return translate("today")
    return translate("1 day") if days == 1 else translate("{count} days", count=days)


def waits(wish: Wish, today: date) -> str:
    """Say what a wish waits for, most urgent first; nothing for one that runs or came to its end."""
    if wish.to_tell == 1:
        return translate("1 person is still to be told")
    if wish.to_tell:
        return translate("{count} people are still to be told", count=wish.to_tell)
    if wish.ending is not None and wish.ending is not Ending.ACTIVITY and wish.status is not WishStatus.DONE:
        return translate(ENDED[wish.ending])
    return _back(wish) if wish.back_on is not None else _in_column(wish, today)


def _back(wish: Wish) -> str:
    from buurtkamer_app.qt import dates

    day = dates.day_and_month(wish.back_on) if wish.back_on is not None else ""
    parked = wish.status is WishStatus.PARKED
    return translate("back on {day}", day=day) if parked else translate("is back since {day}", day=day)


def _in_column(wish: Wish, today: date) -> str:
    from buurtkamer_app.qt import dates

    if wish.status is WishStatus.NEEDS_LEAD:
        return translate("waits for a lead")
    if wish.status is not WishStatus.PLANNED:
        return ""
    if wish.starts_on is None:
        return translate("no date yet")
    begins = wish.starts_on > today
    return translate("begins on {day}", day=dates.day_and_month(wish.starts_on)) if begins else ""


def number(count: int) -> str:
    """Say a number with what parts its thousands."""
    from babel.numbers import format_decimal

    return str(format_decimal(count, locale=language()))


def with_members(wish: Wish) -> str:
    """Say how many wishes are grouped under this one: `+2`."""
    return f"+{wish.members}" if wish.members else ""


def people(wish: Wish) -> int:
    """Give how many residents want it, those of its group included."""
    return wish.together or wish.supporters


def spoken(wish: Wish, today: date) -> str:
    """Say all that stands on a card, for who hears it read."""
    group = ""
    if wish.members:
        group = translate("with 1 more") if wish.members == 1 else translate("with {count} more", count=wish.members)
    count, since = supporters(people(wish)), age(wish.recorded_on, today)
    told = (wish.activity, on_a_card(wish.text), group, theme(wish), count, since, wish.parked_reason)
    return ", ".join(part for part in (*told, waits(wish, today)) if part)


def moved(move: Moved, zone: ZoneInfo) -> str:
    """Say one move: where to, when, by whom or by itself, and why."""
    from buurtkamer_app.qt import dates

    where, day = translate(STATUSES[move.status]), dates.day_and_year(move.at.astimezone(zone).date())
    said = f"{day} · {where}"
    # No wish is parked by itself: then it was somebody without a name, as who sets up the room.
    by = move.by or ("" if move.status is WishStatus.PARKED else translate("by itself"))
    said += f" · {by}" if by else ""
    return f"{said}: {move.reason}" if move.reason else said
