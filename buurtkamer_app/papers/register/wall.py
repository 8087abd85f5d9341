"""The sheets for the wall and to give away, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Choices, Group, Per, Size

WALL: Final = (
    SheetKind(
        "wall",
        mark("Wall sheet"),
        mark("The week, for the wall and the door"),
        "calendar-days",
        Group.WALL,
        Per.WEEK,
        "week.wall",
        choices=frozenset({Choice.INK, Choice.PICTURES}),
        weekly=True,
    ),
    SheetKind(
        "pictures",
        mark("Pictogram sheet"),
        mark("The week in pictures, clocks and coins"),
        "shapes",
        Group.WALL,
        Per.WEEK,
        "pictures.pictures",
        choices=frozenset({Choice.INK}),
        weekly=True,
    ),
    SheetKind(
        "languages",
        mark("Several languages"),
        mark("The week in Dutch and two other languages"),
        "language",
        Group.WALL,
        Per.WEEK,
        "languages.several",
        choices=frozenset({Choice.LANGUAGES, Choice.INK}),
        weekly=True,
    ),
    SheetKind(
        "poster",
        mark("Poster"),
        mark("What to come for this week, read from three metres"),
        "bullhorn",
        Group.WALL,
        Per.WEEK,
        "handouts.poster",
        choices=frozenset({Choice.SIZE, Choice.INK, Choice.PICTURES}),
        usual=Choices(size=Size.A3),
        weekly=True,
    ),
    SheetKind(
        "door_notice",
        mark("Notice for the door"),
        mark("Closed days of this week, or: back in a moment"),
        "door-closed",
        Group.WALL,
        Per.WEEK,
        "doors.closed",
        choices=frozenset({Choice.INK}),
    ),
    SheetKind(
        "activity_notice",
        mark("Notice about an activity"),
        mark("It moved or does not go on, or an empty notice"),
        "note-sticky",
        Group.WALL,
        Per.ACTIVITY,
        "doors.activity",
        fits="fitting.told",
        choices=frozenset({Choice.INK}),
    ),
)

GIVE: Final = (
    SheetKind(
        "flyer",
        mark("Flyer"),
        mark("The week as a folder, with a slip for a wish"),
        "book-open",
        Group.GIVE,
        Per.WEEK,
        "handouts.flyer",
        choices=frozenset({Choice.INK, Choice.PICTURES}),
        weekly=True,
    ),
    SheetKind(
        "large_print",
        mark("Large print"),
        mark("The week in letters of 18 points and more"),
        "text-height",
        Group.GIVE,
        Per.WEEK,
        "handouts.large_print",
        weekly=True,
    ),
)
