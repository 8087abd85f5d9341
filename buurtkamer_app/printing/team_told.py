"""The year of a team in words, the same on screen and on paper; it loads no ReportLab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.dates import format_date
from babel.numbers import format_decimal

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.team.rules import FEWEST, LONGEST, MOST, SHORTEST, usual_length, usual_size

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.team.effects.records import Answers
    from buurtkamer_app.team.progress.records import Progress


EFFECTS: Final = {
    EffectOn.LANGUAGE: mark("Language"),
    EffectOn.NETWORK: mark("People I know"),
    EffectOn.MEANING: mark("Doing something that matters"),
    EffectOn.DAILY_LIFE: mark("Daily life and home"),
    EffectOn.MENTAL: mark("How I feel"),
    EffectOn.PHYSICAL: mark("My body and health"),
    EffectOn.FINANCIAL: mark("Getting by with money"),
}
ANSWERS: Final = (mark("worse"), mark("the same"), mark("better"))


def number(count: int) -> str:
    """Say a large number: `10.000`."""
    return str(format_decimal(count, locale=language()))


def hours(minutes: int) -> str:
    """Say how many whole hours there are in minutes: `10.000`."""
    return number(minutes // 60)


def in_words(answers: Answers) -> str:
    """Say how many said what: `slechter 1 · gelijk 3 · beter 8`."""
    counts = (answers.less, answers.same, answers.more)
    return " · ".join(f"{translate(word)} {count}" for word, count in zip(ANSWERS, counts, strict=True))


def told(found: Progress) -> tuple[str, ...]:
    """Say how a year goes: what was given, how that stands to both marks, how it ends; and how large the team is."""
    return (_given(found), *_standing(found), *_foreseen(found), size(found))


def size(found: Progress) -> str:
    """Say how many people the team has."""
    said = translate("The team has {count} members.", count=found.size)
    if found.without_shifts:
        said += " " + translate("{count} of them do no shifts.", count=found.without_shifts)
    return said


def size_warning(members: int) -> str:
    """Say kindly that a team is smaller or larger than the programme means it; nothing when it is not."""
    if usual_size(members):
        return ""
    few = translate("Fewer than {fewest}: the team can use more people.", fewest=FEWEST)
    return few if members < FEWEST else translate("More than {most}: think of a second team.", most=MOST)


def length_warning(years_meant: int) -> str:
    """Say kindly that a programme is meant to run shorter or longer than is usual; nothing when it is not."""
    if usual_length(years_meant):
        return ""
    return translate("Usually this takes {shortest} to {longest} years.", shortest=SHORTEST, longest=LONGEST)


def years(found: Progress) -> tuple[str, ...]:
    """Say for how long the programme is meant."""
    return (translate("The programme is meant for {count} years.", count=found.team.years),)


def _given(found: Progress) -> str:
    pace = found.pace
    if found.year.last < pace.today:
        return translate("Given in this year: {hours} hours.", hours=hours(pace.minutes))
    return translate("Given since {day}: {hours} hours.", day=_day(pace.first), hours=hours(pace.minutes))


def _standing(found: Progress) -> tuple[str, ...]:
    """Say of each mark since when it is reached, else how far it is."""
    pace = found.pace
    said = []
    for goal, now, on in ((pace.low, pace.low_now, found.reached[0]), (pace.high, pace.high_now, found.reached[1])):
        if on is not None:
            said.append(translate("{mark} hours: reached on {day}.", mark=hours(goal), day=_day(on)))
        elif found.year.last < pace.today:
            said.append(
                translate("{mark} hours: {hours} hours short.", mark=hours(goal), hours=hours(goal - pace.minutes + 59))
            )
        elif pace.minutes >= now:
            said.append(translate("{mark} hours: ahead of the pace.", mark=hours(goal)))
        else:
            said.append(
                translate(
                    "{mark} hours: {hours} hours behind the pace.",
                    mark=hours(goal),
                    hours=hours(now - pace.minutes + 59),
                )
            )
    return tuple(said)


def _foreseen(found: Progress) -> tuple[str, ...]:
    pace = found.pace
    if found.year.last < pace.today:
        return ()
    if pace.foreseen is None:
        return (translate("It is too early to say how the year will end."),)
    return (
        translate(
            "At this pace there will be {hours} hours by {day}.", hours=hours(pace.foreseen), day=_day(pace.last)
        ),
    )


def _day(on: date) -> str:
    return format_date(on, "d MMMM y", locale=language())
