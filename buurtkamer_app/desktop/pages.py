"""Makes the panels and hands them to the pages: which pages there are depends on who is at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.desktop.hearing import Hearing
from buurtkamer_app.desktop.today import Vandaag
from buurtkamer_app.qt.page import PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.desktop.office import OfficeSections
    from buurtkamer_app.desktop.prints import Prints
    from buurtkamer_app.desktop.wishes import WishSections
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.pages.office import OfficePage
    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.pages.wishes import WishesPage
    from buurtkamer_app.qt.tasks import Tasks

# The page of a programme, and that programme: its enumeration is not loaded before the first paint.
_AROUND: Final = "neighbourhood"
# What waits on Vandaag and is done in the section of Wensen that says whom to tell.
_TO_TELL: Final = ("tell", "ask_again")


class Pages:
    """The pages of one window; each is made when it is first shown, Vandaag at once.

    They hear who is at the desk (`actor`) and which programmes this room has (`programmes`).
    """

    def __init__(self, tasks: Tasks[Any], handed: Handed) -> None:
        self._tasks = tasks
        self._handed = handed
        self.actor = Hearing(NOBODY)
        self.programmes: Hearing[frozenset[Programme]] = Hearing(frozenset())
        self._drafts: list[Draft] = []
        self.vandaag: Vandaag | None = None
        self.office: OfficePage | None = None
        self.wishes: WishesPage | None = None
        self.prints: Prints | None = None
        self._sections: OfficeSections | None = None
        self._parted: dict[str, Any] = {}  # the pages of parts that were made, by name
        self.wish_sections: WishSections | None = None
        self._specs = (
            (Role.NOBODY, PageSpec("today", 1, mark("Today"), "house", self._today)),
            (Role.HOST, PageSpec("wishes", 2, mark("Wishes"), "lightbulb", self._wishes)),
            (Role.HOST, PageSpec("activities", 3, mark("Activities"), "calendar-days", self._activities)),
            (Role.HOST, PageSpec("rota", 4, mark("Rota"), "people-group", self._rota)),
            (Role.HOST, PageSpec(_AROUND, 5, mark("Neighbourhood"), "map-location-dot", self._neighbourhood)),
            (Role.HOST, PageSpec("looking_back", 6, mark("Looking back"), "chart-simple", self._looking_back)),
            (Role.HOST, PageSpec("prints", 7, mark("Printing"), "print", lambda: self._hiding(_prints(tasks, self)))),
            (Role.COORDINATOR, PageSpec("office", 8, mark("Office"), "gear", self._office)),
        )

    @property
    def today(self) -> TodayPage | None:
        """The page Vandaag, once it was made."""
        return self.vandaag.page if self.vandaag is not None else None

    def specs(self) -> list[PageSpec]:
        """Give the pages that whoever is at the desk may see."""
        return [
            spec
            for needs, spec in self._specs
            if self.actor.now.role >= needs and (spec.name != _AROUND or _AROUND in self.programmes.now)
        ]

    def show_section(self, page: str, name: str) -> None:
        """Show a part of a page that has parts."""
        if page == "office" and self.office is not None:
            self.office.show_section(name)
        elif page == "wishes" and self.wishes is not None and name in _TO_TELL:
            self.wishes.show_section("telling")
        elif page in self._parted:
            self._parted[page].show_section(name)

    def keep_drafts(self) -> None:
        """Keep what is being typed on any page now."""
        for draft in (*self._drafts, *(self._sections.drafts() if self._sections else ())):
            draft.keep()

    def _today(self) -> QWidget:
        """Make what one counts with; `complete_today` makes the rest."""
        self.vandaag = Vandaag(self._tasks, self._handed, self.actor.heed)
        return self.vandaag.page

    def complete_today(self) -> None:
        """Make the rest of Vandaag, which the first paint does not wait for."""
        if self.vandaag is not None:
            self._drafts += self.vandaag.complete()

    def keep_up_soon(self) -> None:
        """Let wishes go on by themselves a while after the room was opened."""
        if self.vandaag is not None:
            self.vandaag.keep_up_soon()

    def _wishes(self) -> QWidget:
        from buurtkamer_app.desktop.wishes import WishSections

        sections = WishSections(self._tasks, self.today)
        self.wish_sections, self.wishes = sections, sections.page
        self._drafts.append(sections.board.noted.draft)
        return self._hiding(sections.page)

    def _activities(self) -> QWidget:
        from buurtkamer_app.desktop.activities import ActivitySections

        sections = ActivitySections(self._tasks, self.today)
        self._parted["activities"] = sections.page
        self.actor.heed(sections.set_actor)
        self.programmes.heed(sections.page.show_programmes)
        return self._hiding(sections.page)

    def _rota(self) -> QWidget:
        from buurtkamer_app.desktop.rota import RotaSections

        sections = RotaSections(self._tasks, self.today)
        self._parted["rota"] = sections.page
        self.actor.heed(sections.set_actor)
        self.programmes.heed(sections.page.show_programmes)
        return self._hiding(sections.page)

    def _neighbourhood(self) -> QWidget:
        from buurtkamer_app.desktop.neighbourhood import NeighbourhoodSections

        sections = NeighbourhoodSections(self._tasks, self.today, self._handed.ask_wish)
        self.actor.heed(sections.set_actor)
        return self._hiding(sections.page)

    def _looking_back(self) -> QWidget:
        from buurtkamer_app.desktop.looking_back import LookingBackSections

        sections = LookingBackSections(self._tasks, self.today)
        self._parted["looking_back"] = sections.page
        self.actor.heed(sections.set_actor)
        self.programmes.heed(sections.page.show_programmes)
        return self._hiding(sections.page)

    def _office(self) -> QWidget:
        from buurtkamer_app.desktop.office import OfficeSections
        from buurtkamer_app.qt.pages.office import OfficePage

        sections = self._sections = OfficeSections(self._tasks, self._handed)
        page = self.office = OfficePage(sections.all())
        if self.today is not None:
            self.today.names_hidden.connect(lambda hidden: sections.hide_names(hidden=hidden))
            sections.hide_names(hidden=self.today.hide_names.isChecked())
        self.actor.heed(page.admit)
        return self._hiding(page)

    def _hiding(self, page: QWidget) -> QWidget:
        """Let F8 hide what stands on a page: from there it leads to Vandaag, with its names hidden."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence("F8"), page, self._handed.hide, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return page


def _prints(tasks: Tasks[Any], pages: Pages) -> QWidget:
    from buurtkamer_app.desktop.prints import Prints

    prints = pages.prints = Prints(tasks, pages.today)
    pages.actor.heed(prints.set_actor)
    pages.programmes.heed(prints.show_programmes)
    return prints.page
