"""The desktop at work: who is at the desk, what can be undone, what is hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desktop.entrance import Entrance
from buurtkamer_app.desktop.handed import Handed
from buurtkamer_app.desktop.overlays import Overlays
from buurtkamer_app.desktop.pages import Pages
from buurtkamer_app.desktop.programmes import FollowedProgrammes
from buurtkamer_app.desktop.screen import Screen
from buurtkamer_app.qt.crash import CrashWatch
from buurtkamer_app.qt.paced import Paced
from buurtkamer_app.qt.painted import once_painted
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.qt.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop import Practice
    from buurtkamer_app.safekeeping.history import Undoable

_SIZE: Final = (1366, 768)


class Desktop(QObject):
    """One window on the room of one folder."""

    def __init__(
        self, app: QApplication, folder: Path, settings: Settings, clock: Clock, practice: Practice | None
    ) -> None:
        super().__init__()
        self._app, self._practice = app, practice
        self.actor: Actor = NOBODY
        self._last: Undoable | None = None
        self.tasks: Tasks[Any] = Tasks(self)
        self.window = Window()
        self.screen = Screen(app, folder, settings)
        self.entrance = Entrance(self.window, self.tasks, folder, clock, practice)
        hear = (self.screen.hear, lambda: self.entrance.door)
        hide = (self.hide_names, self._names_hidden)
        over = self.overlays = Overlays(self.window, self.tasks, lambda: self.pages)
        moment = (clock.now, lambda: self.screen.settings)
        handed = Handed(
            *moment, *hear, *hide, over.ask, over.ask_visitor, over.ask_cover, over.ask_wish, over.show_wish, over.go
        )._replace(keep_backups=self.screen.keep_backups, restored=self.entrance.restored)
        self.handed = handed
        self.pages = Pages(self.tasks, handed)
        self.programmes = FollowedProgrammes(self.tasks, self.pages, self.window)
        self.crash = CrashWatch(folder / "log" / "buurtkamer.log", self._keep_drafts, self)
        self.crash.watch()
        self._listen()

    def start(self, behind: Callable[[], object]) -> None:
        """Show the window, and open the room when it has been painted; `behind` is done then, too."""
        self._behind = behind
        self.window.resize(*_SIZE)
        self.window.set_pages(self.pages.specs())
        self.window.rest()
        if self._practice is not None:
            from buurtkamer_app.qt.bars import Tone

            told = partial(translate, mark("This is for practising. Everybody's PIN is 000000."))
            self.window.banners.put("practice", told, Tone.PRACTICE)
        once_painted(self.window, self._open)
        self.window.show()

    def hide_names(self) -> None:
        """Show Vandaag without names."""
        self.window.show_page("today")
        if self.pages.today is not None:
            self.pages.today.hide_names.setChecked(True)

    def undo(self) -> None:
        """Take back what the undo button says."""
        if (last := self._last) is not None:
            # Asked at once: who undoes several steps presses faster than changes are looked at.
            self.tasks.write(lambda services: services.history.undo(last.unit), lambda _: self._ask_last())

    def _listen(self) -> None:
        self.window.undo_asked.connect(self.undo)
        self.window.lock_asked.connect(self.entrance.locking.lock)
        self.window.rail.tool_asked.connect(self.overlays.ask)
        self.entrance.locking.overlay_asked.connect(self.overlays.ask)
        self.window.stop_asked.connect(self.tasks.cancel)
        self.window.closing.connect(self._close)
        self.entrance.locking.seated.connect(self._seat)
        looking = Paced(self._ask_last, self)
        self.tasks.changed.connect(lambda _: looking.ask())
        self.tasks.troubled.connect(self.window.trouble)
        # The bar for messages is only made when there is one.
        self.tasks.busy.connect(lambda words: self.window.messages.wait(words))  # noqa: PLW0108
        self.tasks.progressed.connect(lambda part: self.window.messages.show_part(part))  # noqa: PLW0108
        self.screen.idle.hide.connect(self.hide_names)
        self.screen.idle.lock.connect(self._lock_when_idle)
        self.screen.idle.rest.connect(self.entrance.locking.rest)
        self.entrance.country = self.screen.settings.country
        self.entrance.country_known.connect(self.screen.keep_country)

    def _open(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from buurtkamer_app.desktop.reach import Reach
        from buurtkamer_app.qt import printers
        from buurtkamer_app.qt.garbage import Garbage

        self._behind()
        # Before all else: what was counted waits for the store, and nothing below waits for anybody.
        self.entrance.open()
        QShortcut(QKeySequence("F6"), self.window, self.overlays.ask_wish)
        self.reach = Reach(self._app, {"Ctrl+L": self._lock_when_idle, "F8": self._turn_names}, self)
        self.garbage = Garbage(self)
        self._keep_safe()
        self.screen.idle.hide.connect(self.garbage.sweep)
        self.entrance.opened.connect(self.garbage.settle)
        self.entrance.opened.connect(self.pages.keep_up_soon)
        self.entrance.opened.connect(self.programmes.ask)
        self.pages.complete_today()
        self.screen.idle.watch(self._app)
        printers.here().remember(self.screen.settings.printer, self.screen.keep_printer)

    def _keep_safe(self) -> None:
        from buurtkamer_app.desktop.read_only import ReadOnly
        from buurtkamer_app.desktop.schedule import Schedule

        self.schedule = Schedule(self.tasks, self.handed, self.window.banners, self)
        self.read_only = ReadOnly(self.tasks, self.entrance.door, self.window, self)
        self.entrance.opened.connect(self.schedule.begin)
        self.entrance.opened.connect(self.read_only.look)
        self.entrance.locking.seated.connect(self.schedule.set_actor)

    def _turn_names(self) -> None:
        """Hide the names, or show them again, on the page that one is on."""
        if self.pages.today is not None:
            self.pages.today.hide_names.toggle()

    def _names_hidden(self, hidden: bool) -> None:
        self.window.undo.hide_names(hidden)
        self.overlays.look_at_names()

    def _keep_drafts(self) -> None:
        self.pages.keep_drafts()
        self.overlays.keep_drafts()

    def _close(self) -> None:
        self._keep_drafts()
        self.tasks.close()

    def _lock_when_idle(self) -> None:
        if self.actor is not NOBODY:
            self.entrance.locking.lock()

    def _seat(self, actor: Actor) -> None:
        if actor is NOBODY:
            self._keep_drafts()
        self.actor = actor
        self.window.rail.set_actor(actor)
        self.pages.actor.tell(actor)
        self.overlays.set_actor(actor)
        self.window.set_pages(self.pages.specs())
        self._ask_last()

    def _ask_last(self) -> None:
        self.tasks.read(lambda services: services.history.last(), self._offer)

    def _offer(self, last: Undoable | None) -> None:
        self._last = last if self.actor is not NOBODY else None
        self.window.undo.offer(self._last.label if self._last else None)
