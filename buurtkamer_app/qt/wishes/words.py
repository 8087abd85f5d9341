"""How a wish is said: its own words in quotes, how many residents asked for it and how long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.terms import THEMES, quoted

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.wishes.records import Wish

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


def spoken(wish: Wish, today: date) -> str:
    """Say all that stands on a card, for who hears it read."""
    told = (wish.activity, on_a_card(wish.text), theme(wish), supporters(wish.supporters), age(wish.recorded_on, today))
    return ", ".join(part for part in (*told, wish.parked_reason) if part)
