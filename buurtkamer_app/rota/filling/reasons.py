"""Why somebody is put on a shift, why a place stays open and whom one could ask: kind words, that rate nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.times import said
from buurtkamer_app.rota.filling import able
from buurtkamer_app.rota.filling.agreed import agreement
from buurtkamer_app.rota.filling.standing import Why, is_extra, willing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.rota.filling.records import Asked, Hand, Question
    from buurtkamer_app.rota.filling.standing import Standing

_MOST: Final = 3  # of whom it is said that one could ask them
_IN_THE_WAY: Final = {
    Why.AWAY: mark("Away then: {names}."),
    Why.FULL_WEEK: mark("Has enough shifts that week: {names}."),
    Why.OTHER_SHIFT: mark("On another shift that day: {names}."),
    Why.NO_REST: mark("Needs rest between two shifts: {names}."),
    Why.LEARNING: mark("Is still learning: {names}."),
}


def of_place(question: Question, hand: Hand, asked: Asked, standing: Standing, *, has_room: bool) -> tuple[Label, ...]:
    """Say why somebody is put on a shift; who `has_room` has no more shifts in the period than is fair."""
    return (_main(question, hand, asked, has_room=has_room), *_besides(hand, asked, standing))


def _main(question: Question, hand: Hand, asked: Asked, *, has_room: bool) -> Label:
    on, part = asked.key.on, asked.key.part
    agreed, how = agreement(hand, asked), willing(hand, on, part)
    if agreed is not None and agreed.every > 1:
        message = mark("{name} does this on fixed days.")
    elif agreed is not None:
        message = mark("{name} does this every {weekday}.")
    elif asked.key in hand.offers:
        message = mark("{name} offered to do this shift.")
    elif how is Willing.LAST_RESORT or question.turns.is_anothers(hand.group, on):
        message = mark("{name} steps in, so that this place is not left open.")
    elif how is Willing.RATHER_NOT:
        message = mark("{name} can come on {weekday}, but likes another time better.")
    elif is_extra(hand, on, part):
        message = mark("{name} comes extra on this day.")
    elif has_room:
        message = mark("{name} can come on {weekday} and has room.")
    else:
        message = mark("{name} can come on {weekday}.")
    weekday: dict[str, str | int] = {"weekday": said.weekday_name(on.weekday())} if "{weekday}" in message else {}
    return Label(message, {"name": hand.name, **weekday})


def _besides(hand: Hand, asked: Asked, standing: Standing) -> Iterator[Label]:
    if asked.asks:
        yield Label(mark("{name} has the certificate {asks}."), {"name": hand.name, "asks": asked.asks})
    others = [standing.hands.get(host) for host in standing.on(asked.key) if host != hand.id]
    if asked.experienced and hand.experienced and any(other and not other.experienced for other in others):
        yield Label(mark("With {name} there is somebody who knows the house well."), {"name": hand.name})


def of_experience(asked: Asked, standing: Standing) -> tuple[Label, ...]:
    """Say that somebody experienced is missing on a shift, when that is so."""
    there = [standing.hands[host] for host in standing.on(asked.key) if host in standing.hands]
    if sum(hand.experienced for hand in there) >= asked.experienced:
        return ()
    return (Label(mark("Somebody experienced is still missing on this shift.")),)


def of_gap(asked: Asked, standing: Standing) -> tuple[Label, ...]:
    """Say why nobody can, by what stands in the way of those who are available on that part of the day."""
    if not standing.hands:
        return (Label(mark("There is nobody yet who can be put on.")),)
    ways = {hand.id: standing.why_not(hand, asked) for hand in standing.hands.values()}
    if set(ways.values()) <= {Why.NOT_THEN, Why.ON_IT}:
        moment = said.moment(asked.key.on.weekday(), asked.key.part)
        else_nobody, nobody = mark("Nobody else is available on {moment}."), mark("Nobody is available on {moment}.")
        return (Label(else_nobody if Why.ON_IT in ways.values() else nobody, {"moment": moment}),)
    found = []
    for why, message in (*_IN_THE_WAY.items(), _cannot_show(asked)):
        names = ", ".join(standing.hands[host].name for host, other in ways.items() if other is why)
        if names:
            asks: dict[str, str | int] = {"asks": asked.asks} if "{asks}" in message else {}
            found.append(Label(message, {"names": names, **asks}))
    return tuple(found)


def to_ask(asked: Asked, standing: Standing) -> list[tuple[Hand, Label]]:
    """Give whom one could ask all the same, who comes nearest first, with a sentence for each."""
    found: list[tuple[tuple[int, int, str], Hand, Label]] = []
    for hand in standing.hands.values():
        told = _ask(hand, asked, standing)
        if told is not None:
            found.append(((told[0], standing.count(hand.id), hand.name), hand, told[1]))
    found.sort(key=lambda one: one[0])
    return [(hand, label) for _order, hand, label in found[:_MOST]]


def hindrance(hand: Hand, asked: Asked, standing: Standing) -> Label | None:
    """Say what stands in the way of one host for a shift; None when they can."""
    why = standing.why_not(hand, asked)
    if why is None:
        return None
    words = {
        Why.ON_IT: mark("{name} is on this shift already."),
        Why.NOT_THEN: mark("{name} is not available then."),
        Why.LEARNING: mark("{name} is still learning."),
        Why.AWAY: mark("{name} is away then."),
        Why.CANNOT_SHOW: mark("{name} cannot show what this shift asks."),
        Why.OTHER_SHIFT: mark("{name} is on another shift that day."),
        Why.NO_REST: mark("{name} would have too little rest."),
        Why.FULL_WEEK: mark("{name} has enough shifts that week."),
    }
    return Label(words[why], {"name": hand.name})


def _ask(hand: Hand, asked: Asked, standing: Standing) -> tuple[int, Label] | None:
    """Give how near somebody comes to being able, and the sentence; None when it is no use to ask them."""
    why, on = standing.why_not(hand, asked), asked.key.on
    values: dict[str, str | int] = {"name": hand.name}
    if why is None:
        return 0, Label(mark("You can ask {name}, who can come then."), values)
    if why is Why.FULL_WEEK:
        count = standing.in_week(hand.id, on)
        if count == 1:
            return 1, Label(mark("You can ask {name}, who has a shift that week already."), values)
        message = mark("You can ask {name}, who has {count} shifts that week already.")
        return 1, Label(message, values | {"count": count})
    if why is Why.OTHER_SHIFT:
        return 2, Label(mark("You can ask {name}, who is there that day on another shift."), values)
    if why is Why.NOT_THEN and not hand.trainee and able.shows(hand, asked) and not able.is_away(hand, asked):
        other = next((part for part in DayPart if willing(hand, on, part)), None)
        if other is not None:
            moment = said.moment(on.weekday(), other)
            return 3, Label(mark("You can ask {name}, who can come on {moment}."), values | {"moment": moment})
    return None


def _cannot_show(asked: Asked) -> tuple[Why, str]:
    if asked.asks:
        return Why.CANNOT_SHOW, mark("Cannot show {asks} or a VOG yet: {names}.") if asked.asks_vog else mark(
            "Has no certificate {asks} yet: {names}."
        )
    return Why.CANNOT_SHOW, mark("No VOG was seen yet: {names}.")
