"""The payable list of expense allowances of a month: on paper with a place to sign, and as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.durations import in_column
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of
from buurtkamer_app.printing.spreadsheet import Euros, Minutes, Table, spreadsheet

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.spreadsheet import Cell
    from buurtkamer_app.team.allowance.records import PayLine, PayList

# Points: a signature needs more than a line of type.
_TO_SIGN = 16.0


def title(found: PayList) -> str:
    """Say what the list is."""
    return translate("Expense allowances of {month}", month=words.said(found.month, "MMMM y"))


def allowance_list(found: PayList, house: House) -> bytes:
    """Make the list as a PDF, with sums and a place to sign; StoreError when its letters are missing."""
    columns = (
        Column(translate("name"), 24),
        Column(_amount_head(found), 9, right=True),
        Column(translate("expenses"), 13, right=True),
        Column(translate("travel"), 12, right=True),
        Column(translate("together"), 13, right=True),
        Column(translate("paid"), 10),
        Column(translate("signature"), 19),
    )
    rows = tuple(_row(found, line) for line in found.lines)
    expenses, travel = (sum(getattr(line, part) for line in found.lines) for part in ("expenses", "travel"))
    total = (translate("sum"), "", words.amount(expenses), words.amount(travel), words.amount(found.cents), "", "")
    notes = [translate("An expense allowance gives back what somebody spends as a volunteer.")]
    if any(line.above for line in found.lines):
        notes.append(translate("*: this passes a cap. The coordinator was told and chose so."))
    section = Section(
        translate("By name"),
        columns,
        (*rows, total) if rows else (),
        notes=tuple(notes),
        empty=translate("Nothing was written down for this month."),
        air=_TO_SIGN,
    )
    warning = translate("Do not hang this up. For the coordinator.")
    return log_pages(text_of(house, title(found), (section,), warning=warning))


def allowance_table(room: str, found: PayList, made_on: date) -> bytes:
    """Make the list as a spreadsheet (XLSX), amounts in euros."""
    heads = (
        translate("name"),
        _amount_head(found),
        translate("expenses"),
        translate("travel"),
        translate("together"),
        translate("paid on"),
        translate("note"),
    )
    rows = tuple(_cells(found, line) for line in found.lines)
    expenses, travel = (sum(getattr(line, part) for line in found.lines) for part in ("expenses", "travel"))
    sums: tuple[Cell, ...] = (
        translate("sum"),
        None,
        Euros(expenses),
        Euros(travel),
        Euros(found.cents),
        None,
        None,
    )
    name = words.said(found.month, "MMMM y")
    return spreadsheet(title(found), room, made_on, [Table(name, heads, rows, sums)])


def _amount_head(found: PayList) -> str:
    return translate("hours") if found.by is AllowanceBy.HOUR else translate("days")


def _amount(found: PayList, line: PayLine) -> str:
    return in_column(line.amount) if found.by is AllowanceBy.HOUR else str(line.amount)


def _row(found: PayList, line: PayLine) -> tuple[str, ...]:
    name = f"{line.name} *" if line.above else line.name
    return (
        f"{name} ({line.note})" if line.note else name,
        _amount(found, line),
        words.amount(line.expenses),
        words.amount(line.travel),
        words.amount(line.cents),
        words.said(line.paid_on, "d MMM").replace(".", "") if line.paid_on else "",
        "",
    )


def _cells(found: PayList, line: PayLine) -> tuple[Cell, ...]:
    note = translate("passes a cap") if line.above else ""
    return (
        line.name,
        Minutes(line.amount) if found.by is AllowanceBy.HOUR else line.amount,
        Euros(line.expenses),
        Euros(line.travel),
        Euros(line.cents),
        line.paid_on,
        " · ".join(part for part in (line.note, note) if part),
    )
