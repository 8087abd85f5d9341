"""The parts of a report about agreements, results, streets, markets and the look at the neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import Characteristic, LedBy
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import FEWEST, shown, shown_parts
from buurtkamer_app.papers.report.few import average, came
from buurtkamer_app.papers.report.glance import hidden_note
from buurtkamer_app.papers.report.records import Column, Part
from buurtkamer_app.printing.agreed_picture import agreed_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.evaluation.agreed.records import Progress
    from buurtkamer_app.evaluation.looking.around_records import Score
    from buurtkamer_app.evaluation.looking.records import LookBack
    from buurtkamer_app.papers.report.records import Cell

_LED: Final = {
    LedBy.PROFESSIONALS: mark("led by professionals"),
    LedBy.TOGETHER: mark("together"),
    LedBy.RESIDENTS: mark("by residents themselves"),
}
CHARACTERISTICS: Final = {
    Characteristic.OPEN: mark("an open attitude"),
    Characteristic.MATTER: mark("tasks through which residents matter"),
    Characteristic.RESOURCES: mark("what is there joins in"),
    Characteristic.CUSTOMS: mark("agreements and customs"),
    Characteristic.SAFETY: mark("feeling safe"),
}


def agreements(progress: Sequence[Progress]) -> Part:
    """Give what was agreed beside what came of it."""
    rows = tuple(
        (
            row.agreement.it.financier,
            row.agreement.it.what,
            row.agreement.it.unit,
            row.agreement.it.many,
            came(row),
            row.expected,
            row.agreement.it.by_date,
        )
        for row in progress
    )
    columns = (
        Column(translate("with whom"), 22),
        Column(translate("what"), 24),
        Column(translate("of what"), 14),
        Column(translate("agreed"), 17, figures=True),
        Column(translate("came"), 11, figures=True),
        Column(translate("at an even pace"), 14, figures=True),
        Column(translate("until"), 16),
    )
    heading = translate("What was agreed, and what came of it")
    drawn = [row for row in progress if came(row) is not Hidden.SMALL]
    picture = (lambda wide, dress: agreed_picture(drawn, wide, dress)) if 0 < len(drawn) <= _MOST else None
    empty = translate("Nothing was agreed.")
    return Part(translate("Agreements"), heading, columns, rows, empty=empty, picture=picture)


_MOST: Final = 8  # agreements in one picture: it stays on a page


def results(now: LookBack) -> Part:
    """Give what can be seen."""
    rows = tuple((one.on_date, one.many, one.unit, one.what) for one in now.results)
    columns = (
        Column(translate("day"), 16),
        Column(translate("how many"), 12, figures=True),
        Column(translate("of what"), 18),
        Column(translate("what was done"), 44),
    )
    empty = translate("Nothing was written down in this period.")
    return Part(translate("Results"), translate("What can be seen"), columns, rows, empty=empty)


def streets(now: LookBack) -> Part:
    """Give the gatherings of each street; the notes about a street stay in the room."""
    found = now.streets
    people = shown_parts({street.id: street.participations for street in found.streets})
    rows = tuple(
        (street.name, street.gatherings, people[street.id], translate(_LED[street.led_by]) if street.led_by else None)
        for street in found.streets
    )
    columns = (
        Column(translate("street"), 34),
        Column(translate("gatherings"), 14, figures=True),
        Column(translate("took part"), 14, figures=True),
        Column(translate("now"), 28),
    )
    notes = [*hidden_note(people.values())]
    if found.finished:
        notes.append(translate("{count} gatherings were finished by residents themselves.", count=found.finished))
    if found.recommend.tenths is not None or found.impact.tenths is not None:
        scores = {"recommend": score(found.recommend), "impact": score(found.impact)}
        notes.append(translate("Would recommend it: {recommend}. Impact on the neighbourhood: {impact}.", **scores))
    empty = translate("No gatherings in this period.")
    return Part(
        translate("Streets"), translate("Gatherings in streets"), columns, rows, tuple(notes) if rows else (), empty
    )


def score(found: Score) -> str:
    """Say an average out of ten and of how many: `8,2 out of 10 (5 times)`."""
    if found.tenths is None:
        return translate("not given")
    average = f"{found.tenths // 10},{found.tenths % 10}"
    return translate("{average} out of 10 ({count} times)", average=average, count=found.count)


def markets(now: LookBack) -> Part:
    """Give the markets that were held."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.on,
            one.name,
            sum(one.elements.values()),
            None if one.visitors is None else shown(one.visitors),
            one.goals,
            one.outcomes,
            one.ties,
        )
        for one in now.markets
    )
    columns = (
        Column(translate("day"), 16),
        Column(translate("market"), 28),
        Column(translate("parts"), 10, figures=True),
        Column(translate("visitors"), 12, figures=True),
        Column(translate("goals"), 10, figures=True),
        Column(translate("with an outcome"), 14, figures=True),
        Column(translate("new ties"), 10, figures=True),
    )
    empty = translate("No market in this period.")
    return Part(translate("Markets"), translate("Markets"), columns, rows, empty=empty)


def scan(now: LookBack) -> Part:
    """Give the averages of the look at the neighbourhood, beside those of the year before."""
    this, before = now.scan, now.scan_before
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[str, ...] = ()
    if this is not None and this.respondents >= FEWEST:
        rows = tuple(
            (translate(words), average(this.of(about)), average(before.of(about)) if before is not None else None)
            for about, words in CHARACTERISTICS.items()
        )
        told = translate("From 1 to 5, by {count} people in {year}.", count=this.respondents, year=this.year)
        notes = (told, *hidden_note([cell for row in rows for cell in row]))
    columns = (
        Column(translate("characteristic"), 44),
        Column(translate("this time"), 14, figures=True),
        Column(translate("time before"), 14, figures=True),
    )
    empty = translate("Nobody looked at the neighbourhood in this period.")
    if this is not None and 0 < this.respondents < FEWEST:
        empty = translate("Fewer than {least} people filled it in: that stays in the room.", least=FEWEST)
    return Part(translate("Neighbourhood"), translate("A look at the neighbourhood"), columns, rows, notes, empty)
