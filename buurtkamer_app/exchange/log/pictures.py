"""The pictures of a log, drawn of what it tells and of nothing else: what is hidden has a bar that says only that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.durations import in_words
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.evaluation.looking.records import Stretch
from buurtkamer_app.evaluation.looking.rules import stretches
from buurtkamer_app.evaluation.said import HOURS
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import FEWEST
from buurtkamer_app.exchange.log.words import STATUSES, THEMES, said
from buurtkamer_app.printing import back_words
from buurtkamer_app.printing.charts import Chart, Lying, Part, columns, lying, number
from buurtkamer_app.printing.dress import PLAIN
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.log.records import Cell, HourCount, Log, LogBar, LogHours, LogTheme
    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress

HIGH: Final = 115.0
_SMALL: Final = FEWEST - 1


def visits(bars: Sequence[LogBar], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the visits of the parts of the period."""
    step, _ = stretches(bars[0].first, bars[-1].last)
    names = back_words.labels(step, [Stretch(bar.first, bar.last) for bar in bars])
    return _standing(names, [bar.visits for bar in bars], wide, dress)


def by_hour(hours: Sequence[HourCount], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the visits by the hour of the day at which they began."""
    known = {hour.hour: hour.visits for hour in hours}
    every = range(min(known), max(known) + 1)
    return _standing([str(hour) for hour in every], [known.get(hour, 0) for hour in every], wide, dress)


def _standing(names: Sequence[str], cells: Sequence[Cell], wide: float, dress: Dress) -> Drawing:
    """Draw counts of people: 1 to 4 as high as 4 with `< 5` on it, what must not be known as nothing with a star."""
    values = tuple(_value(cell) for cell in cells)
    labels = [f"{name} *" if cell is Hidden.BESIDE else name for name, cell in zip(names, cells, strict=True)]
    chart = Chart(labels, (Part(translate("Visits"), values),), _counted)
    return columns((wide, HIGH), chart, dress)


def _value(cell: Cell) -> int:
    if isinstance(cell, Hidden):
        return _SMALL if cell is Hidden.SMALL else 0
    return cell


def _counted(many: int) -> str:
    return said(Hidden.SMALL) if many == _SMALL else number(many)


def themes(found: Sequence[LogTheme], wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw how many dates of each theme were held, with how many took part in words."""
    bars = [
        Lying(
            translate(THEMES[theme.theme]),
            theme.dates,
            translate(
                "{times}, {people} took part", times=back_words.times(theme.dates), people=said(theme.participations)
            ),
        )
        for theme in found
    ]
    return lying(wide, bars, dress)


def statuses(log: Log, wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw how many wishes stand where."""
    counts = {status: sum(wish.status == status for wish in log.wishes) for status in STATUSES}
    bars = [
        Lying(translate(words), counts[status], number(counts[status]))
        for status, words in STATUSES.items()
        if counts[status]
    ]
    return lying(wide, bars, dress)


def hours(found: LogHours, wide: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the hours of residents by what they were for, and those of professionals."""
    bars = [
        Lying(translate(HOURS[kind]), found.by_kind[kind.value], in_words(found.by_kind[kind.value]))
        for kind in HoursFrom
        if found.by_kind.get(kind.value)
    ]
    if found.professionals:
        name = translate("professionals, all together")
        bars.append(Lying(name, found.professionals, in_words(found.professionals)))
    return lying(wide, bars, dress)
