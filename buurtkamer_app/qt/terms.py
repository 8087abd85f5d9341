"""How the fixed words of the field are said on screen, and the colour that goes with each theme."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import Ending, Prefers, Theme

# Message id, and the colour of the theme file that the chip has.
THEMES: Final = {
    Theme.NEIGHBOURHOOD: (mark("Neighbourhood"), "straw"),
    Theme.COMMUNITY: (mark("Together"), "rose"),
    Theme.INFORMAL_CARE: (mark("For one another"), "sand"),
    Theme.SUSTAINABILITY: (mark("Sustainable"), "leaf"),
    Theme.PERSONAL_DEVELOPMENT: (mark("Learning"), "petrol_pale"),
    Theme.HEALTH: (mark("Healthy"), "sun"),
}
PREFERS: Final = {
    Prefers.ANY: mark("Any time"),
    Prefers.WEEKDAY_MORNING: mark("A morning"),
    Prefers.WEEKDAY_AFTERNOON: mark("An afternoon"),
    Prefers.WEDNESDAY_AFTERNOON: mark("Wednesday afternoon"),
    Prefers.FRIDAY_EVENING: mark("Friday evening"),
}
# What a wish may come to, and its icon.
ENDINGS: Final = {
    Ending.ACTIVITY: (mark("An activity"), "calendar-plus"),
    Ending.MATCH: (mark("Bring two residents together"), "handshake"),
    Ending.HANDED_ON: (mark("Pass it on to a partner"), "arrow-right"),
    Ending.REPORTED: (mark("Report it"), "triangle-exclamation"),
    Ending.EXISTS: (mark("It is there already"), "circle-check"),
}
# What it came to, once that was chosen.
ENDED: Final = {
    Ending.ACTIVITY: mark("An activity"),
    Ending.MATCH: mark("Brought together"),
    Ending.HANDED_ON: mark("Passed on"),
    Ending.REPORTED: mark("Reported"),
    Ending.EXISTS: mark("It is there already"),
}


def quoted(text: str, most: int | None = None) -> str:
    """Put a resident's own words between quotation marks, cut at a word when there are more than `most` letters."""
    words = " ".join(text.split())
    if most is not None and len(words) > most:
        words = words[:most].rsplit(" ", 1)[0] + "…"
    return f"“{words}”"
