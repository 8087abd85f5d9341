"""What taking part changed: slips without a name are counted, and told as a picture from five people on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.team.counted import CountedGrid
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.base.terms_around import EffectOn
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.effects.records import Answers, Batch
    from buurtkamer_app.team.progress.records import TeamYear

_SEEN: Final = 10  # lines of type
_Sums = tuple[tuple["EffectOn", "Answers"], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read: the batches, the years of the team, what was said in the chosen period, and today."""

    batches: list[Batch]
    years: tuple[TeamYear, ...]
    sums: _Sums
    today: date


def _read(services: Services, number: int | None) -> _Found:
    progress = services.team_progress.progress()
    years = progress.years if progress is not None else ()
    year = next((one for one in years if one.number == number), None)
    first, last = (year.first, year.last) if year is not None else (None, None)
    return _Found(services.effects.batches(), years, services.effects.over(first, last), services.room.today())


class EffectsPanel(Panel):
    """For everybody who is signed in: nothing here is about anybody."""

    form: ClassVar[str] = "team/effects"
    kinds: ClassVar[frozenset[str]] = frozenset({"effect", "team"})
    columns: QBoxLayout
    period: QComboBox
    nothing: QLabel
    picture_slot: QVBoxLayout
    people: QLabel
    batches_heading: QLabel
    batches: QTableView
    remove: QPushButton
    said: Sentence
    about: QLabel
    print_slips: QPushButton
    keep_slips: QPushButton
    sheets: QVBoxLayout
    day: QDateEdit
    grid: QGridLayout
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: _Found | None = None
        self.picture, self.papers, self.counted = Drawn(tasks), Papers(tasks), CountedGrid(self.grid)
        self.papers.guarded = False
        self.picture_slot.addWidget(self.picture)
        self.sheets.addWidget(self.papers)
        self.model: RecordsModel[Batch] = RecordsModel(
            (
                Column(mark("Day"), lambda batch: dates.day_and_year(batch.on)),
                Column(mark("Slips"), lambda batch: str(batch.people), figures=True),
            ),
            self,
        )
        show_in(self.batches, self.model)
        share_width(self.batches, {0})
        self.batches.selectionModel().selectionChanged.connect(self._say_chosen)
        self.period.activated.connect(lambda _: self.outdate())
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.print_slips.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep_slips.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.say()

    def refresh(self) -> None:
        """Read the period that is chosen."""
        number = self.period.currentData()
        self.tasks.read(lambda services: _read(services, number), self._show)

    def say(self) -> None:
        self.model.say()
        self.counted.say()
        self.day.setLocale(QLocale(language()))
        fewest = translate("Count from five slips on, so that nobody can be known from them.")
        self.about.setText(f"{translate('Slips have no name.')} {fewest}")
        found = self._found
        self._offer(found.years if found is not None else ())
        sums = found.sums if found is not None else ()
        self.picture.setVisible(bool(sums))
        self.people.setVisible(bool(sums))
        self.nothing.setVisible(found is not None and not sums)
        self.nothing.setText(translate("Nothing was counted yet. Print slips and put a box by the door."))
        if sums:
            self._draw(sums)
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)
        self.counted.arrange(small=narrow(self))
        self.batches.setMinimumHeight(_SEEN * self.fontMetrics().height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes, whenever the parts were made."""
        from buurtkamer_app.qt.walk import follow

        follow((self,))
        return super().focusNextPrevChild(forward)

    def _draw(self, sums: _Sums) -> None:
        from buurtkamer_app.printing.team_sizes import effects_high
        from buurtkamer_app.printing.team_told import EFFECTS, in_words

        told = " ".join(f"{translate(EFFECTS[effect])}: {in_words(answers)}." for effect, answers in sums)
        self.picture.picture(_drawing(sums), told, effects_high(len(sums), 0))
        count = max(answers.people for _, answers in sums)
        self.people.setText(translate("Said on {count} slips without a name.", count=count))

    def _offer(self, years: tuple[TeamYear, ...]) -> None:
        chosen = self.period.currentData()
        self.period.clear()
        self.period.addItem(translate("All years together"), None)
        for year in years:
            days = dates.period(year.first, year.last)
            self.period.addItem(translate("Year {number}: {days}", number=year.number, days=days), year.number)
        self.period.setCurrentIndex(max(0, self.period.findData(chosen)))

    def _show(self, found: _Found) -> None:
        if self._found is None:
            show_day(self.day, found.today)
        self._found = found
        self.model.put(found.batches)
        for part in (self.batches_heading, self.batches, self.remove):
            part.setVisible(bool(found.batches))
        self.say()

    def _chosen(self) -> Batch | None:
        picked = self.batches.selectionModel().selectedRows()
        return self.model.record(picked[0]) if picked else None

    def _say_chosen(self) -> None:
        self.remove.setEnabled(self._chosen() is not None)

    def _keep(self) -> None:
        from buurtkamer_app.team.effects.records import Batch

        batch = Batch(as_date(self.day), self.counted.answers())
        self.answer.clear()
        self.tasks.write(lambda services: services.effects.write(batch), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        self.counted.clear()
        self.answer.tell(lambda: translate("This is written down."))

    def _remove(self) -> None:
        batch = self._chosen()
        if batch is not None:
            self.said.clear()
            self.tasks.write(lambda services: services.effects.take_away(batch.on), lambda _: None, self.said.trouble)

    def _make(self, then: Callable[[Made], None]) -> None:
        def work(services: Services, _stop: threading.Event) -> Made:
            from buurtkamer_app.papers.records import Wanted
            from buurtkamer_app.papers.team import slips

            return slips(services, Wanted(services.room.today()))

        self.tasks.read_long(translate("The sheets are being made…"), work, then)


def _drawing(sums: _Sums) -> Callable[[float, float], Drawing]:
    def make(wide: float, _high: float) -> Drawing:
        from buurtkamer_app.printing.drawings import ON_SCREEN
        from buurtkamer_app.printing.team_bars import effects_picture

        return effects_picture(sums, wide, ON_SCREEN)

    return make
