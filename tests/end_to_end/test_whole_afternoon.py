"""The afternoon of the daybook through the window with keys alone, from signing on to going home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QPushButton

from buurtkamer_app.base.i18n import translate

from .hands import Keyboard, seen, window_of
from .whole_afternoon import asked, before, check, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Person


def test_the_whole_afternoon_with_keys_alone(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    asked(person, before)
    keys = Keyboard(person)
    open_with_keys(keys)
    come_in_with_keys(keys)
    person = open_desk()  # the computer went off at 15:05, without a word
    keys = Keyboard(person)
    keys.at("15:25")
    sign_in_with_keys(keys, "Ria Postma")
    after_the_cut_with_keys(keys)
    close_with_keys(keys)
    check(person)


def sign_in_with_keys(keys: Keyboard, name: str) -> None:
    """Sign in: Ctrl+L, the name, six digits, Enter."""
    keys.ctrl("l")
    buttons = keys.person.desktop.window.findChildren
    keys.person.wait(lambda: any(one.text() == name and one.isVisible() for one in buttons(QPushButton)))
    keys.person.settle()
    keys.press("", name)
    keys.write("000000")
    keys.key("Enter")
    keys.person.wait(lambda: keys.person.desktop.actor.name == name)
    keys.person.settle()


def walk_in(keys: Keyboard, letters: str) -> None:
    """Let a regular in: at most three letters and Enter after the key that goes to the field."""
    keys.key("/")
    keys.write(letters)
    before = keys.pressed
    keys.key("Enter")
    assert len(letters) <= 3
    assert keys.pressed == before + 1
    keys.key("Esc")


def wish(keys: Keyboard, words: str) -> None:
    """Write a wish from any page: one key, the words, and the key that keeps it."""
    keys.key("F6")
    keys.write(words)
    keys.ctrl("Enter")
    keys.key("Esc")


def open_with_keys(keys: Keyboard) -> None:
    """From 12:45 to 13:30: signing on, opening, and somebody who does not come."""
    keys.at("12:45")
    sign_in_with_keys(keys, "Ria Postma")
    keys.press("begin")
    keys.at("13:00")
    keys.press("opening")
    keys.write("25,00")
    keys.key("Enter")
    assert keys.pressed <= 2
    keys.at("13:05")
    walk_in(keys, "boe")
    keys.at("13:08")
    keys.press("away_0")
    keys.key("Space")
    keys.at("13:09")
    keys.press("", "Samira El Idrissi: Geen gehoor")
    keys.at("13:10")
    keys.key("Esc")
    keys.key("3")
    keys.key("F1")
    assert keys.pressed == 3
    assert asked(keys.person, lambda s: s.history.last()) is not None


def come_in_with_keys(keys: Keyboard) -> None:
    """From 13:12 to 15:05: who takes over, visitors, wishes, who takes part."""
    keys.at("13:12")
    cover_with_keys(keys)
    keys.at("13:15")
    wish(keys, "Ik wil zo graag weer leren fietsen.")
    keys.at("13:20")
    walk_in(keys, "has")
    keys.key("F1")
    keys.at("13:30")
    keys.key("6")
    keys.key("F2")
    keys.at("13:40")
    walk_in(keys, "tan")
    walk_in(keys, "pin")
    keys.at("13:45")
    keys.press("here_0")
    keys.at("14:00")
    for letters in ("els", "ome", "zey", "jdj"):
        walk_in(keys, letters)
    keys.key("5")
    keys.key("F1")
    keys.at("14:10")
    sign_up_with_keys(keys, "Mw. De Vries-Jansen", "2")
    sign_up_with_keys(keys, "Łukasz", "1")
    keys.go(1, "today")
    keys.at("14:25")
    keys.key("2")
    keys.key("F4")
    keys.key("F1")
    keys.at("14:30")
    support_with_keys(keys)
    keys.at("14:40")
    keys.key("F1")
    keys.person.wait(lambda: shown(keys.person, "visits") == "27")
    keys.at("14:40")
    keys.ctrl("z")
    assert keys.pressed == 1
    keys.person.wait(lambda: shown(keys.person, "visits") == "26")
    for moment, series, count in (("14:45", "Taalcafé", "6"), ("15:00", "Soosmiddag", "12")):
        keys.at(moment)
        keys.press("", f"Wie doet mee? {series}")
        keys.write(count)
        keys.key("Enter")
    keys.at("15:04")
    keys.ask("F7")
    assert keys.pressed == 1
    told = translate("At most {count} inside. Not everybody signed out.", count=28) + " (15.04)"
    inside(keys.person, told)
    keys.key("Esc")


def inside(person: Person, told: str) -> None:
    """Wait until it is said who is inside: 26 visitors and two hosts."""

    def said() -> list[str]:
        return [label.text() for label in window_of(person).findChildren(QLabel)]

    person.wait(lambda: isinstance(window_of(person), QDialog))
    person.settle()
    assert told in said(), said()


def cover_with_keys(keys: Keyboard) -> None:
    """Call the next one, who says yes: the list comes again with "wie heeft dienst"."""
    keys.press("cover_0")
    keys.press("", "Joop Kramer: Ja, komt")
    keys.key("Esc")


def sign_up_with_keys(keys: Keyboard, name: str, persons: str) -> None:
    """Sign somebody up for Friday's table: the page of activities, the row, name, number, Enter."""
    keys.go(3, "activities")
    keys.press("", "Wie doet mee? Eettafel")
    keys.reach("name")
    keys.write(name)
    keys.reach("persons")
    keys.ctrl("a")
    keys.write(persons)
    keys.key("Enter")
    keys.key("Esc")


def support_with_keys(keys: Keyboard) -> None:
    """One more resident wants what is on the board already."""
    number = asked(keys.person, lambda s: next(one for one in s.wishes.all() if one.number == 16)).text
    keys.key("F6")
    keys.write(" ".join(number.split()[:6]))
    buttons = keys.person.desktop.window.findChildren
    keys.person.wait(lambda: any(one.text() == "Dat wil ik ook" and one.isVisible() for one in buttons(QPushButton)))
    keys.press("", "Dat wil ik ook")
    keys.person.wait(lambda: shown(keys.person, "wish_supports") == "1")
    keys.key("Esc")


def after_the_cut_with_keys(keys: Keyboard) -> None:
    """From 15:27 to 16:20: the paper sheet, twice; a question, a concern, a new face."""
    for moment in ("15:27", "15:28"):
        keys.at(moment)
        sheet_with_keys(keys, again=moment == "15:28")
    keys.at("15:30")
    wish(keys, "Ik krijg steeds brieven van de gemeente. Ik snap ze niet.")
    keys.at("15:31")
    ask_with_keys(keys)
    keys.at("15:40")
    walk_in(keys, "boe")
    keys.at("15:45")
    concern_with_keys(keys)
    keys.at("15:50")
    keys.key("4")
    keys.key("F1")
    keys.at("16:20")
    walk_in(keys, "aic")
    keys.key("F5")
    keys.key("F1")


def sheet_with_keys(keys: Keyboard, *, again: bool) -> None:
    """Key back three visitors at 15 hours of sheet 7; the second time that hour stands there already."""
    keys.press("sheet")
    keys.write("7")
    keys.key("Tab")
    if again:
        row = seen(keys.person, "count_15", QLineEdit)
        assert isinstance(row, QLineEdit)
        keys.person.wait(lambda: not row.isEnabled() or row.isReadOnly())
        assert row.text() == "3"
    else:
        keys.reach("count_15")
        keys.write("3")
        keys.ctrl("Enter")
    keys.key("Esc")


def ask_with_keys(keys: Keyboard) -> None:
    """Ask the professional about the wish that was just written."""
    keys.go(2, "wishes")
    cards = keys.reach("cards")
    assert isinstance(cards, QListView)
    while "brieven" not in str(cards.currentIndex().data()):
        keys.key("Down")
    keys.key("Enter")
    keys.press("ask")
    keys.write("Wie kan meekijken met brieven van de gemeente?")
    keys.reach("consent")
    keys.key("Space")
    keys.press("keep")
    keys.go(1, "today")


def concern_with_keys(keys: Keyboard) -> None:
    """Write a concern in three steps."""
    keys.ask("F10")
    keys.key("Enter")
    keys.key("Enter")
    keys.write("Een vaste bezoeker komt al drie weken niet meer.")
    keys.key("Tab")
    for _ in range(3):
        keys.key("Enter")


def close_with_keys(keys: Keyboard) -> None:
    """Close the day with its cash; hosts go home at a quarter past five."""
    keys.at("17:00")
    keys.press("opening")
    keys.reach("received")
    keys.write("17,50")
    keys.reach("spent")
    keys.write("6,40")
    keys.reach("all_leave")
    keys.key("Space")
    keys.ctrl("Enter")
    # In a minute one goes further than this: steps with Tab, digits and keys together.
    assert keys.pressed + keys.letters + keys.steps <= 60
    keys.at("17:15")
    keys.press("begin")
    keys.press("who")
    keys.press("", "Joop Kramer: ")
    keys.key("Esc")
