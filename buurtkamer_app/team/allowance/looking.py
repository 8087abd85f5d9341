"""Puts together what a month of allowances shows: of each host the hours, what is written down, what the caps leave."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import month_end, months_later
from buurtkamer_app.base.terms import AllowanceKind
from buurtkamer_app.team.allowance import queries, rules
from buurtkamer_app.team.allowance.records import Due, DueLine, PayLine, PayList, Proposal, Rate, Taker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import AllowanceBy
    from buurtkamer_app.team.allowance.records import Entry


def of_year(session: Session, year: int) -> dict[UUID, list[Entry]]:
    """Give what was written down for the months of a year, by host."""
    found: dict[UUID, list[Entry]] = {}
    for row in queries.entries(session, date(year, 1, 1), date(year, 12, 31)):
        found.setdefault(row.host_id, []).append(queries.entry(row))
    return found


def proposal(taker: Taker, month: date, rate: Rate, days: Mapping[date, int], entries: Sequence[Entry]) -> Proposal:
    """Propose a month for one host: `days` are their minutes by day, `entries` all that they got in its year."""
    given = {on: minutes for on, minutes in days.items() if month <= on <= month_end(month)}
    amount = rules.counted(given, rate.by)
    here = tuple(entry for entry in entries if entry.month == month)
    written = sum(entry.amount for entry in here if entry.kind is AllowanceKind.EXPENSES)
    parts = rules.left_of(rules.portions(given, month, rate, taker.birth), written)
    return Proposal(
        taker,
        month,
        rate.by,
        amount,
        max(0, amount - written),
        parts,
        rules.room(rate, month, entries),
        here,
        sum(entry.cents for entry in entries if entry.month.year == month.year),
    )


def pay_list(month: date, by: AllowanceBy, names: Mapping[UUID, str], entries: Sequence[Entry]) -> PayList:
    """Put what was written down for a month together by host; what was paid and what was not stand apart."""
    groups: dict[tuple[str, UUID, date | None], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((names[entry.host], entry.host, entry.paid_on), []).append(entry)
    ordered = sorted(groups.items(), key=lambda group: (group[0][0], group[0][1], group[0][2] or date.max))
    return PayList(month, by, tuple(_pay_line(key[0], key[2], theirs) for key, theirs in ordered))


def _pay_line(name: str, paid_on: date | None, entries: Sequence[Entry]) -> PayLine:
    by_kind: Counter[AllowanceKind] = Counter()
    for entry in entries:
        by_kind[entry.kind] += entry.cents
    notes = dict.fromkeys(entry.note for entry in entries if entry.note)
    return PayLine(
        name,
        sum(entry.amount for entry in entries),
        by_kind[AllowanceKind.EXPENSES],
        by_kind[AllowanceKind.TRAVEL],
        " · ".join(notes),
        any(entry.above for entry in entries),
        paid_on,
    )


def due(
    taker: Taker,
    until: date,
    known: tuple[Sequence[Entry], Sequence[Entry]],
    days: Mapping[date, int],
    rate_of: Callable[[int], Rate | None],
) -> Due:
    """Say what a host still gets: what is `known` and not paid (the second of it), and their hours not written down.

    Those from the last month that was written down on, or from the year's first; no more than fits under the caps.
    """
    entries, unpaid = [*known[0]], known[1]
    lines = [DueLine(entry.month, entry.kind, entry.amount, entry.cents, written=True) for entry in unpaid]
    missing: dict[int, None] = {}
    # What the months before get counts under the cap of their year.
    given: Counter[int] = Counter()
    last_written = max((entry.month for entry in entries if entry.kind is AllowanceKind.EXPENSES), default=None)
    month = last_written or date(until.year, 1, 1)
    while taker.wants and month <= until:
        rate = rate_of(month.year)
        if rate is None:
            if any(month <= on <= month_end(month) for on, minutes in days.items() if minutes):
                missing[month.year] = None
        else:
            asked = proposal(taker, month, rate, days, entries)
            left = replace(asked.room, year=max(0, asked.room.year - given[month.year]))
            fits = rules.weigh(asked.proposed, asked.portions, rate.by, left)
            if fits.fits_cents:
                lines.append(DueLine(month, AllowanceKind.EXPENSES, fits.fits, fits.fits_cents, written=False))
                given[month.year] += fits.fits_cents
        month = months_later(month, 1)
    return Due(tuple(sorted(lines, key=lambda line: (line.month, not line.written))), tuple(missing))
