"""What an answer can be, what answers come to, which roles may be told apart, and what asks for an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan.records import Answer, Averages, Marked, Mean, Planned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

LEAST, MOST = 1, 5
# Under this average a characteristic asks for an action.
ENOUGH: Final = 3
# With fewer respondents a picture says on how many it rests.
FEW: Final = 3
# Roles with fewer answers are not told apart on paper or in a report (safety.md: cells under 5).
SMALL_CELL: Final = 5
FIRST_YEAR: Final = 1990
_LONGEST_NOTE: Final = 500


def kept_answer(answer: Answer) -> Answer:
    """Give an answer as it is kept; raises `RefusedError` without any score, for another score or a long note."""
    marks = {
        about: Marked(_score(answer.mark(about).score), one_line(answer.mark(about).note, _LONGEST_NOTE))
        for about in Characteristic
    }
    if all(mark.score is None for mark in marks.values()):
        raise RefusedError("Fill in at least one score from 1 to 5.")
    return Answer(answer.respondent, marks)


def _score(score: int | None) -> int | None:
    if score is not None and not LEAST <= score <= MOST:
        raise RefusedError("A score is a number from 1 to 5.")
    return score


def kept_year(year: int, today: date) -> int:
    """Give a year that one can look back on; raises `RefusedError` for one to come or long gone."""
    if not FIRST_YEAR <= year <= today.year:
        raise RefusedError("Choose this year or one before it.")
    return year


def kept_plan(planned: Planned) -> Planned:
    """Give an action as it is kept; raises `RefusedError` without words or an owner, or for long texts."""
    what, who = one_line(planned.what), one_line(planned.who)
    if not what:
        raise RefusedError("Type what will be done.")
    if not who:
        raise RefusedError("Type who sees to it.")
    return Planned(what, who, planned.by_date)


def averages(year: int, answers: Sequence[Answer]) -> Averages:
    """Reckon what the answers of a year come to."""
    roles = {role: [answer for answer in answers if answer.respondent is role] for role in Respondent}
    by_role = {role: _means(those) for role, those in roles.items() if those}
    return Averages(year, len(answers), _means(answers), by_role)


def _means(answers: Iterable[Answer]) -> dict[Characteristic, Mean]:
    given = list(answers)
    found = {}
    for about in Characteristic:
        scores = [score for answer in given if (score := answer.mark(about).score) is not None]
        found[about] = Mean(sum(scores), len(scores))
    return found


def told_apart(counts: Mapping[Respondent, int], least: int = SMALL_CELL) -> list[Respondent]:
    """Give the roles that may stand by themselves: each has answers enough, and so have the others together.

    Else what a small group gave could be reckoned from the whole and what the others gave.
    """
    told = sorted((role for role, count in counts.items() if count >= least), key=lambda role: counts[role])
    rest = sum(count for count in counts.values() if count < least)
    while told and 0 < rest < least:
        rest += counts[told.pop(0)]
    return [role for role in Respondent if role in told]


def on_paper(found: Averages) -> dict[Respondent, dict[Characteristic, Mean]]:
    """Give the averages by role that may leave the room, each characteristic for itself."""
    shown: dict[Respondent, dict[Characteristic, Mean]] = {}
    for about in Characteristic:
        counts = {role: means[about].count for role, means in found.by_role.items() if means[about].count}
        for role in told_apart(counts):
            shown.setdefault(role, {})[about] = found.by_role[role][about]
    return {role: shown[role] for role in Respondent if role in shown}


def asks_for_action(about: Characteristic, now: Averages, before: Averages | None) -> bool:
    """Tell whether a characteristic is low: its average is under 3, or lower than the time before."""
    mean = now.of(about)
    return bool(mean.count) and (mean.below(ENOUGH) or (before is not None and mean.less_than(before.of(about))))
