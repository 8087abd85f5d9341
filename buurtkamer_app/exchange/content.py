"""Brings together what goes into a log: small counts hidden, typed texts cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.cleaning import cleaned
from buurtkamer_app.exchange.records import (
    CashCount,
    CleanedText,
    FreeText,
    HourCount,
    LogActions,
    LogActivity,
    LogFigures,
    LogQuestion,
    LogWish,
    PurposeCount,
)
from buurtkamer_app.exchange.rules import shown, shown_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.exchange.known_names import KnownNames
    from buurtkamer_app.wishes.records import Wish

# Who is missed never stands in a log, not even as a number. Source: domain.md, 4.8.
_STAYS_HERE: Final = frozenset({"call_if_missed", "missed_contact"})


class Texts:
    """Cleans typed texts, and keeps what each became so that somebody can look at it before it goes."""

    def __init__(self, names: KnownNames, country: str) -> None:
        self._names = names
        self._country = country
        self._seen: dict[tuple[FreeText, int, str], CleanedText] = {}

    def clean(self, source: FreeText, number: int, text: str) -> str:
        """Give a text without what points at a person."""
        key = (source, number, text)
        if key not in self._seen:
            result = cleaned(text, self._names, self._country)
            self._seen[key] = CleanedText(source, number, result.text, len(result.found))
        return self._seen[key].text

    @property
    def all(self) -> tuple[CleanedText, ...]:
        """Give every text that was cleaned, in the order in which they came."""
        return tuple(self._seen.values())


def figures_shown(figures: Figures) -> LogFigures:
    """Give the figures as they may leave: small counts hidden, also those that a total would give away."""
    visits = figures.visits
    parts = shown_parts({"named": visits.named, "anonymous": visits.anonymous})
    by_hour = shown_parts(dict(sorted(visits.by_hour.items())))
    by_purpose = shown_parts(dict(sorted(visits.by_purpose.items())))
    return LogFigures(
        visits=shown(visits.visits),
        named=parts["named"],
        anonymous=parts["anonymous"],
        children=shown(visits.children),
        first_time=shown(visits.first_time),
        entered_later=shown(visits.entered_later),
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
    )


def activities_shown(occurrences: Sequence[Occurrence], texts: Texts) -> tuple[LogActivity, ...]:
    """Give what was on and went on, without who; headcounts add up to a figure, so they are hidden together."""
    was_on = [entry for entry in occurrences if entry.goes_on]
    counted = {place: entry.headcount for place, entry in enumerate(was_on) if entry.headcount is not None}
    cells = shown_parts(counted)
    return tuple(
        LogActivity(
            texts.clean(FreeText.ACTIVITY, entry.series.number, entry.series.name),
            entry.on,
            entry.series.starts,
            entry.series.ends,
            cells.get(place),
            entry.series.capacity,
        )
        for place, entry in enumerate(was_on)
    )


def wishes_shown(wishes: Iterable[Wish], texts: Texts) -> tuple[LogWish, ...]:
    """Give wishes without who asked, their texts cleaned."""
    return tuple(
        LogWish(
            wish.number,
            wish.theme,
            wish.status,
            wish.supporters,
            wish.recorded_on,
            texts.clean(FreeText.WISH, wish.number, wish.text),
        )
        for wish in wishes
    )


def questions_shown(questions: Iterable[tuple[int, str]], texts: Texts) -> tuple[LogQuestion, ...]:
    """Give questions for the professional, their texts cleaned."""
    return tuple(LogQuestion(wish, texts.clean(FreeText.QUESTION, wish, text)) for wish, text in questions)


def journal_shown(actions: Iterable[tuple[str, str, int, int]]) -> tuple[LogActions, ...]:
    """Give how often each role did what; a few times is hidden, since it could tell of one person or one concern."""
    return tuple(
        LogActions(kind, action, Role(role).name.lower(), shown(times))
        for kind, action, role, times in actions
        if kind not in _STAYS_HERE
    )
