"""Cost and benefit of a year: what went in, what it brought as a range, for whom, and where every euro comes from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.said import BEARERS
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.evaluation.agreements import on_screen
from buurtkamer_app.qt.evaluation.cost_lists import SpentList, UnitValueList
from buurtkamer_app.qt.pages.sections import Section, Sections
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QDialog

    from buurtkamer_app.evaluation.costs.records import Benefit, CostBenefit
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


_NARROWEST: Final = 5  # lines of type: a column
_SEEN: Final = 16  # lines of type: some five rows with their header


def _between(benefit: Benefit) -> str:
    from buurtkamer_app.printing.range_picture import between

    return between(benefit.brings) if benefit.many else "\N{EN DASH}"


def _hours(minutes: int) -> str:
    from buurtkamer_app.printing.back_words import hours

    return translate("{hours} hours", hours=hours(minutes))


def _times(benefit: Benefit) -> str:
    from buurtkamer_app.printing.agreed_picture import number

    words = measures.WORDS.get(benefit.value.it.counts)
    return f"{number(benefit.many)} {translate(words).lower()}" if words else number(benefit.many)


class BalancePanel(Panel):
    """One calendar year; a line of the table can be opened to the rows behind its figure."""

    form: ClassVar[str] = "evaluation/balance"
    kinds: ClassVar[frozenset[str]] = frozenset({"unit_value", "spent", "professional_hours"})
    before: QPushButton
    after: QPushButton
    year: QLabel
    none: QLabel
    went_in: QLabel
    brought: QLabel
    pictures: QVBoxLayout
    rows: QTableView
    behind: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._year: int | None = None
        self._found: tuple[CostBenefit, int] | None = None
        self.dialog: QDialog | None = None
        self._hidden = False
        self.picture = Drawn(tasks)
        self.pictures.addWidget(self.picture)
        self.model = RecordsModel[Any](
            (
                Column(mark("What"), lambda benefit: benefit.value.it.name),
                Column(mark("For whom"), lambda benefit: translate(BEARERS[benefit.value.it.bearer])),
                Column(mark("Counted"), _times),
                Column(mark("Brought, as an indication"), _between, figures=True),
                Column(
                    mark("Where the amount comes from"),
                    lambda benefit: f"{benefit.value.it.source} ({benefit.value.it.year})",
                ),
            ),
            self,
        )
        show_in(self.rows, self.model)
        share_width(self.rows, {0, 2, 4})
        self.rows.selectionModel().selectionChanged.connect(self._chosen)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.behind.clicked.connect(self._open)
        self._chosen()

    def refresh(self) -> None:
        """Read the year that is shown, at first this one."""
        year = self._year

        def read(services: Services) -> tuple[CostBenefit, int]:
            this = services.room.today().year
            return services.costs.of_year(year or this), this

        self.tasks.read(read, self._show)

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what people wish, where the rows behind a figure are shown."""
        self._hidden = hidden

    def say(self) -> None:
        self.model.say()
        if self._found is not None:
            self._show(self._found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let some lines of the table be in sight, whatever the size of type."""
        super().resizeEvent(event)
        line = self.rows.fontMetrics().height()
        self.rows.setMinimumHeight(_SEEN * line)
        # With large type the table is scrolled, and no column is pressed to nothing.
        self.rows.horizontalHeader().setMinimumSectionSize(_NARROWEST * line)

    def _show(self, read: tuple[CostBenefit, int]) -> None:
        from buurtkamer_app.printing.range_picture import between, euros, range_height, range_picture

        self._found = read
        found, this = read
        self._year = found.year
        self.after.setEnabled(found.year < this)
        self.year.setText(str(found.year))
        something = bool(found.spent or found.benefits)
        self.none.setHidden(something)
        for part in (self.picture, self.rows, self.behind, self.went_in, self.brought):
            part.setVisible(something)
        self.went_in.setText(
            translate(
                "Went in: {euros}, {residents} of residents and {professionals} of professionals.",
                euros=euros(found.cents),
                residents=_hours(found.resident_minutes),
                professionals=_hours(found.professional_minutes),
            )
        )
        self.brought.setText(translate("Brought, as an indication: {range}.", range=between(found.brings)))
        self.model.put(found.benefits)
        self._chosen()
        words = {bearer: translate(name) for bearer, name in BEARERS.items()}
        told = " ".join(f"{words[row.bearer]}: {euros(row.spent)}, {between(row.brings)}." for row in found.bearers)
        self.picture.picture(
            lambda wide, _: range_picture(found.bearers, words, wide, on_screen()),
            told,
            range_height(len(found.bearers)),
        )

    def _go(self, by: int) -> None:
        if self._year is not None:
            self._year += by
            self.outdate()

    def _chosen(self) -> None:
        self.behind.setEnabled(bool(self.rows.selectionModel().selectedRows()))

    def _open(self) -> None:
        """Show the rows behind the figure of the line that is chosen."""
        from buurtkamer_app.qt.evaluation.figures_rows import BackRows

        picked = self.rows.selectionModel().selectedRows()
        if not picked or self._year is None:
            return
        measure = measures.EVERY.get(self.model.record(picked[0]).value.it.counts)
        if measure is not None:
            over = date(self._year, 1, 1), date(self._year, 12, 31)
            word = translate(measure.words)
            self.dialog = BackRows(self.tasks, self, measure.behind, over, word=word, names_hidden=self._hidden)
            self.dialog.open()


class CostsPanel(Sections):
    """The balance of a year, unit values, and the euros that went in."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(
            [
                Section("balance", mark("By year"), "scale-balanced", lambda: BalancePanel(tasks)),
                Section("values", mark("Unit values"), "coins", lambda: UnitValueList(tasks)),
                Section("spent", mark("Euros that went in"), "euro-sign", lambda: SpentList(tasks)),
            ],
            parent,
            tabs=True,
        )

    def hide_names(self, hidden: bool) -> None:
        """Let the balance hear whether names are hidden."""
        balance = self.made("balance")
        if isinstance(balance, BalancePanel):
            balance.hide_names(hidden)
