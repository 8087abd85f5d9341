"""What stands in each other's way at a market, and which part fits a talent, whatever is written down."""

from __future__ import annotations

from datetime import date, time
from itertools import combinations
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import ElementKind, Motive
from buurtkamer_app.market import clashes, matching, rules
from buurtkamer_app.market.records import ClashKind, Duty, Element, MarketEvent, PermitState, PermitStep, Talent

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENT = UUID(int=1)
MARKET = MarketEvent("Market", date(2026, 5, 30), time(11), time(17), "Square")
TIMED = [kind for kind in ElementKind if kind is not ElementKind.STALL]


@st.composite
def elements(draw: st.DrawFn, kinds: Sequence[ElementKind] = tuple(ElementKind)) -> list[Known[Element]]:
    """Give some parts in few places, of few people, at hours that meet often."""
    made = []
    for number in range(draw(st.integers(0, 8))):
        starts = draw(st.integers(10, 16))
        ends = draw(st.integers(starts + 1, 18))
        all_day = draw(st.booleans())
        element = Element(
            EVENT,
            draw(st.sampled_from(kinds)),
            f"Part {number}",
            Motive.MEETING,
            draw(st.sampled_from(["", "Anna", "anna ", "Bo"])),
            "",
            None if all_day else time(starts),
            None if all_day else time(ends),
            draw(st.sampled_from(["", "Stage 1", "stage 1", "Lawn"])),
            number=number + 1,
        )
        made.append(Known(UUID(int=number + 10), 1, element))
    return made


def found(known: list[Known[Element]]) -> set[tuple[ClashKind, frozenset[UUID]]]:
    """Give what clashes, as kinds and parts."""
    clashing = clashes.find(MARKET, clashes.parts(MARKET, known, {}))
    return {(clash.kind, frozenset(clash.elements)) for clash in clashing}


def meet(one: Element, other: Element) -> bool:
    """Tell whether two parts are there at one time."""
    return (one.starts or MARKET.starts) < (other.ends or MARKET.ends) and (other.starts or MARKET.starts) < (
        one.ends or MARKET.ends
    )


@given(elements(TIMED))
def test_two_parts_with_times_clash_exactly_when_they_share_a_place_or_a_person_at_one_time(
    known: list[Known[Element]],
) -> None:
    expected = set()
    for one, other in combinations(known, 2):
        both = frozenset({one.id, other.id})
        if meet(one.it, other.it):
            if rules.same_name(one.it.place, other.it.place):
                expected.add((ClashKind.PLACE, both))
            if rules.same_name(one.it.owner, other.it.owner):
                expected.add((ClashKind.PERSON, both))
    assert {clash for clash in found(known) if clash[0] is not ClashKind.HOURS} == expected


@given(elements(), st.randoms(use_true_random=False))
def test_the_order_in_which_parts_were_written_down_changes_nothing(
    known: list[Known[Element]], random: object
) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    assert found(shuffled) == found(known)


@given(elements())
def test_a_part_is_outside_the_hours_exactly_when_it_begins_before_or_ends_after(known: list[Known[Element]]) -> None:
    outside = {key for kind, keys in found(known) if kind is ClashKind.HOURS for key in keys}
    assert outside == {
        one.id
        for one in known
        if (one.it.starts or MARKET.starts) < MARKET.starts or (one.it.ends or MARKET.ends) > MARKET.ends
    }


def stalls(*places: str, owner: str = "") -> list[Known[Element]]:
    """Give stalls at places."""
    return [
        Known(
            UUID(int=number), 1, Element(EVENT, ElementKind.STALL, f"Stall {number}", Motive.MEETING, owner, place=at)
        )
        for number, at in enumerate(places, 10)
    ]


def test_eighty_stalls_on_one_square_do_not_clash_and_two_on_one_numbered_spot_do() -> None:
    assert found(stalls(*["Square"] * 80)) == set()
    assert {kind for kind, _ in found(stalls("A3", "a3"))} == {ClashKind.PLACE}
    assert found(stalls(*["Hall 2"] * 40)) == set()


def test_two_stalls_of_one_owner_clash_only_when_they_are_apart() -> None:
    assert found(stalls("Square", "Square", owner="Anna")) == set()
    assert found(stalls("", "Square", owner="Anna")) == set()
    assert {kind for kind, _ in found(stalls("Square", "Park", owner="Anna"))} == {ClashKind.PERSON}


def test_who_was_matched_to_a_part_is_a_person_of_it() -> None:
    known = [*stalls("A1", "Park")]
    helping = {one.id: ["Gerrit"] for one in known}
    clashing = clashes.find(MARKET, clashes.parts(MARKET, known, helping))
    assert [clash.kind for clash in clashing] == [ClashKind.PERSON]
    assert "Gerrit" in clashing[0].say()


def test_a_duty_clashes_with_a_part_at_that_time_or_else_with_a_role() -> None:
    there = clashes.parts(MARKET, stalls("Square", owner="Ria Postma"), {})
    morning, evening = Duty("Ria Postma", time(9), time(12), "a shift"), Duty("Ria Postma", time(19), time(21), "choir")
    assert [clash.elements for clash in clashes.find(MARKET, there, [morning, evening], ["Ria Postma"])] == [
        (UUID(int=10),)
    ]
    assert [clash.elements for clash in clashes.find(MARKET, (), [morning, evening], ["Ria Postma"])] == [()]
    assert clashes.find(MARKET, (), [morning], ["Joop"]) == ()


@given(
    st.integers(0, 104),
    st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
)
def test_a_permit_is_late_only_after_its_day_and_never_once_it_was_asked(
    weeks: int, today: date, asked: date | None
) -> None:
    permit = rules.permit(Known(EVENT, 1, PermitStep(EVENT, "Permit", weeks, asked)), MARKET.on_date, today)
    assert (MARKET.on_date - permit.by).days == 7 * weeks
    assert (permit.state is PermitState.ASKED) is (asked is not None)
    if asked is None:
        assert (permit.state is PermitState.LATE) is (permit.by < today)


@given(st.sets(st.integers(1, 40)))
def test_the_next_number_is_the_lowest_that_nobody_has(taken: set[int]) -> None:
    number = rules.next_number(taken)
    assert number not in taken
    assert all(lower in taken for lower in range(1, number))


_WORDS = st.lists(st.sampled_from(["zingen", "koken", "fietsen", "schilderen", "dansen", "graag"]), max_size=4)


@given(_WORDS, st.lists(_WORDS, max_size=5))
def test_a_talent_with_a_word_of_a_part_gets_one_that_has_as_many_of_its_words(
    said: list[str], parts: list[list[str]]
) -> None:
    talent = Known(UUID(int=5), 1, Talent(EVENT, "Anna", likes=" ".join(said)))
    known = [
        Known(UUID(int=10 + row), 1, Element(EVENT, ElementKind.WORKSHOP, " ".join(name), Motive.MEETING, number=row))
        for row, name in enumerate(parts)
    ]
    best = max((len((set(said) & set(name)) - {"graag"}) for name in parts), default=0)
    proposed = matching.proposals([talent], known)
    assert len(proposed) >= bool(best)
    assert all(len(suits.words) >= max(1, best) and set(suits.words) <= set(said) for suits in proposed)


def test_other_forms_of_a_word_compounds_and_words_that_mean_the_same_fit() -> None:
    parts = ("Fietsen maken", "Buurtkoor", "Kinderen schminken")
    known = [
        Known(UUID(int=10 + row), 1, Element(EVENT, ElementKind.WORKSHOP, name, Motive.MEETING, number=row))
        for row, name in enumerate(parts)
    ]
    said = ("mijn fiets", "zingen", "ik schmink graag")
    talents = [Known(UUID(int=50 + row), 1, Talent(EVENT, "Anna", likes=words)) for row, words in enumerate(said)]
    assert [suits.element for suits in matching.proposals(talents, known)] == [one.id for one in known]
