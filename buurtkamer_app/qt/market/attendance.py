"""Who was at a session: ticks for hosts and team members, whose hours count, and names of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.words import SESSIONS
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.market.of_event import Seen
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_KEY: Final = Qt.ItemDataRole.UserRole
_LINES: Final = 10  # of type: some names in sight
_NAMES: Final = 5


class _Was(NamedTuple):
    session: UUID
    hosts: Sequence[Host]
    there: frozenset[UUID]
    names: tuple[str, ...]


class AttendanceForm(Form):
    """Is seen while a session is chosen; ticks that were not kept stay while the same session stays chosen."""

    form: ClassVar[str] = "market/attendance"
    columns: QBoxLayout
    which: QLabel
    there: QListWidget
    names: QPlainTextEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session: Seen | None = None
        self._hidden = False
        self.keep.clicked.connect(self._keep)
        self.hide()

    def choose(self, session: Seen | None) -> None:
        """Show who was at another session; None hides the form."""
        before = self._session.id if self._session is not None else None
        self._session = session
        self.setVisible(session is not None and not self._hidden)
        self.say()
        if session is not None and session.id != before:
            self.answer.clear()
            self.keep.setEnabled(False)
            key = session.id
            self._tasks.read(lambda services: _read(services, key), while_there(self, self._show))

    def hide_names(self, hidden: bool) -> None:
        """Show nobody's name for a while."""
        self._hidden = hidden
        self.setVisible(self._session is not None and not hidden)

    def say(self) -> None:
        if self._session is not None:
            it = self._session.it
            self.which.setText(f"{translate(SESSIONS[it.kind])} · {dates.day_and_date(it.on_date)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let some names be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        keep_lines(self.names, _NAMES)
        self.there.setMinimumHeight(_LINES * self.there.fontMetrics().height())

    def _show(self, was: _Was) -> None:
        if self._session is None or was.session != self._session.id:
            return
        self.there.clear()
        for host in sorted(was.hosts, key=lambda host: host.id not in was.there):
            item = QListWidgetItem(host.name, self.there)
            item.setData(_KEY, host.id)
            item.setCheckState(Qt.CheckState.Checked if host.id in was.there else Qt.CheckState.Unchecked)
        self.names.setPlainText("\n".join(was.names))
        self.keep.setEnabled(True)

    def _keep(self) -> None:
        if self._session is None:
            return
        items = [self.there.item(row) for row in range(self.there.count())]
        hosts = [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]
        names, key = self.names.toPlainText().splitlines(), self._session.id
        self.answer.clear()
        self._tasks.write(lambda s: s.markets.presence.set(key, hosts, names), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        self.answer.tell(lambda: translate("This is written down."))


def _read(services: Services, session: UUID) -> _Was:
    with services.seeing():
        there, names = services.markets.presence.of(session)
        return _Was(session, services.people.hosts(), there, names)
