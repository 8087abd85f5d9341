"""Slots: what is offered can be, what cannot be has a reason, and the best comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from buurtkamer_app.activities.conflicts import Day, Use
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart, Ending, Prefers, Theme
from buurtkamer_app.people.records import Available
from buurtkamer_app.planner.slots import rules
from buurtkamer_app.planner.slots.leading import who_can
from buurtkamer_app.planner.slots.moments import moment, suits
from buurtkamer_app.planner.slots.naming import name_of
from buurtkamer_app.planner.slots.records import HOSTS, Asked, Because, Lead, Moment, Running, Situation, Slot
from buurtkamer_app.planner.slots.table import Table
from buurtkamer_app.room.records import Opening
from buurtkamer_app.rota.records import Place, Shift
from buurtkamer_app.wishes.records import NewWish
from tests.planner.situations import SPACES, TODAY, host

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 18)
CHESS = Asked(UUID(int=9), 9, "Schaken", ("Schaken!",), Theme.COMMUNITY, 5, ((Prefers.ANY, 5),))
KEES = Lead("Kees Vos", host("Kees Vos"), ("schaken",), (Available(2, DayPart.AFTERNOON),))
DUTY = Shift(
    WEDNESDAY, DayPart.AFTERNOON, time(9), time(17, 15), 2, 0, (Place(UUID(int=1), host("Ria Postma"), "Ria Postma"),)
)


def a_day(*uses: Use, on: date = WEDNESDAY) -> Day:
    return Day(on, Opening(on.weekday(), time(10), time(17)), None, uses)


def at_hand(*uses: Use, leads: tuple[Lead, ...] = (KEES,), shifts: tuple[Shift, ...] = (DUTY,)) -> Situation:
    return Situation(TODAY, "NL", SPACES, (a_day(*uses),), (), shifts, leads)


def messages(slot: Slot) -> list[str]:
    return [reason.message for reason in slot.reasons]


def test_who_can_do_it_leads_it_and_that_is_said() -> None:
    best = rules.best(rules.slots(CHESS, Table(at_hand())))[0]
    assert (best.lead, best.host, best.moment.starts) == ("Kees Vos", host("Kees Vos"), time(14))
    assert messages(best)[:3] == [
        "All {all} can come then",
        "{space} is free, there are {places} places",
        "{lead} can lead this: {what}",
    ]
    assert "{lead} is often available then" in messages(best)
    assert "{names} is on duty" in messages(best)


def test_who_has_a_shift_or_leads_something_else_does_not_lead_this() -> None:
    on_duty = replace(DUTY, places=(Place(UUID(int=1), host("Kees Vos"), "Kees Vos"),))
    assert {slot.lead for slot in rules.slots(CHESS, Table(at_hand(shifts=(on_duty,))))} == {HOSTS}
    busy = Use("Klaverjassen", "Atelier", time(10), time(17), 6, "Kees Vos", UUID(int=77))
    assert {slot.lead for slot in rules.slots(CHESS, Table(at_hand(busy)))} == {HOSTS}


def test_hosts_who_lead_something_already_cannot_lead_this_as_well() -> None:
    inside = Running(WEDNESDAY, "Inloop", "Huiskamer", time(10), time(17), Theme.COMMUNITY, by_hosts=True)
    here = replace(at_hand(leads=()), running=(inside,))
    assert list(rules.slots(CHESS, Table(here))) == []
    [why] = rules.why_not(CHESS, Table(here), moment(WEDNESDAY, time(14), time(16)))
    assert why.message == "The hosts on duty lead something else at that time."
    two = replace(DUTY, places=())
    assert list(rules.slots(CHESS, Table(replace(here, shifts=(two,)))))


def test_every_space_that_does_not_do_says_why() -> None:
    taken = Use("Eettafel", "Eetkeuken", time(13), time(17), 12, HOSTS, UUID(int=7))
    full = Use("Feest", "Huiskamer", time(13), time(17), 38, HOSTS, UUID(int=8))
    many = replace(CHESS, persons=8, prefers=((Prefers.ANY, 8),))
    reasons = rules.why_not(many, Table(at_hand(taken, full)), moment(WEDNESDAY, time(14), time(16)))
    assert {(reason.message, reason.values["space"]) for reason in reasons} == {
        ("{space} has {left} places left beside {name}. Choose another time or space.", "Huiskamer"),
        ("{space} is taken by {name}. Choose another time or space.", "Eetkeuken"),
        ("{space} has room for {most} people.", "Atelier"),
    }


def test_the_weight_of_a_moment_is_how_many_of_the_group_can_come() -> None:
    group = replace(CHESS, prefers=((Prefers.WEDNESDAY_AFTERNOON, 4), (Prefers.WEEKDAY_MORNING, 1)))
    best = rules.best(rules.slots(group, Table(at_hand())))[0]
    assert best.moment.part is DayPart.AFTERNOON
    assert best.reasons[0].message == "{can} of the {all} can come then"
    assert best.reasons[0].values == {"can": 4, "all": 5}


def test_a_holiday_and_the_same_theme_at_the_same_time_are_avoided_and_said() -> None:
    here = replace(
        at_hand(),
        days=(a_day(), a_day(on=WEDNESDAY + timedelta(days=7))),
        shifts=(DUTY, replace(DUTY, on=WEDNESDAY + timedelta(days=7))),
        holidays=frozenset({WEDNESDAY}),
        running=(
            Running(
                WEDNESDAY + timedelta(days=7), "Soos", "Huiskamer", time(14), time(16), Theme.COMMUNITY, by_hosts=False
            ),
        ),
    )
    every = list(rules.slots(CHESS, Table(here)))
    assert rules.best(every)[0].moment.on == WEDNESDAY + timedelta(days=7)
    holiday = next(slot for slot in every if slot.moment == moment(WEDNESDAY, time(14), time(16)))
    assert [reason.because for reason in holiday.reasons if not reason.good] == [Because.HOLIDAY]
    beside = next(slot for slot in every if slot.moment == moment(WEDNESDAY + timedelta(days=7), time(14), time(16)))
    assert "{name} is at the same time, with the same theme" in messages(beside)


def test_a_group_larger_than_every_space_has_no_slot_and_hears_why() -> None:
    crowd = replace(CHESS, persons=60, prefers=((Prefers.ANY, 60),))
    table = Table(at_hand())
    assert list(rules.slots(crowd, table)) == []
    assert {reason.values.get("most") for reason in rules.refused(crowd, table)[0].reasons} == {40, 12, 6}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Schaken! Ik ken hier niemand die schaakt.", {"Kees Vos"}),
        ("Naailes. Ik heb een machine, maar ik snap hem niet.", {"Fatma Yildiz"}),
        ("Internetbankieren. Ik vertrouw het niet alleen.", {"Bram Jansen"}),
        ("Een ochtend voor alleen vrouwen, met de kinderen erbij.", set()),
        ("Knutselen op woensdagmiddag voor mijn meiden.", {"Precious Mensah"}),
    ],
)
def test_hosts_are_found_by_what_they_can_and_not_by_for_whom(demo: Services, text: str, names: set[str]) -> None:
    asked = replace(CHESS, texts=(text,))
    assert {lead.name for lead, _said in who_can(asked, demo.slots.situation().leads)} == names


@pytest.mark.parametrize(
    ("prefers", "yes", "no"),
    [
        (Prefers.WEEKDAY_MORNING, (WEDNESDAY, 10, 12), (WEDNESDAY, 12, 14)),
        (Prefers.WEEKDAY_AFTERNOON, (WEDNESDAY, 14, 16), (WEDNESDAY + timedelta(days=3), 14, 16)),
        (Prefers.WEDNESDAY_AFTERNOON, (WEDNESDAY, 13, 15), (WEDNESDAY + timedelta(days=1), 13, 15)),
        (Prefers.FRIDAY_EVENING, (WEDNESDAY + timedelta(days=2), 17, 19), (WEDNESDAY + timedelta(days=2), 14, 16)),
        (Prefers.ANY, (WEDNESDAY + timedelta(days=4), 20, 22), None),
    ],
)
def test_a_moment_suits_who_asked_for_such_a_time(
    prefers: Prefers, yes: tuple[date, int, int], no: tuple[date, int, int] | None
) -> None:
    assert suits(prefers, moment(yes[0], time(yes[1]), time(yes[2])))
    assert no is None or not suits(prefers, moment(no[0], time(no[1]), time(no[2])))


def test_wish_16_gets_a_wednesday_afternoon_with_who_can_do_crafts(demo: Services) -> None:
    found = demo.slots.find(demo.wishes.numbered(16))
    assert len(found.slots) == 3
    for slot in found.slots:
        assert (slot.moment.on.weekday(), slot.moment.part) == (2, DayPart.AFTERNOON)
    assert (found.slots[0].moment, found.slots[0].lead) == (
        Moment(WEDNESDAY, time(14), time(16), DayPart.AFTERNOON),
        "Precious Mensah",
    )
    assert (found.asked.persons, found.asked.name, found.ending) == (4, "Knutselen op woensdagmiddag", None)


def test_a_group_is_planned_as_one(demo: Services) -> None:
    head = demo.wishes.numbered(16)
    other = demo.wishes.write(
        NewWish("Kleien met de kinderen.", Theme.COMMUNITY, supporters=3, prefers=Prefers.WEEKDAY_MORNING)
    ).value
    demo.groups.join(other, head)
    for wish in (head, other):
        asked = demo.slots.find(wish).asked
        assert (asked.wish, asked.persons) == (head, 7)
        assert asked.prefers == ((Prefers.WEEKDAY_MORNING, 3), (Prefers.WEDNESDAY_AFTERNOON, 4))


def test_a_wish_that_asks_for_something_else_says_so(demo: Services) -> None:
    found = demo.slots.find(demo.wishes.numbered(14))
    assert found.ending is not None
    assert found.ending.ending is Ending.REPORTED


def test_bookings_closures_and_shifts_are_seen(demo: Services) -> None:
    demo.room.close_days(WEDNESDAY, WEDNESDAY, "Dicht")
    found = demo.slots.find(demo.wishes.numbered(16))
    assert WEDNESDAY not in {slot.moment.on for slot in found.slots}
    assert demo.slots.look_at(demo.wishes.numbered(16), WEDNESDAY, time(14), time(16))
    demo.rota.put_on(demo.people.host_named("Precious Mensah").id, WEDNESDAY + timedelta(days=7), DayPart.AFTERNOON)
    later = demo.slots.find(demo.wishes.numbered(16)).slots
    assert all(slot.lead == HOSTS for slot in later if slot.moment.on == WEDNESDAY + timedelta(days=7))


def test_a_moment_that_somebody_chose_is_looked_at(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    assert demo.slots.look_at(wish, WEDNESDAY, time(14), time(16)) == ()
    [evening] = {
        reason.message
        for reason in demo.slots.look_at(wish, WEDNESDAY, time(20), time(22))
        if reason.because is Because.HOURS
    }
    assert evening == "The room is open from {opens} to {closes} that day."
    with pytest.raises(RefusedError):
        demo.slots.look_at(wish, WEDNESDAY, time(16), time(16))


def test_something_new_gets_moments_too(demo: Services) -> None:
    found = demo.slots.find()
    assert len(found.slots) == 3
    assert found.asked.wish is None


def test_nobody_at_the_desk_sees_no_wishes(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.slots.find(wish)


def test_what_is_offered_can_be_planned_as_it_stands(demo: Services) -> None:
    for number in (4, 13, 16, 17, 19, 20):
        for slot in demo.slots.find(demo.wishes.numbered(number)).slots:
            demo.planner.check(
                NewSeries(
                    "Iets",
                    Theme.HEALTH,
                    slot.space,
                    slot.moment.on,
                    slot.moment.starts,
                    slot.moment.ends,
                    capacity=slot.limit,
                    lead=slot.lead,
                )
            )


def test_a_name_does_not_end_in_a_loose_word() -> None:
    assert name_of("Knutselen op woensdagmiddag voor mijn meiden.") == "Knutselen op woensdagmiddag"
    assert name_of("Een ruilkast voor boeken en spelletjes.") == "Ruilkast voor boeken"
    assert name_of("voor") == "Voor"


def test_what_somebody_told_of_themselves_is_no_name_for_the_wall(demo: Services) -> None:
    assert name_of("Mijn man is net overleden. Ik eet altijd alleen.") == ""
    assert name_of("Ik vind het stil. Samen eten op vrijdag!") == "Samen eten op vrijdag"
    assert demo.slots.find(demo.wishes.numbered(5)).asked.name == "Wens 5"
