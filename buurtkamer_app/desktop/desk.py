"""The desktop at work: who is at the desk, what is covered, what can be undone, what this computer remembers."""

from __future__ import annotations

import functools
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from buurtkamer_app.base import settings as remembered
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desktop.pages import Handed, Pages
from buurtkamer_app.qt import theme, words
from buurtkamer_app.qt.crash import CrashWatch
from buurtkamer_app.qt.idle import Idle
from buurtkamer_app.qt.painted import once_painted
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.qt.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop import Practice
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.room.screen import ScreenPanel
    from buurtkamer_app.qt.safekeeping.backup import BackupPanel
    from buurtkamer_app.safekeeping.history import Undoable

_MINUTE: Final = 60_000  # milliseconds
_SIZE: Final = (1366, 768)


class Desktop(QObject):
    """One window on the room of one folder."""

    def __init__(
        self, app: QApplication, folder: Path, settings: Settings, clock: Clock, practice: Practice | None
    ) -> None:
        super().__init__()
        self._app, self._folder, self.settings, self._practice = app, folder, settings, practice
        self._clock = clock
        self.actor: Actor = NOBODY
        self._last: Undoable | None = None
        self.tasks: Tasks[Any] = Tasks(self)
        self.window = Window()
        self.crash = CrashWatch(folder / "log" / "buurtkamer.log", lambda: None, self)
        self.crash.watch()
        self.idle = Idle(settings.hide_minutes * _MINUTE, settings.lock_minutes * _MINUTE, parent=self)
        self.pages = Pages(
            self.tasks,
            Handed(self._clock.now, lambda: self.settings, self._hear_screen, self._hear_backup, self.hide_names),
        )
        self._listen()

    def start(self, behind: Callable[[], object]) -> None:
        """Show the window, and open the room when it has been painted; `behind` is done then, too."""
        self._behind = behind
        self.window.resize(*_SIZE)
        self.window.set_pages(self.pages.specs())
        if self._practice is not None:
            from buurtkamer_app.qt.bars import Tone  # noqa: PLC0415 - only the practice room has this banner

            told = partial(translate, mark("This is for practising. Everybody's PIN is 000000."))
            self.window.banners.put("practice", told, Tone.PRACTICE)
        # Loading the store before would hold the first paint up. It is said so that a benchmark can listen in.
        once_painted(self.window, lambda: self._open())
        self.window.show()

    @functools.cached_property
    def door(self) -> Door:
        """How the room of the folder is opened."""
        from buurtkamer_app.desktop.door import Door

        return Door(self._folder, self._clock, self._practice.room if self._practice else None)

    def lock(self) -> None:
        """Cover the window until somebody signs in; what was being typed stays under it."""
        from buurtkamer_app.qt.activities.programme import ProgrammePanel  # noqa: PLC0415 - when it is first needed
        from buurtkamer_app.qt.desk.tally import TallyPanel  # noqa: PLC0415
        from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel  # noqa: PLC0415

        if self.door.house is None:
            return
        self.tasks.write(lambda services: services.sign_in.leave(), lambda _: None)
        programme = ProgrammePanel(self.tasks)
        programme.hide_names(hidden=True)
        asking = SignInPanel(self.tasks, TallyPanel(self.tasks, self._clock.now), programme)
        asking.signed_in.connect(self.seat)
        self.window.cover(asking)
        self._seat(NOBODY)

    def seat(self, actor: Actor) -> None:
        """Let somebody who signed in work."""
        self.window.cover(None)
        self._seat(actor)

    def hide_names(self) -> None:
        """Show Vandaag without names."""
        self.window.show_page("today")
        if self.pages.today is not None:
            self.pages.today.hide_names.setChecked(True)

    def undo(self) -> None:
        """Take back what the undo button says."""
        if (last := self._last) is not None:
            self.tasks.write(lambda services: services.history.undo(last.unit), lambda _: None)

    def keep(self, settings: Settings) -> None:
        """Remember how this computer is set, and be so at once."""
        changed, self.settings = settings != self.settings, settings
        if not changed:
            return
        remembered.save(self._folder, settings)
        self.idle.set_times(settings.hide_minutes * _MINUTE, settings.lock_minutes * _MINUTE)
        theme.resize(self._app, settings.scale)
        words.switch_language(self._app, settings)

    def _listen(self) -> None:
        self.window.undo_asked.connect(self.undo)
        self.window.lock_asked.connect(self.lock)
        self.window.stop_asked.connect(self.tasks.cancel)
        self.window.closing.connect(self.tasks.close)
        self.tasks.changed.connect(lambda _: self._ask_last())
        self.tasks.troubled.connect(self.window.trouble)
        self.tasks.busy.connect(lambda words: self.window.messages.wait(words))
        self.idle.hide.connect(self.hide_names)
        self.idle.lock.connect(self._lock_when_idle)

    def _lock_when_idle(self) -> None:
        if self.actor is not NOBODY:
            self.lock()

    def _open(self) -> None:
        from buurtkamer_app.desktop.door import Way

        self.pages.complete_today()
        self._behind()
        self.idle.watch(self._app)
        way = self.door.way(practice=self._practice is not None)
        if way is Way.PRACTICE:
            self.tasks.open(self.door.open_practice, self.door.reader, self._opened, self.window.trouble)
        elif way is Way.UNLOCK:
            self._ask_passphrase()
        else:
            self._set_up()

    def _ask_passphrase(self) -> None:
        from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel  # noqa: PLC0415 - not in the practice room

        panel, tasks, door = UnlockPanel(), self.tasks, self.door
        panel.asked.connect(
            lambda typed: tasks.open(lambda: door.unlock(typed), door.reader, self._opened, panel.refuse)
        )
        panel.recovery_asked.connect(
            lambda code, fresh: tasks.open(lambda: door.recover(code, fresh), door.reader, self._opened, panel.refuse)
        )
        self.window.cover(panel)

    def _set_up(self) -> None:
        from buurtkamer_app.desktop.setting_up import ask_for_room  # noqa: PLC0415 - once in a room's life

        self.window.cover(ask_for_room(self.tasks, self.door, self._today, self._opened))

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _opened(self) -> None:
        self.tasks.read(lambda services: services.room.facts().name, self.window.set_room)
        if self._practice is None:
            self.lock()
        elif self._practice.picture is not None:
            from buurtkamer_app.desktop.picture import take  # noqa: PLC0415 - for the set-up without a display

            take(self.window, self.tasks, self.seat, self._practice.picture)

    def _seat(self, actor: Actor) -> None:
        self.actor = actor
        self.window.set_actor(actor)
        self.pages.set_actor(actor)
        self.window.set_pages(self.pages.specs())
        self._ask_last()

    def _ask_last(self) -> None:
        self.tasks.read(lambda services: services.history.last(), self._offer)

    def _offer(self, last: Undoable | None) -> None:
        self._last = last if self.actor is not NOBODY else None
        self.window.undo.offer(self._last.label if self._last else None)

    def _hear_screen(self, screen: ScreenPanel) -> None:
        def keep(field: str, value: object) -> None:
            self.keep(replace(self.settings, **{field: value}))  # type: ignore[arg-type] # one of its own fields

        screen.language_chosen.connect(partial(keep, "language"))
        screen.scale_chosen.connect(partial(keep, "scale"))
        screen.lock_minutes_chosen.connect(partial(keep, "lock_minutes"))
        screen.hide_minutes_chosen.connect(partial(keep, "hide_minutes"))

    def _hear_backup(self, panel: BackupPanel) -> None:
        def make(path: Path) -> None:
            told = translate("The backup is being made and checked…")
            self.tasks.read_long(told, lambda _, __: self.door.back_up(path), panel.made, panel.failed)

        panel.backup_asked.connect(make)
