"""The hosts of today: who is on since when, who comes, who went home; the one at the desk signs them on and off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Asked, Tasks
    from buurtkamer_app.rota.records import Worked
    from buurtkamer_app.startup import Services

_ABSENT: Final = {
    AbsenceReason.UNKNOWN: mark("was not there"),
    AbsenceReason.ILL: mark("is ill"),
    AbsenceReason.EXCUSED: mark("told us"),
}


@dataclass(frozen=True, slots=True)
class Present:
    """A host of today: whether they are `on`, and in words since when, until when or why not."""

    host: UUID
    name: str
    on: bool
    message: str
    at: str = ""

    def say(self) -> str:
        """Say how it stands with this host."""
        return translate(self.message, at=self.at) if self.at else translate(self.message)


def look(services: Services) -> tuple[tuple[Present, ...], tuple[tuple[UUID, str], ...]]:
    """Read the hosts of today, then all others by key and name."""
    on, zone = services.room.today(), services.room.zone
    worked: dict[UUID, Worked] = {entry.host: entry for entry in services.rota.worked(on, on)}
    found: dict[UUID, Present] = {}
    for key, entry in worked.items():
        message = mark("on since {at}") if entry.off is None else mark("went home at {at}")
        at = dates.clock(local(entry.off or entry.on, zone).time())
        found[key] = Present(key, entry.host_name, entry.off is None, message, at)
    for shift in services.rota.shifts(on, on):
        for place in shift.places:
            if place.host in worked or place.replaced:
                continue
            told = (_ABSENT[place.absent], "") if place.absent else (mark("from {at}"), dates.clock(shift.starts))
            found.setdefault(place.host, Present(place.host, place.host_name, False, *told))
    others = tuple((host.id, host.name) for host in services.people.hosts() if host.id not in found)
    return tuple(found.values()), others


class HostsToday(DialogForm):
    """Shows them, each with the one button that fits; it stays until one goes back."""

    form: ClassVar[str] = "desk/hosts_today"
    rows: QGridLayout
    others: QComboBox
    here: QPushButton
    told: Sentence
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._gone = self._seen = False
        self._present: tuple[Present, ...] = ()
        self._parts: list[QWidget] = []
        self.here.clicked.connect(self._write_other)
        self.back.clicked.connect(self.reject)
        self._asked: Asked | None = None
        self.finished.connect(self._leave)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(40 * em, room.width()), min(32 * em, round(0.95 * room.height())))
        self._read()

    def say(self) -> None:
        """Write the rows in the language of the moment."""
        discard(self.rows, self._parts)
        for row, entry in enumerate(self._present):
            words = translate("Goes home") if entry.on else translate("Is here")
            button = QPushButton(words)
            button.setObjectName(f"turn_{row}")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{entry.name}: {words}")
            dress(button, "right-from-bracket" if entry.on else "user-check")
            button.clicked.connect(lambda _=False, entry=entry: self._write(entry.host, on=entry.on))
            name = QLabel(entry.name)
            name.setWordWrap(True)
            name.setProperty("kind", "strong")
            for column, part in enumerate((name, QLabel(entry.say()), button)):
                self.rows.addWidget(part, row, column)
                self._parts.append(part)

    def _read(self) -> None:
        self._asked = self._tasks.read(look, self._show)

    def _show(self, found: tuple[tuple[Present, ...], tuple[tuple[UUID, str], ...]]) -> None:
        self._present, others = found
        self.others.clear()
        for key, name in others:
            self.others.addItem(name, key)
        self.here.setEnabled(bool(others))
        focused = self.focusWidget()
        at = focused.objectName() if focused in self._parts else ""
        self.say()
        turn = self.findChild(QPushButton, at or "turn_0")
        if isinstance(turn, QPushButton) and (at or not self._seen):
            turn.setFocus()
        self._seen = True

    def _leave(self) -> None:
        """Go: no answer is wanted any more."""
        self._gone = True
        if self._asked is not None:
            self._asked.cancel()
        self.deleteLater()

    def _write(self, host: UUID, *, on: bool) -> None:
        self.told.clear()
        self._tasks.write(lambda s: s.rota.sign_off(host) if on else s.rota.sign_on(host), self._written, self._refused)

    def _write_other(self) -> None:
        host = self.others.currentData()
        if host is not None:
            self._write(host, on=False)

    def _written(self, _: Change) -> None:
        if not self._gone:
            self._read()

    def _refused(self, error: BuurtkamerError) -> None:
        if not self._gone:
            self.told.trouble(error)
            self._read()
