"""A backup is looked in and brought back: in a room that is open, in one that does not open, and at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from buurtkamer_app.base import paths
from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import BuurtkamerError, DamagedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.safekeeping.restoring import RestoringForm
from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.safekeeping.backup import BackupPanel
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.backups.records import TriedOut
    from buurtkamer_app.safekeeping.backups.restoring import Unlock
    from buurtkamer_app.services import Services


class Outside:
    """Brings a room back where none is open: at the first start, or when its own file is damaged."""

    def __init__(self, tasks: Tasks[Any], door: Door, then: Callable[[], None]) -> None:
        self._tasks, self._door, self._then = tasks, door, then
        self.form = RestoringForm(passphrase.draw, passphrase.acceptable, asks_words=True)
        self.form.look_asked.connect(self._look)
        self.form.take_asked.connect(self._take)

    def offer(self, settings: Settings | None = None) -> None:
        """Offer the newest backups that stand where this computer puts them."""
        self._tasks.child(
            translate("Backups are being looked for…"),
            _known,
            (self._door.at_place(lambda folder, _: folder), *_where(settings)),
            self.form.offer,
            self.form.refuse,
        )

    def _look(self, path: Path, words: str) -> None:
        folder = self._door.at_place(lambda folder, _: folder)
        self._tasks.child(
            translate("The backup is being opened in a copy…"),
            _try_out,
            (path, folder, paths.user_secrets(), words),
            self.form.show_tried,
            self.form.refuse,
            lambda: self.form.refuse(_stopped()),
        )

    def _take(self, tried: TriedOut, words: str, fresh: str) -> None:
        from buurtkamer_app.safekeeping.backups.restoring import unlock_with

        door, secrets = self._door, paths.user_secrets()

        def build() -> Services:
            from buurtkamer_app.replay.restored import room_restored

            unlock = unlock_with(secrets, words)
            door.house = door.at_place(
                lambda folder, clock: room_restored(tried.source, folder, secrets, unlock, clock, fresh)
            )
            return door.house.services

        self._tasks.open(build, door.reader, self._then, self.form.refuse)


class InTheRoom:
    """Looks in a backup while the room is open, and lets it become the room when the coordinator says so."""

    def __init__(self, tasks: Tasks[Any], handed: Handed, panel: BackupPanel, then: Callable[[], None]) -> None:
        self._tasks, self._handed, self._panel, self._then = tasks, handed, panel, then
        self.form = RestoringForm(passphrase.draw, passphrase.acceptable, asks_words=False)
        self.form.look_asked.connect(self._look)
        self.form.take_asked.connect(self._take)
        self.form.back_asked.connect(self._leave)
        panel.place_of_restoring.addWidget(self.form)
        panel.cards.hide()
        house, settings = handed.door().house, handed.settings()
        if house is not None:
            folder, room = house.folder, house.opened.vault.id
            tasks.read(lambda _: _known(folder, *_where(settings), room), self.form.offer)

    def _leave(self) -> None:
        self.form.hide()
        self.form.deleteLater()
        self._panel.cards.show()
        self._panel.open_backup.setFocus()
        self._then()

    def _unlock(self, words: str) -> Unlock:
        from buurtkamer_app.safekeeping.backups.restoring import unlock_as, unlock_with

        house = self._handed.door().house
        if words or house is None:
            return unlock_with(paths.user_secrets(), words)
        return unlock_as(house.opened)

    def _look(self, path: Path, words: str) -> None:
        house, tasks, form = self._handed.door().house, self._tasks, self.form
        if house is None:
            return
        folder, unlock = house.folder, self._unlock(words)

        def work(services: Services, _: object) -> TriedOut:
            from buurtkamer_app.safekeeping.backups.trying import try_out

            now = services.backups.contents()
            return try_out(path, folder, paths.user_secrets(), unlock, now)

        def stopped() -> None:
            # A restore stops it too, and takes the form away.
            if isValid(form):
                form.refuse(_stopped())

        def note(tried: TriedOut) -> None:
            tasks.write(
                lambda services: services.backups.note_tried(_made(tried)),
                lambda _: self.form.show_tried(tried),
                self.form.refuse,
            )

        tasks.read_long(translate("The backup is being opened in a copy…"), work, note, form.refuse, stopped)

    def _take(self, tried: TriedOut, words: str, _: str) -> None:
        door, tasks, form = self._handed.door(), self._tasks, self.form
        house, unlock, refused = door.house, self._unlock(words), list[BuurtkamerError]()
        if house is None:
            return
        places = _places(house.folder, *_where(self._handed.settings()))

        def build() -> Services:
            from buurtkamer_app.replay.restored import room_replaced
            from buurtkamer_app.startup import enter

            actor = house.services.store.actor
            try:
                door.house = room_replaced(house, tried.source, paths.user_secrets(), unlock, places)
            except BuurtkamerError as error:
                # The room as it was goes on, with who sat there.
                refused.append(error)
                door.house = enter(house.folder, house.opened, house.clock)
                door.house.services.sign_in.act_as(actor)
            return door.house.services

        def there() -> None:
            if refused:
                form.refuse(refused[0])
                return
            self._leave()
            tasks.changed.emit(_everything(tried))
            self._handed.restored()

        tasks.cancel()
        tasks.shut()
        tasks.open(build, door.reader, there, form.refuse)


def rescue(  # noqa: PLR0913, PLR0917 - what a window offers
    tasks: Tasks[Any],
    door: Door,
    error: BuurtkamerError,
    show: Callable[[QWidget], object],
    then: Callable[[], None],
    back: Callable[[], None],
) -> bool:
    """Offer the newest backups when it is the room's own file that is damaged or gone, and tell whether it is."""
    from buurtkamer_app.base import settings

    if not isinstance(error, DamagedError):
        return False
    outside = Outside(tasks, door, then)
    outside.form.back_asked.connect(back)
    # It lives as long as its form.
    outside.form.destroyed.connect(lambda: outside)
    show(outside.form)
    outside.form.answer.trouble(error)
    outside.offer(door.at_place(lambda folder, _: settings.load(folder)))
    return True


def _stopped() -> BuurtkamerError:
    return RefusedError("Stopped. Nothing was changed.")


def _made(tried: TriedOut) -> Any:
    from buurtkamer_app.base.terms_trust import BackupPlace
    from buurtkamer_app.safekeeping.backups.records import Made

    return Made(BackupPlace.BY_HAND, tried.source, tried.made_at, tried.source.stat().st_size)


def _where(settings: Settings | None) -> tuple[str, str]:
    return (settings.backup_folder, settings.backup_stick) if settings is not None else ("", "")


def _known(folder: Path, chosen: str, stick: str, room: Any = None) -> list[tuple[datetime, Path]]:
    """Give the three newest backups of the room, or of any room when its key file is gone."""
    from itertools import islice

    from buurtkamer_app.safekeeping.backups.files import newest
    from buurtkamer_app.storage import vault

    if room is None:
        try:
            room = vault.load(folder).id
        except StoreError:
            room = None
    places = _places(folder, chosen, stick)
    return [(about.made_at, path) for about, path in islice(newest(places, room), 3)]


def _places(folder: Path, chosen: str, stick: str) -> list[Path]:
    from pathlib import Path

    from buurtkamer_app.safekeeping.backups.by_schedule import usual_folder

    return [Path(chosen) if chosen else usual_folder(folder), *([Path(stick)] if stick else [])]


def _try_out(path: Path, folder: Path, secrets: Path, words: str) -> TriedOut:
    """Look in a child process: the store is not open yet; what is wrong is given back."""
    from buurtkamer_app.safekeeping.backups.restoring import unlock_with
    from buurtkamer_app.safekeeping.backups.trying import try_out

    return try_out(path, folder, secrets, unlock_with(secrets, words))


def _everything(tried: TriedOut) -> Change:
    """Give a change that makes every panel read again."""
    from uuid_utils.compat import uuid7

    from buurtkamer_app.exchange.log.kinds import KINDS

    return Change(uuid7(), Label(tried.contents.room), frozenset(KINDS))
