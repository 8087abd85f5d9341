"""Figures that are compared, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.review.records import Unit
from buurtkamer_app.review.rules import whole_months

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.review.records import Amount, Line


def said(amount: Amount | None, line: Line) -> str:
    """Say a figure in the language of the moment: `12`, `8–11`, `<5`, `6 or more`, `12,5`, `3:30`, `40%`.

    What is not known is a dash.
    """
    if amount is None:
        return "\u2013"
    low = _number(amount.low, line)
    if amount.high == amount.low:
        return low
    if amount.high is None:
        return translate("{number} or more", number=low)
    if line.whole and line.unit is Unit.NUMBER and (amount.low, amount.high) == (10, 40):
        return "<\u00a05"
    return f"{low}\u2013{_number(amount.high, line)}"


def period(first: date, last: date) -> str:
    """Say a period in few letters: `9–15 mrt 2026`, `maart 2026`, `2026`."""
    from babel.dates import format_date  # noqa: PLC0415 - only where periods are named

    def day(on: date, pattern: str) -> str:
        return str(format_date(on, pattern, locale=language()))

    months = whole_months(first, last)
    if months == 1:
        return day(first, "MMMM y")
    if months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}\u2013{last.year}"
    if first == last:
        return day(first, "d MMM y")
    alike = "d" if (first.year, first.month) == (last.year, last.month) else "d MMM"
    return f"{day(first, alike if first.year == last.year else 'd MMM y')}\u2013{day(last, 'd MMM y')}"


def _number(tenths: int, line: Line) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - as in period

    rounded = (tenths + 5) // 10
    if line.unit is Unit.MINUTES:
        return f"{rounded // 60}:{rounded % 60:02}"
    if line.unit is Unit.PERCENT:
        return f"{rounded}%"
    shape = "#,##0" if line.whole else "#,##0.0"
    return str(format_decimal(Decimal(tenths) / 10, shape, locale=language()))
