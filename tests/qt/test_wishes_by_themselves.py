"""When the day is opened wishes go on by themselves, and who looks sees which one is back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.desktop.handed import Handed
from buurtkamer_app.desktop.today import Vandaag
from tests.qt.wish_page import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def today(room: BoardRoom, clock: SetClock) -> Iterator[Vandaag]:
    def nothing(*_: Any) -> Any:
        """Hear what nobody asks here."""

    handed = Handed(clock.now, Settings, *[nothing] * 8)
    made = Vandaag(room.tasks, handed, nothing)
    yield made
    made.page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_parked_wish_is_back_when_the_day_is_opened(room: BoardRoom, today: Vandaag, clock: SetClock) -> None:
    services = room.services
    services.wishes.move(services.wishes.numbered(4), WishStatus.PARKED, "geen bord", date(2026, 3, 12))
    clock.instant += timedelta(days=1)
    today.page.panels[0].opened.emit()  # type: ignore[attr-defined] # the first panel is the day
    room.settle()
    assert not room.troubles
    page = show(room)
    page.open(4)
    assert page.wish(4).status is WishStatus.TALKING
    assert page.opened.waits.text() == "Is back since Thu 12 March"
    assert page.opened.history.text().splitlines() == [
        "12 Mar 2026 · Being discussed · by itself",
        "11 Mar 2026 · Not possible now: geen bord",
    ]
