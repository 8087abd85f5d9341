"""A look back in words: what figures and their parts are called, beside the year before, and pictures in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Ending, Purpose, Theme
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.evaluation.looking.records import Step
from buurtkamer_app.printing import words
from buurtkamer_app.printing.charts import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from buurtkamer_app.evaluation.looking.records import Held, Stretch, Took

PURPOSES: Final = {
    Purpose.WALK_IN: mark("Walk in"),
    Purpose.ACTIVITY: mark("Activity"),
    Purpose.HELP: mark("Question or help"),
    Purpose.CHILD: mark("Child"),
}
THEMES: Final = {
    Theme.NEIGHBOURHOOD: mark("Neighbourhood"),
    Theme.COMMUNITY: mark("Together"),
    Theme.INFORMAL_CARE: mark("For one another"),
    Theme.SUSTAINABILITY: mark("Sustainable"),
    Theme.PERSONAL_DEVELOPMENT: mark("Learning"),
    Theme.HEALTH: mark("Healthy"),
}
ENDED: Final = {
    Ending.ACTIVITY: mark("An activity"),
    Ending.MATCH: mark("Brought together"),
    Ending.HANDED_ON: mark("Passed on"),
    Ending.REPORTED: mark("Reported"),
    Ending.EXISTS: mark("It is there already"),
}
LED: Final = {
    LedBy.PROFESSIONALS: mark("Led by professionals"),
    LedBy.TOGETHER: mark("Led together"),
    LedBy.RESIDENTS: mark("Residents do it themselves"),
}
RESIDENTS: Final = mark("Residents")
PROFESSIONALS: Final = mark("Professionals")
THIS_TIME: Final = mark("This period")
YEAR_BEFORE: Final = mark("A year before")


def labels(step: Step, parts: Iterable[Stretch]) -> list[str]:
    """Say of each part of a period which it is, as short as can be: `ma 9`, `wk 11`, `mrt`, `k1`, `2026`."""
    every = list(parts)
    years = len({part.first.year for part in every}) > 1
    return [_label(step, part, years=years) for part in every]


def _label(step: Step, part: Stretch, *, years: bool) -> str:
    on = part.first
    if step is Step.DAY:
        return words.said(on, "EEE d").replace(".", "")
    if step is Step.WEEK:
        return translate("wk {week}", week=on.isocalendar().week)
    if step is Step.MONTH:
        return words.said(on, "MMM yy" if years else "MMM").replace(".", "")
    if step is Step.QUARTER:
        return translate("q{quarter} {year}", quarter=(on.month + 2) // 3, year=f"{on:%y}")
    return str(on.year)


def hours(minutes: int) -> str:
    """Say whole hours, rounded: `1.250`."""
    return number(round(minutes / 60))


def compared(now: int, before: int) -> str:
    """Say how a figure is beside that of a year before; nothing when there was nothing either time."""
    if not now and not before:
        return ""
    if now == before:
        return translate("as many as a year before")
    if now > before:
        return translate("{count} more than a year before", count=number(now - before))
    return translate("{count} fewer than a year before", count=number(before - now))


def how_long(took: Took | None) -> str:
    """Say how many wishes are done and told, and how long those took; nothing without any."""
    if took is None:
        return ""
    if took.wishes == 1 and took.half:
        return translate("1 done, within {days} days", days=number(took.half))
    if took.half == 0:
        return translate("{count} done, half on the same day", count=number(took.wishes))
    return translate("{count} done, half within {days} days", count=number(took.wishes), days=took.half)


def held(one: Held) -> str:
    """Say how many dates of a theme were held, and how many of them residents led."""
    if not one.by_residents:
        return times(one.dates)
    return translate("{times}, {count} led by residents", times=times(one.dates), count=number(one.by_residents))


def times(count: int) -> str:
    """Say how often: `1 keer`, `12 keer`."""
    return translate("once") if count == 1 else translate("{count} times", count=number(count))


def listed(heading: str, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """Tell a picture in a line, for who cannot see it: its heading, then each of its bars."""
    pairs = values.items() if hasattr(values, "items") else values
    return f"{heading}: " + "; ".join(f"{name} {value}" for name, value in pairs)
