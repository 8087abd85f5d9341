"""The sheets that bear a number and come back to the desk: to count on, and to sign up on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import USUAL, Made
from buurtkamer_app.printing import words
from buurtkamer_app.printing.sign_up_sheet import no_sign_up, sign_up_sheet
from buurtkamer_app.printing.tally_sheet import Tally, tally_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.desk.sheets.records import SignUpSheet
    from buurtkamer_app.papers.records import Choices, Wanted
    from buurtkamer_app.services import Services


def tally(services: Services, wanted: Wanted) -> Made:
    """Make the tally sheet of a day, its rows those of the page on which it is keyed back."""
    sheet = services.sheets.sheet(wanted.number) if wanted.number else None
    hours = services.sheets.hours(wanted.day, (), sheet.hours if sheet else ())
    numbers = (wanted.number,)
    pdf = tally_sheet(Tally(wanted.day, hours), house(services, wanted.choices), numbers)
    return Made(_name(translate("Tally sheet"), wanted.day, wanted.number), pdf)


def give_tally(services: Services, wanted: Wanted) -> Wanted:
    """Give the tally sheet of a day its number."""
    return replace(wanted, number=services.sheets.give_numbers(1, wanted.day, printed=True).value[0])


def blank_tallies(services: Services, numbers: Sequence[str], choices: Choices = USUAL) -> Made:
    """Make tally sheets with these numbers, one a page, on which the day is written by hand."""
    hours = services.sheets.hours(None, (), services.sheets.sheet(numbers[0]).hours)
    pdf = tally_sheet(Tally(None, hours), house(services, choices), numbers)
    return Made(f"{translate('Tally sheet')} {numbers[0]}", pdf)


def sign_up(services: Services, wanted: Wanted) -> Made:
    """Make the sign-up sheet of a date; without a series a form, and where nobody can sign up one that says why."""
    own = house(services, wanted.choices)
    title = translate("Sign-up sheet")
    if wanted.series is None:
        return Made(title, sign_up_sheet(None, own))
    try:
        sheet = _of(services, wanted, wanted.series)
    except RefusedError as error:
        series = next((one for one in services.activities.series() if one.id == wanted.series), None)
        name = series.name if series else title
        return Made(_name(title, wanted.day, ""), no_sign_up(name, wanted.day, error.sentence(), own))
    name, why = sheet.occurrence.series.name, _why_not(services, sheet)
    pdf = no_sign_up(name, wanted.day, why, own) if why else sign_up_sheet(sheet, own)
    return Made(_name(f"{title} {name}", sheet.occurrence.on, wanted.number), pdf)


def give_sign_up(services: Services, wanted: Wanted) -> Wanted:
    """Give the sign-up sheet of a date its number; one on which nobody can sign up has none."""
    if wanted.series is None:
        return wanted
    try:
        number = services.sign_up_sheets.give(wanted.series, wanted.day).value
    except RefusedError:
        return wanted
    return replace(wanted, number=number)


def _of(services: Services, wanted: Wanted, series: UUID) -> SignUpSheet:
    """Give the sheet of the number that was given, as it is kept; else as it would be now."""
    if wanted.number:
        return services.sign_up_sheets.sheet(wanted.number)
    return services.sign_up_sheets.blank(series, wanted.day)


def _why_not(services: Services, sheet: SignUpSheet) -> str:
    """Say why nobody can sign up for a date; nothing where one can."""
    of = sheet.occurrence
    if of.cancelled is not None:
        told = translate("It does not go on")
        return f"{told}: {of.cancelled}" if of.cancelled.strip() else told
    return translate("This day has been. Choose another day.") if of.on < services.room.today() else ""


def _name(title: str, day: date, number: str) -> str:
    """Name a file after a sheet, its day and its number."""
    return " ".join(part for part in (title, words.said(day, "d MMMM y"), number) if part)
