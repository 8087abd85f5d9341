"""The day log: the day's figures, programme, hosts, handover and cash on paper, for two people to sign."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.durations import in_words
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.desk.days.records import Cash, DayState
    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.rota.records import Worked

# What fits in its column at the size of the table.
LINE_TO_WRITE_ON: Final = "_" * 34
# Points: a signature needs more than a line of type.
_TO_SIGN: Final = 14.0
_PAIRS: Final = (Column("", 6), Column("", 3, right=True), Column("", 1), Column("", 6), Column("", 3, right=True))


@dataclass(frozen=True, slots=True)
class DayLog:
    """What a day log holds; `points` is the whole closing round, `notes` the handover for everybody."""

    state: DayState
    figures: Figures
    programme: Sequence[Occurrence]
    worked: Sequence[Worked]
    notes: Sequence[str]
    cash: Cash | None
    points: Sequence[str]


def day_log(log: DayLog, house: House) -> bytes:
    """Make the day log as a PDF; no visitor's name is asked for. StoreError when its letters are missing."""
    day = words.said(log.state.on, "EEEE d MMMM y")
    sections = (
        _figures(log),
        _programme(log),
        _hosts(log, house.facts.zone),
        _handover(log),
        *_cash(log.cash),
        _closing(log),
        *_report(log),
    )
    title = translate("Day log of {day}", day=day)
    return log_pages(text_of(house, title, (*sections, _signing(log)), about=log.state.on))


def lines(text: str) -> tuple[tuple[str], ...]:
    """Give the lines of a text that hold something, each a row."""
    return tuple((line,) for line in text.splitlines() if line.strip())


def _figures(log: DayLog) -> Section:
    visits, figures = log.figures.visits, log.figures
    rows: tuple[tuple[str, str], ...] = (
        (translate("visits"), str(visits.visits)),
        (translate("of whom known by name"), str(visits.named)),
        (translate("of whom without a name"), str(visits.anonymous)),
        (translate("children"), str(visits.children)),
        (translate("here for the first time"), str(visits.first_time)),
        (translate("took part in activities"), str(figures.participations)),
        (translate("new wishes"), str(figures.wishes_new)),
        *words.ended(figures.endings),
        (translate("hours of hosts"), in_words(figures.host_minutes)),
    )
    return Section(translate("Figures of the day"), _PAIRS, _pairs(rows))


def _pairs(rows: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Put rows of a word and a figure beside each other, read downwards: so that the log is one page."""
    half = (len(rows) + 1) // 2
    return tuple((*left, "", *right) for left, right in zip_longest(rows[:half], rows[half:], fillvalue=("", "")))


def _programme(log: DayLog) -> Section:
    columns = (
        Column(translate("when"), 2),
        Column(translate("what"), 6),
        Column(translate("took part"), 3, right=True),
    )
    ordered = sorted(log.programme, key=lambda entry: entry.series.starts)
    rows = tuple(
        (
            words.span(entry.series.starts, entry.series.ends),
            entry.series.name,
            _took_part(entry),
        )
        for entry in ordered
    )
    return Section(translate("Programme"), columns, rows, empty=translate("There was nothing on."))


def _took_part(entry: Occurrence) -> str:
    if entry.cancelled is not None:
        return translate("does not go on")
    return "–" if entry.headcount is None else str(entry.headcount)


def _hosts(log: DayLog, zone: ZoneInfo) -> Section:
    rows = tuple(
        (
            first_name(entry.host_name),
            words.clock(local(entry.on, zone).time()),
            words.clock(local(entry.off, zone).time()) if entry.off else "–",
        )
        for entry in log.worked
    )
    columns = (Column(translate("who"), 4), Column(translate("from"), 1), Column(translate("until"), 1))
    return Section(translate("Hosts"), columns, rows, empty=translate("Nobody signed on."))


def _handover(log: DayLog) -> Section:
    rows = tuple(row for note in log.notes for row in lines(note))
    return Section(translate("Handover"), (Column("", 1),), rows, empty=translate("There were no notes."))


def _cash(cash: Cash | None) -> tuple[Section, ...]:
    if cash is None:
        return ()
    rows = [
        (translate("This morning"), words.amount(cash.opened_with)),
        (translate("Came in"), words.amount(cash.received)),
        (translate("Went out"), words.amount(cash.spent)),
        (translate("What should be there"), words.amount(cash.closing)),
    ]
    if cash.counted is not None and cash.difference is not None:
        rows += [
            (translate("Counted"), words.amount(cash.counted)),
            (translate("Difference"), words.amount(cash.difference)),
        ]
    told = tuple(text for text in (cash.what_for, cash.note) if text)
    return (Section(translate("Cash box"), _PAIRS, _pairs(rows), notes=told),)


def _closing(log: DayLog) -> Section:
    rows = [(point, translate("done") if point in log.state.round_done else "–") for point in log.points]
    rows += [(point, translate("done")) for point in log.state.round_done if point not in log.points]
    rows.append((translate("Key with"), log.state.key_with or "–"))
    return Section(translate("Closing"), _PAIRS, _pairs(rows))


def _report(log: DayLog) -> tuple[Section, ...]:
    rows = lines(log.state.report)
    return (Section(translate("Report of the day"), (Column("", 1),), rows),) if rows else ()


def _signing(log: DayLog) -> Section:
    signed = (log.state.signed_first, log.state.signed_second)
    rows = tuple((name or " ", LINE_TO_WRITE_ON) for name in signed)
    columns = (Column(translate("name"), 1), Column(translate("signature"), 1))
    return Section(translate("Signed"), columns, rows, air=_TO_SIGN)
