"""What comes out on paper at closing: the day log to sign, and the pack for when the power is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    import threading

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.desk.closing import ToPrint
    from buurtkamer_app.services import Services


def make(services: Services, wanted: ToPrint) -> list[Made]:
    """Make what is wanted of a day that was closed; on a day without a next one there is no pack."""
    from buurtkamer_app.papers import day
    from buurtkamer_app.papers.records import Wanted

    made = [day.day_log(services, Wanted(wanted.on))] if wanted.log else []
    content = services.days.pack_content() if wanted.pack else None
    return [*made, day.pack_of(services, content)] if content is not None else made


class DayPapers(Papers):
    """Makes the sheets of a closing and brings them to the printer."""

    def bring_out(self, wanted: ToPrint) -> None:
        """Make and print what is wanted."""
        if not (wanted.log or wanted.pack):
            self.hide()
            return

        def work(services: Services, _stop: threading.Event) -> list[Made]:
            return make(services, wanted)

        self._tasks.read_long(translate("The sheets are being made…"), work, self.put_on)
