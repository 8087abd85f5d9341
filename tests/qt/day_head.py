"""The head of Vandaag in tests: a host at the desk, dialogs that open, clicks that are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.desk.closing import ClosingDialog
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

D = TypeVar("D", bound=QDialog)
TODAY = date(2026, 3, 11)


def entered(qtbot: QtBot, folder: Path, clock: SetClock) -> Iterator[Vandaag]:
    """Open Vandaag with a host at the desk, and leave it at the end."""
    made = enter(qtbot, folder, clock)
    made.open_store()
    made.sit_host()
    made.wait(made.day.opening.isEnabled)
    yield made
    made.leave()


def dialog(here: Vandaag, kind: type[D]) -> D:
    """Wait for a dialog of the head of the page."""
    here.wait(lambda: any(found.isVisible() for found in here.day.findChildren(kind)))
    found = next(found for found in here.day.findChildren(kind) if found.isVisible())
    assert isinstance(found, kind)
    return found


def click(widget: QWidget) -> int:
    """Click in the middle of a widget, of a box to tick on the box; it is one click."""
    at = QPoint(15, widget.height() // 2) if not isinstance(widget, QPushButton) else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    return 1


def without_cash(here: Vandaag) -> None:
    here.house.services.sign_in.act_as(KEY_HOLDER)
    settings = replace(here.ask(lambda services: services.room.desk_settings()), cash=False)
    here.ask(lambda services: services.room.set_desk(settings))
    here.sit_host()
    settle(here)


def settle(here: Vandaag) -> None:
    """Wait until everything that was to be read was read."""
    answers: list[object] = []
    here.tasks.read(lambda services: services.room.today(), answers.append)
    here.wait(lambda: bool(answers))


def put_on(host: UUID, services: Services) -> Change:
    return services.rota.put_on(host, TODAY, DayPart.AFTERNOON)


def sign_on(host: UUID, services: Services) -> Change:
    return services.rota.sign_on(host)


def shift_of_today(here: Vandaag, *names: str) -> list[UUID]:
    """Put hosts on the shift of this afternoon."""
    here.house.services.sign_in.act_as(KEY_HOLDER)
    hosts = [here.house.services.people.host_named(name).id for name in names]
    for host in hosts:
        here.ask(partial(put_on, host))
    here.sit_host()
    return hosts


def open_day(here: Vandaag) -> None:
    here.ask(lambda services: services.days.open(2500))
    here.wait(lambda: here.day.opening.text() == "Close the day")


def closing(here: Vandaag) -> ClosingDialog:
    open_day(here)
    here.day.opening.click()
    return dialog(here, ClosingDialog)


def button(here: Vandaag, name: str) -> QPushButton:
    here.wait(lambda: isinstance(here.day.findChild(QPushButton, name), QPushButton))
    found = here.day.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found
