"""What the page of expense allowances reads and makes for paper and files, on the threads that may."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import Rate


class Known(NamedTuple):
    """The amounts by year, and today."""

    rates: list[Rate]
    today: date


def known(services: Services) -> Known:
    """Read the amounts that are known."""
    return Known(services.allowances.rates(), services.room.today())


def make(services: Services, month: date) -> Made:
    """Make the payable list of a month."""
    from buurtkamer_app.papers.gathering import house
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.allowance_list import allowance_list

    found = services.allowances.pay_list(month)
    return Made(name(month), allowance_list(found, house(services)))


def make_table(services: Services, month: date) -> bytes:
    """Make the payable list of a month as a spreadsheet."""
    from buurtkamer_app.printing.allowance_list import allowance_table

    found = services.allowances.pay_list(month)
    return allowance_table(services.room.facts().name, found, services.room.today())


def name(month: date) -> str:
    """Give the name that a file of the list is proposed under."""
    return translate("Expense allowances of {month}", month=f"{month:%Y-%m}")
