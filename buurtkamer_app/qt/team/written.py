"""What was written down of an expense allowance for one host and month; what was not paid yet can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from buurtkamer_app.base.durations import in_column
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.team import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.allowance.records import Entry, Proposal

_MOST: Final = 4  # rows in sight without scrolling, in each three lines of type


class WrittenPart(Form):
    """Is there when something was written down."""

    form: ClassVar[str] = "team/written"
    written_label: QLabel
    entries: QTableView
    remove: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._by = AllowanceBy.HOUR
        self.model: RecordsModel[Entry] = RecordsModel(
            [
                Column(mark("What"), self._what),
                Column(mark("Amount"), lambda entry: words.money(entry.cents), figures=True),
                Column(mark("Paid"), _paid),
            ],
            self,
        )
        show_in(self.entries, self.model)
        self.entries.selectionModel().selectionChanged.connect(self._say_chosen)
        self.remove.clicked.connect(self._take_away)
        self.hide()

    def put(self, asked: Proposal | None) -> None:
        """Show what was written down."""
        entries = asked.entries if asked is not None else ()
        self._by = asked.by if asked is not None else self._by
        self.model.put(entries)
        self.setVisible(bool(entries))
        self.entries.setFixedHeight((min(_MOST, len(entries)) + 1) * 3 * self.fontMetrics().height())
        self._say_chosen()

    def say(self) -> None:
        self.model.say()

    def _what(self, entry: Entry) -> str:
        if entry.kind is AllowanceKind.TRAVEL:
            what = f"{translate('Travel')}: {entry.note}" if entry.note else translate("Travel")
        elif self._by is AllowanceBy.HOUR:
            what = translate("{hours} hours", hours=in_column(entry.amount))
        else:
            what = translate("{count} days", count=entry.amount)
        return f"{what} · {translate('passes a cap')}" if entry.above else what

    def _chosen(self) -> Entry | None:
        picked = self.entries.selectionModel().selectedRows()
        return self.model.record(picked[0]) if picked else None

    def _say_chosen(self) -> None:
        chosen = self._chosen()
        self.remove.setEnabled(chosen is not None and chosen.paid_on is None)

    def _take_away(self) -> None:
        if (chosen := self._chosen()) is not None:
            key = chosen.id
            self.answer.clear()
            self._tasks.write(lambda services: services.allowances.take_back(key), lambda _: None, self.answer.trouble)


def _paid(entry: Entry) -> str:
    return dates.short_month(entry.paid_on) if entry.paid_on else translate("not yet")
