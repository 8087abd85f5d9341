"""The sheets of the team: the page for partners names nobody, the meeting has what is open, the slip has no name."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.papers import team
from buurtkamer_app.papers.records import Choices, Wanted
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.team_bars import against_picture, effects_picture
from buurtkamer_app.printing.team_line import team_line
from buurtkamer_app.printing.team_told import EFFECTS, hours
from buurtkamer_app.team.effects.records import Answers, Batch
from buurtkamer_app.team.meetings.records import Action, Meeting
from tests.printing.weeks import text
from tests.team.rooms import WEDNESDAY, gives

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

HELD = Meeting(WEDNESDAY - timedelta(days=1), time(19, 30), time(21), "De tuin\nRondvraag")


def words(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


@pytest.mark.parametrize("ink", list(Ink))
def test_the_page_for_partners_has_the_figures_of_the_page_and_no_names(demo: Services, ink: Ink) -> None:
    gives(demo, "Ria Postma", WEDNESDAY - timedelta(days=1), 5)
    demo.effects.write(Batch(WEDNESDAY, ((EffectOn.NETWORK, Answers(1, 2, 4)),)))
    said = words(team.page(demo, Wanted(WEDNESDAY, Choices(ink=ink))).pdf)
    found = demo.team_progress.progress()
    assert found is not None
    assert hours(found.year.minutes) in said
    assert translate(EFFECTS[EffectOn.NETWORK]) in said
    assert not any(member.name in said for member in demo.teams.members().named)


def test_a_day_of_an_earlier_year_gives_the_page_of_that_year(demo: Services, clock: SetClock) -> None:
    clock.instant += timedelta(days=400)
    earlier = team.page(demo, Wanted(date(2026, 6, 1)))
    assert earlier.name != team.page(demo, Wanted(clock.now().date())).name
    assert translate("Given in this year: {hours} hours.", hours="")[:10] in words(earlier.pdf)


def test_the_meeting_has_its_agenda_what_is_open_and_the_members(demo: Services) -> None:
    key = demo.meetings.write(HELD).value
    demo.meetings.actions.write(Action(key, "Sleutel regelen", "Ria"))
    demo.meetings.actions.write(Action(key, "Bakker bellen", "Anil", done_on=WEDNESDAY))
    said = words(team.meeting(demo, Wanted(WEDNESDAY)).pdf)
    assert "Rondvraag" in said
    assert "Sleutel regelen" in said
    assert "Bakker bellen" not in said
    assert "Joop Kramer" in said


def test_without_a_meeting_there_is_an_empty_form_and_a_slip_is_twice_on_a_page(demo: Services) -> None:
    assert translate("Day and time") in words(team.meeting(demo, Wanted(WEDNESDAY)).pdf)
    slip = words(team.slips(demo, Wanted(WEDNESDAY)).pdf)
    assert all(slip.count(translate(name)) == 2 for name in EFFECTS.values())


@pytest.mark.parametrize("wide", [120.0, 300.0, 560.0])
def test_pictures_are_drawn_at_every_width(demo: Services, wide: float) -> None:
    found = demo.team_progress.progress()
    assert found is not None
    sums = tuple((effect, Answers(0, 0, 5)) for effect in EffectOn)
    for drawing in (
        team_line(found, wide, 200),
        effects_picture(sums, wide),
        against_picture([("vergoeding", 380), ("tempo", 0)], wide),
    ):
        assert drawing.width == wide
        assert drawing.contents
