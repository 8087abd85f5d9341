"""What comes out on paper at closing: the day log to sign, and the pack for when the power is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, printer
from buurtkamer_app.qt.desk.closing import USUAL_ROUND
from buurtkamer_app.qt.papers import Papers, PaperSheet

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.days.pack import PackContent
    from buurtkamer_app.qt.desk.closing import ToPrint
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class PackSheet(PaperSheet):
    """The pack on its way to paper: for which day, and the digest of what it holds."""

    for_date: date | None = None
    digest: str = ""


def make_log(services: Services, on: date) -> PaperSheet:
    """Make the day log of a day."""
    from buurtkamer_app.printing.day_log import DayLog, day_log

    points = services.room.desk_settings().closing_round or tuple(map(translate, USUAL_ROUND))
    log = DayLog(
        services.room.facts(),
        services.days.state(on),
        services.evaluation.figures(on, on),
        services.activities.occurrences(on, on),
        services.rota.worked(on, on),
        services.days.notes(on),
        services.days.cash(on, on).get(on),
        points,
    )
    name = translate("Day log {day}", day=dates.day_and_date(on))
    return PaperSheet(name, day_log(log, services.room.today()))


def make_pack(services: Services, content: PackContent) -> PackSheet:
    """Make the pack of a day."""
    from buurtkamer_app.printing.power_cut_pack import power_cut_pack

    name = translate("Power-cut pack {day}", day=dates.day_and_date(content.on))
    pdf = power_cut_pack(content, services.room.today())
    return PackSheet(name, pdf, two_sides=True, for_date=content.on, digest=content.digest)


def make(services: Services, wanted: ToPrint) -> list[PaperSheet]:
    """Make what is wanted of a day that was closed; on a day without a next one there is no pack."""
    made: list[PaperSheet] = [make_log(services, wanted.on)] if wanted.log else []
    content = services.days.pack_content() if wanted.pack else None
    return [*made, make_pack(services, content)] if content is not None else made


class DayPapers(Papers):
    """Makes the sheets of a closing and brings them to the printer; a pack on paper is written down."""

    def __init__(
        self,
        tasks: Tasks[Any],
        usual_printer: Callable[[], QPrinter | None] = printer.usual_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, usual_printer, parent)
        self.out.connect(self._write_down)

    def bring_out(self, wanted: ToPrint) -> None:
        """Make and print what is wanted."""
        if not (wanted.log or wanted.pack):
            self.hide()
            return

        def work(services: Services, _stop: threading.Event) -> list[PaperSheet]:
            return make(services, wanted)

        self._tasks.read_long(translate("The sheets are being made…"), work, self.put_on)

    def _write_down(self, sheet: PaperSheet) -> None:
        if isinstance(sheet, PackSheet) and sheet.for_date is not None:
            digest, on = sheet.digest, sheet.for_date
            self._tasks.write(lambda services: services.days.pack_printed(digest, on), _nothing_more)


def _nothing_more(_: Change) -> None:
    """Leave it to what was changed: the head of the page reads the state of the pack again."""
