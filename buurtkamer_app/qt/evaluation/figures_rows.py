"""The rows behind a figure of a look back, with their sum: what it was when, and how many it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation.looking.records import Behind, Row
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.evaluation.figures_words import kind_words
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.evaluation.looking.records import Rows
    from buurtkamer_app.qt.tasks import Tasks

_MINUTES: Final = frozenset({Behind.HOURS, Behind.PROFESSIONAL})
_OF_MONTHS: Final = frozenset({Behind.HOURS})
_WISHES: Final = frozenset({Behind.WISHES_NEW, Behind.SUPPORTS, Behind.FULFILLED, Behind.ENDINGS})


class BackRows(DialogForm):
    """Shows at most 500 rows at once, more when they are asked for."""

    form: ClassVar[str] = "evaluation/back_rows"
    heading: QLabel
    when: QLabel
    nothing: QLabel
    rows: QTableView
    sum: QLabel
    trouble: Sentence
    more: QPushButton
    back: QPushButton

    def __init__(  # noqa: PLR0913 - which figure, of when, and what it is called
        self,
        tasks: Tasks[Any],
        parent: QWidget,
        figure: Behind,
        over: tuple[date, date],
        *,
        word: str,
        names_hidden: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._figure, self._over, self._word = tasks, figure, over, word
        self._hidden = names_hidden
        self._page: Rows | None = None
        self._lines: list[Row] = []
        self.model = RecordsModel[Row](self._columns(), self)
        show_in(self.rows, self.model)
        self.more.clicked.connect(lambda: self._read(further=True))
        self.back.clicked.connect(self.accept)
        for part in (self.more, self.nothing):
            part.hide()
        line, window = self.fontMetrics().height(), parent.window()
        self.resize(min(48 * line, window.width()), min(34 * line, window.height()))
        self.finished.connect(self.deleteLater)
        self.say()
        self._read()

    def say(self) -> None:
        self.heading.setText(self._word)
        self.when.setText(dates.period(*self._over))
        self.model.say()
        if self._page is not None:
            self.sum.setText(translate("Together: {count}", count=self._many(self._page.total)))

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what people wish, in which a name may stand."""
        self._hidden = hidden
        self.model.put(self._lines)

    def _columns(self) -> list[Column[Row]]:
        day = mark("Month") if self._figure in _OF_MONTHS else mark("Day")
        return [
            Column(day, self._when),
            Column(mark("What"), self._what),
            Column(mark("How many"), lambda row: self._many(row.many), figures=True),
        ]

    def _when(self, row: Row) -> str:
        return dates.month(row.on) if self._figure in _OF_MONTHS else dates.day_and_year(row.on)

    def _what(self, row: Row) -> str:
        hidden = self._hidden and self._figure in _WISHES
        days = ""
        if row.days is not None:
            days = translate("after 1 day") if row.days == 1 else translate("after {days} days", days=row.days)
        told = (kind_words(row.kind), row.what.split(" · ")[0] if hidden else row.what, days)
        return " · ".join(part for part in told if part)

    def _many(self, many: int) -> str:
        from buurtkamer_app.printing.charts import number

        if self._figure not in _MINUTES:
            return number(many)
        return translate("{hours} hours", hours=f"{many // 60}:{many % 60:02}")

    def _read(self, *, further: bool = False) -> None:
        skip = (self._page.after or 0) if further and self._page is not None else 0
        figure, (first, last) = self._figure, self._over
        self._tasks.read(
            lambda services: services.looking.rows(figure, first, last, skip),
            while_there(self, lambda page: self._show(page, self._lines if further else [])),
            self.trouble.trouble,
        )

    def _show(self, page: Rows, before: list[Row]) -> None:
        self._page, self._lines = page, [*before, *page.rows]
        self.model.put(self._lines)
        self.more.setVisible(page.after is not None)
        self.rows.setVisible(bool(self._lines))
        self.nothing.setVisible(not self._lines)
        self.say()
