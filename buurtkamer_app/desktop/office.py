"""Makes the sections of Beheer: what only the coordinator does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desktop.files import for_the_professional, lists_and_files
from buurtkamer_app.desktop.room_settings import settings_of_the_room
from buurtkamer_app.desktop.trust import kept_well, what_is_entrusted
from buurtkamer_app.qt.pages.sections import Section, together

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.desk.concerns import ConcernsPanel
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.tasks import Tasks


class OfficeSections:
    """The sections in the order of the page; each loads what it needs when it is first shown."""

    def __init__(self, tasks: Tasks[Any], handed: Handed) -> None:
        self._tasks, self._handed = tasks, handed
        self._opened: ConcernsPanel | None = None
        self._hides: list[Callable[[bool], None]] = []
        self._hidden = False

    def drafts(self) -> list[Draft]:
        """Give what is being typed about a concern now."""
        return self._opened.drafts if self._opened is not None else []

    def hide_names(self, *, hidden: bool) -> None:
        """Show no concern and nothing of what people typed, or show it again."""
        self._hidden = hidden
        for hide in self._hides:
            hide(hidden)

    def all(self) -> list[Section]:
        """Give what the page shows; words of a like width stand under each other, so that it is two rows."""
        return [
            together("professional", mark("Professional"), "user-tie", for_the_professional(self._tasks, self._hiding)),
            Section("concerns", mark("Concerns"), "hand-holding-heart", self._concerns),
            Section("hosts", mark("Hosts"), "user-plus", self._hosts),
            Section("call_guide", mark("Whom do I call?"), "phone", self._call_guide),
            Section("cash_book", mark("Cash book"), "coins", self._cash_book),
            together("privacy", mark("Privacy"), "user-shield", what_is_entrusted(self._tasks, self._hiding)),
            together("this_room", mark("This room"), "house", settings_of_the_room(self._tasks)),
            Section("by_week", mark("Visits by week"), "chart-simple", self._by_week),
            together("files", mark("Lists and files"), "folder-open", lists_and_files(self._tasks, self._hiding)),
            Section("screen", mark("This screen"), "text-height", self._screen),
            together("safety", mark("Safe"), "shield-halved", kept_well(self._tasks, self._handed)),
        ]

    def _concerns(self) -> QWidget:
        from buurtkamer_app.qt.desk.concerns import ConcernsPanel

        self._opened = ConcernsPanel(self._tasks)
        self._hiding(self._opened.hide_names)
        return self._opened

    def _by_week(self) -> QWidget:
        from buurtkamer_app.qt.desk.by_week import ByWeekPanel

        return ByWeekPanel(self._tasks)

    def _cash_book(self) -> QWidget:
        from buurtkamer_app.qt.desk.cash_book import CashBookPanel

        return CashBookPanel(self._tasks)

    def _hosts(self) -> QWidget:
        from buurtkamer_app.qt.people.hosts import HostsPanel

        return HostsPanel(self._tasks)

    def _call_guide(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.agreements import CallAgreementsPanel

        return CallAgreementsPanel(self._tasks)

    def _screen(self) -> QWidget:
        from buurtkamer_app.qt.room.screen import ScreenPanel

        panel = ScreenPanel(self._handed.settings())
        self._handed.hear_screen(panel)
        return panel

    def _hiding(self, hide: Callable[[bool], None]) -> None:
        """Let a section hear whether names are hidden, now and from now on."""
        self._hides.append(hide)
        hide(self._hidden)
