"""What filling reads of the room, on every store: who can, who is on already, what has begun."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.rota.records import Turns
from buurtkamer_app.storage.tables.people import CertificateRow, HostCardRow, OtherTimesRow
from buurtkamer_app.storage.tables.rota import AbsenceRow, FixedShiftRow, OfferRow, PlaceRow, WeekGroupsRow
from tests.rota.filling_room import MARCH, MONDAY, SUNDAY, TODAY, TUESDAY, host, keep

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.rota.filling.records import Hand, Question
    from buurtkamer_app.services import Services


def hand(question: Question, key: UUID) -> Hand:
    return next(one for one in question.hands if one.id == key)


def test_all_that_is_known_of_a_host_is_in_the_question(demo: Services) -> None:
    els = host(demo, "Ria Postma")
    demo.rota.put_on(host(demo, "Joop Kramer"), TUESDAY, DayPart.MORNING)
    shift = demo.rota.shifts(TUESDAY, TUESDAY)[0]
    with demo.store.reading() as session:
        place = session.get(PlaceRow, shift.places[0].id)
        assert place is not None
        shift_id = place.shift_id
    keep(
        demo,
        HostCardRow(
            host_id=els,
            birth_day=None,
            birth_month=None,
            first_talk_on=None,
            agreed_on=None,
            vog_seen_on=TODAY,
            vog_renew_on=None,
            wants_allowance=False,
        ),
        CertificateRow(host_id=els, name="EHBO", got_on=TODAY, until=SUNDAY),
        FixedShiftRow(host_id=els, weekday=0, part=DayPart.MORNING, task="", every=2, first_on=MONDAY, last_on=None),
        OtherTimesRow(host_id=els, first=TUESDAY, last=SUNDAY, part=DayPart.MORNING, extra=True),
        OfferRow(shift_id=shift_id, host_id=els, at=demo.store.clock.now()),
        WeekGroupsRow(single=True, groups=3, first_monday=MONDAY),
    )
    question = demo.filling.question(MONDAY, SUNDAY)
    one = hand(question, els)
    assert one.name == "Ria"
    assert one.proofs.vog_until == date.max
    assert one.proofs.shows == (("EHBO", SUNDAY),)
    assert [(fixed.weekday, fixed.every, fixed.first) for fixed in one.fixed] == [(0, 2, MONDAY)]
    assert [(days.first, days.part, days.extra) for days in one.otherwise] == [(TUESDAY, DayPart.MORNING, True)]
    assert one.offers == {shift.key}
    assert question.turns == Turns(3, MONDAY)
    assert one.times


def test_who_rang_off_is_not_asked_for_that_shift_again(demo: Services) -> None:
    ria = host(demo, "Ria Postma")
    demo.rota.put_on(ria, TUESDAY, DayPart.MORNING)
    place = demo.rota.shifts(TUESDAY, TUESDAY)[0].places[0].id
    keep(demo, AbsenceRow(place_id=place, on_date=TUESDAY, reason=AbsenceReason.EXCUSED))
    question = demo.filling.question(TUESDAY, TUESDAY)
    assert question.shifts[0].held == ()
    assert [(one.first, one.part, one.extra) for one in hand(question, ria).otherwise] == [
        (TUESDAY, DayPart.MORNING, False)
    ]


def test_what_has_begun_counts_for_who_was_on_and_is_not_filled(demo: Services) -> None:
    ria = host(demo, "Ria Postma")
    demo.rota.put_on(ria, TODAY, DayPart.MORNING)
    question = demo.filling.question(*MARCH)
    begun = [shift for shift in question.shifts if shift.begun]
    assert [(shift.key[:2], shift.hosts, shift.held) for shift in begun] == [((TODAY, "morning"), 1, (ria,))]
    assert min(shift.key.on for shift in question.shifts) == TODAY


def test_a_trainee_on_a_shift_takes_no_place(demo: Services) -> None:
    demo.rota.put_on(host(demo, "Nadia Bouali"), TUESDAY, DayPart.MORNING)
    asked = next(one for one in demo.filling.question(MONDAY, SUNDAY).shifts if one.key[:2] == (TUESDAY, "morning"))
    assert asked.held == ()


def test_shifts_around_the_period_count_for_rest_and_for_the_week(demo: Services) -> None:
    ria = host(demo, "Ria Postma")
    demo.rota.put_on(ria, MONDAY, DayPart.MORNING)
    around = demo.filling.question(TUESDAY, TUESDAY).held_around
    assert [(key, shift[:2]) for key, shift, _starts, _ends in around] == [(ria, (MONDAY, "morning"))]
