"""The handover: notes of the last shift beside the tally, what waits, and a note for the next shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.desk import waiting
from buurtkamer_app.qt.desk.note import NoteEditor
from buurtkamer_app.qt.desk.notes import NotesList
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.handover.records import Note
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

# So many lines of type are seen at least.
_LEAST: Final = 4


class Handed(NamedTuple):
    """What the card tells: notes, each with its moment, to whom one can write, what waits; times are the room's."""

    notes: Sequence[tuple[Note, datetime]] = ()
    hosts: Sequence[tuple[UUID, str]] = ()
    waits: dict[str, int] = {}  # noqa: RUF012 - a named tuple's default, never written to
    now: datetime | None = None


def _look(services: Services, reader: UUID | None) -> Handed:
    zone = services.room.zone
    return Handed(
        [(note, note.at.astimezone(zone)) for note in services.handover.for_me()],
        sorted(
            ((host.id, host.name) for host in services.people.hosts() if host.at_desk and host.id != reader),
            key=lambda pair: pair[1],
        ),
        waiting.count(services),
        services.room.now(),
    )


class HandoverPanel(Panel):
    """Shows who is at the desk what is for them; `asked` gives what is to be opened.

    That is what waits (`waiting.KINDS`), or what is used now and then: "sheet", "loans" or "call_backs".
    """

    form: ClassVar[str] = "desk/handover"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"handover_note", "handover_seen", "call_back", "loan", "concern", "concern_reading", "host", "day"}
        | {"call_if_missed", "missed_contact", "advice_request", "power_cut_pack", "closure", "shift", "place"}
        | {"telling", "wish_ending"}
    )
    head: QBoxLayout
    heading: QLabel
    sheet: QPushButton
    loans: QPushButton
    call_backs: QPushButton
    area: QScrollArea
    body: QWidget
    notes: QVBoxLayout
    waits: QVBoxLayout
    below: QVBoxLayout
    told: Sentence
    write: QPushButton

    asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = self._writing = self._narrow = False
        self._now_and_then = {"sheet": self.sheet, "loans": self.loans, "call_backs": self.call_backs}
        self._actor: Actor = NOBODY
        self._handed = Handed()
        self.list, self.lines, self.editor = NotesList(self), waiting.WaitsList(self), NoteEditor(tasks, self)
        self.notes.addWidget(self.list)
        self.waits.addWidget(self.lines)
        self.below.addWidget(self.editor)
        self.draft = self.editor.draft
        self.write.clicked.connect(self._open)
        self.list.ticked.connect(self._tick)
        self.lines.asked.connect(self.asked)
        self.editor.left.connect(self._shut)
        self.editor.kept.connect(self._shut)
        self.editor.kept.connect(lambda: self.told.tell(lambda: translate("The note is kept")))
        self.editor.text.textChanged.connect(self._brought_back)
        for name, button in self._now_and_then.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.set_actor(NOBODY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is used now and then under the heading where large type leaves no room beside it."""
        super().resizeEvent(event)
        beside = sum(part.sizeHint().width() for part in (self.heading, *self._now_and_then.values()))
        self._narrow = self.width() < beside + 2 * self.fontMetrics().height()
        ways = QBoxLayout.Direction
        self.head.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest button, so that resizing finds out what fits beside each other."""
        wide = max(button.sizeHint().width() for button in (*self._now_and_then.values(), self.write))
        return QSize(wide + 2 * self.fontMetrics().height(), super().minimumSizeHint().height())

    def _lay(self) -> None:
        """Scroll inside the card, so that what stands under it stays in sight; with large type the page scrolls."""
        whole = self.body.sizeHint().height()
        if self.body.hasHeightForWidth():
            whole = max(whole, self.body.heightForWidth(self.area.width()))
        least = _LEAST * self.fontMetrics().height()
        # Not 0: then Qt would ask for what a scroll area usually needs.
        self.area.setMinimumHeight(max(1, whole if self._narrow else min(whole, least)))

    def set_actor(self, actor: Actor) -> None:
        """Show what is for this person; to nobody nothing is shown."""
        if actor != self._actor:
            self._writing = False
        self._actor, self._handed = actor, Handed()
        for button in self._now_and_then.values():
            button.setVisible(actor.role >= Role.HOST)
        self.list.forget()
        if actor.host is not None:
            self.editor.admit(actor.host)
        if actor.role >= Role.HOST:
            self.told.clear()
        else:
            self.told.tell(lambda: translate("Sign in first."))
        self._brought_back()
        self._fit()
        self.say()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show only how many notes there are, and not what is being typed."""
        self.names_hidden = hidden
        self._fit()
        self.say()

    def refresh(self) -> None:
        actor = self._actor
        if actor.role >= Role.HOST:
            self.tasks.read(lambda services: _look(services, actor.host), self._show, _not_now)

    def say(self) -> None:
        self.list.put(self._handed.notes, self._handed.now, hidden=self.names_hidden)
        self.lines.put(self._handed.waits)
        self._lay()

    def _show(self, handed: Handed) -> None:
        if self._actor.role < Role.HOST:
            return
        same = _as_said(handed) == _as_said(self._handed)
        self._handed = handed
        self.editor.put_hosts(handed.hosts)
        # The page asks every minute: what is as it was keeps its place, and the keyboard its box.
        if not same:
            self.say()

    def _tick(self, note: UUID) -> None:
        self.tasks.write(lambda services: services.handover.seen(note), lambda _: None, self._refused)

    def _refused(self, error: BuurtkamerError) -> None:
        self.told.trouble(error)
        self.say()
        self.outdate()

    def _open(self) -> None:
        self.told.clear()
        self._writing = True
        self._fit()
        self.editor.text.setFocus()

    def _shut(self) -> None:
        self._writing = False
        self._fit()
        self.write.setFocus()

    def _brought_back(self) -> None:
        """Show what was being typed before a lock or a crash: it is not kept yet."""
        if self.editor.text.toPlainText() and not self._writing:
            self._writing = True
            self._fit()

    def _fit(self) -> None:
        readable = self._actor.role >= Role.HOST and not self.names_hidden
        self.editor.setVisible(self._writing and readable)
        self.write.setVisible(not (self._writing and readable))
        self.write.setEnabled(readable)


def _as_said(handed: Handed) -> tuple[object, ...]:
    return handed.notes, handed.waits, handed.now and handed.now.date()


def _not_now(_: BuurtkamerError) -> None:
    """Leave it: somebody locked the desk before the answer came, and then there is nothing to read."""
