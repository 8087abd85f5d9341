"""Looking back at a street, who leads there, and going back: on both stores."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.street.records import Course, Reflection

from .plans import PLAN, TODAY, held

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

SAID = Reflection(
    "Buren samenbrengen",
    "Drie diensten",
    "In elke buurt",
    "Het dienstencentrum",
    "Sinds 2018",
    True,
    "Veel zin",
    "Te weinig mensen",
    "Sneller terug",
    "Ze gaan zelf door",
    "Ze zaten goed",
    8,
    7,
    frozenset(TargetGroup),
    frozenset({1, 11, 17}),
    finished=True,
)


def test_every_field_of_the_form_is_kept(demo: Services) -> None:
    key = held(demo)
    demo.street_reflections.write(key, SAID)
    assert demo.street_reflections.of(key) == SAID
    assert demo.streets.one(key).plan.targets == PLAN.targets


def test_it_is_saved_half_done_and_finished_later(demo: Services) -> None:
    key = held(demo, 2)
    (waiting,) = demo.street_reflections.waiting()
    assert (waiting.left, waiting.begun) == (5, False)
    demo.street_reflections.write(key, Reflection(strong="Veel zin"))
    (waiting,) = demo.street_reflections.waiting()
    assert waiting.begun
    demo.street_reflections.write(key, SAID)
    assert demo.street_reflections.waiting() == []


@pytest.mark.parametrize(("ago", "left"), [(1, 6), (7, 0), (8, -1), (30, -23)])
def test_it_is_asked_for_from_the_day_after_until_it_is_done(demo: Services, ago: int, left: int) -> None:
    held(demo, ago)
    assert [one.left for one in demo.street_reflections.waiting()] == [left]


def test_today_and_what_was_called_off_is_not_asked_about(demo: Services) -> None:
    street = demo.streets.one(held(demo, 0)).street
    demo.street_plans.cancel(held(demo, 3, street), "Regen")
    assert demo.street_reflections.waiting() == []


@pytest.mark.parametrize(
    "said",
    [
        Reflection(strong="x" * 301),
        Reflection(anecdote="x" * 10_000),
        Reflection(barriers="\n".join("abcdefghi")),
        Reflection(recommend=11),
        Reflection(impact=-1),
        Reflection(goals=frozenset({18})),
        Reflection(contact="x" * 121),
    ],
)
def test_what_does_not_fit_is_a_sentence(demo: Services, said: Reflection) -> None:
    key = held(demo)
    with pytest.raises(RefusedError):
        demo.street_reflections.write(key, said)
    assert demo.street_reflections.of(key) is None


def test_nobody_looks_back_before_it_was(demo: Services) -> None:
    key = held(demo, -1)
    with pytest.raises(RefusedError):
        demo.street_reflections.write(key, SAID)
    assert demo.street_reflections.of(key) is None


def test_a_look_back_begins_with_what_is_known(demo: Services) -> None:
    first = held(demo, 20)
    street = demo.streets.one(first).street
    begun = demo.street_reflections.begun(first)
    assert (begun.partners, begun.where_active, begun.reached, begun.with_volunteers) == (
        PLAN.partners,
        "Het pleintje, Kersenlaan",
        PLAN.targets,
        True,
    )
    assert demo.room.facts().name in begun.contact
    demo.street_reflections.write(first, SAID)
    second = demo.street_reflections.begun(held(demo, 3, street))
    assert (second.about, second.period, second.strong, second.finished) == (SAID.about, SAID.period, "", False)


def test_a_street_goes_from_professionals_to_residents_and_back(demo: Services) -> None:
    street = demo.streets.add("Kersenlaan").value
    assert demo.street_turns.leading(TODAY) == {}
    demo.street_turns.lead(street, LedBy.TOGETHER, TODAY - timedelta(days=60), "Vier buren helpen")
    demo.street_turns.lead(street, LedBy.RESIDENTS, TODAY - timedelta(days=30))
    assert demo.street_turns.leading(TODAY) == {street: LedBy.RESIDENTS}
    for days, taken_over in ((40, ["Kersenlaan"]), (20, [])):
        back = demo.looking.activities(TODAY - timedelta(days=days), TODAY)
        assert [one.name for one in back.became_self_run if one.street] == taken_over
    demo.street_turns.lead(street, LedBy.TOGETHER, TODAY, "Een trekker verhuisde")
    assert [(phase.led_by, phase.why) for phase in demo.street_turns.phases(street)] == [
        (LedBy.TOGETHER, "Vier buren helpen"),
        (LedBy.RESIDENTS, ""),
        (LedBy.TOGETHER, "Een trekker verhuisde"),
    ]
    with pytest.raises(RefusedError):
        demo.street_turns.lead(street, LedBy.RESIDENTS, TODAY + timedelta(days=1))
    demo.street_turns.take_away(street, TODAY)
    assert demo.street_turns.leading(TODAY) == {street: LedBy.RESIDENTS}


def test_going_back_stays_in_sight_until_it_is_planned(demo: Services) -> None:
    key = held(demo, 60)
    street = demo.streets.one(key).street
    (back,) = demo.street_turns.returns()
    assert (back.due_on, back.late) == (TODAY - timedelta(days=4), True)
    demo.street_turns.put_off(key, TODAY + timedelta(days=3))
    (back,) = demo.street_turns.returns()
    assert (back.due_on, back.late) == (TODAY + timedelta(days=3), False)
    again = held(demo, -10, street)
    assert demo.street_turns.returns() == []
    demo.street_plans.cancel(again, "Storm")
    assert len(demo.street_turns.returns()) == 1


def test_going_back_is_given_up_for_a_reason_only(demo: Services) -> None:
    key = held(demo, 60)
    with pytest.raises(RefusedError):
        demo.street_turns.give_up(key, "  ")
    with pytest.raises(RefusedError):
        demo.street_turns.put_off(key, TODAY - timedelta(days=1))
    assert len(demo.street_turns.returns()) == 1
    demo.street_turns.give_up(key, "De straat wordt afgebroken")
    assert demo.street_turns.returns() == []


def test_the_figures_tell_activities_people_leads_and_scores(demo: Services) -> None:
    first = held(demo, 30)
    street = demo.streets.one(first).street
    second = held(demo, 20, street, replace(PLAN, led_by=LedBy.TOGETHER))
    held(demo, 10, street, replace(PLAN, led_by=LedBy.RESIDENTS))
    demo.street_days.went(first, Course(40, 3), [])
    demo.street_days.went(second, Course(20, 1, None, PLAN.ends), [])
    demo.street_reflections.write(first, SAID)
    demo.street_reflections.write(second, replace(SAID, recommend=9, impact=None))
    demo.street_reflections.write(second, replace(SAID, recommend=9, impact=None))
    figures = demo.looking.streets(TODAY - timedelta(days=40), TODAY)
    assert (figures.gatherings, figures.participations) == (3, 60)
    assert figures.by_lead == {LedBy.PROFESSIONALS: 1, LedBy.TOGETHER: 1, LedBy.RESIDENTS: 1}
    assert (figures.recommend.tenths, figures.recommend.count) == (85, 2)
    assert (figures.impact.tenths, figures.impact.count) == (70, 1)
    assert (figures.finished, demo.street_turns.returns()) == (1, [])
    assert [one.recommend for one in demo.street_plans.history(street)] == [None, 9, 8]
