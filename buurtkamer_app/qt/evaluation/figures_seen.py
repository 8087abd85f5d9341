"""What each card of a look back shows of its figures: numbers beside those of a year before, sentences, a picture.

It is put together on the thread that reads, with the words of the moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.evaluation.looking.records import Behind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.evaluation.looking.records import ActivitiesBack, HoursBack, VisitsBack, WishesBack
    from buurtkamer_app.evaluation.looking.service import Looking
    from buurtkamer_app.printing.charts import Lying

_HIGH: Final = 190.0  # points, of a picture over time
MOST: Final = 12  # names or results that are told in one card


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that opens its rows: the number, its word, and how it is beside that of a year before."""

    figure: Behind
    number: str
    word: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card: its numbers, sentences under them, and a picture, `told` in words, so many points high (None: none)."""

    numbers: tuple[Number, ...]
    sentences: tuple[str, ...] = ()
    picture: Callable[[float, float], Drawing] | None = None
    told: str = ""
    high: float = _HIGH


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the page: its heading, what it reads of a period, and what it shows of that and of a year before.

    It shows nothing where there is nothing; one of a programme is there only where that is on or once was.
    """

    heading: str
    read: Callable[[Looking, date, date], Any]
    show: Callable[[Any, Any], Seen | None]
    programme: Programme | None = None


def _number(figure: Behind, now: int, before: int | None, word: str) -> Number:
    from buurtkamer_app.printing.back_words import compared
    from buurtkamer_app.printing.charts import number

    return Number(figure, number(now), word, "" if before is None else compared(now, before))


def beside(
    figures: Sequence[Behind], now: Sequence[int], before: Sequence[int] | None, words: Sequence[str]
) -> tuple[Number, ...]:
    """Give figures beside those of a year before, where that is known (None: it is not)."""
    return tuple(map(_number, figures, now, before or (None,) * len(now), words))


def visits(now: VisitsBack, before: VisitsBack | None) -> Seen | None:
    """Show who came, and what for."""
    from buurtkamer_app.printing import back_pictures
    from buurtkamer_app.printing.drawings import ON_SCREEN

    here, then = _came(now), _came(before) if before else None
    if not any((*here, *(then or ()))):
        return None
    words = (
        translate("visits"),
        translate("here for the first time"),
        translate("children"),
        translate("times help was asked"),
    )
    kinds = (Behind.VISITS, Behind.FIRST_TIME, Behind.CHILDREN, Behind.HELPED)
    numbers = beside(kinds, here, then, words)
    named = now.named_percent
    sentences = (translate("Of every 100 visits {count} had a name.", count=named),) if named is not None else ()
    if not now.sums.visits:
        return Seen(numbers, sentences)
    told = back_pictures.visits_told(now)
    return Seen(numbers, sentences, lambda *size: back_pictures.visits(now, size, ON_SCREEN), told)


def _came(back: VisitsBack) -> tuple[int, int, int, int]:
    return back.sums.visits, back.sums.first_time, back.sums.children, back.helped


def wishes(now: WishesBack, before: WishesBack | None) -> Seen | None:
    """Show what was wished, what came of it, and how long that took."""
    from buurtkamer_app.printing import back_pictures
    from buurtkamer_app.printing.charts import number
    from buurtkamer_app.wishes.words import STATUSES

    here, then = _wished(now), _wished(before) if before else None
    if not any((*here, *(then or ()))):
        return None
    kinds = (Behind.WISHES_NEW, Behind.SUPPORTS, Behind.ENDINGS, Behind.FULFILLED)
    words = (
        translate("new wishes"),
        translate("times “I want this too”"),
        translate("wishes came to something"),
        translate("done and told"),
    )
    numbers = beside(kinds, here, then, words)
    sentences = []
    if (took := now.fulfilled) is not None:
        sentences.append(
            translate(
                "Half came true within {half} days. Three quarters within {three}.",
                half=took.half,
                three=took.three_quarters,
            )
        )
    if now.by_status:
        stand = " · ".join(f"{translate(STATUSES[status])}: {number(many)}" for status, many in now.by_status.items())
        sentences.append(translate("Where the new wishes stand now: {list}.", list=stand))
    return with_bars(numbers, sentences, back_pictures.wish_bars(now, before), translate("What wishes came to"))


def _wished(back: WishesBack) -> tuple[int, int, int, int]:
    return back.new, back.supports, sum(back.endings.values()), back.done


def activities(now: ActivitiesBack, before: ActivitiesBack | None) -> Seen | None:
    """Show what was held by theme, what residents lead, and what they took over."""
    from buurtkamer_app.printing import back_pictures

    here, then = _did(now), _did(before) if before else None
    if not any((*here, *(then or ()))):
        return None
    kinds = (Behind.ACTIVITIES, Behind.BY_RESIDENTS, Behind.PARTICIPATIONS, Behind.SELF_RUN)
    words = (
        translate("times something was held"),
        translate("of these led by residents"),
        translate("times somebody took part"),
        translate("taken over by residents"),
    )
    numbers = beside(kinds, here, then, words)
    names = [one.name for one in now.became_self_run[:MOST]]
    sentences = [translate("Residents do this themselves now: {names}.", names=", ".join(names))] if names else []
    bars = back_pictures.theme_bars(now, before)
    return with_bars(numbers, sentences, bars, translate("Activities by theme"))


def _did(back: ActivitiesBack) -> tuple[int, int, int, int]:
    return back.held.dates, back.held.by_residents, back.held.participations, len(back.became_self_run)


def hours(now: HoursBack, before: HoursBack | None) -> Seen | None:
    """Show the hours of residents against those of professionals."""
    from buurtkamer_app.evaluation.said import HOURS
    from buurtkamer_app.printing import back_pictures
    from buurtkamer_app.printing.back_words import hours as said
    from buurtkamer_app.printing.drawings import ON_SCREEN

    here, then = _gave(now), _gave(before) if before else None
    if not any((*here, *(then or ()))):
        return None
    words = (translate("hours of residents"), translate("hours of professionals"))
    numbers = beside((Behind.HOURS, Behind.PROFESSIONAL), here, then, words)
    every = now.residents + now.professionals
    if not every:
        return Seen(numbers)
    sentences = [translate("Of every 100 hours residents gave {count}.", count=round(100 * now.residents / every))]
    if before and (earlier := before.residents + before.professionals):
        share = round(100 * before.residents / earlier)
        sentences[0] += " " + translate("A year before it was {count}.", count=share)
    kinds = [f"{translate(HOURS[kind])} {said(now.by_kind[kind])}" for kind in HOURS if now.by_kind.get(kind)]
    if kinds:
        sentences.append(translate("For what: {list}.", list=" · ".join(kinds)))
    told = back_pictures.hours_told(now)
    return Seen(numbers, tuple(sentences), lambda *size: back_pictures.hours(now, size, ON_SCREEN), told)


def _gave(back: HoursBack) -> tuple[int, int]:
    return round(back.residents / 60), round(back.professionals / 60)


def with_bars(numbers: tuple[Number, ...], sentences: Sequence[str], bars: Sequence[Lying], heading: str) -> Seen:
    """Show lying bars with the figures, where there are any."""
    from buurtkamer_app.printing import back_pictures
    from buurtkamer_app.printing.drawings import ON_SCREEN

    if not bars:
        return Seen(numbers, tuple(sentences))
    return Seen(
        numbers,
        tuple(sentences),
        lambda wide, _: back_pictures.beside(bars, wide, ON_SCREEN),
        back_pictures.bars_told(heading, bars),
        back_pictures.beside_height(bars),
    )
