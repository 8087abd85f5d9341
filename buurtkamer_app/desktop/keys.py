"""The keys of the room, asked for at the page and made with the key of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from buurtkamer_app.base.progress import Progress
from buurtkamer_app.base.terms_keys import WhyRenewed
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.safekeeping.keys import KeysPanel
from buurtkamer_app.qt.safekeeping.new_key_holder import NewKeyHolderDialog
from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.keys.records import Holder, NewHolder
    from buurtkamer_app.services import Services


def keys_panel(tasks: Tasks[Any], handed: Handed) -> KeysPanel:
    """Give the page of the keys, with somebody who makes them."""
    panel = KeysPanel(tasks)
    KeyMaking(panel, tasks, handed)
    return panel


class KeyMaking(QObject):
    """Does what the page of the keys asks; `dialog` is the one that is open."""

    def __init__(self, panel: KeysPanel, tasks: Tasks[Any], handed: Handed) -> None:
        super().__init__(panel)
        self._panel, self._tasks, self._handed = panel, tasks, handed
        self.dialog: NewKeyHolderDialog | None = None
        panel.add_asked.connect(lambda: self._ask(None))
        panel.name_asked.connect(self._ask)
        panel.renew_asked.connect(self._renew)
        panel.code_asked.connect(self._new_code)
        panel.backup_asked.connect(lambda: handed.go("office", "backup"))

    def _ask(self, holder: Holder | None) -> None:
        dialog = self.dialog = NewKeyHolderDialog(self._tasks, passphrase.draw, holder, self._panel)
        refuse = while_there(dialog, dialog.refuse, self._tasks.troubled.emit)
        tasks, keys = self._tasks, self._handed.door().keys

        def by_words(new: NewHolder, words: str) -> None:
            tasks.write(
                lambda s: keys().add_words(s, new, words),
                while_there(dialog, lambda made: dialog.made(made.value, words)),
                refuse,
            )

        def by_stick(new: NewHolder, stick: Path) -> None:
            tasks.write(
                lambda s: keys().add_stick(s, new, stick),
                while_there(dialog, lambda made: dialog.made(made.value, "")),
                refuse,
            )

        def whose(new: NewHolder) -> None:
            if holder is not None:
                slot = holder.slot
                tasks.write(
                    lambda s: s.key_holders.write_down(slot, new),
                    while_there(dialog, lambda _: dialog.accept()),
                    refuse,
                )

        dialog.words_asked.connect(by_words)
        dialog.stick_asked.connect(by_stick)
        dialog.named.connect(whose)
        dialog.open()

    def _renew(self, slot: UUID | None, why: WhyRenewed) -> None:
        """Take a key away, and only then give the data another one."""
        if slot is None:
            self._rotate(why, "")
            return
        taken = while_there(self._panel, lambda _: self._rotate(why, ""))
        self._tasks.write(lambda s: s.key_holders.take_away(slot), taken, self._panel.failed)

    def _new_code(self) -> None:
        keys = self._handed.door().keys

        def renewed(code: str) -> None:
            self._rotate(WhyRenewed.PAPER_LOST, code)

        self._tasks.write(lambda s: keys().renew_recovery(s), renewed, self._panel.failed)

    def _rotate(self, why: WhyRenewed, code: str) -> None:
        """Close the services, write the store anew and open them again; who is at the desk stays there."""
        door, panel, progress = self._handed.door(), self._panel, Progress()
        troubles: list[BuurtkamerError] = []
        panel.busy(progress)
        if code:
            panel.show_code(code)

        def rotate() -> Services:
            services, trouble = door.keys().rotate(why, progress)
            if trouble is not None:
                troubles.append(trouble)
            return services

        def opened() -> None:
            if troubles:
                panel.failed(troubles[0])
            else:
                panel.done()

        self._tasks.shut()
        self._tasks.open(rotate, door.reader, opened, panel.failed)
