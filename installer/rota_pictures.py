"""The pictures of Rooster: its sections, filling with reasons, and what opens from them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from wish_pictures import until

from buurtkamer_app.base.terms import DayPart, HoursKind
from buurtkamer_app.qt.people.joining import JoiningDialog
from buurtkamer_app.qt.people.leaving import LeavingDialog
from buurtkamer_app.qt.rota.cover import CoverDialog
from buurtkamer_app.rota.cover.records import Seek
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.team.hours.records import NewHours

if TYPE_CHECKING:
    from uuid import UUID

    from pictures import Studio

    from buurtkamer_app.services import Services

_TODAY: Final = date(2026, 3, 11)


def rostered(services: Services) -> None:
    """Let some shifts be held, somebody learn, hours be given, and somebody take an allowance."""
    hosts = {host.name: host.id for host in services.people.hosts()}
    ria, nadia, fatma = hosts["Ria Postma"], hosts["Nadia Bouali"], hosts["Fatma Yildiz"]
    thursday, friday = _TODAY + timedelta(days=1), _TODAY + timedelta(days=2)
    services.rota.put_on(ria, thursday, DayPart.AFTERNOON)
    services.rota.put_on(fatma, friday, DayPart.MORNING)
    services.rota.put_on(fatma, friday + timedelta(days=7), DayPart.MORNING)
    services.learning.join(nadia, ShiftKey(thursday, DayPart.AFTERNOON), ria)
    services.cards.set_personal(ria, (29, 5), wants_allowance=True, birth_year=1955)
    services.cards.set_vog(ria, date(2023, 4, 1), date(2026, 4, 1))
    services.house_keys.give(ria, "3", date(2025, 11, 3))
    for day in range(2, 11):
        on = date(2026, 3, day)
        services.hours.write(NewHours((ria,), on, time(9), time(13, 30), HoursKind.MEETING, "voorbereiden"))
    services.trainings.put_usual()
    seen = services.trainings.overview()
    for topic in seen.topics[:1]:
        services.trainings.trained(topic.id, date(2026, 2, 3), [one.id for one in seen.learners[:9]])
    services.trainings.talked(seen.learners[2].id, date(2025, 10, 1), date(2026, 3, 25))


def shoot(studio: Studio, size: int) -> None:
    """Write the sections and what opens from them."""
    window = studio.desktop.window
    window.show_page("rota")
    page: Any = window.page("rota")
    for section in list(page.buttons):
        page.show_section(section)
        studio.shoot(f"rota-{section}-{size}")
    _fill(studio, page, size)
    _people(studio, page, size)
    page.show_section("week")


def _fill(studio: Studio, page: Any, size: int) -> None:
    panel = page.show_section("fill")
    panel.make.click()
    until(lambda: panel.make.isEnabled() and panel.proposal.isVisible())
    studio.shoot(f"rota-filled-{size}")


def _people(studio: Studio, page: Any, size: int) -> None:
    window, tasks = studio.desktop.window, studio.desktop.tasks
    panel = page.show_section("hosts")
    panel.open_card(_host(studio, "Ria Postma"))
    studio.shoot(f"rota-card-{size}")
    for name, dialog in (
        ("cover", CoverDialog(tasks, Seek(ShiftKey(_TODAY + timedelta(days=2), DayPart.MORNING)), window)),
        ("new", JoiningDialog(tasks, _host(studio, "Nadia Bouali"), window)),
        ("gone", LeavingDialog(tasks, _host(studio, "Fatma Yildiz"), window)),
    ):
        dialog.open()
        studio.write(f"rota-{name}-{size}")
        studio.leave()


def _host(studio: Studio, name: str) -> UUID:
    found: list[UUID] = []
    studio.desktop.tasks.read(lambda s: s.people.host_named(name).id, found.append)
    until(lambda: bool(found))
    return found[0]
