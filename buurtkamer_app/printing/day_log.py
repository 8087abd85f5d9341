"""The day log: the day's figures, programme, hosts, handover and cash on paper, for two people to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, LogText, Section, log_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.desk.days.records import Cash, DayState
    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.rota.records import Worked

# What fits in its column at the size of the table.
LINE_TO_WRITE_ON: Final = "_" * 34


@dataclass(frozen=True, slots=True)
class DayLog:
    """What a day log holds; `points` is the whole closing round, `notes` the handover for everybody."""

    facts: RoomFacts
    state: DayState
    figures: Figures
    programme: Sequence[Occurrence]
    worked: Sequence[Worked]
    notes: Sequence[str]
    cash: Cash | None
    points: Sequence[str]


def day_log(log: DayLog, printed_on: date) -> bytes:
    """Make the day log as a PDF; no visitor's name is asked for. StoreError when its letters are missing."""
    day = words.said(log.state.on, "EEEE d MMMM y")
    week = translate("Week {week}", week=log.state.on.isocalendar().week)
    sections = (
        _figures(log),
        _programme(log),
        _hosts(log),
        _handover(log),
        *_cash(log.cash),
        _closing(log),
        *_report(log),
    )
    dated = translate("made on {date}", date=words.said(printed_on, "d MMMM y"))
    title = translate("Day log of {day}", day=day)
    return log_pages(
        LogText(title, log.facts.name, (f"{log.facts.name} · {week}",), (*sections, _signing(log)), (title, dated))
    )


def lines(text: str) -> tuple[tuple[str], ...]:
    """Give the lines of a text that hold something, each a row."""
    return tuple((line,) for line in text.splitlines() if line.strip())


def _figures(log: DayLog) -> Section:
    visits, figures = log.figures.visits, log.figures
    hours, minutes = divmod(figures.host_minutes, 60)
    rows: tuple[tuple[str, str], ...] = (
        (translate("visits"), str(visits.visits)),
        (translate("of whom known by name"), str(visits.named)),
        (translate("of whom without a name"), str(visits.anonymous)),
        (translate("children"), str(visits.children)),
        (translate("here for the first time"), str(visits.first_time)),
        (translate("took part in activities"), str(figures.participations)),
        (translate("new wishes"), str(figures.wishes_new)),
        *words.ended(figures.endings),
        (translate("hours of hosts"), translate("{hours} hours {minutes} minutes", hours=hours, minutes=minutes)),
    )
    return Section(translate("Figures of the day"), (Column("", 4), Column("", 3, right=True)), rows)


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


def _hosts(log: DayLog) -> Section:
    zone = log.facts.zone
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
    return (Section(translate("Cash box"), (Column("", 5), Column("", 2, right=True)), tuple(rows), notes=told),)


def _closing(log: DayLog) -> Section:
    rows = [(point, translate("done") if point in log.state.round_done else "–") for point in log.points]
    rows += [(point, translate("done")) for point in log.state.round_done if point not in log.points]
    rows.append((translate("Key with"), log.state.key_with or "–"))
    return Section(translate("Closing"), (Column("", 5), Column("", 2)), tuple(rows))


def _report(log: DayLog) -> tuple[Section, ...]:
    rows = lines(log.state.report)
    return (Section(translate("Report of the day"), (Column("", 1),), rows),) if rows else ()


def _signing(log: DayLog) -> Section:
    signed = (log.state.signed_first, log.state.signed_second)
    rows = tuple((name or " ", LINE_TO_WRITE_ON) for name in signed)
    columns = (Column(translate("name"), 1), Column(translate("signature"), 1))
    return Section(translate("Signed"), columns, rows)
