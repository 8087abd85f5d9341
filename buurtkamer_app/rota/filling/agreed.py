"""What is fixed before anything is filled: who holds a place, and agreements such as "every Monday morning"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.spans import monday
from buurtkamer_app.people.times import said
from buurtkamer_app.rota.filling import able

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.rota.filling.records import Asked, Hand, Question
    from buurtkamer_app.rota.fixed.records import Agreed


class Agreements:
    """Puts on what is fixed: first the places that are held, then day by day the agreements that can be kept.

    `on` are the shifts (their index) of each host, `troubles` say which agreements cannot be kept, each once.
    """

    def __init__(self, question: Question, prices: list[dict[int, int]]) -> None:
        self._question, self._prices = question, prices
        numbers = {hand.id: number for number, hand in enumerate(question.hands)}
        self.on: list[list[int]] = [[] for _hand in question.hands]
        self._taken = [len(set(shift.held)) for shift in question.shifts]
        self._around = Counter((host, monday(key.on)) for host, key, _starts, _ends in question.held_around)
        self._said: dict[tuple[int, Agreed, str], Label] = {}
        for index, shift in enumerate(question.shifts):
            for host in set(shift.held) & numbers.keys():
                self.on[numbers[host]].append(index)
        for index, shift in sorted(enumerate(question.shifts), key=lambda pair: (pair[1].key.on, pair[1].starts)):
            self._agree(index, shift)

    @property
    def troubles(self) -> tuple[Label, ...]:
        """Give what cannot be kept, or is kept although it contradicts something."""
        return tuple(self._said.values())

    def _agree(self, index: int, shift: Asked) -> None:
        """Put on a shift whoever agreed to it and can keep that."""
        for number, hand in enumerate(self._question.hands):
            fixed = agreement(hand, shift)
            if fixed is None or shift.begun or index in self.on[number] or able.is_away(hand, shift):
                continue
            label = self._against(number, hand, index)
            if label is not None:
                self._said.setdefault((number, fixed, label.message), label)
                continue
            if index not in self._prices[number]:
                moment = said.moment(shift.key.on.weekday(), shift.key.part)
                strange = Label(
                    mark("{host} agreed to {moment}, but their times say otherwise."),
                    {"host": hand.name, "moment": moment},
                )
                self._said.setdefault((number, fixed, strange.message), strange)
            self.on[number].append(index)
            self._taken[index] += 1

    def _against(self, number: int, hand: Hand, index: int) -> Label | None:
        """Give the rule that an agreement would break on the day of a shift."""
        for message, is_broken in self._rules(number, hand, index):
            if is_broken:
                day = said.day(self._question.shifts[index].key.on)
                return Label(message, {"host": hand.name, "day": day})
        return None

    def _rules(self, number: int, hand: Hand, index: int) -> Iterator[tuple[str, bool]]:
        shift, mine = self._question.shifts[index], [self._question.shifts[other] for other in self.on[number]]
        days = {other.key.on for other in mine}
        week = monday(shift.key.on)
        in_week = sum(monday(other.key.on) == week for other in mine) + self._around[hand.id, week]
        held = [(key, starts, ends) for host, key, starts, ends in self._question.held_around if host == hand.id]
        near = any(able.too_near(shift, other) for other in mine if other.key.on != shift.key.on) or any(
            able.near_held(shift, *other) for other in held
        )
        yield mark("{host} agreed to {day}, but is still learning."), hand.trainee
        yield mark("{host} agreed to {day}, but cannot show what it asks."), not able.shows(hand, shift)
        yield mark("{host} agreed to {day}, but has another shift then."), shift.key.on in days
        yield mark("{host} agreed to {day}, but would rest less than 11 hours."), near
        yield mark("{host} agreed to {day}, but that week is full for them."), in_week >= hand.most_a_week
        yield mark("{host} agreed to {day}, but all places are taken."), self._taken[index] >= shift.hosts


def contradictions(question: Question) -> Iterator[Label]:
    """Give what hosts say of their days that cannot both be: away and there, away twice over."""
    for hand in question.hands:
        for number, one in enumerate(hand.otherwise):
            for other in hand.otherwise[:number]:
                first, last = max(one.first, other.first), min(one.last, other.last)
                if first > last or last < question.first or first > question.last:
                    continue
                if one.part is not None and other.part is not None and one.part is not other.part:
                    continue
                values: dict[str, str | int] = {"host": hand.name, "day": said.day(first)}
                if one.extra is not other.extra:
                    yield Label(mark("{host} is both away and there on {day}."), values)
                elif not one.extra:
                    yield Label(mark("{host} is away twice over on {day}."), values)


def agreement(hand: Hand, asked: Asked) -> Agreed | None:
    """Give the agreement by which a host has a shift, None when there is none."""
    on, part, task = asked.key
    return next((one for one in hand.fixed if (one.part, one.task) == (part, task) and one.falls_on(on)), None)
