"""The part of a yearly report about cost and benefit: always a range, always with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_currency

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.said import BEARERS
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.papers.report.few import of_few, without_few
from buurtkamer_app.papers.report.glance import hidden_note
from buurtkamer_app.papers.report.records import Column, Part
from buurtkamer_app.printing.charts import number
from buurtkamer_app.printing.range_picture import between, euros, range_picture
from buurtkamer_app.printing.spreadsheet import Euros

if TYPE_CHECKING:
    from buurtkamer_app.evaluation.costs.records import Benefit, CostBenefit, Range
    from buurtkamer_app.papers.report.records import Cell


def for_bearers(whole: CostBenefit) -> Part:
    """Give what went in and what it brought, by who bears it; without what few people brought."""
    found = without_few(whole)
    rows = tuple((translate(BEARERS[row.bearer]), Euros(row.spent), *_range(row.brings)) for row in found.bearers)
    total = (translate("together"), Euros(found.cents), *_range(found.brings))
    columns = (
        Column(translate("for whom"), 26),
        Column(translate("went in"), 20, figures=True),
        *_indicated(30),
    )
    words = {bearer: translate(name) for bearer, name in BEARERS.items()}
    notes = (
        translate("This is an indication, with unit values that the room chose. Their sources stand below."),
        translate("It says what things are worth, not what was paid out."),
        translate(
            "Went in: {euros}, {residents} of residents and {professionals} of professionals.",
            euros=euros(found.cents),
            residents=_hours(found.resident_minutes),
            professionals=_hours(found.professional_minutes),
        ),
    )
    heading = translate("Cost and benefit in {year}, as an indication", year=found.year)
    name = translate("Cost and benefit")
    return Part(
        name,
        heading,
        columns,
        rows,
        notes,
        picture=lambda wide, dress: range_picture(found.bearers, words, wide, dress),
        sums=total,
    )


def _hours(minutes: int) -> str:
    return translate("{hours} hours", hours=number(round(minutes / 60)))


def _range(brings: Range) -> tuple[Cell, ...]:
    """Give a range in whole euros for paper, and its ends for the spreadsheet."""
    return between(brings) if brings.high else None, Euros(brings.low), Euros(brings.high)


def _indicated(share: int) -> tuple[Column, ...]:
    """Give the columns of a range."""
    return (
        Column(translate("brought, as an indication"), share, figures=True, paper=True),
        Column(translate("brought at least (indication)"), 0, figures=True),
        Column(translate("brought at most (indication)"), 0, figures=True),
    )


def by_value(found: CostBenefit) -> Part:
    """Give every unit value: times which figure, what that comes to, and where the amount comes from."""
    rows = tuple(
        (
            benefit.value.it.name,
            translate(BEARERS[benefit.value.it.bearer]),
            benefit.value.it.field,
            *_many(benefit),
            _counted(benefit),
            f"{_said(benefit.value.it.low_cents)} – {_said(benefit.value.it.high_cents)}",
            Euros(benefit.value.it.low_cents),
            Euros(benefit.value.it.high_cents),
            *((Hidden.BESIDE,) * 3 if of_few(benefit) else _range(benefit.brings)),
            f"{benefit.value.it.source} ({benefit.value.it.year})",
        )
        for benefit in found.benefits
    )
    columns = (
        Column(translate("value of what"), 22),
        Column(translate("for whom"), 24),
        Column(translate("field"), 0),
        Column(translate("counted"), 20, paper=True),
        Column(translate("how many"), 0, figures=True),
        Column(translate("of what"), 0),
        Column(translate("each"), 20, figures=True, paper=True),
        Column(translate("each at least"), 0, figures=True),
        Column(translate("each at most"), 0, figures=True),
        *_indicated(24),
        Column(translate("source"), 30),
    )
    heading = translate("Where every euro comes from, as an indication")
    few = any(map(of_few, found.benefits))
    notes = (*hidden_note([Hidden.BESIDE]), translate("What is not shown is not in the totals either.")) if few else ()
    return Part(translate("Unit values"), heading, columns, rows, notes)


def _many(benefit: Benefit) -> tuple[Cell, Cell]:
    """Give how many were counted of what, and the bare number for the spreadsheet."""
    if of_few(benefit):
        return Hidden.SMALL, Hidden.SMALL
    return f"{number(benefit.many)} {_counted(benefit)}".strip(), benefit.many


def _counted(benefit: Benefit) -> str:
    words = measures.WORDS.get(benefit.value.it.counts)
    return translate(words).lower() if words else ""


def _said(cents: int) -> str:
    return str(format_currency(cents / 100, "EUR", locale=language()))


def went_in(found: CostBenefit) -> Part:
    """Give the euros that went in, line by line."""
    rows = tuple((known.it.what, translate(BEARERS[known.it.bearer]), Euros(known.it.cents)) for known in found.spent)
    columns = (
        Column(translate("for what"), 40),
        Column(translate("who paid"), 24),
        Column(translate("euros"), 16, figures=True),
    )
    empty = translate("Nothing was written down.")
    sums = (translate("together"), "", Euros(found.cents))
    return Part(translate("Went in"), translate("Euros that went in"), columns, rows, empty=empty, sums=sums)
