"""What a note, a call back and a loan can be, and how long they are shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.desk.handover.records import Loan

LONGEST_LINE: Final = 200
LONGEST_PHONE: Final = 40
LONGEST_LOAN: Final = timedelta(days=3660)
SHOWN_FOR: Final = timedelta(days=14)
BACK_FOR: Final = timedelta(days=30)


def kept_line(typed: str, most: int = LONGEST_LINE) -> str:
    """Give one typed line as it is kept; it may be empty.

    Raises `RefusedError` when it is too long or holds what no keyboard types.
    """
    kept = " ".join(tidy(typed).split())
    if any(sign == "\x00" or "\ud800" <= sign <= "\udfff" for sign in kept):
        raise RefusedError("This text holds signs that cannot be kept. Type it again.")
    if len(kept) > most:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=most)
    return kept


def check_due(due_on: date | None, today: date) -> None:
    """Raise `RefusedError` for a day on which nothing can come back: one that is past, or years away."""
    if due_on is not None and due_on < today:
        raise RefusedError("This day is past. When does it come back?")
    if due_on is not None and due_on > today + LONGEST_LOAN:
        raise RefusedError("This day is too far away. Look at the year.")


def overdue(due_on: date | None, back_on: date | None, today: date) -> bool:
    """Tell whether something should have come back before today and did not."""
    return back_on is None and due_on is not None and due_on < today


def in_order(loans: Iterable[Loan]) -> list[Loan]:
    """Order loans: what is out first, by the day that it should be back (without one: last); then what came back."""
    known = list(loans)
    out = sorted(
        (loan for loan in known if loan.back_on is None),
        key=lambda loan: (loan.due_on is None, loan.due_on or loan.lent_on, loan.lent_on, loan.what.casefold()),
    )
    back = [(loan.back_on, loan) for loan in known if loan.back_on is not None]
    return out + [loan for _, loan in sorted(back, key=lambda pair: pair[0], reverse=True)]
