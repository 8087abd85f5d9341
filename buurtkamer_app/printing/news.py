"""What there is to tell somebody, in a sentence that can be said on the phone: with the day, the time and the place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart, Ending, TellReason
from buurtkamer_app.printing.words import clock, said

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.wishes.telling.records import News

# What is said on the phone is short; a wish of 10,000 letters is told by its beginning.
_MOST: Final = 140
_PARTS: Final = {
    DayPart.MORNING: mark("in the morning"),
    DayPart.AFTERNOON: mark("in the afternoon"),
    DayPart.EVENING: mark("in the evening"),
}


def sentence(news: News) -> str:
    """Give what to say, in the language of the moment."""
    if news.reason is TellReason.ENDED:
        return _ended(news)
    if news.reason is TellReason.ANSWERED:
        return translate("There is an answer about your wish: {wish}.", wish=about(replace(news, series=None)))
    if news.series is None and news.reason is not TellReason.PLANNED:
        return _shift(news)
    if news.reason is TellReason.PLANNED:
        return _planned(news)
    return _date(news)


def about(news: News) -> str:
    """Give what it is about, short."""
    words = " ".join(news.about.split())
    if len(words) > _MOST:
        words = words[:_MOST].rsplit(" ", 1)[0] + "…"
    return words if news.series is not None else f"“{words}”" if words else ""


def _day(on: date | None) -> str:
    return said(on, "EEEE d MMMM") if on is not None else ""


def _when(news: News, on: date | None) -> str:
    """Say a day, and the time when it is known: `woensdag 18 maart om 14.00 uur`."""
    if news.at is None or on is None:
        return _day(on)
    return translate("{day} at {time}", day=_day(on), time=clock(news.at))


def _planned(news: News) -> str:
    if news.series is None:
        return translate("You meet each other here: {when}.", when=_when(news, news.on))
    if news.on is None:
        return translate("Your wish is planned: {name}.", name=about(news))
    return translate("Your wish is planned: {name}, {when}.", name=about(news), when=_when(news, news.on))


def _ended(news: News) -> str:
    if news.ending in {Ending.HANDED_ON, Ending.REPORTED} and news.answer:
        answer = " ".join(news.answer.split())
        cut = answer if len(answer) <= _MOST else answer[:_MOST].rsplit(" ", 1)[0] + "…"
        return translate("{whom} answered: {answer}", whom=news.whom, answer=cut)
    if news.ending is Ending.HANDED_ON:
        return translate("We passed your wish on to {whom}.", whom=news.whom)
    if news.ending is Ending.REPORTED:
        told = translate("We reported it to {whom}.", whom=news.whom)
        return f"{told} {translate('The number is {number}.', number=news.number)}" if news.number else told
    if news.ending is Ending.EXISTS and news.on is not None:
        return translate("This is there already: {name}, {when}.", name=about(news), when=_when(news, news.on))
    if news.ending is Ending.EXISTS:
        return translate("This is there already: {name}.", name=about(news))
    return translate("Your wish came true: {name}.", name=about(news))


def _date(news: News) -> str:
    name, day = about(news), _day(news.on)
    if news.reason is TellReason.CANCELLED:
        return translate("{name} on {day} does not go on.", name=name, day=day)
    if news.reason is TellReason.MOVED:
        moved = _when(news, news.moved_to)
        return translate("{name} of {day} is now on {when}.", name=name, day=day, when=moved)
    if news.reason is TellReason.PLACE:
        return translate("You have a place: {name}, {when}.", name=name, when=_when(news, news.on))
    return translate("{name} goes on after all, {when}.", name=name, when=_when(news, news.on))


def _shift(news: News) -> str:
    """Say what became of the shift of a host; without a part of the day it is of a space that others use."""
    if news.part is None:
        return _space_in_use(news)
    when = " ".join(word for word in (_day(news.on), translate(_PARTS[news.part])) if word)
    if news.reason is TellReason.MOVED:
        return translate("Your shift of {when} is now on {day}.", when=when, day=_day(news.moved_to))
    if news.reason is TellReason.CANCELLED:
        return translate("Your shift of {when} does not go on.", when=when)
    return translate("Your shift of {when} goes on.", when=when)


def _space_in_use(news: News) -> str:
    """Say whether a partner or group can use its space on a day."""
    if news.reason is TellReason.GOES_ON:
        return translate("You can use the space on {day} after all.", day=_day(news.on))
    return translate("You cannot use the space on {day}.", day=_day(news.on))
