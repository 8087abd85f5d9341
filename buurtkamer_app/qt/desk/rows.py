"""The rows behind a figure, with their sum; a coordinator corrects them here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.desk.counts.records import Choice, Figure, Line
from buurtkamer_app.evaluation.records import WishLine
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.correcting import CorrectingForm
from buurtkamer_app.qt.desk.row_columns import columns
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.counts.records import Page
    from buurtkamer_app.evaluation.records import WishChoice, WishPage
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_HEADINGS: Final = {
    Figure.VISITS: mark("Visits"),
    Figure.NAMED: mark("Visits with a name"),
    Figure.ANONYMOUS: mark("Visits without a name"),
    Figure.CHILDREN: mark("Children"),
    Figure.FIRST_TIME: mark("Here for the first time"),
    Figure.HELP_ASKED: mark("Help that was asked"),
}
_KINDS: Final = frozenset({"visit", "help_asked", "wish", "wish_support"})


class RowsDialog(DialogForm):
    """Shows at most 500 rows at once, more when they are asked for; what changes meanwhile is read again."""

    form: ClassVar[str] = "desk/rows"
    content: QVBoxLayout
    heading: QLabel
    when: QLabel
    nothing: QLabel
    rows: QTableView
    sum: QLabel
    trouble: Sentence
    more: QPushButton
    back: QPushButton

    def __init__(
        self, tasks: Tasks[Any], parent: QWidget, choice: Choice | WishChoice, *, names_hidden: bool = False
    ) -> None:
        super().__init__(parent)
        self._tasks, self._choice = tasks, choice
        self._page: Page | WishPage | None = None
        self._lines: list[Line | WishLine] = []
        self._last: UUID | None = None
        self._names_hidden = names_hidden
        # Not in the form: a form cannot be loaded while another one is.
        self.correcting = CorrectingForm(self)
        self.content.addWidget(self.correcting)
        self.model = RecordsModel[Line | WishLine](columns(choice, lambda: self._names_hidden), self)
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.more.clicked.connect(lambda: self._read(further=True))
        self.back.clicked.connect(self.accept)
        self.correcting.added.connect(self._add)
        self.correcting.changed.connect(self._change)
        self.correcting.removed.connect(self._remove)
        self.correcting.taken_back.connect(self._take_back)
        for part in (self.correcting, self.more, self.nothing):
            part.hide()
        self.correcting.begin(choice.last)
        line, window = self.fontMetrics().height(), parent.window()
        self.rows.setMinimumHeight(10 * line)
        self.resize(min(56 * line, window.width()), min(36 * line, window.height()))
        tasks.changed.connect(self._look)
        self.finished.connect(self.deleteLater)
        self.say()
        self._read()

    def say(self) -> None:
        choice = self._choice
        self.heading.setText(_heading(choice))
        told = dates.period(choice.first, choice.last)
        hour = choice.hour if isinstance(choice, Choice) else None
        self.when.setText(told if hour is None else translate("{day}, from {hour}.00", day=told, hour=hour))
        self.model.say()
        if self._page is not None:
            self.sum.setText(translate("Together: {count}", count=self._page.total))

    def hide_names(self, hidden: bool) -> None:
        """Show or hide the names, and what people wish."""
        self._names_hidden = hidden
        self.model.put(self._lines)

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS:
            self._read()

    def _read(self, *, further: bool = False) -> None:
        after = self._page.after if further and self._page is not None else None
        self._tasks.read(
            lambda services: _rows(services, self._choice, after),
            lambda page: self._show(page, self._lines if further else []),
            self.trouble.trouble,
        )

    def _show(self, page: Page | WishPage, before: list[Line | WishLine]) -> None:
        self._page, self._lines = page, [*before, *page.lines]
        self.model.put(self._lines)
        self.more.setVisible(page.after is not None)
        self.rows.setVisible(bool(self._lines))
        self.nothing.setVisible(not self._lines)
        self.correcting.setVisible(getattr(page, "correctable", False))
        self.correcting.choose(None)
        self.say()

    def _chosen(self) -> Line | None:
        selected = self.rows.selectionModel().selectedRows()
        line = self.model.record(selected[0]) if selected else None
        return line if isinstance(line, Line) else None

    def _choose(self) -> None:
        self.correcting.choose(self._chosen())

    def _add(self) -> None:
        on, visitors = self.correcting.day(), self.correcting.visitors()
        self._write(lambda services: services.counts.add(on, visitors))

    def _change(self) -> None:
        if (line := self._chosen()) is not None:
            visitors = self.correcting.visitors()
            self._write(lambda services: services.counts.correct(line, visitors))

    def _remove(self) -> None:
        if (line := self._chosen()) is not None:
            self._write(lambda services: services.counts.remove(line))

    def _take_back(self) -> None:
        if (unit := self._last) is not None:
            self._write(lambda services: services.history.undo(unit), undone=True)

    def _write(self, work: Callable[[Services], Change], *, undone: bool = False) -> None:
        def written(change: Change) -> None:
            self._last = None if undone else change.unit
            self.correcting.take_back.setVisible(self._last is not None)
            self.correcting.answer.tell(change.label.say)

        self.correcting.answer.clear()
        self._tasks.write(work, written, self.correcting.answer.trouble)


def _heading(choice: Choice | WishChoice) -> str:
    if isinstance(choice, Choice):
        return translate(_HEADINGS[choice.figure])
    return translate("Wishes that others joined") if choice.supports else translate("New wishes")


def _rows(services: Services, choice: Choice | WishChoice, after: Any) -> Page | WishPage:
    if isinstance(choice, Choice):
        return services.counts.rows(choice, after)
    return services.evaluation.wish_rows(choice, after or 0)
