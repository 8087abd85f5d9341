"""Ten years of visits by week and what they were for: a row and a small picture a year, and the weeks of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation.records import WeekTotal, YearTotal
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.figure_button import fill
from buurtkamer_app.qt.desk.tally import WORDS
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from buurtkamer_app.base.terms import Purpose
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_WEEKS: Final = 53  # of the longest ISO year: every picture has room for them


class YearPicture(QStyledItemDelegate):
    """Draws the weeks of a year as bars, each as high as its share of the fullest week of all years."""

    most = 1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if not isinstance(model, RecordsModel):
            return
        year: YearTotal = model.record(index)
        place: QRect = option.rect.adjusted(6, 4, -6, -4)
        wide = max(place.width() // _WEEKS, 2)
        painter.save()
        for week in year.weeks:
            high = round(place.height() * week.sums.visits / self.most)
            dark = round(place.height() * week.sums.named / self.most)
            left = place.left() + (week.monday.isocalendar().week - 1) * wide
            foot = place.bottom() + 1
            fill(painter, QRect(left, foot - high, wide - 1, high - dark), named=False)
            fill(painter, QRect(left, foot - dark, wide - 1, dark), named=True)
        painter.restore()


def _read(services: Services) -> list[YearTotal]:
    return services.evaluation.years()


class ByWeekPanel(Panel):
    """Shows the years, the latest first, and the weeks of the chosen one."""

    form: ClassVar[str] = "desk/by_week"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit"})
    nothing: QLabel
    chosen: QLabel
    years: QTableView
    weeks: QTableView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        first: Column[Any] = Column(mark("Year"), lambda year: str(year.year))
        picture: Column[Any] = Column(mark("Week by week"), lambda _: "")
        self.year_model = RecordsModel[YearTotal]((first, *_figures(), picture), self)
        self.week_model = RecordsModel[WeekTotal](
            (Column(mark("Week"), lambda week: dates.week_span(week.monday)), *_figures()), self
        )
        show_in(self.years, self.year_model)
        show_in(self.weeks, self.week_model)
        for view in (self.years, self.weeks):
            view.verticalHeader().setSectionResizeMode(view.verticalHeader().ResizeMode.Fixed)
            view.verticalHeader().setDefaultSectionSize(round(2.4 * self.fontMetrics().height()))
            view.setMinimumHeight(9 * self.fontMetrics().height())
        self._picture = YearPicture(self.years)
        self.years.setItemDelegateForColumn(self.year_model.columnCount() - 1, self._picture)
        self.years.selectionModel().selectionChanged.connect(self._choose)
        self.nothing.hide()
        self.say()

    def refresh(self) -> None:
        """Read the years."""
        self.tasks.read(_read, self._show)

    def say(self) -> None:
        self.year_model.say()
        self.week_model.say()
        year = self._year()
        self.chosen.setText(translate("The weeks of {year}", year=year.year) if year is not None else "")

    def _show(self, years: list[YearTotal]) -> None:
        before = self._year()
        self._picture.most = max((week.sums.visits for year in years for week in year.weeks), default=1)
        self.year_model.put(years)
        for part in (self.years, self.weeks):
            part.setVisible(bool(years))
        self.nothing.setVisible(not years)
        if years:
            same = [row for row, year in enumerate(years) if before is not None and year.year == before.year]
            self.years.selectRow(same[0] if same else 0)

    def _year(self) -> YearTotal | None:
        selected = self.years.selectionModel().selectedRows()
        return self.year_model.record(selected[0]) if selected else None

    def _choose(self) -> None:
        year = self._year()
        self.week_model.put(year.weeks[::-1] if year is not None else ())
        self.say()


def _figures() -> Sequence[Column[Any]]:
    """Give the columns that a year and a week have alike."""

    def of(purpose: Purpose) -> Callable[[Any], str]:
        return lambda total: str(total.by_purpose.get(purpose, 0))

    purposes: list[Column[Any]] = [Column(word, of(purpose), figures=True) for purpose, word in WORDS.items()]
    return (
        *purposes,
        Column(mark("Visits"), lambda total: str(total.sums.visits), figures=True),
        Column(mark("With name"), lambda total: str(total.sums.named), figures=True),
        Column(mark("Children"), lambda total: str(total.sums.children), figures=True),
        Column(mark("First time"), lambda total: str(total.sums.first_time), figures=True),
    )
