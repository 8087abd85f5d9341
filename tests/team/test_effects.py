"""Effects on every store: slips without a name, in batches of five or more, told from five people on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.team.effects import rules
from buurtkamer_app.team.effects.records import Answers, Batch
from tests.team.rooms import WEDNESDAY, sit

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

FIVE = Answers(1, 1, 3)


def batch(**of: Answers) -> Batch:
    return Batch(WEDNESDAY, tuple((EffectOn[name.upper()], answers) for name, answers in of.items()))


def test_a_batch_is_told_by_effect_and_what_nobody_answered_is_not_there(demo: Services) -> None:
    demo.effects.write(batch(network=FIVE, language=Answers(0, 2, 4), financial=Answers()))
    assert demo.effects.over() == ((EffectOn.LANGUAGE, Answers(0, 2, 4)), (EffectOn.NETWORK, FIVE))
    assert [one.people for one in demo.effects.batches()] == [6]


@pytest.mark.parametrize("few", [Answers(0, 0, 1), Answers(1, 1, 1), Answers(2, 1, 1)])
def test_an_effect_asked_about_four_people_is_refused_with_a_sentence(demo: Services, few: Answers) -> None:
    with pytest.raises(RefusedError) as refused:
        demo.effects.write(batch(language=FIVE, network=few))
    assert str(few.people) in refused.value.sentence()
    assert demo.effects.batches() == []


@pytest.mark.parametrize("wrong", [Answers(), Answers(-1, 3, 4), Answers(0, 0, 10_000)])
def test_what_no_slips_can_say_is_refused(demo: Services, wrong: Answers) -> None:
    with pytest.raises(RefusedError):
        demo.effects.write(batch(language=wrong))


def test_a_day_to_come_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.effects.write(Batch(WEDNESDAY + timedelta(days=1), ((EffectOn.LANGUAGE, FIVE),)))


def test_two_boxes_of_one_day_are_added_and_each_can_be_undone(demo: Services) -> None:
    sit(demo, "Ria Postma")
    demo.effects.write(batch(language=FIVE))
    second = demo.effects.write(batch(language=Answers(0, 0, 5), network=FIVE))
    assert demo.effects.over()[0] == (EffectOn.LANGUAGE, Answers(1, 1, 8))
    demo.history.undo(second.unit)  # type: ignore[arg-type]
    assert demo.effects.over() == ((EffectOn.LANGUAGE, FIVE),)
    demo.effects.take_away(WEDNESDAY)
    assert demo.effects.over() == ()


def test_a_period_holds_its_own_slips_only(demo: Services) -> None:
    demo.effects.write(batch(language=FIVE))
    assert demo.effects.over(WEDNESDAY, WEDNESDAY)
    assert not demo.effects.over(WEDNESDAY + timedelta(days=1))
    assert not demo.effects.over(None, WEDNESDAY - timedelta(days=1))


answers = st.builds(Answers, st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
batches = st.builds(
    lambda of: Batch(WEDNESDAY, tuple(of.items())), st.dictionaries(st.sampled_from(EffectOn), answers, max_size=7)
)


@settings(max_examples=60)
@given(st.lists(batches, max_size=4))
def test_nothing_is_ever_told_of_fewer_than_five_people(found: list[Batch]) -> None:
    kept = []
    for one in found:
        try:
            kept.append(rules.kept_batch(one, WEDNESDAY))
        except RefusedError:
            assert not one.of or any(answers.people < rules.FEWEST for _, answers in one.of)
    told = rules.summed(kept)
    assert all(answers.people >= rules.FEWEST for _, answers in told)
    assert sum(answers.people for _, answers in told) == sum(one.people for each in kept for _, one in each.of)
