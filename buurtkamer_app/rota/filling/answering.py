"""Reads an answer back as a proposal: who would be put on and why, what stays open and why, and the figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.people.times import said
from buurtkamer_app.rota.filling import reasons
from buurtkamer_app.rota.filling.proposed import Chosen, Proposed, Share
from buurtkamer_app.rota.filling.records import Filled, Gap, Given
from buurtkamer_app.rota.filling.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.rota.engine.puzzle import Answer
    from buurtkamer_app.rota.filling.posing import Posed
    from buurtkamer_app.rota.filling.records import Asked, Hand, Question
    from buurtkamer_app.rota.records import Place, ShiftKey


def proposal(
    question: Question, posed: Posed, answer: Answer, before: Sequence[tuple[ShiftKey, Place]], seconds: float
) -> Proposed:
    """Give the proposal; `before` are the places that the program filled earlier and that were filled anew."""
    there = {asked.key: hands for asked, hands in zip(posed.shifts, posed.who(answer), strict=True)}
    now = {(key, hand.id) for key, hands in there.items() for hand in hands}
    kept = {(key, place.host) for key, place in before} & now
    named = {hand.id: hand.name for hand in question.hands}
    off = [
        Chosen(key, place.host, named.get(place.host, place.host_name), off=True)
        for key, place in before
        if (key, place.host) not in kept
    ]
    question = _keeping(question, kept)
    standing = Standing(question)
    new = [(asked, hand) for asked in question.shifts for hand in there[asked.key] if hand.id not in asked.held]
    for asked, hand in new:
        standing.put(hand.id, asked.key)
    shares = tuple(_shares(posed, standing))
    filled = Filled(
        question.first,
        question.last,
        tuple(_given(new, shares, standing, question)),
        gaps(question, standing),
        posed.missing_experienced(answer),
        answer.cost,
        answer.bound,
        answer.proven,
        seconds,
        posed.troubles,
    )
    return Proposed(question, filled, tuple(off), shares)


def _given(
    new: Sequence[tuple[Asked, Hand]], shares: Sequence[Share], standing: Standing, question: Question
) -> Iterator[Given]:
    """Give each new place with its reasons; that somebody with experience is there is said once a shift."""
    room = {share.host: share.shifts <= share.fair for share in shares}
    last = {asked.key: hand for asked, hand in new}
    for asked, hand in new:
        why = reasons.of_place(question, hand, asked, standing, has_room=room.get(hand.id, False))
        experience = reasons.of_experience(asked, standing) if hand is last[asked.key] else ()
        yield Given(asked.key, hand.id, hand.name, (*why, *experience))


def gaps(question: Question, standing: Standing) -> tuple[Gap, ...]:
    """Give what stays open as things stand, why nobody can, and whom one could ask."""
    found = []
    for asked in question.shifts:
        if not asked.begun and (places := standing.free(asked)):
            ask = reasons.to_ask(asked, standing)
            why = (*reasons.of_gap(asked, standing), *(label for _hand, label in ask))
            found.append(Gap(asked.key, places, why, tuple((hand.id, hand.name) for hand, _label in ask)))
    return tuple(found)


def agreements_without_shift(question: Question, usual: Collection[tuple[int, DayPart, str]]) -> Iterator[Label]:
    """Say which agreements are about a shift that is not in the week; `usual` are those that are."""
    for hand in question.hands:
        for one in hand.fixed:
            over = one.first > question.last or (one.last is not None and one.last < question.first)
            if not over and (one.weekday, one.part, one.task) not in usual:
                moment = said.moment(one.weekday, one.part)
                yield Label(
                    mark("{host} agreed to {moment}, but there is no such shift."),
                    {"host": hand.name, "moment": moment},
                )


def _keeping(question: Question, kept: Collection[tuple[ShiftKey, UUID]]) -> Question:
    """Let who stays where they were hold their place."""
    if not kept:
        return question
    staying: dict[ShiftKey, list[UUID]] = {}
    for key, host in sorted(kept):
        staying.setdefault(key, []).append(host)
    shifts = (replace(asked, held=(*asked.held, *staying.get(asked.key, ()))) for asked in question.shifts)
    return replace(question, shifts=tuple(shifts))


def _shares(posed: Posed, standing: Standing) -> Iterator[Share]:
    for hand, member in zip(posed.hands, posed.puzzle.members, strict=True):
        if member.share is not None:
            yield Share(hand.id, hand.name, standing.count(hand.id), member.share)
