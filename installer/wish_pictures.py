"""The pictures of wishes that become activities: the sections of Wensen and Activiteiten, and what opens from them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.qt.activities.change import ChangeDialog
from buurtkamer_app.qt.planner.slot_card import SlotCard
from buurtkamer_app.qt.wishes.ending import EndingDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pictures import Studio

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Wish

_WAIT: Final = 60_000  # milliseconds
_CHOIR: Final = NewBooking(
    "Zangkoor De Merels",
    "Eetkeuken",
    date(2026, 3, 12),
    time(13),
    time(15),
    "020 000 04 44",
    "FREQ=WEEKLY;BYDAY=TH",
    set_up_minutes=15,
    clear_minutes=15,
    persons=18,
    on_wall=True,
)


def wished(services: Services) -> None:
    """Let wishes have moved, been grouped and ended, and a space be in use."""
    number = services.wishes.numbered
    services.bookings.book(_CHOIR)
    services.groups.join(number(30), number(3))
    services.wishes.support(number(17), "Mw. Tan", "020 000 03 33", may_contact=True)
    services.wishes.move(number(4), WishStatus.PARKED, "wacht op een tweede bord", date(2026, 4, 1))
    services.endings.report(number(14), "Gebiedsmakelaar stadsdeel", "M-2026-0812")
    services.endings.hand_on(number(7), "Buurtteam", date(2026, 3, 12))
    table = services.activities.on_date("Eettafel", date(2026, 3, 13)).id
    services.activities.sign_up(table, date(2026, 3, 13), "Fam. Yilmaz", 4)


def shoot(studio: Studio, size: int) -> None:
    """Write the sections and what opens from them."""
    window = studio.desktop.window
    for page in ("wishes", "activities"):
        window.show_page(page)
        shown: Any = window.page(page)
        for section in list(shown.parts.buttons):
            shown.show_section(section)
            studio.shoot(f"{page}-{section}-{size}")
    _plan(studio, size)
    _propose(studio, size)
    _open(studio, size)


def _plan(studio: Studio, size: int) -> None:
    window = studio.desktop.window
    window.show_page("wishes")
    page: Any = window.page("wishes")
    board = page.show_section("board")
    board.open(_wish(studio, 16))
    studio.shoot(f"wishes-opened-{size}")
    board.plan_asked.emit(board.opened.wish)
    until(lambda: any(card.isVisible() for card in window.findChildren(SlotCard)))
    studio.shoot(f"wishes-plan-{size}")
    page.show_page()


def _propose(studio: Studio, size: int) -> None:
    page: Any = studio.desktop.window.page("wishes")
    panel = page.show_section("proposal")
    if not panel.plans:
        panel.make.click()
        until(lambda: bool(panel.plans))
    studio.shoot(f"wishes-proposed-{size}")


def _open(studio: Studio, size: int) -> None:
    window, tasks = studio.desktop.window, studio.desktop.tasks
    EndingDialog(tasks, _wish(studio, 11), window).open()
    studio.write(f"wishes-ending-{size}")
    studio.leave()
    window.show_page("activities")
    page: Any = window.page("activities")
    page.show_section("week")
    series = _asked(studio, lambda s: next(one for one in s.activities.series() if one.name == "Eettafel"))
    dialog: Any = ChangeDialog(tasks, series, date(2026, 3, 13), window, to=date(2026, 3, 12))
    dialog.open()
    studio.write(f"activities-change-{size}")
    studio.leave()
    page.show_section("closures").findChild(QPushButton, "close_on").click()
    studio.write(f"activities-close-{size}")
    studio.leave()


def _wish(studio: Studio, number: int) -> Wish:
    found: Wish = _asked(studio, lambda s: next(one for one in s.wishes.all() if one.number == number))
    return found


def _asked(studio: Studio, work: Callable[[Services], Wish | Series]) -> Any:
    answered: list[Any] = []
    studio.desktop.tasks.read(work, answered.append)
    until(lambda: bool(answered))
    return answered[0]


def until(shown: Callable[[], bool]) -> None:
    """Wait until something is there; a minute at most."""
    loop = QEventLoop()
    for _ in range(_WAIT // 50):
        if shown():
            return
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    raise TimeoutError
