"""The pictures of what is around the room: the team, markets, streets, Buurt and Terugblik."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from around_life import MARKET_DAY
from wish_pictures import until

from buurtkamer_app.qt.market.opened import OpenedMarket
from buurtkamer_app.qt.pages.sections import Sections

if TYPE_CHECKING:
    from pictures import Studio

_MARKET: Final = ("overview", "elements", "roles", "meetings", "talents", "permits", "plan", "day", "afterwards")
_BUURT: Final = ("phone", "resources", "tasks", "customs", "groups", "outreach", "spots", "scan")
_BACK: Final = ("figures", "stories", "agreements", "costs", "report")


def shoot(studio: Studio, size: int) -> None:
    """Write every section of every programme."""
    window = studio.desktop.window
    _sections(studio, size, "neighbourhood", _BUURT)
    _sections(studio, size, "looking_back", _BACK)
    window.show_page("rota")
    page: Any = window.page("rota")
    for name in [name for name in page.buttons if name.startswith(("team", "effects"))]:
        page.show_section(name)
        studio.settle()
        studio.shoot(f"rota-{name}-{size}")
    page.show_section("week")
    window.show_page("activities")
    _market(studio, size)
    _street(studio, size)


def _sections(studio: Studio, size: int, page: str, names: tuple[str, ...]) -> None:
    window = studio.desktop.window
    window.show_page(page)
    shown: Any = window.page(page)
    for name in names:
        shown.show_section(name)
        studio.settle()
        studio.shoot(f"{page}-{name}-{size}")
    shown.show_section(names[0])


def _market(studio: Studio, size: int) -> None:
    page: Any = studio.desktop.window.page("activities")
    faces = page.show_section("markets")
    studio.settle()
    studio.shoot(f"markets-{size}")
    page.show_section("week").show_week(MARKET_DAY)
    around = page.parts.made("week").around
    until(lambda: bool(around.buttons))
    studio.shoot(f"activities-market-{size}")
    around.buttons[0].click()
    sections = faces.findChild(OpenedMarket).findChild(Sections)
    for name in _MARKET:
        sections.show_section(name)
        studio.settle()
        studio.shoot(f"market-{name}-{size}")


def _street(studio: Studio, size: int) -> None:
    page: Any = studio.desktop.window.page("activities")
    panel = page.show_section("streets")
    studio.settle()
    until(lambda: panel.model.rowCount() > 0)
    panel.rows.selectRow(0)
    studio.settle()
    studio.shoot(f"streets-{size}")
    page.show_section("week")
