"""The sheets to write on, and those for the hosts, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

WRITE: Final = (
    SheetKind(
        "tally",
        mark("Tally sheet"),
        mark("To count on by hand, with a number"),
        "pencil",
        Group.WRITE,
        Per.DAY,
        "numbered.tally",
        giver="numbered.give_tally",
    ),
    SheetKind(
        "sign_up",
        mark("Sign-up sheet"),
        mark("A line for every place, and a waiting list"),
        "user-plus",
        Group.WRITE,
        Per.ACTIVITY,
        "numbered.sign_up",
        giver="numbered.give_sign_up",
        fits="fitting.signed_up_for",
    ),
)

HOSTS: Final = (
    SheetKind(
        "rota",
        mark("Host rota"),
        mark("Who is on this week, and where somebody is needed"),
        "users",
        Group.HOSTS,
        Per.WEEK,
        "rota.week",
        choices=frozenset({Choice.INK, Choice.NUMBERS}),
        weekly=True,
    ),
    SheetKind(
        "rota_month",
        mark("Host rota of the month"),
        mark("Who is on in a month, and where somebody is needed"),
        "calendar-days",
        Group.HOSTS,
        Per.MONTH,
        "rota.month",
        choices=frozenset({Choice.INK, Choice.NUMBERS}),
    ),
    SheetKind(
        "kitchen",
        mark("Kitchen sheet"),
        mark("How many eat what, with boxes to tick"),
        "utensils",
        Group.HOSTS,
        Per.ACTIVITY,
        "meal.kitchen",
        fits="fitting.meals",
        private=True,
    ),
    SheetKind(
        "power_cut_pack",
        mark("Power-cut pack"),
        mark("For a day without power: hosts, programme, numbers"),
        "bolt",
        Group.HOSTS,
        Per.DAY,
        "day.power_cut_pack",
        private=True,
    ),
    SheetKind(
        "inside",
        mark("Who is inside"),
        mark("For an evacuation: how many, and who"),
        "people-roof",
        Group.HOSTS,
        Per.NOTHING,
        "inside.inside",
        private=True,
    ),
)
