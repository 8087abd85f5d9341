"""What covers the professional's window first: who somebody is, their own passphrase, or reading without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.desktop.profile_door import ProfileDoor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window
    from buurtkamer_app.review.profile import Profile
    from buurtkamer_app.review.service import Reviews


class Who(NamedTuple):
    """Who reads along; no name: somebody who keeps nothing."""

    name: str = ""
    organisation: str = ""


class ReviewEntrance(QObject):
    """Lets somebody in: `opened` comes each time that it is known who it is."""

    opened = Signal()

    def __init__(self, window: Window, tasks: Tasks[Any], folder: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._tasks, self._folder, self._clock = window, tasks, folder, clock
        self._reviews: Reviews | None = None
        self._door = ProfileDoor(folder, clock)
        self.who = Who()
        self.is_open = False

    def open(self) -> None:
        """Ask who it is."""
        self.ask_who()

    def ask_who(self) -> None:
        """Ask for the passphrase of the profile, or make one where there is none."""
        # Its files say that there is one; what reads them is loaded behind the window.
        if any((self._folder / name).exists() for name in ("vault.json", "profile.sealed")):
            self._ask_passphrase()
        else:
            self._ask_name()

    def without(self) -> None:
        """Let somebody read who keeps nothing."""
        if self.is_open:
            self._window.cover(None)
        else:
            self._tasks.open(lambda: self._make(None), self._reader, self._in)

    def _ask_name(self) -> None:
        from buurtkamer_app.qt.review.who import WhoPanel
        from buurtkamer_app.storage import passphrase

        def create(name: str, organisation: str, words: str) -> None:
            self._enter(lambda: self._door.create(name, organisation, words), panel.refuse)

        panel = WhoPanel(passphrase.draw)
        panel.made.connect(create)
        panel.left.connect(self.without)
        self._window.cover(panel)

    def _ask_passphrase(self) -> None:
        from buurtkamer_app.qt.review.unlock import UnlockProfile

        panel = UnlockProfile()
        panel.asked.connect(lambda words: self._enter(lambda: self._door.unlock(words), panel.refuse))
        panel.recovery_asked.connect(
            lambda code, fresh: self._enter(lambda: self._door.recover(code, fresh), panel.refuse)
        )
        panel.left.connect(self.without)
        self._window.cover(panel)

    def _enter(self, profile: Callable[[], Profile], trouble: Callable[[BuurtkamerError], None]) -> None:
        """Let somebody in with a profile; what was opened without a name stays open, and is kept from now on."""
        if self.is_open:
            self._tasks.write(lambda reviews: reviews.keep_in(self._known(profile())), lambda _: self._in(), trouble)
        else:
            self._tasks.open(lambda: self._make(profile), self._reader, self._in, trouble)

    # What follows runs on the writing thread, which loads what is heavy behind the window.

    def _make(self, profile: Callable[[], Profile] | None) -> Reviews:
        from buurtkamer_app.review.service import Reviews

        self._reviews = Reviews(self._clock, self._known(profile()) if profile is not None else None)
        return self._reviews

    def _reader(self) -> Reviews:
        """Give the one that every thread uses: it is made for that."""
        if self._reviews is None:
            raise RuntimeError("nobody was let in yet")
        return self._reviews

    def _known(self, profile: Profile) -> Profile:
        self.who = Who(profile.name, profile.organisation)
        return profile

    # And from here on it is the main thread again.

    def _in(self) -> None:
        self.is_open = True
        if code := self._door.take_code():
            self._show_code(code)
        else:
            self._let_in()

    def _show_code(self, code: str) -> None:
        from buurtkamer_app.qt.review.who import CodePanel

        panel = CodePanel(code)
        panel.done.connect(self._let_in)
        self._window.cover(panel)

    def _let_in(self) -> None:
        self._window.cover(None)
        self.opened.emit()
