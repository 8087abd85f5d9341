"""The sheets for the office, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

OFFICE: Final = (
    SheetKind(
        "call_list",
        mark("To tell"),
        mark("Whom to tell what, with boxes to tick"),
        "phone",
        Group.OFFICE,
        Per.NOTHING,
        "telling.call_list",
        private=True,
    ),
    SheetKind(
        "day_log",
        mark("Day log"),
        mark("The figures of a day and its handover, to sign"),
        "file-pen",
        Group.OFFICE,
        Per.DAY,
        "day.day_log",
        private=True,
    ),
    SheetKind(
        "cash_book",
        mark("Cash book"),
        mark("A month of the cash box, day by day"),
        "coins",
        Group.OFFICE,
        Per.MONTH,
        "day.cash_book",
    ),
    SheetKind(
        "reflection",
        mark("Look back"),
        mark("A look back at an activity, or an empty form"),
        "comment",
        Group.OFFICE,
        Per.ACTIVITY,
        "looking_back.reflection",
    ),
    SheetKind(
        "year_book",
        mark("Year book"),
        mark("The wall sheets of a whole year, as they were"),
        "book-open",
        Group.OFFICE,
        Per.YEAR,
        "year.year_book",
        choices=frozenset({Choice.INK, Choice.PICTURES}),
    ),
    SheetKind(
        "report_quarter",
        mark("Report of a quarter"),
        mark("All figures beside those of a year before, for who pays along"),
        "chart-simple",
        Group.OFFICE,
        Per.QUARTER,
        "report.making.quarter",
        choices=frozenset({Choice.INK}),
        needs=Role.COORDINATOR,
    ),
    SheetKind(
        "report_year",
        mark("Report of a year"),
        mark("The same of a year, with cost and benefit"),
        "chart-simple",
        Group.OFFICE,
        Per.YEAR,
        "report.making.year",
        choices=frozenset({Choice.INK}),
        needs=Role.COORDINATOR,
    ),
)
