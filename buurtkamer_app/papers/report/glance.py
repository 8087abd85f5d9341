"""The parts of a report about the room: figures at a glance, visits, wishes, activities and hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Ending, Purpose, Theme
from buurtkamer_app.evaluation.said import HOURS
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import shown, shown_parts
from buurtkamer_app.exchange.log.words import PURPOSES
from buurtkamer_app.papers.report.records import Column, Part
from buurtkamer_app.printing import back_pictures
from buurtkamer_app.printing.spreadsheet import Difference, Minutes
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.evaluation.looking.records import LookBack
    from buurtkamer_app.papers.report.records import Cell

ENDINGS: Final = {
    Ending.ACTIVITY: mark("became an activity"),
    Ending.MATCH: mark("residents brought together"),
    Ending.HANDED_ON: mark("passed on to a partner"),
    Ending.REPORTED: mark("reported"),
    Ending.EXISTS: mark("was there already"),
}
# What the themes are called to who pays: the names of the programme itself.
THEMES: Final = {
    Theme.NEIGHBOURHOOD: mark("Neighbourhood"),
    Theme.COMMUNITY: mark("Community"),
    Theme.INFORMAL_CARE: mark("Informal care"),
    Theme.SUSTAINABILITY: mark("Sustainability"),
    Theme.PERSONAL_DEVELOPMENT: mark("Personal development"),
    Theme.HEALTH: mark("Health"),
}


_HIGH: Final = 115.0  # points: of a picture over time


def _persons(count: int) -> Cell:
    found = shown(count)
    return found if found is not None else 0


def glance(now: LookBack, before: LookBack | None) -> Part:
    """Give the figures at a glance, beside those of the year before (None: nothing is known of it)."""
    rows = tuple(
        (words, *(_beside(*both) if before is not None else (both[0], None, None)))
        for words, both in _figures(now, before or now)
    )
    columns = (
        Column("", 40),
        Column(translate("this period"), 18, figures=True),
        Column(translate("a year before"), 18, figures=True),
        Column(translate("difference"), 16, figures=True),
    )
    notes = (
        translate("Counts of people from 1 to 4 are shown as < 5."),
        translate("A visit is a person who came in. Whoever takes part is counted at the activity."),
    )
    return Part(translate("At a glance"), translate("At a glance"), columns, rows, notes)


def _figures(now: LookBack, before: LookBack) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    both = (now, before)
    yield translate("visits"), _two(_persons(each.visits.sums.visits) for each in both)
    yield translate("here for the first time"), _two(_persons(each.visits.sums.first_time) for each in both)
    yield translate("children"), _two(_persons(each.visits.sums.children) for each in both)
    yield translate("times help was asked"), _two(_persons(each.visits.helped) for each in both)
    yield translate("activities held"), _two(each.activities.held.dates for each in both)
    yield translate("of these led by residents"), _two(each.activities.held.by_residents for each in both)
    yield translate("times somebody took part"), _two(_persons(each.activities.held.participations) for each in both)
    yield translate("new wishes"), _two(each.wishes.new for each in both)
    yield translate("wishes that came true"), _two(each.wishes.done for each in both)
    yield (
        translate("half of them within so many days"),
        _two(each.wishes.fulfilled.half if each.wishes.fulfilled else None for each in both),
    )
    yield translate("hours of residents"), _two(Minutes(each.resident_minutes) for each in both)
    yield translate("hours of professionals"), _two(Minutes(each.professional_minutes) for each in both)
    yield (
        translate("residents do it by themselves since then"),
        _two(len(each.activities.became_self_run) for each in both),
    )
    yield translate("gatherings in streets"), _two(each.streets.gatherings for each in both)
    yield translate("markets"), _two(len(each.markets) for each in both)


def _two(cells: Iterator[Cell]) -> tuple[Cell, Cell]:
    now, before = cells
    return now, before


def _beside(now: Cell, before: Cell) -> tuple[Cell, Cell, Cell]:
    """Give both figures and their difference; none where one of them is hidden or not known."""
    if isinstance(now, int) and isinstance(before, int):
        return now, before, Difference(now - before)
    if isinstance(now, Minutes) and isinstance(before, Minutes):
        # Of the whole hours that stand beside it.
        return now, before, Difference(whole_hours(now) - whole_hours(before))
    return now, before, None


def whole_hours(length: Minutes) -> int:
    """Give whole hours, rounded as the page rounds them."""
    return round(length.minutes / 60)


def visits(now: LookBack) -> Part:
    """Give the visits by what they were for."""
    cells = shown_parts({purpose: now.visits.by_purpose.get(purpose, 0) for purpose in Purpose})
    rows = tuple((translate(PURPOSES[purpose]), cells[purpose]) for purpose in Purpose)
    columns = (Column(translate("came"), 30), Column(translate("people"), 12, figures=True))
    notes = hidden_note(cells.values())
    return Part(
        translate("Visits"),
        translate("Visits, and what they were for"),
        columns,
        rows,
        notes,
        picture=(lambda wide, dress: back_pictures.visits(now.visits, (wide, _HIGH), dress, small=False))
        if now.visits.sums.visits
        else None,
    )


def hidden_note(cells: object) -> tuple[str, ...]:
    """Say what a star is, where one stands."""
    return (translate("*: not shown, so that nobody can be worked out."),) if Hidden.BESIDE in list(cells) else ()  # type: ignore[call-overload]


def wishes(now: LookBack) -> Part:
    """Give what wishes came to, and how long those that came true took."""
    rows = tuple(
        (
            translate(ENDINGS[ending]),
            now.wishes.endings.get(ending, 0),
            took.wishes if (took := now.wishes.fulfilled_by.get(ending)) else 0,
            took.half if took else None,
            took.three_quarters if took else None,
        )
        for ending in Ending
    )
    columns = (
        Column(translate("came to"), 34),
        Column(translate("wishes"), 14, figures=True),
        Column(translate("told and done"), 18, figures=True),
        Column(translate("half within, in days"), 20, figures=True),
        Column(translate("three quarters within, in days"), 24, figures=True),
    )
    notes = (
        translate("A wish is done when everybody who asked was told. Days count from writing down until then."),
        translate("What is done in this period may have begun before it."),
    )
    return Part(translate("Wishes"), translate("What wishes came to"), columns, rows, notes)


def activities(now: LookBack, before: LookBack | None) -> Part:
    """Give the activities by theme, and what residents lead; drawn beside those of the year before."""
    by_theme = {theme: now.activities.by_theme[theme] for theme in Theme if theme in now.activities.by_theme}
    people = shown_parts({theme: held.participations for theme, held in by_theme.items()})
    rows = tuple(
        (translate(THEMES[theme]), held.dates, held.by_residents, held.self_run, people[theme])
        for theme, held in by_theme.items()
    )
    columns = (
        Column(translate("theme"), 30),
        Column(translate("held"), 14, figures=True),
        Column(translate("led by residents"), 18, figures=True),
        Column(translate("by themselves"), 18, figures=True),
        Column(translate("took part"), 16, figures=True),
    )
    empty = translate("No activities in this period.")
    name, heading, notes = translate("Activities"), translate("Activities by theme"), hidden_note(people.values())
    bars = back_pictures.theme_bars(now.activities, before.activities if before is not None else None, THEMES)
    picture = (lambda wide, dress: back_pictures.beside(bars, wide, dress)) if bars else None
    return Part(name, heading, columns, rows, notes, empty, picture=picture if rows else None)


def self_run(now: LookBack) -> Part:
    """Give what residents took over in the period."""
    rows = tuple((one.on, one.name) for one in now.activities.became_self_run)
    columns = (Column(translate("since"), 16), Column(translate("what"), 60))
    empty = translate("Nothing in this period.")
    heading = translate("What residents do by themselves since then")
    return Part(translate("By residents"), heading, columns, rows, empty=empty)


def hours(now: LookBack, before: LookBack | None) -> Part:
    """Give the hours of residents by what they were for, and those of professionals beside them."""
    both = (now, before)
    rows: list[tuple[Cell, ...]] = [
        (translate(HOURS[kind]), *(Minutes(each.hours.by_kind.get(kind, 0)) if each else None for each in both))
        for kind in HoursFrom
        if any(each.hours.by_kind.get(kind) for each in both if each is not None)
    ]
    for words, minutes in (
        (translate("all hours of residents"), [each.resident_minutes if each else None for each in both]),
        (translate("hours of professionals"), [each.professional_minutes if each else None for each in both]),
    ):
        rows.append((words, *(None if each is None else Minutes(each) for each in minutes)))
    columns = (
        Column(translate("for"), 40),
        Column(translate("this period"), 18, figures=True),
        Column(translate("a year before"), 18, figures=True),
    )
    notes = (translate("What overlaps for one person counts once."), translate("Whole hours, rounded."))
    heading = translate("Hours of residents and of professionals")
    gave = now.resident_minutes or now.professional_minutes
    picture = (lambda wide, dress: back_pictures.hours(now.hours, (wide, _HIGH + 25), dress)) if gave else None
    return Part(translate("Hours"), heading, columns, tuple(rows), notes, picture=picture)
