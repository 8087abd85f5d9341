"""The afternoon of the daybook through the window with the mouse; only words and amounts are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QPushButton

from .hands import Mouse, letters, seen
from .whole_afternoon import asked, before, check, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Person


def test_the_whole_afternoon_with_the_mouse(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    asked(person, before)
    mouse = Mouse(person)
    open_with_mouse(mouse)
    come_in_with_mouse(mouse)
    person = open_desk()  # the computer went off at 15:05, without a word
    mouse = Mouse(person)
    mouse.at("15:25")
    sign_in_with_mouse(mouse, "Ria Postma")
    after_the_cut_with_mouse(mouse)
    close_with_mouse(mouse)
    check(person)


def sign_in_with_mouse(mouse: Mouse, name: str) -> None:
    """Sign in on the pad: the lock, the name, six digits, the button."""
    mouse.on(mouse.person.desktop.window.rail.lock)
    mouse.click("", name)
    for _ in range(6):
        mouse.click("", "0")
    mouse.click("enter")
    mouse.person.wait(lambda: mouse.person.desktop.actor.name == name)
    mouse.person.settle()


def let_in(mouse: Mouse, letters: str) -> None:
    """Let a regular in: a few letters, and a click on who stands first."""
    mouse.write("search", letters)
    names = seen(mouse.person, "suggestions")
    assert isinstance(names, QListWidget)
    mouse.at_row(names, 0)


def write_wish(mouse: Mouse, words: str) -> None:
    """Write a wish: one click in the field, the words, one click to keep it."""
    clicks = mouse.clicks
    mouse.write("text", words)
    mouse.click("keep")
    assert mouse.clicks - clicks == 2


def open_with_mouse(mouse: Mouse) -> None:
    """From 12:45 to 13:12: signing on, opening in two clicks, and cover in three."""
    mouse.at("12:45")
    sign_in_with_mouse(mouse, "Ria Postma")
    mouse.click("begin")
    mouse.at("13:00")
    mouse.click("opening")
    letters(seen(mouse.person, "in_box"), "25,00")
    mouse.click("agree")
    assert mouse.clicks == 2
    mouse.at("13:05")
    let_in(mouse, "boe")
    mouse.at("13:08")
    mouse.click("away_0")
    mouse.click("reason_unknown")
    mouse.click("", "Samira El Idrissi: Geen gehoor")
    assert mouse.clicks == 3
    mouse.at("13:12")
    mouse.click("", "Joop Kramer: Ja, komt")
    assert mouse.clicks == 1
    mouse.click("back")


def come_in_with_mouse(mouse: Mouse) -> None:
    """From 13:10 to 15:05: visitors, wishes, who takes part."""
    times(mouse, "13:12", "walk_in", 3)
    mouse.at("13:15")
    write_wish(mouse, "Ik wil zo graag weer leren fietsen.")
    mouse.at("13:20")
    let_in(mouse, "has")
    times(mouse, "13:20", "walk_in", 1)
    times(mouse, "13:30", "activity", 6)
    mouse.at("13:40")
    let_in(mouse, "tan")
    let_in(mouse, "pin")
    mouse.at("13:45")
    mouse.click("here_0")
    mouse.at("14:00")
    for who in ("els", "ome", "zey", "jdj"):
        let_in(mouse, who)
    times(mouse, "14:00", "walk_in", 5)
    for name, persons in (("Mw. De Vries-Jansen", "2"), ("Łukasz", "1")):
        sign_up_with_mouse(mouse, name, persons)
    mouse.on(mouse.person.desktop.window.rail.buttons["today"])
    times(mouse, "14:25", "child", 2)
    times(mouse, "14:25", "walk_in", 1)
    support_with_mouse(mouse)
    times(mouse, "14:40", "walk_in", 1)
    mouse.person.wait(lambda: shown(mouse.person, "visits") == "27")
    mouse.at("14:40")
    mouse.click("undo")
    assert mouse.clicks == 1
    mouse.person.wait(lambda: shown(mouse.person, "visits") == "26")
    for moment, series, count in (("14:45", "Taalcafé", "6"), ("15:00", "Soosmiddag", "12")):
        mouse.at(moment)
        mouse.click("", f"Wie doet mee? {series}")
        letters(seen(mouse.person, "heads"), count)
        mouse.click("count")
        assert mouse.clicks == 2


def times(mouse: Mouse, moment: str, button: str, count: int) -> None:
    """Press a tally button so often; each press counts one."""
    mouse.at(moment)
    for _ in range(count):
        mouse.click(button)
    assert mouse.clicks == count


def sign_up_with_mouse(mouse: Mouse, name: str, persons: str) -> None:
    """Sign somebody up for Friday's table, in four clicks and the words."""
    mouse.at("14:10")
    mouse.on(mouse.person.desktop.window.rail.buttons["activities"])
    mouse.click("", "Wie doet mee? Eettafel")
    mouse.write("name", name)
    field = seen(mouse.person, "persons")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    letters(field, persons)
    mouse.click("sign_up")
    assert mouse.clicks <= 4
    mouse.click("back")


def support_with_mouse(mouse: Mouse) -> None:
    """One more resident wants what is on the board already."""
    mouse.at("14:30")
    words = asked(mouse.person, lambda s: next(one for one in s.wishes.all() if one.number == 16)).text
    mouse.write("text", " ".join(words.split()[:6]))
    buttons = mouse.person.desktop.window.findChildren
    mouse.person.wait(lambda: any(one.text() == "Dat wil ik ook" and one.isVisible() for one in buttons(QPushButton)))
    mouse.on(next(one for one in buttons(QPushButton) if one.text() == "Dat wil ik ook" and one.isVisible()))
    mouse.person.wait(lambda: shown(mouse.person, "wish_supports") == "1")


def after_the_cut_with_mouse(mouse: Mouse) -> None:
    """From 15:27 to 16:20: the paper sheet, twice; a question, a concern, a new face."""
    for again in (False, True):
        sheet_with_mouse(mouse, again=again)
    mouse.at("15:30")
    write_wish(mouse, "Ik krijg steeds brieven van de gemeente. Ik snap ze niet.")
    ask_with_mouse(mouse)
    mouse.at("15:40")
    let_in(mouse, "boe")
    mouse.at("15:45")
    mouse.on(mouse.person.desktop.window.rail.concern)
    mouse.click("worry")
    mouse.click("visitor")
    letters(seen(mouse.person, "text"), "Een vaste bezoeker komt al drie weken niet meer.")
    for _ in range(3):
        mouse.click("on")
    times(mouse, "15:50", "walk_in", 4)
    mouse.at("16:20")
    let_in(mouse, "aic")
    mouse.click("new_face")
    mouse.click("walk_in")


def sheet_with_mouse(mouse: Mouse, *, again: bool) -> None:
    """Key back three visitors at 15 hours of sheet 7; the second time that hour stands there already."""
    mouse.at("15:28" if again else "15:27")
    mouse.click("sheet")
    field = seen(mouse.person, "number")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    letters(field, "7")
    if again:
        mouse.click("count_9")
        row = seen(mouse.person, "count_15")
        assert isinstance(row, QLineEdit)
        mouse.person.wait(row.isReadOnly)
        assert row.text() == "3"
    else:
        mouse.write("count_15", "3")
        mouse.click("keep")
    mouse.click("shut")


def ask_with_mouse(mouse: Mouse) -> None:
    """Ask the professional about the wish that was just written."""
    mouse.at("15:31")
    mouse.on(mouse.person.desktop.window.rail.buttons["wishes"])
    board = mouse.person.desktop.window.page("wishes")
    cards = next(found for found in board.findChildren(QListView, "cards") if found.isVisible())
    model = cards.model()
    row = next(at for at in range(model.rowCount()) if "brieven" in str(model.index(at, 0).data()))
    cards.scrollTo(model.index(row, 0))
    mouse.at_row(cards, row)
    mouse.click("ask")
    letters(seen(mouse.person, "question"), "Wie kan meekijken met brieven van de gemeente?")
    mouse.click("consent")
    mouse.click("keep")
    mouse.on(mouse.person.desktop.window.rail.buttons["today"])


def close_with_mouse(mouse: Mouse) -> None:
    """Close the day with its cash; hosts go home at a quarter past five."""
    mouse.at("17:00")
    mouse.click("opening")
    mouse.write("received", "17,50")
    mouse.write("spent", "6,40")
    mouse.click("all_leave")
    mouse.click("shut")
    assert mouse.clicks <= 12
    mouse.at("17:15")
    mouse.click("begin")
    mouse.click("who")
    mouse.click("", "Joop Kramer: ")
    mouse.click("back")
