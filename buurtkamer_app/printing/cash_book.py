"""The cash book of a month on paper: day, in, out, what for, counted, difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.desk.days.records import Cash, CashBook
    from buurtkamer_app.printing.house import House


def cash_book(book: CashBook, house: House) -> bytes:
    """Make the cash book of a period as a PDF; StoreError when its letters are missing."""
    title = translate("Cash book of {month}", month=words.said(book.first, "MMMM y"))
    columns = (
        Column(translate("day"), 9),
        Column(translate("in"), 10, right=True),
        Column(translate("out"), 10, right=True),
        Column(translate("what for"), 22),
        Column(translate("counted"), 11, right=True),
        Column(translate("difference"), 11, right=True),
    )
    rows = tuple(_row(on, cash) for on, cash in book.days)
    total = (translate("sum"), words.amount(book.received), words.amount(book.spent), "", "", _signed(book.difference))
    empty = translate("Nothing was written down this month.")
    sections = (Section(translate("By day"), columns, (*rows, total) if rows else (), empty=empty),)
    return log_pages(text_of(house, title, sections))


def _row(on: date, cash: Cash) -> tuple[str, ...]:
    told = " · ".join(text for text in (cash.what_for, cash.note) if text)
    counted = "–" if cash.counted is None else words.amount(cash.counted)
    difference = "–" if cash.difference is None else _signed(cash.difference)
    day = words.said(on, "EEE d").replace(".", "")
    return day, words.amount(cash.received), words.amount(cash.spent), told, counted, difference


def _signed(cents: int) -> str:
    """Say a difference with its sign, so that more and less are told apart at a glance."""
    return f"+{words.amount(cents)}" if cents > 0 else words.amount(cents)
