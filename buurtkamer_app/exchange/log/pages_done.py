"""The pages of a log about how it went: looking back, what became different, and the journal."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.kinds import KINDS
from buurtkamer_app.exchange.log.pages_room import hidden_notes
from buurtkamer_app.exchange.log.records import Changed
from buurtkamer_app.exchange.log.words import (
    ACTIONS,
    ASKED,
    CHANGES,
    ENDINGS,
    GOES_ON,
    ROLES,
    STATUSES,
    TOLD,
    deed,
    said,
)
from buurtkamer_app.printing import words
from buurtkamer_app.printing.charts import number
from buurtkamer_app.printing.log_pages import Column, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.exchange.log.records import Log, LogActions, LogChange, LogReflection


def reflections(log: Log) -> Section:
    """Give what people said of what was done."""
    rows = tuple(
        (
            words.said(one.on, "d MMM y"),
            f"{one.about} ({translate(TOLD[one.kind])})" if one.kind in TOLD else one.about,
            "\n".join(answers(one)),
        )
        for one in log.reflections
    )
    columns = (Column(translate("day"), 15), Column(translate("about"), 25), Column(translate("what was said"), 60))
    return Section(
        translate("Looking back"), columns, rows, empty=translate("Nobody looked back in this period."), broken=True
    )


def answers(one: LogReflection) -> Iterator[str]:
    """Say each answer of a look back after what was asked, then whether it goes on and the scores."""
    for asked, answer in one.said.items():
        heading = next((translate(words) for key, words in ASKED.items() if key.value == asked), asked)
        yield f"{heading}: {' '.join(answer.split())}"
    if one.goes_on in GOES_ON:
        yield translate(GOES_ON[one.goes_on])
    if one.by_residents:
        yield translate("Residents can do this by themselves.")
    if "recommend" in one.scores:
        yield translate("Would recommend it: {score} out of 10.", score=one.scores["recommend"])
    if "impact" in one.scores:
        yield translate("Impact on the neighbourhood: {score} out of 10.", score=one.scores["impact"])


def changes(log: Log) -> Section:
    """Give what became different."""
    rows = tuple((words.said(one.on, "d MMM y"), change_said(one)) for one in log.changes)
    columns = (Column(translate("day"), 16), Column(translate("what"), 84))
    return Section(translate("What changed"), columns, rows, empty=translate("Nothing changed in this period."))


def change_said(one: LogChange) -> str:
    """Say what became different; of a kind that is not known here what it was called."""
    if one.what not in set(Changed):
        return f"{one.what} {one.about} {one.became}".strip()
    what = Changed(one.what)
    about, became = one.about, one.became
    if what in {Changed.WISH_MOVED, Changed.WISH_FULFILLED}:
        became = translate(STATUSES[became]) if became in STATUSES else became
    elif what is Changed.WISH_ENDED:
        became = translate(ENDINGS[became]) if became in ENDINGS else became
    elif what is Changed.ACTIVITY_MOVED:
        became = words.said(date.fromisoformat(became), "EEEE d MMMM")
    elif what is Changed.CLOSED:
        about = about or translate("The room")
    return translate(CHANGES[what], number=one.wish or "", about=about, became=became).strip()


def journal(log: Log) -> Iterator[Section]:
    """Give what each person did in the period, then how often each role wrote down what."""
    each: dict[tuple[str, str], Counter[str]] = {}
    for entry in log.entries:
        each.setdefault((entry.who, entry.role), Counter())[entry.did] += entry.times
    rows = tuple(
        (
            who or "\u2013",
            translate(ROLES[role]) if role in ROLES else role,
            "; ".join(
                f"{deed(did)} ({number(times)}\u00d7)"
                for did, times in sorted(done.items(), key=lambda one: (-one[1], one[0]))
            ),
        )
        for (who, role), done in sorted(each.items(), key=lambda one: -one[1].total())
    )
    columns = (Column(translate("who"), 15), Column(translate("role"), 26), Column(translate("what was done"), 59))
    notes = (
        translate("What was undone is not in it. Day by day it stands in the data."),
        translate("Who came, concerns, absences and what is personal stay in the room."),
    )
    yield Section(translate("Journal"), columns, rows, notes, empty=translate("Nothing was written down."))
    if log.journal:
        yield _by_role(log)


def _by_role(log: Log) -> Section:
    kinds: dict[str, dict[str, list[LogActions]]] = {}
    for entry in log.journal:
        kinds.setdefault(entry.kind, {}).setdefault(entry.action, []).append(entry)
    rows = tuple(
        (
            translate(KINDS[kind]) if kind in KINDS else kind,
            *(
                "\n".join(f"{said(one.times)} {translate(ROLES[one.role])}" for one in actions.get(action, []))
                for action in ACTIONS
            ),
        )
        for kind, actions in kinds.items()
    )
    columns = (Column(translate("what"), 31), *(Column(translate(action), 23) for action in ACTIONS.values()))
    notes = (
        translate("How often something was written down, and in which role. Never by whom."),
        *hidden_notes([entry.times for entry in log.journal]),
    )
    return Section(translate("Journal by role"), columns, rows, notes, broken=True)
