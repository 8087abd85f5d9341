"""The sheets of a day at the desk: its log, the pack for when the power is cut, the cash book of its month."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.desk.days.records import USUAL_ROUND
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import USUAL, Choices, Made, Sides, Wanted
from buurtkamer_app.printing import cash_book as cash_sheet
from buurtkamer_app.printing import day_log as log_sheet
from buurtkamer_app.printing import power_cut_pack as pack_sheet
from buurtkamer_app.printing import words

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.days.pack import PackContent
    from buurtkamer_app.services import Services


# The next open day is looked for in so many days; after that it is the next one from today.
_NEXT_OPEN: Final = 31


def day_log(services: Services, wanted: Wanted) -> Made:
    """Make the day log of a day."""
    on = wanted.day
    points = services.room.desk_settings().closing_round or tuple(map(translate, USUAL_ROUND))
    log = log_sheet.DayLog(
        services.days.state(on),
        services.evaluation.figures(on, on),
        services.activities.occurrences(on, on),
        services.rota.worked(on, on),
        services.days.notes(on),
        services.days.cash(on, on).get(on),
        points,
    )
    name = translate("Day log {day}", day=words.said(on, "EEEE d MMMM y"))
    return Made(name, log_sheet.day_log(log, house(services, wanted.choices)))


def power_cut_pack(services: Services, wanted: Wanted) -> Made:
    """Make the pack of a day, of the next one on which the room opens when it does not on that.

    Raises `RefusedError` when the room opens on no day of the year to come.
    """
    days = (wanted.day + timedelta(days=ahead) for ahead in range(_NEXT_OPEN))
    found = (services.days.pack_content(day) for day in days)
    content = next((one for one in found if one is not None), None) or services.days.pack_content()
    if content is None:
        raise RefusedError("The room opens on no day. Give its opening hours first.")
    return pack_of(services, content, wanted.choices)


def pack_of(services: Services, content: PackContent, choices: Choices = USUAL) -> Made:
    """Make the pack that holds this; once it lies on paper, that is written down."""
    name = translate("Power-cut pack {day}", day=words.said(content.on, "EEEE d MMMM y"))
    pdf = pack_sheet.power_cut_pack(content, house(services, choices))
    lies = partial(_lies_there, content.digest, content.on)
    return Made(name, pdf, Sides.LONG_EDGE, lies)


def _lies_there(digest: str, on: date, services: Services) -> Change:
    return services.days.pack_printed(digest, on)


def cash_book(services: Services, wanted: Wanted) -> Made:
    """Make the cash book of the month that holds a day."""
    first = wanted.day.replace(day=1)
    book = services.days.cash_book(first, month_end(first))
    name = translate("Cash book {month}", month=f"{first:%Y-%m}")
    return Made(name, cash_sheet.cash_book(book, house(services, wanted.choices)))
