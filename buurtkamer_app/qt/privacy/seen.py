"""Who saw what: by period, person and kind; nothing of what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QLabel, QPushButton, QTableView

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.privacy.seen.records import Asked, Topic
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import save, usual_folder
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.privacy.seen.records import Seen
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

TOPICS: Final = {
    Topic.READ: mark("Concerns and incidents read"),
    Topic.PERSON: mark("Somebody's data looked at or erased"),
    Topic.OUT: mark("Logs and archives that went out"),
    Topic.COPIES: mark("Backups and copies"),
    Topic.SIGNED_IN: mark("Keys, PINs and letting in"),
    Topic.ALLOWED: mark("Permissions"),
}
_MONTH: Final = timedelta(days=30)
_LINES: Final = 16


@dataclass(frozen=True, slots=True)
class _Found:
    seen: Sequence[Seen]
    hosts: Sequence[tuple[UUID, str]]
    zone: ZoneInfo


class SeenPanel(Panel):
    """Shows what was seen, given out and opened; `hide_names` hides by whom."""

    form: ClassVar[str] = "privacy/seen"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"concern_reading", "export", "archive", "backup_made", "consent", "pin"}
    )
    first: QDateEdit
    last: QDateEdit
    who: QComboBox
    topic: QComboBox
    trouble: Sentence
    hidden: QLabel
    rows: QTableView
    none: QLabel
    save: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._zone: ZoneInfo | None = None
        self._hosts: Sequence[tuple[UUID, str]] = ()
        self._seen: Sequence[Seen] = ()
        self._began = False
        self._names = True
        self.dialog: QFileDialog | None = None
        self.model = RecordsModel[Any](
            (
                Column(mark("When"), self._when),
                Column(mark("Who"), self._who),
                Column(mark("What"), lambda one: one.what.say()),
            )
        )
        self.model.setParent(self)
        show_in(self.rows, self.model)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self._look_again())
        for choice in (self.who, self.topic):
            choice.activated.connect(lambda _: self._look_again())
        self.save.clicked.connect(self._ask_where)
        for part in (self.none, self.hidden, self.rows):
            part.hide()
        self.say()

    def refresh(self) -> None:
        """Read what was seen in the period that stands there, at first the last thirty days."""
        begun, asked = self._began, self._asked() if self._began else None

        def read(services: Services) -> _Found | tuple[Any, _Found]:
            today = services.room.today()
            wanted = asked or Asked(today - _MONTH, today)
            hosts = [(host.id, host.name) for host in services.people.hosts()]
            found = _Found(services.seen.seen(wanted), hosts, services.room.zone)
            return found if begun else (wanted, found)

        self.tasks.read(read, self._show, self._refuse)

    def hide_names(self, hidden: bool) -> None:
        """Show no names."""
        self._names = not hidden
        self.hidden.setVisible(hidden)
        self.who.setHidden(hidden)
        self._put()

    def say(self) -> None:
        self.model.say()
        self.none.setText(translate("Nothing was seen or given out in this period."))
        self.hidden.setText(translate("Names are hidden. Press F8 to see them."))
        self.rows.setAccessibleName(translate("Who saw what"))
        _fill(self.topic, [(None, translate("Everything")), *((topic, translate(TOPICS[topic])) for topic in Topic)])
        _fill(self.who, [(None, translate("Everybody")), *self._hosts])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.setMinimumHeight(_LINES * self.rows.fontMetrics().height())
        share_width(self.rows, {0, 1, 2} if narrow(self) else {2})

    def _asked(self) -> Asked:
        return Asked(as_date(self.first), as_date(self.last), self.who.currentData(), self.topic.currentData())

    def _look_again(self) -> None:
        if self._began:
            self.outdate()

    def _show(self, answer: _Found | tuple[Asked, _Found]) -> None:
        if isinstance(answer, tuple):
            asked, found = answer
            with QSignalBlocker(self.first), QSignalBlocker(self.last):
                show_day(self.first, asked.first)
                show_day(self.last, asked.last)
            self._began = True
        else:
            found = answer
        self.trouble.clear()
        self._hosts, self._zone, self._seen = found.hosts, found.zone, found.seen
        _fill(self.who, [(None, translate("Everybody")), *self._hosts])
        self._put()

    def _put(self) -> None:
        self.model.put(self._seen)
        self.rows.setVisible(bool(self._seen))
        self.none.setVisible(self._began and not self._seen)
        self.save.setEnabled(bool(self._seen) and self._names)

    def _refuse(self, error: Any) -> None:
        self._seen = ()
        self._put()
        self.none.hide()
        self.trouble.trouble(error)

    def _when(self, one: Seen) -> str:
        at = local(one.at, self._zone) if self._zone is not None else one.at
        return f"{dates.day_and_year(at.date())}, {dates.clock(at.time())}"

    def _who(self, one: Seen) -> str:
        return (one.by or translate("The coordinator")) if self._names else "…"

    def _ask_where(self) -> None:
        name = f"{translate('Who saw what')}.csv"
        self.dialog = dialogs.save_as(self, usual_folder() / name, "CSV", self._save)

    def _save(self, path: Path) -> None:
        """Write what is shown as a list; a cell that a spreadsheet would reckon with is made harmless."""
        from buurtkamer_app.exchange.tables.reading import as_csv

        head = [translate("When"), translate("Who"), translate("What")]
        data = as_csv([head, *([self._when(one), self._who(one), one.what.say()] for one in self._seen)])
        self.tasks.read_long(
            translate("The list is being saved…"),
            lambda _, __: save(data, path),
            lambda kept: self.answer.tell(lambda: translate("Saved as {name}.", name=kept.name)),
            self.answer.trouble,
        )


def _fill(field: QComboBox, offered: Sequence[tuple[Any, str]]) -> None:
    """Offer these; what was chosen stays so."""
    chosen = field.currentData()
    with QSignalBlocker(field):
        field.clear()
        for value, words in offered:
            field.addItem(words, value)
        field.setCurrentIndex(next((row for row, (value, _) in enumerate(offered) if value == chosen), 0))
