"""Whatever is typed of a wish, an activity, a booking or closed days is kept or refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.changing.records import Alter, CallOff, Details, Extra, Placed, Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Theme, WishStatus
from buurtkamer_app.planner.closing.records import ClosingPlan
from buurtkamer_app.room.records import NewClosure
from buurtkamer_app.wishes.endings.records import Goes
from buurtkamer_app.wishes.records import NewWish, Said, Sought
from tests.desk.test_hostile_texts import HOSTILE
from tests.wishes.wished import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.services import Services

DAY = date(2026, 3, 19)
_SPACE = "Atelier"


def _activities(services: Services) -> Iterator[Callable[[str], object]]:
    base = NewSeries("Proef", Theme.COMMUNITY, _SPACE, DAY, time(6), time(7))
    for field in ("name", "about", "lead", "bring", "rrule", "space", "uid"):
        yield lambda text, field=field: services.planner.plan_new(replace(base, **{field: text}), any_hours=True)  # type: ignore[misc]
    weekly = replace(base, rrule="FREQ=WEEKLY", starts=time(5), ends=time(5, 30))
    made, there = services.activities.add_series(weekly).value, Placed(time(5), time(5, 30), _SPACE, "hosts")
    details = Details("Proef", Theme.COMMUNITY)

    def alter(**how: object) -> object:
        return services.changing.apply(replace(Alter(made, DAY, Reach.ALL, all_the_same=True), **how))  # type: ignore[arg-type]

    for field in ("name", "about", "bring"):
        yield lambda text, field=field: alter(details=replace(details, **{field: text}))  # type: ignore[misc]
    for field in ("lead", "space"):
        yield lambda text, field=field: alter(reach=Reach.ONE, placed=replace(there, **{field: text}))  # type: ignore[misc]
    yield lambda text: alter(rrule=text)
    yield lambda text: services.changing.apply(Extra(made, DAY + timedelta(days=1), replace(there, lead=text)))
    yield lambda text: services.changing.apply(CallOff(made, DAY + timedelta(days=70), Reach.FROM_HERE, text))


def _spaces(services: Services) -> Iterator[Callable[[str], object]]:
    new = NewBooking("Groep", _SPACE, DAY, time(3), time(4))
    for field in ("who", "phone", "arrangement", "rrule", "space"):
        yield lambda text, field=field: services.bookings.book(replace(new, **{field: text}))  # type: ignore[misc]
    made = services.bookings.book(replace(new, starts=time(1), ends=time(2))).value
    yield lambda text: services.bookings.off(made, DAY, text)
    closed = NewClosure(DAY + timedelta(days=40), DAY + timedelta(days=40), "Schilder")
    for field in ("reason", "space"):
        yield lambda text, field=field: services.closing.close(ClosingPlan(replace(closed, **{field: text})))  # type: ignore[misc]
    yield services.closing.choose_region


def _wishes(services: Services) -> Iterator[Callable[[str], object]]:
    new, said = NewWish("Iets", Theme.COMMUNITY, may_contact=True), Said("Iets", Theme.COMMUNITY, may_contact=True)
    wish = write(services, "Nog iets")
    for field in ("text", "asked_by", "own_part", "contact", "parked_reason"):
        yield lambda text, field=field: services.wishes.write(replace(new, **{field: text}))  # type: ignore[misc]
    for field in ("text", "asked_by", "own_part", "contact"):
        yield lambda text, field=field: services.wishes.change(wish, replace(said, **{field: text}))  # type: ignore[misc]
    yield lambda text: services.wishes.support(wish, text)
    yield lambda text: services.wishes.support(wish, "Bep", text, may_contact=True)
    yield lambda text: services.wishes.move(wish, WishStatus.PARKED, text)
    yield lambda text: services.wish_lists.listed(Sought(words=text))
    yield services.alike.find
    yield services.endings.home_helpers.name


def _endings(services: Services) -> Iterator[Callable[[str], object]]:
    wish, given, matched = (write(services, "Iets") for _ in range(3))
    endings, matches = services.endings, services.endings.matches
    endings.hand_on(given, "Gemeente")
    matches.begin(matched, "Bep")
    matches.asker_said_yes(matched)
    matches.helper_said_yes(matched)
    matches.meet(matched, services.room.today(), time(13, 30))
    yield lambda text: endings.hand_on(wish, text)
    yield lambda text: endings.report(wish, "Gemeente", text)
    yield lambda text: endings.answered(given, text)
    yield lambda text: endings.answered(given, "Ja", text)
    yield lambda text: matches.begin(wish, text)
    yield lambda text: matches.begin(wish, "Bep", text)
    yield lambda text: matches.helper_said_yes(matched, text)
    yield lambda text: matches.asked(matched, text, Goes.ASK_AGAIN)


def test_whatever_is_typed_is_kept_or_refused_with_a_sentence(demo: Services) -> None:
    refused = []
    for write_down in (*_activities(demo), *_spaces(demo), *_wishes(demo), *_endings(demo)):
        for text in HOSTILE:
            try:
                write_down(text)
            except RefusedError as refusal:
                refused.append(str(refusal))
    assert refused
    assert all(0 < len(sentence) < 400 for sentence in refused), max(refused, key=len)[:100]
