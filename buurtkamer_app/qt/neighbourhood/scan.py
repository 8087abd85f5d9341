"""The look at the neighbourhood of a year: the five-point picture with its averages, the actions, the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan.records import Mean, Seen
from buurtkamer_app.neighbourhood.scan.rules import FEW, FIRST_YEAR
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, ROLES_TOGETHER, tenths
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.neighbourhood.scan_actions import ScanActions
from buurtkamer_app.qt.neighbourhood.scan_answers import ScanAnswers
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_HIGH: Final = 300.0  # points of the picture
_ROWS: Final = 15  # lines of type that the table is high at least


class ScanPanel(Panel):
    """Shows one year; the panel reads, its parts show."""

    form: ClassVar[str] = "neighbourhood/scan"
    kinds: ClassVar[frozenset[str]] = frozenset({"scan", "scan_answer", "scan_action"})
    stack: QVBoxLayout
    picture_card: QFrame
    bar: QBoxLayout
    back: QPushButton
    heading: QLabel
    on: QPushButton
    rests: QLabel
    drawn_slot: QVBoxLayout
    averages: QTableView
    printing: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.seen: Seen | None = None
        self._year: int | None = None
        self._asked: Asked | None = None
        self.drawn, self.doing, self.papers = Drawn(tasks), ScanActions(tasks), ScanAnswers(tasks)
        self.drawn_slot.addWidget(self.drawn)
        self.stack.addWidget(self.doing)
        self.stack.addWidget(self.papers)
        self.bar.setStretch(1, 1)
        self.model: RecordsModel[Characteristic] = RecordsModel(
            [
                Column(mark("What it is about"), lambda about: translate(CHARACTERISTICS[about].name)),
                Column(mark("All"), lambda about: _with_count(self.seen.now.of(about)) if self.seen else ""),
                Column(mark("Last time"), self._before),
                *(Column(words, self._of(role)) for role, words in ROLES_TOGETHER.items()),
            ],
            self,
        )
        show_in(self.averages, self.model)
        share_width(self.averages, {0})
        self.sheet = SheetButton(tasks, "scan_picture", mark("Print this picture"), day=self._day)
        self.printing.addWidget(self.sheet)
        self.back.clicked.connect(lambda: self._go(-1))
        self.on.clicked.connect(lambda: self._go(1))

    def refresh(self) -> None:
        """Read the year; only the answer that was asked last is wanted."""
        if self._asked is not None:
            self._asked.cancel()
        year = self._year
        self._asked = self.tasks.read(lambda services: services.scans.seen(year), self._show)

    def say(self) -> None:
        self.model.say()
        seen = self.seen
        if seen is None:
            return
        self.heading.setText(translate("How our neighbourhood is doing: {year}", year=seen.year))
        self.on.setEnabled(seen.year < seen.today.year)
        self.back.setEnabled(seen.year > FIRST_YEAR)
        self.rests.setText(_rests(seen))
        self.averages.setAccessibleName(_in_words(seen))
        self.drawn.picture(_drawing(seen) if seen.answers else None, _in_words(seen), _HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.bar)
        self.averages.setMinimumHeight(_ROWS * self.averages.fontMetrics().height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes, whenever the parts were made."""
        from buurtkamer_app.qt.walk import follow

        follow((self.picture_card,), (self.doing,), (self.papers.those,), (self.papers.one,))
        return super().focusNextPrevChild(forward)

    def _show(self, seen: Seen) -> None:
        self.seen = seen
        self.model.put(tuple(Characteristic) if seen.answers else ())
        for place, role in enumerate(ROLES_TOGETHER, 3):
            self.averages.setColumnHidden(place, role not in seen.now.by_role)
        self.averages.setColumnHidden(2, seen.before is None)
        self.averages.setVisible(bool(seen.answers))
        self.sheet.setVisible(bool(seen.answers) or bool(seen.actions))
        self.doing.put(seen)
        self.papers.put(seen)
        self.say()

    def _go(self, by: int) -> None:
        if self.seen is not None:
            self._year = self.seen.year + by
            self.outdate()

    def _day(self) -> date | None:
        return self.seen.today.replace(year=self.seen.year, day=1) if self.seen is not None else None

    def _before(self, about: Characteristic) -> str:
        """Say the average of the time before, and whether this one is higher or lower."""
        if self.seen is None or self.seen.before is None:
            return ""
        was, now = self.seen.before.of(about), self.seen.now.of(about)
        if not was.count or not now.count:
            return tenths(was.tenths)
        word = translate("the same")
        if now.less_than(was):
            word = translate("lower now")
        elif was.less_than(now):
            word = translate("higher now")
        return f"{tenths(was.tenths)} · {word}"

    def _of(self, role: Respondent) -> Callable[[Characteristic], str]:
        def said(about: Characteristic) -> str:
            means = self.seen.now.by_role.get(role, {}) if self.seen else {}
            return _with_count(means.get(about, Mean()))

        return said


def _with_count(mean: Mean) -> str:
    return f"{tenths(mean.tenths)} ({mean.count})" if mean.count else "\u2013"


def _drawing(seen: Seen) -> Callable[[float, float], Drawing]:
    def make(wide: float, high: float) -> Drawing:
        from buurtkamer_app.printing.drawings import ON_SCREEN
        from buurtkamer_app.printing.five_points import five_points

        return five_points(seen.now, seen.before, wide, high, ON_SCREEN)

    return make


def _rests(seen: Seen) -> str:
    """Say on how many papers the picture rests."""
    count = seen.now.respondents
    if not count:
        return translate("Print the form below, let neighbours and partners fill it in, and key it in here.")
    told = translate("1 paper") if count == 1 else translate("{count} papers", count=count)
    rests = translate("This picture rests on {papers}.", papers=told)
    return f"{rests} {translate('That is few: it says little yet.')}" if count < FEW else rests


def _in_words(seen: Seen) -> str:
    """Say the picture for who cannot see it."""
    if not seen.answers:
        return translate("There is no picture yet: no paper was keyed in.")
    parts = []
    for about in Characteristic:
        name, now = translate(CHARACTERISTICS[about].name), tenths(seen.now.of(about).tenths)
        if seen.before is not None:
            before = tenths(seen.before.of(about).tenths)
            now = translate("{now} (was {before})", now=now, before=before)
        parts.append(f"{name}: {now}")
    return f"{seen.year}. {'; '.join(parts)}."
