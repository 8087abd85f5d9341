"""The programme on Vandaag: who takes part, counted or ticked, signing up from here, and what does not go on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.activities.records import Occurrence, TakingPart
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.activities.programme_row import ProgrammeRow
    from buurtkamer_app.qt.activities.taking_part import TakingPartDialog

LANGUAGE, TABLETS = "Taalcafé", "Telefoon- en tablethulp"


class Programme:
    """The programme as a host works with it; `clicks` and `keys` are counted."""

    def __init__(self, here: Vandaag) -> None:
        self.here, self.panel = here, here.programme
        self.clicks = self.keys = 0
        self.today = here.clock.now().date()

    def row(self, name: str) -> ProgrammeRow:
        return next(row for row in self.panel.shown if row.name.text() == name)

    def click(self, widget: QWidget) -> None:
        self.clicks += 1
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, words: str) -> None:
        self.keys += len(words)
        QTest.keyClicks(self.focused, words)

    def key(self, key: Qt.Key) -> None:
        self.keys += 1
        QTest.keyClick(self.focused, key)

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def dialog(self) -> TakingPartDialog:
        assert self.panel.dialog is not None
        return self.panel.dialog

    def open(self, name: str = LANGUAGE) -> TakingPartDialog:
        self.here.wait(lambda: any(row.name.text() == name for row in self.panel.shown))
        self.click(self.row(name).who)
        self.here.wait(lambda: bool(self.dialog.places.text()) or self.dialog.off.isVisible())
        # Type goes to the window that has the focus.
        self.here.wait(lambda: QApplication.activeWindow() is self.dialog)
        return self.dialog

    def told(self, name: str = LANGUAGE) -> TakingPart:
        def look(services: Any) -> TakingPart:
            found: TakingPart = services.attendance.taking_part(self.series(name).id, self.today)
            return found

        answer: TakingPart = self.here.ask(look)
        return answer

    def occurrence(self, name: str = LANGUAGE) -> Occurrence:
        return self.told(name).occurrence

    def series(self, name: str = LANGUAGE) -> Any:
        return self.row(name).occurrence.series

    def sign_up(self, who: str, persons: int, name: str = LANGUAGE) -> Any:
        key = self.series(name).id
        return self.here.ask(lambda services: services.activities.sign_up(key, self.today, who, persons)).value

    def reads(self, words: str, name: str = LANGUAGE) -> None:
        self.here.wait(lambda: self.row(name).places.text() == words)

    def rows(self) -> list[str]:
        return [row.who.text() for row in self.dialog.signed_up.parties.shown.values()]


@pytest.fixture
def on(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Programme]:
    here = enter(qtbot, tmp_path / "room", clock)
    here.open_store()
    here.programme.set_actor(here.sit_host())
    here.wait(lambda: bool(here.programme.shown))
    yield Programme(here)
    if here.programme.dialog is not None:
        here.programme.dialog.reject()
    here.leave()


def test_a_headcount_is_one_click_its_digits_and_enter(on: Programme) -> None:
    on.open()
    assert on.focused is on.dialog.heads.heads
    on.type("14")
    on.key(Qt.Key.Key_Return)
    on.reads(translate("{persons} took part", persons=14))
    assert (on.clicks, on.keys) == (1, 3)
    assert on.panel.dialog is None
    on.here.undo()
    on.reads(translate("{taken} of {places}", taken=0, places=12))


def test_a_headcount_by_mouse_alone_takes_three_clicks(on: Programme) -> None:
    party = on.sign_up("Mw. Tan", 3)
    dialog = on.open()
    on.here.wait(lambda: party.id in dialog.signed_up.parties.shown)
    on.click(dialog.signed_up.parties.shown[party.id].here)
    on.here.wait(lambda: dialog.heads.heads.text() == "3")
    on.click(dialog.heads.count)
    on.reads(translate("{persons} took part", persons=3))
    assert on.clicks == 3


def test_a_sign_up_takes_two_clicks_and_enter(on: Programme) -> None:
    dialog = on.open()
    on.click(dialog.signed_up.sign.name)
    on.type("Mw. Tan")
    on.key(Qt.Key.Key_Return)
    on.here.wait(lambda: dialog.signed_up.sign.told.text() == translate("{persons} signed up", persons=1))
    on.here.wait(lambda: on.rows() == [f"Mw. Tan · {translate('1 person')}"])
    assert on.clicks <= 4
    assert dialog.signed_up.sign.name.text() == ""
    assert on.focused is dialog.signed_up.sign.name
    on.reads(translate("{taken} of {places}", taken=1, places=12))


def test_a_group_that_does_not_fit_waits_and_that_is_said(on: Programme) -> None:
    on.sign_up("Groep", 9)
    dialog = on.open()
    on.click(dialog.signed_up.sign.persons)
    dialog.signed_up.sign.persons.selectAll()
    on.type("4")
    on.click(dialog.signed_up.sign.sign_up)
    said = translate("{left} places left; this group of {persons} waits.", left=3, persons=4)
    on.here.wait(lambda: dialog.signed_up.sign.told.text() == said)
    assert on.clicks <= 4
    on.here.wait(lambda: len(on.rows()) == 2)
    assert [row.waits.isVisible() for row in dialog.signed_up.parties.shown.values()] == [False, True]


def test_one_click_signs_off_and_tells_who_moved_up(on: Programme) -> None:
    first, _ = on.sign_up("Groep", 10), on.sign_up("Mw. Tan", 4)
    dialog = on.open()
    on.here.wait(lambda: first.id in dialog.signed_up.parties.shown)
    on.click(dialog.signed_up.parties.shown[first.id].off)
    who = f"Mw. Tan · {translate('{persons} people', persons=4)}"
    up = translate("From the waiting list to a place: {who}", who=who)
    said = f"{up}. {translate('They are on the list of whom to call back.')}"
    on.here.wait(lambda: dialog.signed_up.told.text() == said)
    on.here.wait(lambda: on.rows() == [who])
    dialog.hide_names(hidden=True)
    assert "Tan" not in dialog.signed_up.told.text()
    on.here.undo()
    on.here.wait(lambda: len(on.rows()) == 2)


def test_what_was_typed_is_never_overwritten_by_ticking(on: Programme) -> None:
    party = on.sign_up("Groep", 7)
    dialog = on.open()
    on.here.wait(lambda: party.id in dialog.signed_up.parties.shown)
    on.type("9")
    on.click(dialog.signed_up.parties.shown[party.id].here)
    on.here.wait(dialog.heads.take.isVisible)
    assert dialog.heads.heads.text() == "9"
    assert dialog.heads.ticked.text() == translate("Ticked: {persons}", persons=7)
    assert dialog.heads.take.text() == translate("Take over {persons}", persons=7)
    on.click(dialog.heads.take)
    assert dialog.heads.heads.text() == "7"
    assert not dialog.heads.take.isVisible()
    on.key(Qt.Key.Key_Return)
    on.reads(translate("{persons} took part", persons=7))


def test_a_kept_number_stays_while_one_ticks(on: Programme) -> None:
    party, key = on.sign_up("Groep", 5), on.series().id
    on.here.ask(lambda services: services.activities.count_heads(key, on.today, 9))
    dialog = on.open()
    on.here.wait(lambda: dialog.heads.heads.text() == "9")
    on.click(dialog.signed_up.parties.shown[party.id].here)
    on.here.wait(dialog.heads.take.isVisible)
    assert dialog.heads.heads.text() == "9"
    assert on.occurrence().headcount == 9


def test_a_tick_is_taken_back_by_a_second_click_and_keeps_the_focus(on: Programme) -> None:
    party = on.sign_up("Groep", 5)
    dialog = on.open()
    on.here.wait(lambda: party.id in dialog.signed_up.parties.shown)
    box = dialog.signed_up.parties.shown[party.id].here
    box.setFocus()
    on.key(Qt.Key.Key_Space)
    on.here.wait(lambda: dialog.heads.heads.text() == "5")
    assert on.focused is box
    on.key(Qt.Key.Key_Space)
    on.here.wait(lambda: dialog.heads.heads.text() == "")
    assert on.told().proposed == 0


def test_who_is_just_there_is_added_with_or_without_a_name(on: Programme) -> None:
    dialog = on.open()
    on.click(dialog.signed_up.sign.also_here)
    on.here.wait(lambda: on.rows() == [translate("1 person")])
    on.type("Bep")
    on.click(dialog.signed_up.sign.also_here)
    on.here.wait(lambda: on.rows() == [translate("1 person"), f"Bep · {translate('1 person')}"])
    on.here.wait(lambda: dialog.heads.heads.text() == "2")
    on.click(next(iter(dialog.signed_up.parties.shown.values())).here)
    on.here.wait(lambda: on.rows() == [f"Bep · {translate('1 person')}"])
    on.here.undo()
    on.here.wait(lambda: len(on.rows()) == 2)


def test_a_date_does_not_go_on_with_a_sign_a_word_and_a_reason(on: Programme) -> None:
    on.sign_up("Mw. Tan", 2)
    dialog = on.open()
    on.click(dialog.reason)
    on.type("De docent is ziek")
    on.click(dialog.cancel)
    on.here.wait(dialog.off.isVisible)
    assert dialog.off_words.text() == f"{translate('does not go on')}: De docent is ziek"
    assert dialog.signed_up.list_heading.text() == translate("Tell them that it does not go on")
    assert on.rows() == [f"Mw. Tan · {translate('{persons} people', persons=2)}"]
    assert not dialog.heads.isVisible()
    assert not dialog.signed_up.sign.isVisible()
    on.reads(translate("does not go on"))
    row = on.row(LANGUAGE)
    assert row.sign.isVisible()
    assert row.where.text() == "De docent is ziek"
    on.click(dialog.go_on)
    on.here.wait(dialog.heads.isVisible)
    on.reads(translate("{taken} of {places}", taken=2, places=12))


def test_what_was_counted_cannot_be_cancelled_and_the_reason_stays(on: Programme) -> None:
    key = on.series().id
    on.here.ask(lambda services: services.activities.count_heads(key, on.today, 9))
    dialog = on.open()
    on.click(dialog.reason)
    on.type("Storm")
    on.key(Qt.Key.Key_Return)
    said = translate("{persons} took part. Set that number to 0 first.", persons=9)
    on.here.wait(lambda: dialog.off_told.text() == said)
    assert dialog.reason.text() == "Storm"
    assert on.occurrence().goes_on


@pytest.mark.parametrize("typed", ["", "-4", "vier", "3,5", "12345678901", "1" * 5000, "٣"])
def test_a_number_that_cannot_be_is_refused_beside_the_field(on: Programme, typed: str) -> None:
    dialog = on.open()
    dialog.heads.heads.setText(typed)
    on.click(dialog.heads.count)
    assert dialog.heads.told.text() == translate("Type a number, like 12.")
    dialog.signed_up.sign.persons.setText(typed)
    on.click(dialog.signed_up.sign.sign_up)
    assert dialog.signed_up.sign.told.text() == translate("Type a number, like 12.")
    assert (dialog.heads.heads.text(), dialog.signed_up.sign.persons.text()) == (typed, typed)


def test_absurd_numbers_and_names_are_refused_and_stay_where_they_were_typed(on: Programme) -> None:
    dialog = on.open()
    on.type("10000")
    on.key(Qt.Key.Key_Return)
    most = translate("How many people? Between 0 and {most}.", most=9999)
    on.here.wait(lambda: dialog.heads.told.text() == most)
    dialog.signed_up.sign.name.setText("x" * 10_000)
    on.click(dialog.signed_up.sign.sign_up)
    long = translate("This name is too long. Use at most {most} letters.", most=200)
    on.here.wait(lambda: dialog.signed_up.sign.told.text() == long)
    assert len(dialog.signed_up.sign.name.text()) == 10_000
    dialog.reason.setText("y" * 10_000)
    on.click(dialog.cancel)
    on.here.wait(dialog.off_told.isVisible)
    assert len(dialog.reason.text()) == 10_000
    assert on.told().parties == ()
    assert on.occurrence().goes_on


def test_with_names_hidden_there_are_numbers_only(on: Programme) -> None:
    on.sign_up("Mw. Tan", 2)
    on.panel.hide_names(hidden=True)
    dialog = on.open()
    on.here.wait(lambda: on.rows() == [translate("{persons} people", persons=2)])
    assert "Tan" not in next(iter(dialog.signed_up.parties.shown.values())).here.accessibleName()
    on.panel.hide_names(hidden=False)
    assert on.rows() == [f"Mw. Tan · {translate('{persons} people', persons=2)}"]


def test_a_locked_desk_reads_the_programme_and_opens_nothing(on: Programme) -> None:
    dialog = on.open()
    on.type("14")
    on.here.sit(NOBODY)
    on.panel.set_actor(NOBODY)
    assert not dialog.isVisible()
    assert not any(row.who.isVisible() for row in on.panel.shown)
    assert on.row(LANGUAGE).isVisible()
    on.panel.set_actor(on.here.sit_host())
    assert dialog.isVisible()
    assert dialog.heads.heads.text() == "14"


def test_what_is_over_is_paler_says_so_and_can_still_be_counted(on: Programme) -> None:
    row = on.row(TABLETS)
    assert (row.over, on.row(LANGUAGE).over) == (True, False)
    assert (row.past.isVisible(), row.past.text()) == (True, translate("is over"))
    assert row.name.property("kind") == "soft"
    on.open(TABLETS)
    on.type("6")
    on.key(Qt.Key.Key_Return)
    on.reads(translate("{persons} took part", persons=6), TABLETS)


def test_the_keyboard_goes_to_what_is_on_next_and_on_with_the_arrows(on: Programme) -> None:
    next(row for row in on.panel.shown if not row.over).who.setFocus()
    first, second = [row.who.objectName() for row in on.panel.shown if not row.over][:2]
    assert on.focused.objectName() == first
    on.sign_up("Mw. Tan", 2)
    on.reads(translate("{taken} of {places}", taken=2, places=12))
    assert on.focused.objectName() == first
    on.key(Qt.Key.Key_Down)
    assert on.focused.objectName() == second
    on.key(Qt.Key.Key_Return)
    on.here.wait(lambda: on.panel.dialog is not None)
    QTest.keyClick(on.dialog, Qt.Key.Key_Escape)
    on.here.wait(lambda: on.panel.dialog is None)


def test_everything_in_the_dialog_can_be_reached_and_named_by_keyboard(on: Programme) -> None:
    party = on.sign_up("Mw. Tan", 2)
    dialog = on.open()
    on.here.wait(lambda: party.id in dialog.signed_up.parties.shown)
    met: list[QWidget] = []
    while on.focused not in met:
        met.append(on.focused)
        QTest.keyClick(on.focused, Qt.Key.Key_Tab)
    kinds = (QLineEdit, QPushButton)
    row = dialog.signed_up.parties.shown[party.id]
    wanted = [part for kind in kinds for part in dialog.findChildren(kind) if part.isVisible()]
    assert {*wanted, row.here} <= set(met)
    assert all(part.accessibleName() or isinstance(part, QPushButton) for part in met)
    assert all(part.height() >= 44 for part in met)


def test_a_change_of_language_says_everything_again(on: Programme) -> None:
    dialog = on.open()
    dialog.heads.heads.setText("8")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.heads.heads.text() == "8"
    assert dialog.signed_up.list_heading.text() == translate("Who signed up, who is here?")


def test_more_rows_than_fit_scroll_inside_the_card(on: Programme) -> None:
    on.panel.setMaximumHeight(190)
    on.here.wait(lambda: on.panel.area.verticalScrollBar().maximum() > 0)
    assert not on.here.window.horizontalScrollBar().isVisible()
    last = on.panel.shown[-1].who
    last.setFocus()
    on.panel.area.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()


def test_the_card_begins_with_what_is_on_now(on: Programme) -> None:
    on.panel.setMaximumHeight(190)
    on.here.wait(lambda: on.panel.area.verticalScrollBar().maximum() > 60)
    on.panel.area.verticalScrollBar().setValue(0)
    on.here.clock.instant += timedelta(hours=2, minutes=15)
    on.panel.outdate()
    on.here.wait(lambda: on.row(LANGUAGE).over)
    on.here.wait(lambda: on.panel.area.verticalScrollBar().value() > 0)
    assert not next(row for row in on.panel.shown if not row.over).who.visibleRegion().isEmpty()


def test_with_large_type_rows_stand_whole_and_the_page_scrolls(on: Programme) -> None:
    on.here.window.resize(430, 500)
    on.here.wait(lambda: on.panel.area.minimumHeight() >= on.panel.body.sizeHint().height())
    on.here.wait(lambda: not on.panel.area.verticalScrollBar().isVisible())
    assert on.panel.body.minimumSizeHint().width() <= on.panel.area.width()
