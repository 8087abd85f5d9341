"""What a meeting of the team and an agreement made there are; which agreements come first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.team.hours.rules import check_begun

if TYPE_CHECKING:
    from datetime import datetime

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.team.meetings.records import Action, Meeting
    from buurtkamer_app.team.records import Team

LONGEST_AGENDA = 4000


def kept_meeting(meeting: Meeting, team: Team | None, now: datetime) -> Meeting:
    """Give a meeting as it is kept; `now` is the moment of the room's clock.

    Raises `RefusedError` for times that cannot be, a day before the team began, an agenda that is too long, and people
    who were at a meeting that is still to come.
    """
    if meeting.starts >= meeting.ends:
        raise RefusedError("The end must be later than the start.")
    check_begun(team, meeting.on_date)
    if meeting.there and (meeting.on_date, meeting.starts) > (now.date(), now.time()):
        raise RefusedError("This meeting is still to come. Tick who was there afterwards.")
    agenda = tidy(meeting.agenda)
    if len(agenda) > LONGEST_AGENDA:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=LONGEST_AGENDA)
    for line in agenda.splitlines():
        one_line(line, LONGEST_AGENDA)
    return replace(meeting, agenda=agenda)


def kept_action(action: Action) -> Action:
    """Give an agreement as it is kept; raises `RefusedError` when nobody knows what it is, or whose."""
    what, who = one_line(action.what, 300), one_line(action.who)
    if action.meeting_id is None:
        raise RefusedError("Write down the meeting first, then what was agreed there.")
    if not what:
        raise RefusedError("Say in a few words what was agreed.")
    if not who:
        raise RefusedError("Say who does it. Without a name it stays undone.")
    return replace(action, what=what, who=who)


def in_order(actions: list[Known[Action]]) -> list[Known[Action]]:
    """Put what is still to be done on top, the earliest day first; then what was done, the latest first."""
    still = [one for one in actions if one.it.done_on is None]
    done = [one for one in actions if one.it.done_on is not None]
    still.sort(key=lambda one: (one.it.by_date or date.max, one.id))
    done.sort(key=lambda one: (one.it.done_on or date.min, one.id), reverse=True)
    return [*still, *done]
