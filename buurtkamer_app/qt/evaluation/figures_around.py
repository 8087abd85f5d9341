"""What the cards of a look back show of results, streets, markets and the neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.evaluation.looking.records import Behind
from buurtkamer_app.qt.evaluation.figures_seen import MOST, Seen, beside, with_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.evaluation.looking.around_records import MarketBack, Score, StreetsBack
    from buurtkamer_app.evaluation.records import Result
    from buurtkamer_app.neighbourhood.scan.records import Averages

_FIVE: Final = 330.0  # points, how high the five points are


def results(now: Sequence[Result], before: Sequence[Result] | None) -> Seen | None:
    """Show what can be seen."""
    if not now and not before:
        return None
    then = None if before is None else (len(before),)
    numbers = beside((Behind.RESULTS,), (len(now),), then, (translate("visible results"),))
    lines = tuple(f"{one.many} {one.unit} · {one.what}" for one in now[-MOST:])
    return Seen(numbers, lines)


def streets(now: StreetsBack, before: StreetsBack | None) -> Seen | None:
    """Show the gatherings in streets."""
    from buurtkamer_app.printing import back_pictures
    from buurtkamer_app.printing.charts import number
    from buurtkamer_app.qt.evaluation.figures_words import LED

    then = (before.gatherings,) if before else None
    if not any((now.gatherings, *(then or ()))):
        return None
    numbers = beside((Behind.STREETS,), (now.gatherings,), then, (translate("gatherings in streets"),))
    sentences = []
    if now.gatherings:
        sentences.append(translate("{count} people took part.", count=number(now.participations)))
        led = " · ".join(f"{translate(LED[lead])}: {many}" for lead, many in now.by_lead.items())
        sentences.append(f"{led}.")
    if now.finished:
        sentences.append(translate("Finished by residents themselves: {count}.", count=now.finished))
    sentences += scores(now.recommend, now.impact)
    return with_bars(numbers, sentences, back_pictures.street_bars(now), translate("Gatherings by street"))


def scores(recommend: Score, impact: Score) -> list[str]:
    """Say the average scores, and how many there are; nothing without any."""
    said = []
    if recommend.count:
        said.append(
            translate(
                "Would recommend it: {score} out of 10 ({count} times).", score=tenths(recommend), count=recommend.count
            )
        )
    if impact.count:
        said.append(
            translate(
                "Impact on the neighbourhood: {score} out of 10 ({count} times).",
                score=tenths(impact),
                count=impact.count,
            )
        )
    return said


def tenths(score: Score) -> str:
    """Say an average with one decimal: `8,2`."""
    from babel.numbers import format_decimal

    from buurtkamer_app.base.i18n import language

    return str(format_decimal((score.tenths or 0) / 10, format="0.0", locale=language()))


def markets(now: Sequence[MarketBack], before: Sequence[MarketBack] | None) -> Seen | None:
    """Show the markets, and what came of them."""
    if not now and not before:
        return None
    then = None if before is None else (len(before),)
    numbers = beside((Behind.MARKETS,), (len(now),), then, (translate("markets"),))
    return Seen(numbers, tuple(_market(one) for one in now[-MOST:]))


def _market(one: MarketBack) -> str:
    from buurtkamer_app.printing.charts import number
    from buurtkamer_app.qt import dates

    told = [
        f"{one.name}, {dates.day_and_year(one.on)}",
        translate("{count} parts", count=sum(one.elements.values())),
        translate("{count} visitors", count=number(one.visitors)) if one.visitors is not None else "",
        translate("{count} of {goals} goals with an outcome", count=one.outcomes, goals=one.goals) if one.goals else "",
        translate("{count} new ties", count=one.ties) if one.ties else "",
    ]
    return " · ".join(part for part in told if part)


def scan(now: tuple[Averages | None, Averages | None], before: object) -> Seen | None:  # noqa: ARG001 - it has its own
    """Show the last look at the neighbourhood beside the one before it."""
    from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS
    from buurtkamer_app.neighbourhood.scan.said import tenths as said
    from buurtkamer_app.printing.back_words import listed
    from buurtkamer_app.printing.drawings import ON_SCREEN
    from buurtkamer_app.printing.five_points import five_points

    this, last = now
    if this is None or not this.respondents:
        return None
    sentence = translate(
        "{count} people looked at the neighbourhood in {year}.", count=this.respondents, year=this.year
    )
    told = listed(
        sentence, [(translate(words.name), said(this.of(about).tenths)) for about, words in CHARACTERISTICS.items()]
    )
    return Seen((), (sentence,), lambda wide, high: five_points(this, last, wide, high, ON_SCREEN), told, _FIVE)
