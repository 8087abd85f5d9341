"""Days and parts of days in words, for the sentences that services say."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import DayPart

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

_MOMENTS: Final = {
    DayPart.MORNING: mark("{day} morning"),
    DayPart.AFTERNOON: mark("{day} afternoon"),
    DayPart.EVENING: mark("{day} evening"),
}


def moment(weekday: int, part: DayPart) -> str:
    """Say a part of a day of the week, Monday is 0: `maandagochtend`."""
    return translate(_MOMENTS[part], day=weekday_name(weekday))


def weekday_name(weekday: int) -> str:
    """Say a day of the week, Monday is 0: `maandag`."""
    return str(_locale(language()).days["format"]["wide"][weekday])


def day(on: date) -> str:
    """Say a day: `woensdag 11 maart`."""
    from babel.dates import format_date  # noqa: PLC0415 - heavy; loaded when the first sentence with a day is said

    return format_date(on, "EEEE d MMMM", locale=_locale(language()))


@functools.cache
def _locale(spoken: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - as above

    return Locale.parse(spoken)
