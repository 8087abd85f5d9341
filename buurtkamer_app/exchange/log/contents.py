"""Brings together what goes into a log, in one look at the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.evaluation.looking.rules import stretches
from buurtkamer_app.exchange.log import change_queries, changes, content, entries, queries
from buurtkamer_app.exchange.log.around import around_shown
from buurtkamer_app.exchange.log.naming import People
from buurtkamer_app.exchange.log.records import FORMAT, Log
from buurtkamer_app.exchange.log.reflections import reflections_shown
from buurtkamer_app.exchange.log.shared_days import Parts, hidden_with, parted, sharing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.evaluation.looking.records import LookBack
    from buurtkamer_app.evaluation.looking.service import Looking
    from buurtkamer_app.evaluation.service import Evaluation
    from buurtkamer_app.exchange.log.pseudonyms import Who
    from buurtkamer_app.exchange.log.records import LogChange, LogEntry, LogReflection
    from buurtkamer_app.exchange.log.texts import Texts
    from buurtkamer_app.room.programmes import Programmes
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import Wish
    from buurtkamer_app.wishes.service import Wishes


@dataclass(frozen=True, slots=True)
class Heading:
    """What a log says of itself: its period, both days included, its own key, for whom, and the one before it.

    `names` is whether people are called by their names, for which the coordinator gave a reason. `earlier` are the
    periods of all logs that were made, for whomever: who has two of them knows what is different.
    """

    first: date
    last: date
    id: UUID | None = None
    recipient: str = ""
    previous: UUID | None = None
    previous_last: date | None = None
    names: bool = False
    earlier: tuple[tuple[date, date], ...] = ()


class Contents:
    """Puts logs together; for the coordinator, as those who ask see to."""

    def __init__(  # noqa: PLR0913, PLR0917 - a log looks at the whole room
        self,
        store: Store,
        room: Room,
        wishes: Wishes,
        activities: Activities,
        evaluation: Evaluation,
        looking: Looking,
        programmes: Programmes,
    ) -> None:
        self._store = store
        self._room = room
        self._wishes = wishes
        self._activities = activities
        self._evaluation = evaluation
        self._looking = looking
        self._programmes = programmes

    def log(self, heading: Heading, texts: Texts, naming: Callable[[Who | None], str]) -> Log:
        """Give the content of a log: texts go through `texts`, people are called by what `naming` gives."""
        first, last = heading.first, heading.last
        with self._store.reading() as session:
            wishes = [wish for wish in self._wishes.all() if wish.recorded_on <= last and not _over(wish, first)]
            occurrences = self._activities.occurrences(first, last)
            back = self._looking.looking_back(first, last)
            people = _people(session, naming, wishes, occurrences)
            questions = content.questions_shown(queries.open_questions(session, self._room.zone), texts)
            activities, themes = content.activities_shown(occurrences, back.activities, texts, people)
            log = Log(
                format=FORMAT,
                room=self._room.facts().name,
                first=first,
                last=last,
                made_at=self._store.clock.now(),
                figures=content.figures_shown(self._evaluation.figures(first, last), back.wishes.done),
                questions=questions,
                wishes=content.wishes_shown(wishes, texts, people),
                activities=activities,
                journal=content.journal_shown(queries.actions(session, *self._moments(first, last))),
                id=heading.id,
                recipient=heading.recipient,
                previous=heading.previous,
                previous_last=heading.previous_last,
                names=heading.names,
                bars=content.bars_shown(back.visits),
                themes=themes,
                hours=content.hours_shown(back.hours),
                reflections=self._reflections(session, heading, texts),
                changes=self._changes(session, back, texts),
                entries=self._entries(session, heading, people),
                around=around_shown(back, self._programmes.on(), texts),
            )
            return self._beside_earlier(log, heading)

    def _beside_earlier(self, log: Log, heading: Heading) -> Log:
        """Hide what a log and those that share days with it would give away together."""
        period = heading.first, heading.last
        periods = sharing(period, heading.earlier)
        if not periods:
            return log
        periods = [period, *periods]
        bars = [(bar.first, bar.last) for one in periods for bar in stretches(*one)[1]]
        parts = parted(periods)
        figures = [self._evaluation.figures(*part) for part in parts]
        visits = [sum(week.persons for week in self._evaluation.weeks(*part)) for part in parted([*periods, *bars])]
        headcounts: dict[str, list[int]] = {}
        uncounted = [one.participations for one in figures]
        for entry in self._activities.occurrences(parts[0][0], parts[-1][1]):
            if entry.goes_on and entry.headcount is not None:
                headcounts.setdefault(entry.series.theme.value, []).append(entry.headcount)
                place = next(at for at, (first, last) in enumerate(parts) if first <= entry.on <= last)
                uncounted[place] -= entry.headcount
        return hidden_with(log, Parts(figures, visits, headcounts, uncounted))

    def _moments(self, first: date, last: date) -> tuple[datetime, datetime]:
        """Give the moments from which on, and before which, what is in the journal belongs to a period."""
        zone = self._room.zone
        return instant(first, time(), zone), instant(last + timedelta(days=1), time(), zone)

    def _reflections(self, session: Session, heading: Heading, texts: Texts) -> tuple[LogReflection, ...]:
        over = heading.first, heading.last
        return reflections_shown(self._looking.stories(*over), queries.goes_on(session, *over), texts)

    def _entries(self, session: Session, heading: Heading, people: People) -> tuple[LogEntry, ...]:
        done = queries.done(session, *self._moments(heading.first, heading.last), entries.TOLD, entries.STAYS)
        return entries.entries_shown(done, people, self._room.zone)

    def _changes(self, session: Session, back: LookBack, texts: Texts) -> tuple[LogChange, ...]:
        first, last = back.first, back.last
        since, until = self._moments(first, last)
        made = changes.Changes(texts, self._room.zone)
        moved = change_queries.wishes_moved(session, since, until)
        return changes.in_order(
            [
                *made.of_wishes(moved, change_queries.wishes_ended(session, first, last)),
                *made.of_activities(change_queries.activity_changes(session, first, last)),
                *made.of_self_run(back.activities.became_self_run),
                *made.of_closures(self._room.closures(first, last)),
                *made.of_settings(change_queries.settings_changed(session, changes.SETTINGS, since, until)),
            ]
        )


def _over(wish: Wish, first: date) -> bool:
    """Tell whether a wish came true before a period: nobody has to read it again, and its words stay here."""
    return wish.status in {WishStatus.DONE, WishStatus.SELF_RUN} and wish.moved_on < first


def _people(
    session: Session,
    naming: Callable[[Who | None], str],
    wishes: Sequence[Wish],
    occurrences: Sequence[Occurrence],
) -> People:
    """Find who the people are whose names stand with wishes and activities."""
    names = {wish.asked_by for wish in wishes} | {entry.series.lead for entry in occurrences}
    return People(naming, queries.hosts(session), queries.residents(session, names))
