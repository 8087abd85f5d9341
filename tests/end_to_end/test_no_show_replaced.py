"""A no-show at 13:08 is replaced by 13:12 in three clicks, through the window; the rota shows it, the strip says it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart
from buurtkamer_app.qt.rota.cover import CoverDialog
from buurtkamer_app.qt.rota.cover_row import CandidateRow
from buurtkamer_app.rota.cover import queries
from buurtkamer_app.startup import KEY_HOLDER

from .conftest import DAY
from .hands import Mouse
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked, before

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    import pytest

    from buurtkamer_app.base.terms import CallResult as Result
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

    from .conftest import Person


def afternoon(services: Services) -> Shift:
    """Give the shift that somebody does not come to."""
    return next(one for one in services.rota.shifts(DAY, DAY) if one.part is DayPart.AFTERNOON)


def calls(services: Services) -> dict[str, tuple[Result, datetime]]:
    """Give what was noted of each call."""
    names = {host.id: host.name for host in services.people.hosts()}
    with services.store.reading() as session:
        found = queries.calls(session, afternoon(services).key)
    return {names[host]: (call.result, call.at) for host, call in found.items()}


def the_list(person: Person) -> CoverDialog:
    """Give the list of whom to call, that is seen now."""
    person.wait(lambda: isinstance(QApplication.activeModalWidget(), CoverDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CoverDialog)
    person.settle()
    return dialog


def words_on(person: Person) -> list[str]:
    """Give what stands on the page that is seen."""
    window = person.desktop.window
    parts: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisible()]


def not_there_at_eight_past_one(open_desk: Callable[[], Person]) -> Mouse:
    """Ria began and opened; Kees is not there."""
    person = open_desk()
    asked(person, before)
    mouse = Mouse(person)
    mouse.at("12:45")
    sign_in_with_mouse(mouse, "Ria Postma")
    mouse.click("begin")
    mouse.at("13:08")
    return mouse


def test_a_no_show_is_replaced_in_three_clicks(
    open_desk: Callable[[], Person], tmp_path_factory: pytest.TempPathFactory
) -> None:
    mouse = not_there_at_eight_past_one(open_desk)
    person = mouse.person
    mouse.click("away_0")
    mouse.click("reason_unknown")
    dialog = the_list(person)
    rows = [row for row in dialog.shown if isinstance(row, CandidateRow)]
    assert len(rows) > 2
    assert all("020 000 00" in row.who.text() and row.whys.text() for row in rows)
    person.at("13:12")
    mouse.click("", "Joop Kramer: Ja, komt")
    assert mouse.clicks == 3

    shift = asked(person, afternoon)
    assert {place.host_name for place in shift.on_duty} == {"Ria Postma", "Joop Kramer"}
    assert [place.absent for place in shift.places if place.replaced] == [AbsenceReason.UNKNOWN]
    noted = asked(person, calls)
    assert {name: result for name, (result, _at) in noted.items()} == {"Joop Kramer": CallResult.YES}
    assert noted["Joop Kramer"][1].replace(tzinfo=None) == person.clock.instant.replace(tzinfo=None)

    read = strip_of(mouse, dialog, tmp_path_factory.mktemp("stick"))
    assert translate("{name} for {gone}", name="Joop", gone="Kees") in read
    assert "12.45" in read
    mouse.click("back")
    person.wait(lambda: any("Joop" in words for words in words_on(person)))
    mouse.on(person.desktop.window.rail.buttons["rota"])
    for_kees = translate("{name} for {gone}", name="Joop", gone="Kees")
    person.wait(lambda: any(for_kees in words for words in words_on(person)))


def strip_of(mouse: Mouse, dialog: CoverDialog, folder: Path) -> str:
    """Print the strip on a computer without a printer: one button, then where the PDF goes."""
    papers = dialog.strip.papers
    mouse.click("print")
    mouse.person.wait(lambda: bool(papers.keeps))
    mouse.on(papers.keeps[0])
    assert papers.dialog is not None
    papers.dialog.fileSelected.emit(str(folder / "strookje.pdf"))
    papers.dialog.reject()
    mouse.person.wait((folder / "strookje.pdf").exists)
    with pdfium.PdfDocument((folder / "strookje.pdf").read_bytes()) as document:
        return str(document[0].get_textpage().get_text_range())


def test_each_call_is_kept_and_who_did_not_answer_goes_down(open_desk: Callable[[], Person]) -> None:
    mouse = not_there_at_eight_past_one(open_desk)
    person = mouse.person
    mouse.click("away_0")
    mouse.click("reason_ill")
    dialog = the_list(person)
    first = dialog.shown[0].accessibleName()
    person.at("13:09")
    mouse.click("", f"{first}: Geen gehoor")
    person.wait(lambda: dialog.shown[-1].accessibleName() == first)
    last = dialog.shown[-1]
    assert isinstance(last, CandidateRow)
    assert last.called.text() == translate("Did not answer at {time}", time="13.09")
    second = dialog.shown[0].accessibleName()
    mouse.click("", f"{second}: Ja, komt")
    assert {name: result for name, (result, _at) in asked(person, calls).items()} == {
        first: CallResult.NO_ANSWER,
        second: CallResult.YES,
    }
    mouse.click("back")


def samira_on_thursday(services: Services) -> Shift:
    """Put Samira on the afternoon of tomorrow."""
    actor, on = services.sign_in.actor, DAY + timedelta(days=1)
    services.sign_in.act_as(KEY_HOLDER)
    services.rota.put_on(services.people.host_named("Samira El Idrissi").id, on, DayPart.AFTERNOON)
    services.sign_in.act_as(actor)
    return tomorrow(services)


def tomorrow(services: Services) -> Shift:
    """Give the afternoon of tomorrow."""
    on = DAY + timedelta(days=1)
    return next(one for one in services.rota.shifts(on, on) if one.part is DayPart.AFTERNOON)


def test_who_rings_off_for_tomorrow_is_replaced_from_the_grid_in_three_clicks(
    open_desk: Callable[[], Person],
) -> None:
    mouse = not_there_at_eight_past_one(open_desk)
    person = mouse.person
    place = asked(person, samira_on_thursday).places[0]
    mouse.on(person.desktop.window.rail.buttons["rota"])
    person.wait(lambda: bool(person.desktop.window.findChildren(QPushButton, f"place {place.id}")))
    mouse.clicks = 0
    mouse.click(f"place {place.id}")
    in_menu(mouse, translate("Cannot come"))
    dialog = the_list(person)
    assert (mouse.clicks, dialog.heading.text()) == (2, translate("Who can take over from {name}?", name="Samira"))
    who = dialog.shown[0].accessibleName()
    mouse.click("", f"{who}: Ja, komt")
    assert mouse.clicks == 3
    assert [one.host_name for one in asked(person, tomorrow).on_duty] == [who]
    mouse.click("back")
    words = translate("{name} for {gone}", name=who.split(" ")[0], gone="Samira")
    person.wait(lambda: any(words in said for said in words_on(person)))


def in_menu(mouse: Mouse, words: str) -> None:
    """Click on an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text() == words)
    mouse.clicks += 1
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    mouse.person.settle()
