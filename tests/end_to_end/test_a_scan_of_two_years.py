"""Two years of looking at the neighbourhood through the window: papers keyed in, a low score, an action, and done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Characteristic
from buurtkamer_app.neighbourhood.scan.records import Mean
from buurtkamer_app.neighbourhood.scan.said import tenths
from buurtkamer_app.qt.days import show_day

from .hands import Keyboard, Mouse, letters
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.neighbourhood.scan.records import Seen

    from .conftest import Person

CUSTOMS = Characteristic.CUSTOMS
FIRST = ("143314", "153225", "244213")  # from where, then five scores, as they stand on the papers
SECOND = ("143444", "153445", "244343", "340334")


def at_the_scan(open_desk: Callable[[], Person]) -> tuple[Mouse, Any]:
    """Sign in at five past twelve, and open the scan."""
    mouse = Mouse(open_desk())
    sign_in_with_mouse(mouse, "Ria Postma")
    window = mouse.person.desktop.window
    mouse.on(window.rail.buttons["neighbourhood"])
    page: Any = window.page("neighbourhood")
    mouse.on(page.buttons["scan"])
    panel = page.made("scan")
    mouse.person.wait(lambda: panel.seen is not None)
    return mouse, panel


def key_in(mouse: Mouse, panel: Any, papers: tuple[str, ...]) -> None:
    """Key in papers from the first to the last, without the mouse."""
    panel.papers.roles.take_focus()
    keyboard = Keyboard(mouse.person)
    for paper in papers:
        for digit in paper:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, digit)
        keyboard.key("Enter")
        mouse.person.wait(lambda: panel.papers.roles.value() is None)


def seen(person: Person) -> Seen:
    """Give what is on record of this year."""
    found: Seen = asked(person, lambda services: services.scans.seen())
    return found


def test_a_low_score_becomes_an_action_and_the_next_year_shows_what_came_of_it(
    open_desk: Callable[[], Person],
) -> None:
    mouse, panel = at_the_scan(open_desk)
    before = len(panel.seen.answers)
    key_in(mouse, panel, FIRST)
    found = seen(mouse.person)
    assert len(found.answers) == before + len(FIRST)
    assert CUSTOMS in found.low

    doing = panel.doing
    doing.about.setCurrentIndex(list(Characteristic).index(CUSTOMS))
    for field, words in ((doing.what, "Een belwijzer in elke hal"), (doing.who, "Ria")):
        mouse.on(field)
        letters(field, words)
    show_day(doing.day, date(2026, 6, 1))
    mouse.click("plan")
    mouse.person.wait(lambda: CUSTOMS not in panel.seen.low)

    mouse.person.clock.instant += timedelta(days=365)
    mouse, panel = at_the_scan(open_desk)
    mouse.person.wait(lambda: panel.seen.year == 2027 and bool(panel.doing.rows))
    late = next(row for row in panel.doing.rows if row.action.planned.who == "Ria")
    assert late.by_whom.property("kind") == "warning"
    key_in(mouse, panel, SECOND)
    found = seen(mouse.person)
    assert found.now.of(CUSTOMS) == Mean(15, 4)
    assert found.before is not None
    assert (found.before.year, found.before.of(CUSTOMS).count) == (2026, before + len(FIRST))

    mouse.person.wait(lambda: panel.drawn.image is not None)
    was = tenths(found.before.of(CUSTOMS).tenths)
    assert translate("{now} (was {before})", now=tenths(38), before=was) in panel.drawn.accessibleName()
    late = next(row for row in panel.doing.rows if row.action.planned.who == "Ria")
    mouse.on(late.done)
    mouse.person.wait(lambda: all(row.action.planned.who != "Ria" for row in panel.doing.rows))
    mouse.on(panel.back)
    mouse.person.wait(lambda: panel.seen.year == 2026)
    done = next(action for action in panel.seen.actions if action.planned.who == "Ria")
    assert done.done_on == date(2027, 3, 11)
