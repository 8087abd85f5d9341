"""The pictures of a look back, drawn once: for the page, the report and whatever else shows these figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.evaluation.looking.rules import stretches
from buurtkamer_app.printing import back_words
from buurtkamer_app.printing.charts import Chart, Lying, Part, columns, lying, lying_height, number
from buurtkamer_app.printing.dress import PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.evaluation.looking.around_records import StreetsBack
    from buurtkamer_app.evaluation.looking.records import ActivitiesBack, HoursBack, VisitsBack, WishesBack
    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress

# More streets than these are told, not drawn.
_STREETS = 8


def visits(back: VisitsBack, size: tuple[float, float], dress: Dress = PLAIN, *, small: bool = True) -> Drawing:
    """Draw the visits over time by what they were for; without `small` no bar tells of fewer than five people.

    Then it is one bar for all that they were for, and what is under five is drawn as just that.
    """
    names = _labels(back)
    if small:
        parts = tuple(
            Part(translate(words), tuple(bar.by_purpose.get(purpose, 0) for bar in back.bars))
            for purpose, words in back_words.PURPOSES.items()
            if back.by_purpose.get(purpose)
        )
        return columns(size, Chart(names, parts), dress)
    values = tuple(0 if not bar.sums.visits else max(4, bar.sums.visits) for bar in back.bars)
    chart = Chart(names, (Part(translate("Visits"), values),), lambda many: "<\u00a05" if many == 4 else number(many))
    return columns(size, chart, dress)


def visits_told(back: VisitsBack) -> str:
    """Tell the same in words."""
    values = [number(bar.sums.visits) for bar in back.bars]
    return back_words.listed(translate("Visits"), zip(_labels(back), values, strict=True))


def _labels(back: VisitsBack | HoursBack) -> list[str]:
    if not back.bars:
        return []
    step, parts = stretches(back.bars[0].over.first, back.bars[-1].over.last)
    return back_words.labels(step, parts)


def wish_bars(now: WishesBack, before: WishesBack | None) -> list[Lying]:
    """Give a bar for each thing that wishes came to, with how long those took that are done and told."""
    return [
        Lying(
            translate(words),
            now.endings.get(ending, 0),
            " · ".join(
                part
                for part in (
                    back_words.times(now.endings.get(ending, 0)),
                    back_words.how_long(now.fulfilled_by.get(ending)),
                )
                if part
            ),
            before.endings.get(ending, 0) if before else None,
        )
        for ending, words in back_words.ENDED.items()
        if now.endings.get(ending) or ending in now.fulfilled_by or (before and before.endings.get(ending))
    ]


def theme_bars(
    now: ActivitiesBack, before: ActivitiesBack | None, names: Mapping[Theme, str] = back_words.THEMES
) -> list[Lying]:
    """Give a bar for each theme of the activities that were held; `names` are what the themes are called."""
    earlier = before.by_theme if before else {}
    found = [(theme, now.by_theme.get(theme), earlier.get(theme)) for theme in Theme]
    return [
        Lying(
            translate(names[theme]),
            one.dates if one else 0,
            back_words.held(one) if one else "0",
            (then.dates if then else 0) if before else None,
        )
        for theme, one, then in found
        if (one and one.dates) or (then and then.dates)
    ]


def street_bars(now: StreetsBack) -> list[Lying]:
    """Give a bar for each street with gatherings, those with most first."""
    return [
        Lying(
            street.name,
            street.gatherings,
            translate(
                "{times}, {people} took part",
                times=back_words.times(street.gatherings),
                people=number(street.participations),
            ),
        )
        for street in now.streets[:_STREETS]
    ]


def beside(bars: Sequence[Lying], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw bars beside those of the year before."""
    return lying(wide, bars, dress, _names(bars))


def beside_height(bars: Sequence[Lying]) -> float:
    """Give how high that is, in points."""
    return lying_height(bars, _names(bars))


def _names(bars: Sequence[Lying]) -> tuple[str, str] | None:
    if all(bar.before is None for bar in bars):
        return None
    return translate(back_words.THIS_TIME), translate(back_words.YEAR_BEFORE)


def bars_told(heading: str, bars: Sequence[Lying]) -> str:
    """Tell lying bars in words."""
    return back_words.listed(heading, [(bar.name, bar.words) for bar in bars])


def hours(back: HoursBack, size: tuple[float, float], dress: Dress = PLAIN) -> Drawing:
    """Draw the hours of residents over time, with those of professionals on top."""
    parts = (
        Part(translate(back_words.RESIDENTS), tuple(round(bar.residents / 60) for bar in back.bars)),
        Part(translate(back_words.PROFESSIONALS), tuple(round(bar.professionals / 60) for bar in back.bars)),
    )
    return columns(size, Chart(_labels(back), parts), dress)


def hours_told(back: HoursBack) -> str:
    """Tell the same in words."""
    values = [
        translate(
            "{residents} of residents and {professionals} of professionals",
            residents=back_words.hours(bar.residents),
            professionals=back_words.hours(bar.professionals),
        )
        for bar in back.bars
    ]
    return back_words.listed(translate("Hours"), zip(_labels(back), values, strict=True))
