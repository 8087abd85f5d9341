"""From wish to activity through the window: planned in four clicks, its people told, and only then done."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Ending, ToldHow, WishStatus
from buurtkamer_app.qt.planner.slot_card import SlotCard
from buurtkamer_app.qt.wishes.told_group import HOW, GroupCard

from .hands import Mouse
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Wish

    from .conftest import Person


def wish(person: Person, number: int) -> Wish:
    """Give a wish of the demo room as it stands now."""
    found: Wish = asked(person, lambda s: next(one for one in s.wishes.all() if one.number == number))
    return found


def columns(person: Person) -> list[QListView]:
    """Give the columns of the board that are seen."""
    page: QWidget = person.desktop.window.page("wishes")
    return [cards for cards in page.findChildren(QListView, "cards") if cards.isVisible()]


def open_card(mouse: Mouse, words: str) -> None:
    """Click on the card with these words, in the columns that are seen."""
    for cards in columns(mouse.person):
        model = cards.model()
        for row in range(model.rowCount()):
            if words in str(model.index(row, 0).data()):
                cards.scrollTo(model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
                mouse.at_row(cards, row)
                return
    raise AssertionError(f"no card says {words}")


def shown_fields(person: Person, name: str) -> list[QLineEdit]:
    """Give the fields of that name that are seen, in the window and what is open over it."""
    return [field for field in person.desktop.window.findChildren(QLineEdit, name) if field.isVisible()]


def programme(services: Services) -> list[Occurrence]:
    """Give what is on in the coming weeks."""
    today = services.room.today()
    return services.activities.occurrences(today, today + timedelta(weeks=8))


def to_tell(mouse: Mouse) -> None:
    """Show whom to tell."""
    page: Any = mouse.person.desktop.window.page("wishes")
    mouse.on(mouse.person.desktop.window.rail.buttons["wishes"])
    mouse.on(page.parts.buttons["telling"])


def tell_everybody(mouse: Mouse, about: str) -> None:
    """Say it to all who are on the card that holds these words, one button after the other."""
    to_tell(mouse)
    window = mouse.person.desktop.window
    said = {translate("All were told"), translate(HOW[ToldHow.IN_PERSON][0])}
    for _ in range(20):
        cards = [card for card in window.findChildren(GroupCard) if card.isVisible()]
        card = next((one for one in cards if any(about in part.text() for part in one.findChildren(QLabel))), None)
        if card is None:
            return
        buttons = [button for button in card.findChildren(QPushButton) if button.isVisible()]
        mouse.on(next(one for one in buttons if one.text() in said))
    raise AssertionError(f"not everybody can be told of {about}")


def at_the_board(open_desk: Callable[[], Person]) -> Mouse:
    """Sign in at five past twelve, and look at the board."""
    mouse = Mouse(open_desk())
    mouse.at("12:05")
    sign_in_with_mouse(mouse, "Ria Postma")
    mouse.on(mouse.person.desktop.window.rail.buttons["wishes"])
    return mouse


def test_wish_sixteen_is_planned_in_four_clicks_told_and_done(open_desk: Callable[[], Person]) -> None:
    mouse = at_the_board(open_desk)
    person = mouse.person
    on_board = sum(cards.model().rowCount() for cards in columns(person))
    mouse.click("under_way")
    assert on_board + sum(cards.model().rowCount() for cards in columns(person)) == 40
    mouse.click("to_do")

    mouse.clicks = 0
    open_card(mouse, "Knutselen op woensdagmiddag")
    mouse.click("plan")
    slots = person.desktop.window.findChildren
    person.wait(lambda: any(card.isVisible() for card in slots(SlotCard)))
    best = next(card for card in slots(SlotCard) if card.isVisible())
    assert best.good.text()
    mouse.on(best)
    mouse.click("keep")
    assert mouse.clicks == 4
    planned = wish(person, 16)
    assert (planned.status, planned.to_tell) == (WishStatus.PLANNED, 4)
    first = next(one for one in asked(person, programme) if one.series.id == planned.series)
    assert first.on.weekday() == 2
    assert first.series.starts >= time(12)

    mouse.click("under_way")
    mouse.click("to_do")
    open_card(mouse, "Knutselen op woensdagmiddag")
    mouse.click("done")
    assert (wish(person, 16).status, wish(person, 16).done_when_told) == (WishStatus.PLANNED, True)
    tell_everybody(mouse, "Knutselen")
    assert (wish(person, 16).status, wish(person, 16).to_tell) == (WishStatus.DONE, 0)


def test_a_bench_is_reported_and_its_people_are_told(open_desk: Callable[[], Person]) -> None:
    mouse = at_the_board(open_desk)
    person = mouse.person
    open_card(mouse, "Een bankje bij de bushalte")
    mouse.click("otherwise")
    person.wait(lambda: bool(shown_fields(person, "number")))
    mouse.write("number", "M-2026-0812")
    mouse.click("keep")
    person.wait(lambda: wish(person, 14).ending is Ending.REPORTED)
    mouse.click("shut")
    tell_everybody(mouse, "bankje")
    assert (wish(person, 14).status, wish(person, 14).to_tell) == (WishStatus.DONE, 0)


def test_somebody_to_go_along_is_found_and_asked_after(open_desk: Callable[[], Person]) -> None:
    mouse = at_the_board(open_desk)
    person = mouse.person
    open_card(mouse, "Iemand die met mij meegaat")
    mouse.click("otherwise")
    person.wait(lambda: bool(shown_fields(person, "helper")))
    mouse.write("helper", "Joke")
    mouse.write("phone", "06 22222222")
    mouse.click("keep")
    for _ in ("who asked", "who helps"):
        mouse.click("yes")
    mouse.click("meet")
    mouse.click("shut")
    assert wish(person, 11).ending is Ending.MATCH
    tell_everybody(mouse, "ziekenhuis")
    person.clock.instant += timedelta(days=15)
    person = open_desk()
    mouse = Mouse(person)
    sign_in_with_mouse(mouse, "Ria Postma")
    to_tell(mouse)
    window = person.desktop.window
    person.wait(lambda: any("Joke" in label.text() for label in window.findChildren(QLabel) if label.isVisible()))
