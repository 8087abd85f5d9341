"""The sheets of a market, in the order of the page Afdrukken."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import Choice, Group, Per

MARKET: Final = (
    SheetKind(
        "market_programme",
        mark("Programme of the market"),
        mark("What there is, when and where, for the whole street"),
        "bullhorn",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.programme",
        choices=frozenset({Choice.INK}),
        programme=Programme.MARKET,
    ),
    SheetKind(
        "market_wanted",
        mark("Who joins in?"),
        mark("Roles and parts of the market that are still open"),
        "hand",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.still_wanted",
        choices=frozenset({Choice.INK}),
        programme=Programme.MARKET,
    ),
    SheetKind(
        "market_letters",
        mark("Letters to stallholders"),
        mark("Number, place, times and whom to call, one page each"),
        "envelope",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.letters",
        choices=frozenset({Choice.INK}),
        private=True,
        programme=Programme.MARKET,
    ),
    SheetKind(
        "market_run_sheet",
        mark("Run sheet of the market"),
        mark("Who does what when on the day, with numbers"),
        "clock",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.run_sheet",
        choices=frozenset({Choice.INK}),
        private=True,
        programme=Programme.MARKET,
    ),
    SheetKind(
        "market_permits",
        mark("To ask for before a market"),
        mark("The countdown of permits, with boxes to tick"),
        "calendar-days",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.permits",
        choices=frozenset({Choice.INK}),
        programme=Programme.MARKET,
    ),
    SheetKind(
        "market_afterwards",
        mark("Looking back at the market"),
        mark("Goals and outcomes, numbers, ties, what people said"),
        "comment",
        Group.PROGRAMMES,
        Per.MARKET,
        "market.afterwards",
        choices=frozenset({Choice.INK}),
        programme=Programme.MARKET,
        looks_back=True,
    ),
    SheetKind(
        "floor_plan",
        mark("Floor plan"),
        mark("The market to scale, with its emergency route"),
        "expand",
        Group.PROGRAMMES,
        Per.MARKET,
        "market_plan.plan",
        choices=frozenset({Choice.SIZE, Choice.INK}),
        programme=Programme.MARKET,
    ),
    SheetKind(
        "stall_numbers",
        mark("Stall numbers"),
        mark("Large numbers with a name, two to a page"),
        "shop",
        Group.PROGRAMMES,
        Per.MARKET,
        "market_plan.numbers",
        choices=frozenset({Choice.INK}),
        programme=Programme.MARKET,
    ),
)
