"""The first start: somebody sets the room up, gets the recovery code, and then signs in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.qt.room.set_up import SetUp
from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.starting import NewRoom
    from buurtkamer_app.services import Services


def ask_for_room(tasks: Tasks[Any], door: Door, today: Callable[[], date], then: Callable[[], None]) -> SetUp:
    """Give what asks for a new room; `then` is called when it was made and the recovery code is on paper."""
    wizard = SetUp(tasks, passphrase.draw, passphrase.acceptable)
    codes: list[str] = []

    def make(new: NewRoom) -> None:
        def build() -> Services:
            services, code = door.set_up(new)
            codes.append(code)
            return services

        tasks.open(build, door.reader, lambda: wizard.show_code(codes[-1], today()), wizard.refuse)

    wizard.room_asked.connect(make)
    wizard.done.connect(then)
    return wizard
