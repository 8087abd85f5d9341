"""The sheets of the neighbourhood team: the slip for the box, its meetings, its page for partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing.team_meeting import meeting_sheet
from buurtkamer_app.printing.team_page import team_page
from buurtkamer_app.printing.team_slip import effect_slips

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.meetings.records import Meeting


def slips(services: Services, wanted: Wanted) -> Made:
    """Make two slips for the box on one page."""
    return Made(translate("What did taking part change?"), effect_slips(house(services, wanted.choices)))


def meeting(services: Services, wanted: Wanted) -> Made:
    """Make the sheet of a meeting: the one of a day, else the next one, else the last; without any an empty form."""
    found = services.meetings.all()
    of_day = next((known for known in found if known.it.on_date == wanted.day), None)
    return of_meeting(services, of_day or services.meetings.next_or_last(), wanted)


def of_meeting(services: Services, known: Known[Meeting] | None, wanted: Wanted) -> Made:
    """Make the sheet of one meeting, None: an empty form."""
    team, members = services.teams.team(), services.teams.members()
    there: frozenset[UUID] = known.it.there if known is not None else frozenset()
    names = [(member.name, member.id in there) for member in members.named]
    actions = [one.it for one in services.meetings.agreed() if one.it.done_on is None]
    name = translate("Meeting of the team")
    if known is not None:
        name = f"{name} {known.it.on_date.isoformat()}"
    pdf = meeting_sheet(
        team.name if team else "",
        known.it if known is not None else None,
        names,
        actions,
        house(services, wanted.choices),
    )
    return Made(name, pdf)


def page(services: Services, wanted: Wanted) -> Made:
    """Make the page of the team for partners, of the team year that holds the day."""
    return of_year(services, _year_of(services, wanted), wanted)


def of_year(services: Services, number: int | None, wanted: Wanted) -> Made:
    """Make the page of the team of one of its years, None: the year of today."""
    found = services.team_progress.progress(number)
    first, last = (found.year.first, found.year.last) if found is not None else (None, None)
    effects = services.effects.over(first, last) if found is not None else ()
    name = translate("The neighbourhood team")
    if found is not None:
        name = f"{name} {found.year.first.isoformat()}"
    return Made(name, team_page(found, effects, house(services, wanted.choices)))


def _year_of(services: Services, wanted: Wanted) -> int | None:
    found = services.team_progress.progress()
    if found is None:
        return None
    return next((year.number for year in found.years if year.first <= wanted.day <= year.last), None)
