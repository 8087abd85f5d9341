"""A street lives through the window: led by professionals, an evening that residents finish, and then by themselves."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.qt.days import show_day, show_time
from buurtkamer_app.street.said import GOALS, TARGETS, goal
from tests.printing.weeks import page_count, text
from tests.qt.file_printers import with_papers

from .conftest import DAY
from .hands import Mouse, letters, seen
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.street.one import OneStreet
    from buurtkamer_app.qt.street.streets import StreetsPanel
    from buurtkamer_app.street.records import Activity, Reflection

    from .conftest import Person

# Facts of the project Tegoare op de stroate, in our own words. Source: its page, De Bres, Poperinge.
TOLD: Final = {
    "about": "Buren uit een wijk samenbrengen en elkaar laten leren kennen. We letten op wie het moeilijk heeft.",
    "strong": "Bewoners hebben er zin in en gaan er zelf mee verder.\nIedereen kan zo meedoen.\nHet is vlug geregeld.",
    "barriers": "In sommige buurten wil haast niemand meedoen.\nWie het moeilijk heeft, bereiken we niet gemakkelijk.",
    "differently": "Niet één keer, maar gauw terugkomen in dezelfde buurt.\nMeer mensen van ter plaatse erbij.",
    "remains": "In sommige buurten komen bewoners nu zelf geregeld samen. De klapkarre nodigt uit.",
    "anecdote": "Veertig buren kwamen, jong en oud, in meer dan een taal. Om vijf uur was het afgelopen, zeiden wij. "
    "Toen spraken de buren zelf af wie de ouderen naar huis bracht en wat naar wie terugging. "
    "Ze zaten daar zo fijn in de zon dat ze zelf later afsloten.",
}
LINES: Final = {
    "partners": "Drie diensten van stad en OCMW, een vrijwilligersorganisatie",
    "where_active": "Heel Groot-Poperinge, telkens een andere buurt",
    "contact": "Dienstencentrum De Bres",
    "period": "Sinds 2018, het blijft duren",
}
SDGS: Final = (1, 3, 10, 11, 16, 17)
TEN_WEEKS: Final = timedelta(weeks=10)


class Walker:
    """Somebody of the room who goes along with a street, with a mouse."""

    def __init__(self, person: Person) -> None:
        self.person, self.mouse = person, Mouse(person)
        sign_in_with_mouse(self.mouse, "Ria Postma")
        page: Any = person.desktop.window.page("activities")
        self.mouse.on(person.desktop.window.rail.buttons["activities"])
        self.mouse.on(page.parts.buttons["streets"])
        self.panel: StreetsPanel = page.parts.made("streets")

    @property
    def one(self) -> OneStreet:
        return self.panel.one

    @property
    def dialog(self) -> Any:
        assert isinstance(self.one.dialog, QDialog)
        return self.one.dialog

    def open(self, name: str) -> Any:
        """Press what opens a dialog, and wait until it was read."""
        self.mouse.click(name)
        self.person.settle()
        return self.dialog

    def fill(self, name: str, words: str) -> None:
        """Click in a field, in the place of what stands there already, and type."""
        field: Any = seen(self.person, name)
        field.setFocus()
        field.selectAll()
        field.clear()
        letters(field, words.replace("\n", " "))

    def tick(self, box: QAbstractButton) -> None:
        """Click on the box of a tick: its words take less room than the tick has."""
        self.mouse.clicks += 1
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(14, box.height() // 2))
        self.person.settle()

    def choose(self, day: date) -> None:
        """Choose what was on a day, in the history."""
        rows = self.one.model
        self.person.wait(lambda: rows.rowCount() > 0)
        places = [row for row in range(rows.rowCount()) if rows.record(rows.index(row, 0)).activity.plan.on_date == day]
        self.mouse.at_row(self.one.rows, places[0])

    def lead(self, led_by: LedBy, since: date, why: str) -> None:
        """Write down who leads from a day on."""
        phases = self.one.phases
        phases.led_by.setCurrentIndex(list(LedBy).index(led_by))
        show_day(phases.since, since)
        phases.why.setText(why)
        self.mouse.on(phases.keep)

    def activities(self) -> list[Activity]:
        found: list[Activity] = asked(self.person, lambda s: s.streets.between(date.min, date.max))
        return found


def plan_the_first(walker: Walker) -> None:
    """Write a street down, and plan a gathering in it: ten fields."""
    mouse = walker.mouse
    mouse.click("add")
    assert walker.panel.answer.text() == translate("A street needs a name. Type it first.")
    mouse.write("name", "Kersenlaan")
    mouse.click("add")
    mouse.clicks = 0
    dialog = walker.open("plan")
    walker.fill("name", "Koffie in de zon")
    show_day(dialog.on_date, DAY)
    show_time(dialog.starts, time(14))
    show_time(dialog.ends, time(17))
    for field, words in (
        ("place", "Het pleintje"),
        ("partners", LINES["partners"]),
        ("volunteers", "Zes buren van het plein"),
        ("to_bring", "Twee tafels en koffie"),
        ("by_rain", "In de school"),
    ):
        walker.fill(field, words)
    for box in dialog.groups.boxes.values():
        walker.tick(box)
    mouse.click("keep")
    # Once in the page, seven groups, once to keep it; a plan for a street known already takes two.
    assert mouse.clicks == 9


def live_the_evening(walker: Walker) -> None:
    """Count forty people; the professionals went at five, residents went on, brought home and gave back."""
    mouse = walker.mouse
    walker.choose(DAY)
    dialog = walker.open("open_day")
    for panel, first, second in (
        (dialog.home, "Jef", "Maria"),
        (dialog.home, "Fatima", "Georgette"),
        (dialog.goes_back, "Twee klaptafels", "de school"),
    ):
        panel.first.setText(first)
        panel.second.setText(second)
        mouse.on(panel.add)
    for panel in (dialog.home, dialog.goes_back):
        for place in range(len(panel.boxes)):
            walker.tick(panel.boxes[place])
    dialog.headcount.setValue(40)
    dialog.professionals.setValue(3)
    walker.tick(dialog.went)
    show_time(dialog.professionals_until, time(17))
    walker.tick(dialog.went_on)
    show_time(dialog.residents_until, time(19, 30))
    dialog.host.setCurrentIndex(dialog.host.findText("Ria Postma"))
    mouse.click("add_host")
    mouse.click("keep")


def look_back(walker: Walker, *, half: bool) -> None:
    """Fill what the form asks: first a half of it, kept as it is, another time the rest."""
    mouse = walker.mouse
    (row,) = [row for row in walker.panel.waits.shown if not row.is_return]
    mouse.on(row.do)
    walker.person.settle()
    dialog = walker.dialog
    if half:
        dialog.text_of["strong"].setPlainText(TOLD["strong"])
        mouse.click("later")
        return
    assert dialog.text_of["strong"].toPlainText() == TOLD["strong"]
    for name, words in TOLD.items():
        dialog.text_of[name].setPlainText(words)
    for name, words in LINES.items():
        dialog.line_of[name].setText(words)
    for ticks, wanted in ((dialog.groups, set(TargetGroup)), (dialog.chosen_goals, set(SDGS))):
        for value, box in ticks.boxes.items():
            assert isinstance(box, QCheckBox)
            if box.isChecked() != (value in wanted):
                walker.tick(box)
    walker.tick(dialog.volunteers_yes)
    dialog.recommend.setCurrentIndex(9)
    dialog.impact.setCurrentIndex(8)
    mouse.click("keep")


def print_it(walker: Walker, name: str) -> bytes:
    """Print a sheet of what is chosen, and give what went to paper."""
    made: list[Made] = []
    walker.one.papers.out.connect(made.append)
    walker.mouse.click(name)
    walker.person.wait(lambda: bool(made))
    walker.one.papers.out.disconnect(made.append)
    return made[0].pdf


def check_the_form(said: Reflection, sheet: bytes) -> None:
    """See that every field of the form of Tegoare op de stroate is filled, on record and on one page of paper."""
    assert {name: getattr(said, name) for name in TOLD} == TOLD
    assert {name: getattr(said, name) for name in LINES} == LINES
    assert (said.with_volunteers, said.recommend, said.impact) == (True, 8, 7)
    assert (said.reached, said.goals, said.finished) == (frozenset(TargetGroup), frozenset(SDGS), True)
    assert page_count(sheet) == 1
    paper = text(sheet)
    for words in (*TOLD.values(), *LINES.values()):
        assert " ".join(words.split()) in paper
    assert all(translate(TARGETS[group]) in paper for group in TargetGroup)
    assert all(goal(number) in paper for number in GOALS)
    assert "8/10" in paper
    assert "7/10" in paper


def first_gathering(person: Person) -> None:
    """Live the first gathering, with its evening, look back half, and then whole; print that and plan the return."""
    walker = Walker(person)
    plan_the_first(walker)
    walker.mouse.at("19:45")
    live_the_evening(walker)
    (held,) = walker.activities()
    assert (held.course.headcount, held.ended, held.by_themselves) == (40, time(19, 30), True)
    assert asked(person, lambda s: s.looking.hours(DAY, DAY).on_streets) == 540
    assert asked(person, lambda s: [one.it.done for one in s.street_days.home.all()]) == [True, True]
    person.clock.instant += timedelta(days=2)
    walker.panel.waits.outdate()
    person.settle()
    look_back(walker, half=True)
    assert translate("{days} days left.", days=5) in walker.panel.waits.shown[0].words.text()
    look_back(walker, half=False)
    assert [row.is_return for row in walker.panel.waits.shown] == [True]
    sheet = print_it(walker, "print_reflection")
    check_the_form(asked(person, lambda s: s.street_reflections.of(held.id)), sheet)
    assert page_count(print_it(walker, "print_lists")) == 1
    walker.mouse.clicks = 0
    walker.mouse.on(walker.panel.waits.shown[0].do)
    person.settle()
    walker.mouse.click("keep")
    assert walker.mouse.clicks == 2
    assert walker.panel.waits.shown == []


def by_themselves(person: Person) -> None:
    """Let professionals and residents lead together, then residents; what these do by themselves is counted."""
    walker = Walker(person)
    back = walker.activities()[-1].plan.on_date
    today = person.clock.instant.date()
    walker.panel.rows.selectRow(0)
    person.settle()
    walker.lead(LedBy.TOGETHER, back, "Vier buren doen mee")
    walker.lead(LedBy.RESIDENTS, today - timedelta(days=3), "De buren plannen het zelf")
    dialog = walker.open("plan")
    assert dialog.led_by.currentText() == translate("Residents do it themselves")
    walker.fill("name", "Zomeravond")
    show_day(dialog.on_date, today)
    show_time(dialog.starts, time(10))
    show_time(dialog.ends, time(11))
    walker.mouse.click("keep")
    walker.choose(today)
    dialog = walker.open("open_day")
    assert not dialog.host.isVisible()
    dialog.headcount.setValue(25)
    walker.mouse.click("keep")
    figures = asked(person, lambda s: s.looking.looking_back(DAY, today))
    assert (figures.streets.gatherings, figures.streets.participations) == (3, 65)
    assert [one.name for one in figures.activities.became_self_run] == ["Kersenlaan"]
    assert figures.streets.by_lead[LedBy.RESIDENTS] == 1
    assert (figures.streets.recommend.tenths, figures.streets.impact.tenths) == (80, 70)
    told = walker.one.leads.text()
    assert translate("Residents do it themselves") in told
    # Nobody is asked to look back at it or to go back: that one of the return waits.
    assert [row.is_return for row in walker.panel.waits.shown] == [False]


def test_a_street_from_its_first_gathering_to_its_own(
    open_desk: Callable[[], Person], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with_papers(tmp_path_factory.mktemp("papers"))
    person = open_desk()
    person.at("12:05")
    first_gathering(person)
    person.clock.instant += TEN_WEEKS
    by_themselves(open_desk())
