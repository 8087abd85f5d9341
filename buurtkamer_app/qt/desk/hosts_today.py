"""The hosts of today: who is on since when, who comes, who went home; the one at the desk signs them on and off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.today import Missing
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Worked
    from buurtkamer_app.services import Services

_ABSENT: Final = {
    AbsenceReason.UNKNOWN: mark("was not there"),
    AbsenceReason.ILL: mark("is ill"),
    AbsenceReason.EXCUSED: mark("told us"),
}


@dataclass(frozen=True, slots=True)
class Present:
    """A host of today: whether they are `on`, and in words since when, until when or why not.

    `due` while their shift is still to come or to be ended, `away` when they do not come and nobody took over yet.
    """

    host: UUID
    name: str
    on: bool
    message: str
    at: str = ""
    due: bool = False
    away: bool = False

    def say(self) -> str:
        """Say how it stands with this host."""
        return translate(self.message, at=self.at) if self.at else translate(self.message)


def look(services: Services) -> tuple[tuple[Present, ...], tuple[tuple[UUID, str], ...]]:
    """Read the hosts of today, then all others by key and name."""
    now, zone = services.room.now(), services.room.zone
    on = now.date()
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
            due = shift.ends > now.time()
            away = due and place.absent is not None
            one = Present(place.host, place.host_name, False, *told, due=due and not away, away=away)
            found.setdefault(place.host, one)
    others = tuple((host.id, host.name) for host in services.people.hosts() if host.at_desk and host.id not in found)
    return tuple(found.values()), others


class HostsToday(DialogForm):
    """Shows them, each with the buttons that fit; it stays until one goes back.

    Who does not come is given by `absent`: somebody else is to be found, and this is over.
    """

    form: ClassVar[str] = "desk/hosts_today"
    rows: QGridLayout
    others: QComboBox
    here: QPushButton
    told: Sentence
    back: QPushButton

    absent = Signal(object)

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
                self._put(part, 2 * row, column)
            if entry.due or entry.away:
                self._put(self._other(entry, row), 2 * row + 1, 2)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self.rows.addWidget(part, row, column)
        self._parts.append(part)

    def _other(self, entry: Present, row: int) -> QPushButton:
        """Make the button with which one says that a host does not come, or asks who can take over."""
        words = translate("Whom can I call?") if entry.away else translate("Cannot come")
        button = QPushButton(words)
        button.setObjectName(f"away_{row}")
        button.setAutoDefault(False)
        button.setAccessibleName(f"{entry.name}: {words}")
        dress(button, "phone" if entry.away else "xmark")
        button.clicked.connect(lambda _=False: self._seek(entry) if entry.away else self._write_away(entry))
        return button

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

    def _write_away(self, entry: Present) -> None:
        self.told.clear()
        self._tasks.write(
            lambda s: s.rota.no_show(entry.host, AbsenceReason.EXCUSED), lambda _: self._seek(entry), self._refused
        )

    def _seek(self, entry: Present) -> None:
        if not self._gone:
            self.accept()
            self.absent.emit(Missing(entry.host, entry.name, away=True))

    def _written(self, _: Change) -> None:
        if not self._gone:
            self._read()

    def _refused(self, error: BuurtkamerError) -> None:
        if not self._gone:
            self.told.trouble(error)
            self._read()
