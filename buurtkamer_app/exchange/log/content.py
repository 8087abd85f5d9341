"""What a log tells of visits, activities, wishes and hours: small counts hidden, typed texts cleaned."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.exchange.log.records import (
    CashCount,
    FreeText,
    HourCount,
    LogActions,
    LogActivity,
    LogBar,
    LogFigures,
    LogHours,
    LogQuestion,
    LogTheme,
    LogWish,
    PurposeCount,
)
from buurtkamer_app.exchange.log.rules import shown, shown_among, shown_groups, shown_parts, shown_where_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.base.terms import Theme
    from buurtkamer_app.evaluation.looking.records import ActivitiesBack, HoursBack, VisitsBack
    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.exchange.log.naming import People
    from buurtkamer_app.exchange.log.queries import OpenQuestion
    from buurtkamer_app.exchange.log.texts import Texts
    from buurtkamer_app.wishes.records import Wish

# Who is missed never stands in a log, not even as a number. Source: domain.md, 4.8.
_STAYS_HERE: Final = frozenset({"call_if_missed", "missed_contact"})


def figures_shown(figures: Figures, fulfilled: int = 0) -> LogFigures:
    """Give the figures as they may leave: small counts hidden, also those that a total would give away.

    `fulfilled` are the wishes that came true in the period, as looking back counts them.
    """
    visits = figures.visits
    parts = shown_parts({"named": visits.named, "anonymous": visits.anonymous})
    by_hour = shown_where_any(dict(sorted(visits.by_hour.items())))
    by_purpose = shown_where_any(dict(sorted(visits.by_purpose.items())))
    return LogFigures(
        visits=shown(visits.visits),
        named=parts["named"],
        anonymous=parts["anonymous"],
        children=shown_among(visits.children, visits.visits),
        first_time=shown_among(visits.first_time, visits.visits),
        entered_later=shown_among(visits.entered_later, visits.visits),
        by_hour=tuple(HourCount(hour, cell) for hour, cell in by_hour.items()),
        by_purpose=tuple(PurposeCount(purpose.value, cell) for purpose, cell in by_purpose.items()),
        participations=shown(figures.participations),
        wishes_new=figures.wishes_new,
        wish_supports=figures.wish_supports,
        wishes_total=figures.wishes_total,
        advice_open=figures.advice_open,
        concerns=shown(figures.concerns),
        no_shows=shown(figures.no_shows),
        host_minutes=figures.host_minutes,
        team_minutes=figures.team_minutes,
        cash=tuple(CashCount(on, closing) for on, closing in sorted(figures.cash.items())),
        endings={ending.value: count for ending, count in figures.endings.items()},
        wishes_fulfilled=fulfilled,
    )


def bars_shown(back: VisitsBack) -> tuple[LogBar, ...]:
    """Give the visits of the parts of the period, which add up to all of them."""
    cells = shown_parts({place: bar.sums.visits for place, bar in enumerate(back.bars)})
    return tuple(LogBar(bar.over.first, bar.over.last, cells[place]) for place, bar in enumerate(back.bars))


def activities_shown(
    occurrences: Sequence[Occurrence], back: ActivitiesBack, texts: Texts, people: People
) -> tuple[tuple[LogActivity, ...], tuple[LogTheme, ...]]:
    """Give what was on and went on, and the themes of it; headcounts add up to these, so they are hidden together."""
    was_on = [entry for entry in occurrences if entry.goes_on]
    counted: dict[Theme, dict[int, int]] = {theme: {} for theme in back.by_theme}
    for place, entry in enumerate(was_on):
        if entry.headcount is not None:
            counted.setdefault(entry.series.theme, {})[place] = entry.headcount
    for theme, held in back.by_theme.items():
        # Counted on a day that was closed afterwards: it stands in no row, and must not be what is left of the total.
        if (rest := held.participations - sum(counted[theme].values())) > 0:
            counted[theme][-1] = rest
    totals, within = shown_groups(counted)
    cells = {place: cell for parts in within.values() for place, cell in parts.items()}
    activities = tuple(
        LogActivity(
            texts.clean(FreeText.ACTIVITY, entry.series.number, entry.series.name),
            entry.on,
            entry.series.starts,
            entry.series.ends,
            cells.get(place),
            entry.series.capacity,
            entry.series.theme.value,
            entry.series.lead_kind.value,
            _led_by(entry.series, people),
        )
        for place, entry in enumerate(was_on)
    )
    themes = tuple(
        LogTheme(theme.value, held.dates, totals[theme], held.by_residents) for theme, held in back.by_theme.items()
    )
    return activities, themes


def _led_by(series: Series, people: People) -> str:
    if series.lead_kind is LeadKind.HOSTS:
        return ""
    return people.host_called(series.lead) if series.lead_kind is LeadKind.HOST else people.called(series.lead)


def wishes_shown(wishes: Iterable[Wish], texts: Texts, people: People) -> tuple[LogWish, ...]:
    """Give wishes, their texts cleaned; who asked is somebody's pseudonym."""
    return tuple(
        LogWish(
            wish.number,
            wish.theme,
            wish.status,
            wish.supporters,
            wish.recorded_on,
            texts.clean(FreeText.WISH, wish.number, wish.text),
            people.called(wish.asked_by),
            wish.moved_on,
            wish.ending.value if wish.ending else "",
        )
        for wish in wishes
    )


def questions_shown(questions: Iterable[OpenQuestion], texts: Texts) -> tuple[LogQuestion, ...]:
    """Give questions for the professional, their texts cleaned."""
    return tuple(
        LogQuestion(asked.wish, texts.clean(FreeText.QUESTION, asked.wish, asked.text), asked.id, asked.on)
        for asked in questions
    )


def hours_shown(back: HoursBack) -> LogHours:
    """Give the hours of the period, those of residents by what they were for."""
    by_kind = {kind.value: minutes for kind, minutes in back.by_kind.items()}
    return LogHours(back.residents, back.professionals, by_kind, shown(back.givers))


def journal_shown(actions: Iterable[tuple[str, str, int, int]]) -> tuple[LogActions, ...]:
    """Give how often each role did what; a few times is hidden, since it could tell of one person or one concern.

    How often all roles together did it may stand elsewhere (so many concerns): then one of them gives no other away.
    """
    told = [row for row in actions if row[0] not in _STAYS_HERE]
    each: dict[tuple[str, str], Counter[int]] = {}
    for kind, action, role, times in told:
        each.setdefault((kind, action), Counter())[role] += times
    cells = {
        what: shown_where_any(roles) if len(roles) > 1 else {role: shown(times) for role, times in roles.items()}
        for what, roles in each.items()
    }
    return tuple(
        LogActions(kind, action, Role(role).name.lower(), cells[kind, action][role])
        for kind, action, role, _ in told
        if role in cells[kind, action]
    )
