"""What an opening and a closing can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import desk_days
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy

if TYPE_CHECKING:
    from datetime import date, datetime

    from buurtkamer_app.desk.days.records import Cash, Closing

MOST_CENTS: Final = 99_999_999
LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 10_000


def running(now: datetime, open_day: date | None) -> date:
    """Give the day that the desk is in at a moment of the room's clock.

    After midnight that is still the one that was opened last and is not closed, until nobody can be there any more.
    """
    return open_day if open_day is not None and open_day in desk_days(now) else now.date()


def check_cash(cash: Cash) -> None:
    """Raise `RefusedError` for an amount under nothing, or one that no cash box holds."""
    amounts = (cash.opened_with, cash.received, cash.spent, cash.counted or 0)
    if min(amounts) < 0:
        raise RefusedError("An amount cannot be less than nothing.")
    if max(amounts) > MOST_CENTS:
        raise RefusedError("This amount is too large. Look at it again.")


def kept_cash(cash: Cash) -> Cash:
    """Give the cash with its words as they are kept; raises `RefusedError` for amounts and words that cannot be."""
    check_cash(cash)
    return replace(cash, what_for=_kept(cash.what_for), note=_kept(cash.note))


def kept_closing(closing: Closing) -> Closing:
    """Give what is written down on closing as it is kept; raises `RefusedError` for words that are too long."""
    return replace(
        closing,
        round_done=tuple(point for line in closing.round_done if (point := _line(line))),
        key_with=_line(closing.key_with),
        signed_first=_line(closing.signed_first),
        signed_second=_line(closing.signed_second),
        report=_kept(closing.report),
    )


def _plain(text: str) -> str:
    """Take out what no text holds: NUL and other controls, halves of signs."""
    return "".join(char for char in text if char in "\n\t" or (char >= " " and not "\ud800" <= char <= "\udfff"))


def _line(text: str) -> str:
    kept = tidy(" ".join(_plain(text).split()))
    if len(kept) > LONGEST_LINE:
        raise RefusedError("This line is too long. Use at most {most} letters.", most=LONGEST_LINE)
    return kept


def _kept(text: str) -> str:
    kept = tidy(_plain(text))
    if len(kept) > LONGEST_TEXT:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=LONGEST_TEXT)
    return kept
