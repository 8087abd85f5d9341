"""The field for a note to the next shift: for everybody or for one host, kept as a draft of who writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks

_LINES: Final = 3


class NoteDraft(Draft):
    """The draft of one host: nobody else gets it back, for a note may be for one person."""

    def belong_to(self, host: UUID) -> None:
        """Keep what its writer typed, and go on with what this host was typing."""
        self.keep()
        self._field.clear()
        self._pause.stop()
        self._fresh = False
        self._name = f"handover@{host.hex}"
        self.bring_back()


class NoteEditor(Form):
    """Writes a note; `left` says that the field may be closed, `kept` that the note is on disk."""

    form: ClassVar[str] = "desk/note"
    text: QPlainTextEdit
    whom: QComboBox
    keep: QPushButton
    shut: QPushButton
    trouble: Sentence

    left = Signal()
    kept = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._host: UUID | None = None
        self._hosts: Sequence[tuple[UUID, str]] = ()
        self._meant: UUID | None = None
        self._sending = False
        self.draft = NoteDraft(self.text, tasks, "handover")
        self.text.textChanged.connect(self._typed)
        self.whom.activated.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.shut.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.text, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.keep.click)
        self.say()
        self._typed()

    def admit(self, host: UUID) -> None:
        """Let this host write; what another one was typing goes out of sight and stays theirs."""
        if host == self._host:
            return
        self._host = host
        self._aim(None)
        self.trouble.clear()
        self.draft.belong_to(host)
        self._tasks.read(lambda s: s.drafts.kept(f"handover-for@{host.hex}"), self._aim_again, lambda _: None)

    def put_hosts(self, hosts: Sequence[tuple[UUID, str]]) -> None:
        """Offer these hosts to write to, besides everybody."""
        if list(hosts) != list(self._hosts):
            self._hosts = hosts
            self.say()

    def say(self) -> None:
        self.keep.setText(f"{translate('Keep this note')}  Ctrl+Enter")
        self.whom.clear()
        self.whom.addItem(translate("For everybody"))
        for _, name in self._hosts:
            self.whom.addItem(translate("Only for {name}", name=name))
        self._aim(self._meant)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        keep_lines(self.text, _LINES)

    def _typed(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()) and not self._sending)

    def _choose(self, row: int) -> None:
        self._meant = self._hosts[row - 1][0] if row > 0 else None
        if self._host is not None:
            name, meant = f"handover-for@{self._host.hex}", self._meant.hex if self._meant else ""
            self._tasks.write(lambda services: services.drafts.keep(name, meant), lambda _: None)

    def _aim(self, host: UUID | None) -> None:
        self._meant = host
        keys = [key for key, _ in self._hosts]
        self.whom.setCurrentIndex(keys.index(host) + 1 if host in keys else 0)

    def _aim_again(self, kept: str) -> None:
        if kept and self._meant is None:
            self._aim(UUID(kept))

    def _keep(self) -> None:
        text, meant = self.text.toPlainText(), self._meant
        self._sending = True
        self._typed()

        def kept(_: Change) -> None:
            self._sending = False
            if self.text.toPlainText() == text:
                self.text.clear()
                self._aim(None)
                self._choose(0)
            self._typed()
            self.trouble.clear()
            self.kept.emit()

        self._tasks.write(lambda services: services.handover.write(text, meant), kept, self._refused)

    def _refused(self, error: BuurtkamerError) -> None:
        self._sending = False
        self._typed()
        self.trouble.trouble(error)
