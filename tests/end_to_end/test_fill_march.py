"""March is filled through the window in two clicks, put on the rota in one more, and undone in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from buurtkamer_app.base.i18n import translate

from .hands import Mouse
from .test_nobody_else_reads import COORDINATOR
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Person

MARCH = date(2026, 3, 1), date(2026, 3, 31)


def on_the_rota(person: Person) -> int:
    """Give how many places of March somebody holds."""
    return int(asked(person, lambda s: sum(len(shift.places) for shift in s.rota.shifts(*MARCH))))


def test_march_is_filled_shown_in_the_week_and_undone_in_one_step(open_desk: Callable[[], Person]) -> None:
    mouse = Mouse(open_desk())
    person = mouse.person
    mouse.at("12:05")
    sign_in_with_mouse(mouse, COORDINATOR)
    window = person.desktop.window
    mouse.on(window.rail.buttons["rota"])
    page: Any = window.page("rota")

    mouse.clicks = 0
    mouse.on(page.buttons["fill"])
    mouse.click("make")
    assert mouse.clicks == 2
    panel = page.made("fill")
    person.wait(lambda: panel.proposed is not None)
    person.settle()
    assert on_the_rota(person) == 0
    count = len(panel.proposal.draft.chosen())
    mouse.click("take")
    person.wait(panel.told.isVisible)
    assert on_the_rota(person) == count > 50

    mouse.on(page.buttons["week"])
    person.settle()
    week = asked(person, lambda s: s.rota.week(date(2026, 3, 11)))
    names = {place.host_name.split()[0] for shift in week for place in shift.places}
    assert names
    shown = {part.text() for part in page.made("week").findChildren(QPushButton) if part.isVisible()}
    assert names & shown
    assert translate("Open place") in shown

    last = asked(person, lambda s: s.history.last())
    asked(person, lambda s: s.history.undo(last.unit))
    assert on_the_rota(person) == 0
