"""When a data leak is reported, to whom, and until when.

Source: AVG art. 33 (72 hours, unless a risk is unlikely; every leak is written down) and art. 34 (the people
themselves when the risk is high; not when the data was encrypted).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.desk.concerns.rules import kept_line, kept_observation
from buurtkamer_app.privacy.breaches.records import Advice, Judged

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from buurtkamer_app.privacy.breaches.records import NewBreach

WITHIN: Final = timedelta(hours=72)
_BELGIUM: Final = "BE"
_AUTHORITIES: Final = {
    "NL": ("Autoriteit Persoonsgegevens", "datalekken.autoriteitpersoonsgegevens.nl", "088 1805 250"),
    _BELGIUM: ("Gegevensbeschermingsautoriteit", "gegevensbeschermingsautoriteit.be", "02 274 48 00"),
}


def authority(country: str) -> tuple[str, str, str]:
    """Give who is told of leaks in a country (`NL`, `BE`): name, page, phone number."""
    return _AUTHORITIES[_BELGIUM if country == _BELGIUM else "NL"]


def judged(found: NewBreach) -> Judged:
    """Say what is to be done about a leak, and why; what is not known counts as what it might be."""
    if found.encrypted:
        return Judged(Advice.NOTE, mark("It was encrypted, so nobody can read it."))
    if found.reach is Reach.NO:
        return Judged(Advice.NOTE, mark("No stranger can have seen it."))
    if found.hurts:
        return Judged(Advice.TELL, mark("It can hurt people, and a stranger may have seen it."))
    if found.reach is Reach.UNSURE:
        return Judged(Advice.REPORT, mark("A stranger may have seen it."))
    return Judged(Advice.REPORT, mark("A stranger has seen it."))


def due_at(found: NewBreach, zone: ZoneInfo) -> datetime:
    """Give when the 72 hours after noticing are over: hours that passed, also when the clock changes."""
    return instant(found.noticed_on, found.noticed_at, zone) + WITHIN


def hours_left(due: datetime, now: datetime) -> int:
    """Give the whole hours until then; below 0 they are over."""
    return (due - now) // timedelta(hours=1)


def kept(found: NewBreach, now: datetime) -> NewBreach:
    """Give a leak as it is kept; `now` is of the room's clock.

    Raises `RefusedError` for what no text can be, nothing that happened, and days that cannot be.
    """
    if (found.noticed_on, found.noticed_at) > (now.date(), now.time()):
        raise RefusedError("That time is still to come. When was it noticed?")
    for done in (found.reported_on, found.told_on):
        if done is not None:
            _check_done(found.noticed_on, done, now.date())
    return replace(
        found,
        happened=kept_observation(found.happened),
        what_data=_text(found.what_data),
        whose=kept_line(found.whose),
        consequence=_text(found.consequence),
        measures=_text(found.measures),
        done_by=kept_line(found.done_by),
    )


def _check_done(noticed: date, done: date, today: date) -> None:
    if done > today:
        raise RefusedError("That day is still to come. Fill it in when it was done.")
    if done < noticed:
        raise RefusedError("That is before it was noticed. Look at the days again.")


def _text(typed: str) -> str:
    return kept_observation(typed) if typed.strip() else ""
