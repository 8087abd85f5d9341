"""What is lent and comes back, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.handover.records import Loan
from buurtkamer_app.desk.handover.rules import in_order, overdue

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
SOON = WEDNESDAY + timedelta(days=2)


def test_what_is_out_stands_first_and_overdue_is_told(demo: Services, clock: SetClock) -> None:
    demo.handover.lend("De boor", "Omar", SOON)
    demo.handover.lend("Een boek", "Mw. Tan")
    demo.handover.lend("De partytent", "Ria", WEDNESDAY)
    assert [loan.what for loan in demo.handover.loans()] == ["De partytent", "De boor", "Een boek"]
    assert not any(loan.overdue for loan in demo.handover.loans())
    clock.instant += timedelta(days=2)
    assert [loan.overdue for loan in demo.handover.loans()] == [True, False, False]


def test_what_came_back_stands_last_for_thirty_days(demo: Services, clock: SetClock) -> None:
    demo.handover.lend("De boor", "Omar", SOON)
    demo.handover.lend("Een boek", "Mw. Tan")
    boor = demo.handover.loans()[0]
    clock.instant += timedelta(days=5)
    assert demo.handover.back(boor.id)
    assert not demo.handover.back(boor.id)
    known = demo.handover.loans()
    assert [(loan.what, loan.back_on) for loan in known] == [
        ("Een boek", None),
        ("De boor", WEDNESDAY + timedelta(days=5)),
    ]
    assert not known[1].overdue
    clock.instant += timedelta(days=30)
    assert len(demo.handover.loans()) == 2
    clock.instant += timedelta(days=1)
    assert [loan.what for loan in demo.handover.loans()] == ["Een boek"]


def test_undo_sends_it_out_again(demo: Services) -> None:
    demo.handover.lend("De boor", "Omar")
    change = demo.handover.back(demo.handover.loans()[0].id)
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.handover.loans()[0].back_on is None


@pytest.mark.parametrize(
    ("what", "who", "due"),
    [
        ("", "Omar", None),
        ("De boor", " ", None),
        ("x" * 10_000, "Omar", None),
        ("De boor", "\ud800", None),
        ("De boor", "Omar", WEDNESDAY - timedelta(days=1)),
        ("De boor", "Omar", date(3026, 3, 11)),
    ],
)
def test_a_loan_that_cannot_be_is_refused(demo: Services, what: str, who: str, due: date | None) -> None:
    with pytest.raises(RefusedError):
        demo.handover.lend(what, who, due)
    with pytest.raises(RefusedError):
        demo.handover.back(uuid4())
    assert demo.handover.loans() == []


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, st.none() | DAYS, st.none() | DAYS), max_size=12), DAYS)
def test_the_order_is_out_before_back_and_overdue_before_the_rest(
    drawn: list[tuple[date, date | None, date | None]], today: date
) -> None:
    loans = [Loan(uuid4(), "x", "y", lent, due, back, overdue=overdue(due, back, today)) for lent, due, back in drawn]
    known = in_order(loans)
    assert {loan.id for loan in known} == {loan.id for loan in loans}
    ranks = [2 if loan.back_on else 0 if loan.overdue else 1 for loan in known]
    assert ranks == sorted(ranks)
    back = [loan.back_on for loan in known if loan.back_on]
    assert back == sorted(back, reverse=True)
