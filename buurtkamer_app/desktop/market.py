"""Makes the section of markets, for Activiteiten: the list, and the sections of the one that is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.pages.sections import Section, Sections

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks

_NAME: Final = "markets"
_PACKAGE: Final = "buurtkamer_app.qt.market"


class _Part(NamedTuple):
    """A section of an opened market: its name, title, icon, and the panel in its module."""

    name: str
    title: str
    icon: str
    module: str
    panel: str
    fills: bool = False  # takes the height that the window has left


_PARTS: Final = (
    _Part("overview", mark("Overview"), "eye", "overview", "OverviewPanel"),
    _Part("elements", mark("Parts"), "shop", "elements", "ElementsPanel"),
    _Part("roles", mark("Roles"), "users", "roles", "RolesPanel"),
    _Part("meetings", mark("Meetings"), "comments", "meetings", "MeetingsPanel"),
    _Part("talents", mark("Talents"), "star", "talents", "TalentsPanel"),
    _Part("goals", mark("Goals"), "bullseye", "goals", "GoalsPanel"),
    _Part("permits", mark("Permits"), "envelope", "permits", "PermitsPanel"),
    _Part("plan", mark("Floor plan"), "map-location-dot", "plan", "PlanPanel", fills=True),
    _Part("day", mark("The day"), "clock", "day", "DayPanel"),
    _Part("afterwards", mark("Afterwards"), "camera", "afterwards", "AfterwardsPanel"),
)


class MarketParts:
    """The list and the opened market in one frame; each section is loaded when it is first shown.

    `alone` is told whether a market is open: the page is then all of it, and has a way back.
    """

    def __init__(self, tasks: Tasks[Any], alone: Callable[[bool], None] = lambda _: None) -> None:
        from buurtkamer_app.qt.market.faces import MarketFaces
        from buurtkamer_app.qt.market.markets import MarketsPanel
        from buurtkamer_app.qt.market.opened import OpenedMarket

        self._tasks = tasks
        self._key: UUID | None = None
        self._made: dict[str, Any] = {}
        self._hidden, self._actor = False, NOBODY
        self.listing = MarketsPanel(tasks)
        self.sections = Sections(
            [Section(part.name, part.title, part.icon, self._making(part)) for part in _PARTS],
            opened=False,
            tabs=True,
        )
        self.opened = OpenedMarket(tasks, self.sections)
        self.faces = MarketFaces(self.listing, self.opened)
        self.faces.alone.connect(alone)
        self.sections.shown.connect(self._fill)
        self.listing.opened.connect(self.open_market)
        self.opened.left.connect(self._leave)

    def open_market(self, key: UUID) -> None:
        """Show a market, what is still open first."""
        self._key = key
        self.sections.open_to(allowed=True)
        self.sections.show_section(_PARTS[0].name)
        self.opened.open_market(key)
        for panel in self._made.values():
            panel.open_market(key)
        self.faces.show_one(one=True)
        self.opened.back.setFocus()

    def hide_names(self, hidden: bool) -> None:
        """Hide names in every section, or show them again."""
        self._hidden = hidden
        for panel in self._made.values():
            _tell(panel, "hide_names", hidden)

    def set_actor(self, actor: Actor) -> None:
        """Let every section hear who is at the desk."""
        self._actor = actor
        self.faces.set_actor(actor)
        for panel in self._made.values():
            _tell(panel, "set_actor", actor)

    def _leave(self) -> None:
        self.faces.show_one(one=False)
        self.listing.rows.setFocus()

    def _fill(self, name: str) -> None:
        """Let a section that is drawn on be as high as the window, the others as high as what they hold."""
        fills = next(part.fills for part in _PARTS if part.name == name)
        for frame in (self.opened, self.faces):
            frame.fill(fills=fills)

    def _making(self, part: _Part) -> Callable[[], QWidget]:
        return lambda: self._make(part)

    def _make(self, part: _Part) -> QWidget:
        panel: Any = getattr(import_module(f"{_PACKAGE}.{part.module}"), part.panel)(self._tasks)
        self._made[part.name] = panel
        if part.name == "overview":
            panel.asked.connect(self.sections.show_section)
        _tell(panel, "set_actor", self._actor)
        _tell(panel, "hide_names", self._hidden)
        if self._key is not None:
            panel.open_market(self._key)
        made: QWidget = panel
        return made


def _tell(panel: Any, what: str, value: object) -> None:
    """Tell a panel something, when it wants to know."""
    if (heed := getattr(panel, what, None)) is not None:
        heed(value)


def market_sections(
    tasks: Tasks[Any],
    hides: Callable[[Callable[[bool], None]], None],
    heed: Callable[[Callable[[Actor], None]], None],
    ways: dict[str, Callable[[UUID], None]],
    alone: Callable[[str, bool], None],
) -> list[Section]:
    """Give the section; it loads what it needs when it is first shown.

    `heed` lets it hear who is at the desk, `hides` whether names are hidden. Once it is made, `ways` has what opens
    a market. `alone` is told by name that it is to stand on the page alone, while a market is open.
    """

    def make() -> QWidget:
        parts = MarketParts(tasks, lambda opened: alone(_NAME, opened))
        hides(parts.hide_names)
        ways["markets"] = parts.open_market
        heed(parts.set_actor)
        return parts.faces

    return [Section(_NAME, mark("Neighbourhood markets"), "shop", make, programme=Programme.MARKET)]
