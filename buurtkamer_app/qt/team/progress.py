"""How a year of the team goes: the picture with both marks, the same in words, and the years under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.team.hours_kinds import HOURS
from buurtkamer_app.qt.team.warned import warn
from buurtkamer_app.qt.team.words import number

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.progress.records import Progress, TeamYear

_HIGH: Final = 230.0  # points
_MOST_ROWS: Final = 6
_ROW: Final = 3  # lines of type


class ProgressPanel(Panel):
    """Says what to do first in a room without a team."""

    form: ClassVar[str] = "team/progress"
    kinds: ClassVar[frozenset[str]] = HOURS
    heading: QLabel
    none: QLabel
    bar: QBoxLayout
    year_label: QLabel
    year: QComboBox
    print_page: QPushButton
    keep_page: QPushButton
    picture_slot: QVBoxLayout
    dotted: QLabel
    told: QLabel
    sign: QLabel
    warning: QLabel
    years_heading: QLabel
    years: QTableView
    meant: QLabel
    sheets: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._asked: Asked | None = None
        self._read = False
        self.found: Progress | None = None
        self.picture, self.papers = Drawn(tasks), Papers(tasks)
        self.papers.guarded = False
        self.picture_slot.addWidget(self.picture)
        self.sheets.addWidget(self.papers)
        self.model: RecordsModel[TeamYear] = RecordsModel(
            (
                Column(mark("Year"), lambda year: str(year.number)),
                Column(mark("From when until when"), lambda year: dates.period(year.first, year.last)),
                Column(mark("Hours"), lambda year: number(year.minutes // 60), figures=True),
            ),
            self,
        )
        show_in(self.years, self.model)
        share_width(self.years, {1})
        self.year.activated.connect(self._choose)
        self.print_page.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep_page.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Read for who is at the desk now."""
        self._actor = actor
        if self._asked is not None:
            self._asked.cancel()
        self.outdate()

    def refresh(self) -> None:
        """Read the year that is chosen; only the answer that was asked last is wanted."""
        if self._asked is not None:
            self._asked.cancel()
        if self._actor.role >= Role.HOST:
            chosen = self.year.currentData()
            self._asked = self.tasks.read(lambda services: services.team_progress.progress(chosen), self._show)

    def say(self) -> None:
        found = self.found
        self.heading.setText(found.team.name if found is not None else translate("The neighbourhood team"))
        self.none.setVisible(self._read and found is None)
        self.none.setText(
            f"{translate('This room has no team yet.')} {translate('The coordinator sets it up on this page.')}"
        )
        self.model.say()
        for part in self._parts():
            part.setVisible(found is not None)
        if found is not None:
            self._say(found)
        else:
            warn(self.sign, self.warning, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.bar)
        self._keep_high()

    def _say(self, found: Progress) -> None:
        from buurtkamer_app.printing import team_told

        told = team_told.told(found)
        self.told.setText("\n".join(told))
        self.picture.picture(_drawing(found), " ".join(told), _HIGH)
        warn(self.sign, self.warning, team_told.size_warning(found.size))
        length = team_told.length_warning(found.team.years)
        self.meant.setText(" ".join((*team_told.years(found), length)).strip())
        self._offer(found)

    def _offer(self, found: Progress) -> None:
        """Offer the years to choose from; the one that is shown stays chosen."""
        self.year.clear()
        for year in found.years:
            days = dates.period(year.first, year.last)
            self.year.addItem(translate("Year {number}: {days}", number=year.number, days=days), year.number)
        self.year.setCurrentIndex(self.year.findData(found.year.number))

    def _parts(self) -> tuple[QWidget, ...]:
        choosing = (self.year_label, self.year, self.print_page, self.keep_page)
        return (*choosing, self.picture, self.dotted, self.told, self.years_heading, self.years, self.meant)

    def _show(self, found: Progress | None) -> None:
        self._read = True
        self.found = found
        self.model.put(found.years if found is not None else ())
        self._keep_high()
        self.say()

    def _keep_high(self) -> None:
        """Let every year be in sight, the first six of a long programme."""
        rows = min(len(self.found.years), _MOST_ROWS) if self.found is not None else 0
        self.years.setFixedHeight((rows + 1) * _ROW * self.fontMetrics().height())

    def _choose(self) -> None:
        self.outdate()

    def _make(self, then: Callable[[Made], None]) -> None:
        number_of = self.found.year.number if self.found is not None else None

        def work(services: Services, _stop: threading.Event) -> Made:
            from buurtkamer_app.papers.records import Wanted
            from buurtkamer_app.papers.team import of_year

            return of_year(services, number_of, Wanted(services.room.today()))

        self.tasks.read_long(translate("The sheets are being made…"), work, then)


def _drawing(found: Progress) -> Callable[[float, float], Drawing]:
    def make(wide: float, high: float) -> Drawing:
        from buurtkamer_app.printing.drawings import ON_SCREEN
        from buurtkamer_app.printing.team_line import team_line

        return team_line(found, wide, high, ON_SCREEN)

    return make
