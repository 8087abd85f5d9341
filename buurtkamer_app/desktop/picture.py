"""A picture of the desk page, for who sets up where there is no display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.replay.rooms import PRACTICE_PIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def take(window: QWidget, tasks: Tasks[Any], seat: Callable[[Actor], None], path: Path) -> None:
    """Sign the coordinator of the practice room in, wait for what the page reads, write it to a PNG file and stop."""

    def sign_in(services: Services) -> Actor:
        return services.sign_in.enter(services.people.host_named(translate("Coordinator (practice)")).id, PRACTICE_PIN)

    def seated(actor: Actor) -> None:
        seat(actor)
        # What is asked is answered in order: twice, since an answer may ask for more.
        tasks.read(_nothing, again)

    def again(_: None) -> None:
        tasks.read(_nothing, shoot)

    def shoot(_: None) -> None:
        written = window.grab().save(str(path))
        window.close()
        QApplication.exit(0 if written else 1)

    tasks.write(sign_in, seated)


def _nothing(_: Services) -> None:
    """Ask for nothing: the answer comes when everything that was asked before is answered."""
