"""The week as plain text of at most so many words: lines for an app message, running text for the local paper."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.printing.at_a_glance import all_shut, shut_days
from buurtkamer_app.printing.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, time

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
    from buurtkamer_app.room.records import RoomFacts

SHORT: Final = 80
# Letters of a reason: with the longest name of a room before it, the sentence has at most 80 words.
_REASON: Final = 60
LONG: Final = 150
_TURNS: Final = (
    mark("On {day} there is {what}, from {starts} to {ends}."),
    mark("On {day} you can join {what}, from {starts} to {ends}."),
)
_ALSO: Final = mark("There is also {what}, from {starts} to {ends}.")


def count(text: str) -> int:
    """Count the words as an editor does: what stands between blanks."""
    return len(text.split())


def span_of_days(week: WeekProgramme) -> str:
    """Say from when until when: `9 tot en met 15 maart`."""
    first, last = week.monday, week.days[-1].on
    begins = words.said(first, "d" if first.month == last.month else "d MMMM")
    return translate("{first} to {last}", first=begins, last=words.said(last, "d MMMM"))


def why(days: Sequence[DayProgramme]) -> str:
    """Give the first reason that was given for closing."""
    reasons = (plain(day.closure.reason, _REASON) for day in days if day.closure is not None)
    return next((reason for reason in reasons if reason), "")


def closings(week: WeekProgramme) -> Iterator[str]:
    """Say on which days, of which hours, the room is closed, and why."""
    for reason, run in groupby(shut_days(week), key=lambda day: why([day])):
        when = days([day.on for day in run], "EEEE d", "EEEE d MMMM")
        told = translate("We are closed on {days}: {reason}", days=when, reason=reason)
        yield _stopped(told) if reason else translate("We are closed on {days}.", days=when)
    for day in week.days:
        for part in day.partly if day.closure is None else ():
            if part.starts is not None and part.ends is not None and not part.space:
                hours = {"starts": _clock(part.starts), "ends": _clock(part.ends)}
                when = words.said(day.on, "EEEE d MMMM")
                yield translate("We are closed on {day} from {starts} to {ends}.", day=when, **hours)


def _hours(week: WeekProgramme) -> str:
    """Say when the room is open on the days on which it is not closed this week, from when until when in one word."""
    shut = {day.on.weekday() for day in shut_days(week)}
    usual = [hours for hours in week.hours if hours.weekday not in shut]
    return ", ".join("".join(run.split("\u00a0")) for run in words.hours(usual))


def _clock(at: time) -> str:
    """Say a time as one reads it aloud: `9.30`."""
    return words.clock(at).removeprefix("0")


def address(facts: RoomFacts) -> str:
    """Give street, postcode and town."""
    parts = (plain(facts.street), plain(f"{facts.postcode} {facts.city}"))
    return ", ".join(part for part in parts if part)


def days(on: Sequence[date], pattern: str, last: str = "") -> str:
    """Say on which days after a pattern of date symbols, the last of them after another one."""
    said = [*(words.said(day, pattern) for day in on[:-1]), words.said(on[-1], last or pattern)]
    in_row = all((after - before).days == 1 for before, after in pairwise(on))
    return words.joined(said) if in_row else words.listed(said)


def _what(highlight: Highlight, *, led: bool = False) -> str:
    """Say what it is, with the lead who agreed to be named, the price, and whether to sign up."""
    series = highlight.series
    name = plain(series.name) or "…"
    if led and series.lead_kind is not LeadKind.HOSTS and series.lead_on_paper and plain(series.lead):
        name = translate("{name} with {lead}", name=name, lead=plain(words.leads(series)))
    facts = (words.price(series.price_cents), at_a_glance.places(highlight))
    return f"{name} ({', '.join(fact for fact in facts if fact)})"


def _line(highlight: Highlight) -> str:
    day = days(highlight.days, "EEEE")
    at = _clock(highlight.series.starts)
    return translate("{day} {time}: {what}", day=day[:1].upper() + day[1:], time=at, what=_what(highlight))


def _sentences(told: Sequence[Highlight]) -> Iterator[str]:
    before: tuple[date, ...] = ()
    turn = 0
    for one in told:
        turn = turn + 1 if one.days != before else turn
        same = one.days == before and len(one.days) == 1
        yield translate(
            _ALSO if same else _TURNS[turn % len(_TURNS)],
            day=days(one.days, "EEEE d", "EEEE d MMMM"),
            what=_what(one, led=True),
            starts=_clock(one.series.starts),
            ends=_clock(one.series.ends),
        )
        before = one.days


def _stopped(sentence: str) -> str:
    """End a sentence that ends with what somebody typed."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _place(one: Highlight) -> tuple[date, time]:
    return one.days[0], one.series.starts


def _fitted(
    lay: Callable[[Sequence[Highlight], frozenset[str]], str],
    highlights: Sequence[Highlight],
    ranked: Sequence[str],
    most: int,
) -> str:
    """Lay out what fits in so many words: what weighs most first, then the highlights in the order given."""
    told: tuple[Highlight, ...] = ()
    kept: frozenset[str] = frozenset()
    for part in ranked:
        if count(lay(told, kept | {part})) <= most:
            kept |= {part}
    for entry in highlights:
        more = tuple(sorted((*told, entry), key=_place))
        if count(lay(more, kept)) <= most:
            told = more
    return lay(told, kept)


def _opening(week: WeekProgramme, highlights: Sequence[Highlight]) -> str:
    values = {"room": plain(week.facts.name) or "…", "days": span_of_days(week)}
    if all_shut(week):
        reason = why(shut_days(week))
        told = translate("{room} is closed from {days}: {reason}", reason=reason, **values)
        return _stopped(told) if reason else translate("{room} is closed from {days}.", **values)
    if not highlights:
        return translate("You are welcome at {room} from {days}.", **values)
    return translate("This is on at {room} from {days}.", **values)


def _end(week: WeekProgramme, opened: str) -> dict[str, str]:
    """Give the closing sentences by what they tell, as far as they are known; `opened` says when it is open."""
    facts = week.facts
    place, entrance, phone = address(facts), plain(facts.entrance), plain(facts.phone)
    said = {
        "welcome": "" if all_shut(week) else translate("Everyone is welcome."),
        "hours": translate("Open: {hours}", hours=opened) if opened and not all_shut(week) else "",
        "address": translate("Address: {address}", address=place) if place else "",
        "entrance": translate("Entrance: {how}", how=entrance) if entrance else "",
        "phone": translate("Questions, or to sign up? Call {phone}", phone=phone) if phone else "",
    }
    return {name: _stopped(told) for name, told in said.items() if told}


def short_text(week: WeekProgramme, highlights: Sequence[Highlight]) -> str:
    """Give the week in at most `SHORT` words, on lines, for an app message; `highlights` the weightiest first."""
    closed = [] if all_shut(week) else list(closings(week))
    end = {name: told for name, told in _end(week, ", ".join(at_a_glance.opened(week))).items() if name != "entrance"}
    opening = _opening(week, highlights)
    if highlights and not all_shut(week):
        opening = opening.removesuffix(".") + ":"

    def lay(told: Sequence[Highlight], kept: frozenset[str]) -> str:
        middle = [*map(_line, told), *(part for part in closed if part in kept)]
        last = [part for part in end.values() if part in kept]
        return "\n\n".join(part for part in (opening, "\n".join(middle), "\n".join(last)) if part)

    ranked = [*closed, *(end[name] for name in ("address", "welcome", "phone", "hours") if name in end)]
    return _fitted(lay, highlights, ranked, SHORT)


def long_text(week: WeekProgramme, highlights: Sequence[Highlight]) -> str:
    """Give the week in at most `LONG` words, as running text, for a local paper; `highlights` the weightiest first."""
    closed = [] if all_shut(week) else list(closings(week))
    end = _end(week, _hours(week))
    opening = _opening(week, highlights)

    def lay(told: Sequence[Highlight], kept: frozenset[str]) -> str:
        first = " ".join((opening, *_sentences(told)))
        second = " ".join(part for part in closed if part in kept)
        last = " ".join(part for part in end.values() if part in kept)
        return "\n\n".join(part for part in (first, second, last) if part)

    ranked = [*closed, *(end[name] for name in ("address", "hours", "welcome", "phone") if name in end)]
    *weighty, least = [*ranked, end.get("entrance", "")]
    # How to get in is told where there is room left after all that is on.
    text = _fitted(lay, highlights, weighty, LONG)
    return _fitted(lay, highlights, [*weighty, least], LONG) if least and count(text) + count(least) <= LONG else text
