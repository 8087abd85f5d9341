"""The page of how things stand, with the check-up that needs the key of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.safekeeping.standing import StandingPanel

if TYPE_CHECKING:
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.checkup.records import CheckUp
    from buurtkamer_app.services import Services


def standing_panel(tasks: Tasks[Any], handed: Handed) -> StandingPanel:
    """Give the page, with somebody who looks at the whole folder."""
    panel = StandingPanel(tasks)

    def work(services: Services, _: Progress) -> CheckUp:
        return handed.door().check_up(services)

    def check() -> None:
        words = translate("Everything is being looked at…")
        tasks.read_long(words, work, panel.show_checked, panel.refuse)

    panel.check_asked.connect(check)
    panel.go_asked.connect(lambda section: handed.go("office", section))
    return panel
