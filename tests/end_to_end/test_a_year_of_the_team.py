"""A year of a neighbourhood team through the window: set up, its people, its evenings, and past its 5,000 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import HoursKind
from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.printing.words import said
from buurtkamer_app.qt.team.words import number
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.team import queries
from buurtkamer_app.team.hours.records import NewHours
from tests.team.around import helped_in_street, was_at_market

from .conftest import DAY, ZONE
from .hands import Mouse, letters
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.team.effects import EffectsPanel
    from buurtkamer_app.qt.team.meetings import MeetingsSection
    from buurtkamer_app.qt.team.team import TeamSection
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.progress.records import Progress

    from .conftest import Person

NEW = ("Nia Boukhari", "Wim de Groot", "Sevda Aydin")
JOINED = ("Kees Vos", "Ria Postma")
ENOUGH = 15


def as_coordinator(person: Person, work: Callable[[Services], Any]) -> Any:
    """Let something be done that another page does, as the coordinator."""

    def done(services: Services) -> Any:
        actor = services.store.actor
        services.sign_in.act_as(KEY_HOLDER)
        try:
            return work(services)
        finally:
            services.sign_in.act_as(actor)

    found = asked(person, done)
    person.settle()
    return found


def without_team(services: Services) -> None:
    """Let the room have no team yet, and no activities that hosts lead: every hour is one that this test gives."""
    services.sign_in.act_as(KEY_HOLDER)
    with services.store.work(Label("no team"), Role.COORDINATOR) as unit:
        unit.session.delete(queries.team_row(unit.session))
        for host in services.people.hosts():
            row = unit.session.get(HostRow, host.id)
            assert row is not None
            row.team_member = False
        services.room.close_days(DAY, DAY + timedelta(days=366), "Verbouwing")
    services.sign_in.act_as(NOBODY)


def members(services: Services) -> tuple[UUID, ...]:
    return tuple(member.id for member in services.teams.members().named)


def joined_by_fifteen(services: Services) -> Change:
    """Let hosts join until the team is as large as it should be."""
    with services.store.work(Label("fifteen"), Role.COORDINATOR) as unit:
        for host in services.teams.members().others[: ENOUGH - len(members(services))]:
            services.teams.join(host.id)
    return unit.change


def a_shift(services: Services, clock: SetClock, on: date) -> Change:
    """Let a member do a shift of four hours."""
    kees = services.people.host_named("Kees Vos").id
    clock.instant = instant(on, time(13), ZONE)
    services.rota.sign_on(kees)
    clock.instant = instant(on, time(17), ZONE)
    return services.rota.sign_off(kees)


def weeks_of_all(services: Services, days: list[date]) -> Change:
    """Let every member give eight hours on each of these days."""
    with services.store.work(Label("weeks"), Role.COORDINATOR) as unit:
        for on in days:
            services.hours.write(NewHours(members(services), on, time(9), time(17), HoursKind.OTHER, "Buurttuin"))
    return unit.change


@dataclass
class Rooster:
    """The page as somebody works with it by clicking."""

    mouse: Mouse

    @property
    def person(self) -> Person:
        return self.mouse.person

    def open(self, name: str) -> Any:
        """Go to a section of Rooster."""
        window = self.person.desktop.window
        self.mouse.on(window.rail.buttons["rota"])
        page: Any = window.page("rota")
        self.mouse.on(page.buttons[name])
        return page.made(name)

    def later(self, on: date, hour: int = 22) -> None:
        """Let it be another day."""
        self.person.clock.instant = datetime.combine(on, time(hour), ZONE)

    def write(self, field: QWidget, words: str) -> None:
        """Click in a field and type over what stands there."""
        self.mouse.on(field)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        letters(field, words)

    def choose(self, box: QComboBox, words: str) -> None:
        """Choose by the keys from a list."""
        place = box.findText(words)
        assert place >= 0, words
        box.setFocus()
        box.setCurrentIndex(place)


def set_up(page: Rooster) -> TeamSection:
    """Set the team up, and write down who is in it."""
    section: TeamSection = page.open("team")
    assert section.progress.none.isVisible()
    page.write(section.set_up.name, "Buurtvolk Zuid")
    page.mouse.on(section.set_up.keep)
    page.person.wait(lambda: section.progress.heading.text() == "Buurtvolk Zuid")
    for name in NEW:
        page.write(section.members.name, name)
        page.mouse.on(section.members.add)
    for name in JOINED:
        page.choose(section.members.others, name)
        page.mouse.on(section.members.join)
    page.person.wait(lambda: section.members.model.rowCount() == len(NEW) + len(JOINED))
    assert translate("Fewer than {fewest}: the team can use more people.", fewest=ENOUGH) in (
        section.members.warning.text()
    )
    as_coordinator(page.person, joined_by_fifteen)
    page.person.wait(lambda: not section.members.warning.isVisible())
    return section


def year_of(section: TeamSection) -> Progress:
    """Give the year that is shown."""
    assert section.progress.found is not None
    return section.progress.found


def hold_meeting(page: Rooster) -> None:
    """Hold a meeting in the evening with two who are there, and agree on something."""
    section: MeetingsSection = page.open("team_meetings")
    meetings, agreed = section.meetings, section.agreed
    page.mouse.on(meetings.inputs["agenda"].input)
    letters(meetings.inputs["agenda"].input, "De tuin")
    for name in (NEW[0], "Kees Vos"):
        (item,) = meetings.there.findItems(name, Qt.MatchFlag.MatchExactly)
        meetings.there.setCurrentItem(item)
        QTest.keyClick(meetings.there, Qt.Key.Key_Space)
    page.mouse.on(meetings.keep)
    page.person.wait(lambda: meetings.model.rowCount() == 1)
    page.write(agreed.inputs["what"].input, "Planten bestellen")
    page.write(agreed.inputs["who"].input, "Nia")
    page.mouse.on(agreed.keep)
    page.person.wait(lambda: agreed.model.rowCount() == 1)
    page.mouse.at_row(agreed.rows, 0)
    page.mouse.on(agreed.done)
    page.person.wait(lambda: agreed.model.record(agreed.model.index(0, 0)).it.done_on == DAY)


def count_slips(page: Rooster) -> None:
    """Count six slips of the box."""
    section: EffectsPanel = page.open("effects")
    fields: tuple[QSpinBox, ...] = section.counted.numbers[EffectOn.NETWORK]
    for field, typed in zip(fields, "015", strict=True):
        field.setFocus()
        field.selectAll()
        letters(field, typed)
    page.mouse.on(section.keep)
    page.person.wait(section.picture.isVisible)
    assert translate("People I know") in section.picture.accessibleName()


def test_a_team_lives_its_first_year_to_5000_hours(open_desk: Callable[[], Person]) -> None:
    page = Rooster(Mouse(open_desk()))
    person = page.person
    asked(person, without_team)
    page.mouse.at("22:00")
    sign_in_with_mouse(page.mouse, translate("Coordinator (practice)"))
    section = set_up(page)
    hold_meeting(page)

    # What another page writes down: a shift, a market and a street, some of it at the same time.
    tomorrow, nia = DAY + timedelta(days=1), asked(person, lambda s: s.people.host_named(NEW[0]).id)
    as_coordinator(person, lambda s: a_shift(s, person.clock, tomorrow))
    page.later(tomorrow)
    as_coordinator(person, lambda s: was_at_market(s, nia, tomorrow, time(10), time(14)))
    as_coordinator(person, lambda s: helped_in_street(s, nia, tomorrow, time(13), time(15), until=time(16)))
    page.open("team")
    # Two at the meeting for an hour and a half, four hours of a shift, six of market and street together.
    person.wait(lambda: year_of(section).year.minutes == (3 + 4 + 6) * 60)

    days = [tomorrow + timedelta(weeks=ahead) for ahead in range(1, 42)]
    page.later(days[-1])
    as_coordinator(person, partial(weeks_of_all, days=days))
    sum_now = 13 + len(days) * ENOUGH * 8
    page.open("team")
    person.wait(lambda: year_of(section).year.minutes == sum_now * 60)
    reached = "{mark} hours: reached on {day}."
    assert sum_now < 5000
    assert year_of(section).reached == (None, None)

    last = days[-1] + timedelta(weeks=1)
    page.later(last)
    as_coordinator(person, partial(weeks_of_all, days=[last]))
    person.wait(lambda: year_of(section).reached == (last, None))
    told = translate(reached, mark=number(5000), day=said(last, "d MMMM y"))
    assert told in section.progress.told.text()
    assert told in section.progress.picture.accessibleName()
    person.wait(lambda: section.progress.picture.image is not None)
    count_slips(page)
