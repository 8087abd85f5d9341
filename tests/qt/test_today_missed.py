"""Who is missed, in the window: whom to call, and what came of it, by mouse and by keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import MissedResult
from buurtkamer_app.qt.desk.missed import MissedDialog, MissedRow
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = datetime(2026, 3, 11, 12, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def undo_last(services: Services) -> Any:
    last = services.history.last()
    assert last is not None
    return services.history.undo(last.unit)


@pytest.fixture
def missed(room: OfficeRoom, clock: SetClock, qtbot: QtBot) -> dict[str, UUID]:
    """Let two regulars who asked for it come weekly, and then stay away for five weeks."""
    keys: dict[str, UUID] = {}

    def regulars(services: Services) -> bool:
        for name in ("Mw. Tan", "Dhr. Ali"):
            keys[name] = services.people.know(name, TODAY.date(), may_remember=True).value.id
        for days in range(84, 34, -7):
            clock.instant = TODAY - timedelta(days=days)
            services.arrivals.come_in(list(keys))
            if days == 84:
                for name, key in keys.items():
                    services.missed.consent(key, "020 000 06 06", "dochter Anja" if name == "Mw. Tan" else "")
        clock.instant = TODAY
        return True

    ask(room, qtbot, regulars)
    return keys


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1366, 740)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(room: OfficeRoom, missed: dict[str, UUID], window: QWidget, qtbot: QtBot) -> Iterator[MissedDialog]:
    made = MissedDialog(room.tasks, window)
    made.open()
    qtbot.waitUntil(lambda: len(made.shown) == 2)
    yield made
    let_go(made)


def row(dialog: MissedDialog, missed: dict[str, UUID]) -> MissedRow:
    return dialog.shown[missed["Mw. Tan"]]


def test_who_is_missed_stands_there_with_whom_to_call(dialog: MissedDialog, missed: dict[str, UUID]) -> None:
    tan = row(dialog, missed)
    assert tan.who.text() == "We miss Mw. Tan"
    assert tan.call.text() == "Call 020 000 06 06"
    assert tan.also.text() == "Or call dochter Anja"
    assert "4 February 2026" in tan.last.text()
    assert tan.tried.isHidden()
    assert dialog.shown[missed["Dhr. Ali"]].also.isHidden()
    assert not any(char.isdigit() for char in tan.who.text())


def test_who_was_spoken_with_leaves_the_list_and_the_keyboard_stays_in_it(
    dialog: MissedDialog, missed: dict[str, UUID], qtbot: QtBot
) -> None:
    tan = row(dialog, missed)
    tan.spoken.setFocus()
    QTest.keyClick(tan.spoken, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: list(dialog.shown) == [missed["Dhr. Ali"]])
    assert dialog.back.hasFocus() or not dialog.isActiveWindow()


def test_who_was_not_reached_stays_and_says_when_it_was_tried(
    dialog: MissedDialog, missed: dict[str, UUID], qtbot: QtBot
) -> None:
    tan = row(dialog, missed)
    QTest.mouseClick(tan.unreached, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tan.tried.isHidden())
    assert tan.tried.text() == "Called on Wednesday 11 March 2026, not reached."
    assert len(dialog.shown) == 2


def test_a_worry_asks_for_a_concern_and_is_not_told_to_the_next_host(
    dialog: MissedDialog, missed: dict[str, UUID], qtbot: QtBot
) -> None:
    asked: list[str] = []
    dialog.concern_asked.connect(asked.append)
    tan = row(dialog, missed)
    tan.worried.click()
    qtbot.waitUntil(lambda: asked == ["Mw. Tan"])
    qtbot.waitUntil(lambda: not tan.tried.isHidden())
    assert tan.tried.text() == "Asked after on Wednesday 11 March 2026."


def test_a_holiday_silences_it(dialog: MissedDialog, missed: dict[str, UUID], room: OfficeRoom, qtbot: QtBot) -> None:
    tan = row(dialog, missed)
    assert tan.until.date() == QDate(2026, 3, 18)
    tan.until.setDate(QDate(2026, 4, 1))
    tan.gone.click()
    qtbot.waitUntil(lambda: list(dialog.shown) == [missed["Dhr. Ali"]])
    agreement = ask(room, qtbot, lambda services: services.missed.agreement(missed["Mw. Tan"]))
    assert str(agreement.away_until) == "2026-04-01"


def test_a_day_that_has_passed_is_refused_beside_the_field(
    dialog: MissedDialog, missed: dict[str, UUID], qtbot: QtBot
) -> None:
    tan = row(dialog, missed)
    tan.until.setDate(QDate(2026, 3, 1))
    tan.gone.click()
    qtbot.waitUntil(lambda: not tan.told.isHidden())
    assert tan.told.text() == "This day has passed. Choose a later one."
    assert tan.until.date() == QDate(2026, 3, 1)


def test_what_was_done_is_undone_and_they_are_missed_again(
    dialog: MissedDialog, missed: dict[str, UUID], room: OfficeRoom, qtbot: QtBot
) -> None:
    row(dialog, missed).spoken.click()
    qtbot.waitUntil(lambda: len(dialog.shown) == 1)
    ask(room, qtbot, undo_last)
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    assert row(dialog, missed).who.text() == "We miss Mw. Tan"


def test_with_names_hidden_nobody_can_be_read(
    room: OfficeRoom, missed: dict[str, UUID], window: QWidget, qtbot: QtBot
) -> None:
    dialog = MissedDialog(room.tasks, window, names_hidden=True)
    dialog.open()
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    seen = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not any("Tan" in text for text in seen)
    assert not dialog.hidden.isHidden()
    dialog.hide_names(hidden=False)
    assert row(dialog, missed).who.isVisible()
    let_go(dialog)


def test_with_nobody_missed_it_says_so(room: OfficeRoom, window: QWidget, qtbot: QtBot) -> None:
    dialog = MissedDialog(room.tasks, window)
    dialog.open()
    qtbot.waitUntil(dialog.none.isVisible)
    assert not dialog.shown
    let_go(dialog)


def test_nobody_signed_in_reads_a_sentence_instead(
    room: OfficeRoom, missed: dict[str, UUID], window: QWidget, qtbot: QtBot
) -> None:
    room.act_as(NOBODY)
    dialog = MissedDialog(room.tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.told.isHidden())
    assert dialog.told.text() == NotAllowedError("Sign in first.").sentence()
    assert not dialog.shown
    let_go(dialog)


def test_an_answer_that_comes_after_closing_is_still_written(
    dialog: MissedDialog, missed: dict[str, UUID], room: OfficeRoom, window: QWidget, qtbot: QtBot
) -> None:
    other = MissedDialog(room.tasks, window)
    qtbot.waitUntil(lambda: len(other.shown) == 2)
    other.open()
    other.shown[missed["Mw. Tan"]].unreached.click()
    let_go(other)
    found = ask(room, qtbot, lambda services: services.missed.missed())
    assert [one.tried.result for one in found if one.tried] == [MissedResult.NOT_REACHED]
