"""Puts a question about a room's rota as a puzzle, and reads an answer back as who is on which shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.spans import monday
from buurtkamer_app.rota.engine.puzzle import Duty, Limit, Member, Need, Puzzle
from buurtkamer_app.rota.filling import able
from buurtkamer_app.rota.filling.agreed import Agreements, contradictions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from buurtkamer_app.rota.engine.puzzle import Answer
    from buurtkamer_app.rota.filling.records import Asked, Hand, Question

# Source: the model of the rota.
OPEN: Final = 1000
MISSING_EXPERIENCED: Final = 200
FROM_SHARE: Final = 10


@dataclass(frozen=True, slots=True)
class Posed:
    """A puzzle with what its numbers mean: duty i is `shifts[i]`, member j is `hands[j]`.

    `prices[j]` are the duties that member j can be put on and what that costs besides; `troubles` say by host and day
    what contradicts itself in the room, with every agreement that is not kept.
    """

    puzzle: Puzzle
    shifts: tuple[Asked, ...]
    hands: tuple[Hand, ...]
    prices: tuple[dict[int, int], ...]
    troubles: tuple[Label, ...]

    def who(self, answer: Answer) -> tuple[tuple[Hand, ...], ...]:
        """Give for each shift who is on it in an answer, by name; with who holds a place already."""
        there: list[list[Hand]] = [[] for _shift in self.shifts]
        for hand, mine in zip(self.hands, answer.on, strict=True):
            for duty in mine:
                there[duty].append(hand)
        return tuple(tuple(sorted(hands, key=lambda hand: hand.name)) for hands in there)

    def open_places(self, answer: Answer) -> tuple[int, ...]:
        """Give for each shift how many places stay open in an answer; none of a shift that has begun."""
        known = {hand.id for hand in self.hands}
        return tuple(
            0 if shift.begun else max(0, shift.hosts - len(hands) - len(set(shift.held) - known))
            for shift, hands in zip(self.shifts, self.who(answer), strict=True)
        )

    def missing_experienced(self, answer: Answer) -> int:
        """Give how many places that experienced hosts should hold are not held by them."""
        return sum(
            max(0, shift.experienced - sum(hand.experienced for hand in hands))
            for shift, hands in zip(self.shifts, self.who(answer), strict=True)
            if not shift.begun
        )


def pose(question: Question) -> Posed:
    """Give the puzzle of a question; what contradicts itself in it is said, and the rest is put all the same."""
    prices = [able.prices(question, hand) for hand in question.hands]
    agreed = Agreements(question, prices)
    shares = _shares(question, prices, agreed.on)
    members = tuple(_member(question, *one) for one in zip(question.hands, prices, agreed.on, shares, strict=True))
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(shift.key[1:] for shift in question.shifts))}
    puzzle = Puzzle(
        (question.last - question.first).days + 1,
        tuple(Duty((shift.key.on - question.first).days, kinds[shift.key[1:]]) for shift in question.shifts),
        tuple(_needs(question)),
        members,
        tuple(_apart(question.shifts)),
    )
    troubles = [*contradictions(question), *agreed.troubles]
    if all(hand.trainee for hand in question.hands):
        troubles.append(Label(mark("There is nobody yet who can be on the rota.")))
    return Posed(puzzle, question.shifts, question.hands, tuple(prices), tuple(troubles))


def _needs(question: Question) -> Iterator[Need]:
    """Give how many hosts and experienced hosts each shift wants; who left but holds a place still takes it."""
    known = {hand.id for hand in question.hands}
    experienced = frozenset(
        number for number, hand in enumerate(question.hands) if hand.experienced and not hand.trainee
    )
    for duty, shift in enumerate(question.shifts):
        if not shift.begun:
            yield Need(duty, max(0, shift.hosts - len(set(shift.held) - known)), OPEN)
            if shift.experienced:
                yield Need(duty, shift.experienced, MISSING_EXPERIENCED, 0, experienced)


def _member(question: Question, hand: Hand, prices: dict[int, int], fixed: Sequence[int], share: int | None) -> Member:
    weeks: dict[date, list[int]] = {}
    for duty in sorted({*prices, *fixed}):
        weeks.setdefault(monday(question.shifts[duty].key.on), []).append(duty)
    most = _most(question, hand, weeks)
    limits = tuple(
        Limit(tuple(duties), most[week])
        for week, duties in weeks.items()
        if len({question.shifts[duty].key.on for duty in duties}) > most[week]
    )
    return Member(
        tuple(prices),
        tuple((duty, price) for duty, price in prices.items() if price),
        fixed=tuple(sorted(fixed)),
        limits=limits,
        share=share,
        share_cost=FROM_SHARE if share is not None else 0,
    )


def _most(question: Question, hand: Hand, weeks: dict[date, list[int]]) -> dict[date, int]:
    """Give how many shifts a host may have in each week, less those that they hold outside the period."""
    most = dict.fromkeys(weeks, hand.most_a_week)
    for host, key, _starts, _ends in question.held_around:
        if host == hand.id and (week := monday(key.on)) in most:
            most[week] = max(0, most[week] - 1)
    return most


def _shares(
    question: Question, prices: Sequence[dict[int, int]], fixed: Sequence[Sequence[int]]
) -> Iterator[int | None]:
    """Give each host's fair share of the shifts, None for who is still learning."""
    places = sum(shift.hosts for shift in question.shifts)
    total = sum(hand.most_a_week for hand in question.hands if not hand.trainee)
    for hand, can, held in zip(question.hands, prices, fixed, strict=True):
        if hand.trainee:
            yield None
            continue
        # Rounded half up, in whole numbers.
        share = (2 * places * hand.most_a_week + total) // (2 * total) if total else 0
        weeks: dict[date, set[date]] = {}
        for duty in (*(duty for duty, price in can.items() if price < able.LAST_RESORT), *held):
            on = question.shifts[duty].key.on
            weeks.setdefault(monday(on), set()).add(on)
        most = _most(question, hand, {week: [] for week in weeks})
        yield min(share, sum(min(most[week], len(days)) for week, days in weeks.items()))


def _apart(shifts: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Give the pairs of shifts on days after each other that leave less than 11 hours between them."""
    days: dict[date, list[int]] = {}
    for index, shift in enumerate(shifts):
        days.setdefault(shift.key.on, []).append(index)
    for on, before in days.items():
        for after in days.get(on + timedelta(days=1), ()):
            yield from ((index, after) for index in before if able.too_near(shifts[index], shifts[after]))
