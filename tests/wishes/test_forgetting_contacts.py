"""Who asked and how to reach them goes 30 days after their wish was done and told; the wish and its people stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.terms import TellReason, Theme, ToldHow, WishStatus
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.wishes.records import NewWish, Said
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.wishes.wished import wish_of

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def _asked(demo: Services) -> UUID:
    new = NewWish("Vliegeren", Theme.HEALTH, asked_by="Mw. Tanja", contact="06 12345678", may_contact=True)
    wish = demo.wishes.write(new).value
    demo.wishes.support(wish, "Dhr. Bosman", "06 87654321", may_contact=True)
    return wish


def _open(demo: Services, clock: SetClock, days: int) -> None:
    """Let days go by and open the room on the last of them and the one after."""
    clock.instant += timedelta(days=days)
    demo.days.open()
    clock.instant += timedelta(days=1)
    demo.moving_on.forget_contacts()


def _names(demo: Services, wish: UUID) -> list[str]:
    opened = demo.wish_lists.opened(wish)
    of_wish = [opened.wish.asked_by, opened.wish.contact]
    return of_wish + [part for one in opened.supports for part in (one.name, one.contact)]


def _journal(demo: Services) -> str:
    with demo.store.reading() as session:
        return str(list(session.scalars(select(JournalChangeRow.before).where(JournalChangeRow.before.is_not(None)))))


def test_names_of_a_wish_that_is_done_go_after_thirty_days_and_its_people_still_count(
    demo: Services, clock: SetClock
) -> None:
    wish = _asked(demo)
    demo.wishes.move(wish, WishStatus.DONE)
    _open(demo, clock, 29)
    assert "Mw. Tanja" in _names(demo, wish)
    _open(demo, clock, 1)
    assert _names(demo, wish) == ["", "", "", ""]
    assert wish_of(demo, 41).supporters == 2
    assert demo.wish_lists.opened(wish).may_contact_since is None


def test_an_open_wish_keeps_who_asked(demo: Services, clock: SetClock) -> None:
    wish = _asked(demo)
    _open(demo, clock, 400)
    assert "Mw. Tanja" in _names(demo, wish)


def test_thirty_days_begin_when_the_last_one_was_told(demo: Services, clock: SetClock) -> None:
    wish = _asked(demo)
    demo.wishes.move(wish, WishStatus.SELF_RUN)
    demo.telling.tell([NewTelling(TellReason.ENDED, "Mw. Tanja", wish=wish)])
    _open(demo, clock, 60)
    assert "Mw. Tanja" in _names(demo, wish)
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    _open(demo, clock, 15)
    assert "Mw. Tanja" in _names(demo, wish)
    _open(demo, clock, 30)
    assert _names(demo, wish) == ["", "", "", ""]


def test_the_journal_holds_no_name_that_went(demo: Services, clock: SetClock) -> None:
    wish = _asked(demo)
    demo.wishes.move(wish, WishStatus.DONE)
    clock.instant += timedelta(days=40)
    demo.days.open()
    demo.wishes.change(wish, Said("Vliegeren", Theme.HEALTH, asked_by="Mw. Anders"))
    demo.wishes.take_back(demo.wish_lists.opened(wish).supports[0].id)
    assert "Mw. Tanja" in _journal(demo)
    assert "Dhr. Bosman" in _journal(demo)
    clock.instant += timedelta(days=1)
    demo.moving_on.forget_contacts()
    assert not [name for name in ("Tanja", "Anders", "Bosman", "06 1234", "06 8765") if name in _journal(demo)]


def test_a_clock_that_is_wrong_for_one_day_takes_no_name(demo: Services, clock: SetClock) -> None:
    wish = _asked(demo)
    demo.wishes.move(wish, WishStatus.DONE)
    demo.days.open()
    clock.instant += timedelta(days=365)
    demo.moving_on.forget_contacts()
    assert "Mw. Tanja" in _names(demo, wish)
