"""Rounds past doors: where, how many doors, what was heard in general; never who lives where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.neighbourhood.living.records import Outreach, OutreachSum
from buurtkamer_app.qt.dates import day_and_year
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.neighbourhood.wish_button import WishButton
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _numbers(one: Outreach | OutreachSum) -> str:
    """Say the numbers of a round, or of several."""
    return translate(
        "rung {rung}, spoken {spoken}, flyers {flyers}", rung=one.rung, spoken=one.spoken, flyers=one.flyers
    )


def _together(one: OutreachSum) -> str:
    return f"{_numbers(one)}, {translate('rounds {count}', count=one.rounds)}"


_SUMS: tuple[Column[OutreachSum], ...] = (
    Column(mark("Street and year"), lambda one: f"{one.where} · {one.year}"),
    Column(mark("Together"), _together),
)
_LINES = 10  # of type: some four rows with their header


class OutreachPanel(KeptPanel):
    """The rounds, the last first, and their sums by year and street; `wish_asked` gives a wish that was heard."""

    kinds = frozenset({"outreach"})
    record = Outreach
    asked = (
        Asked("on_date", mark("When was it?"), Holds.DAY, start=lambda services: services.room.today()),
        Asked("where_said", mark("Street or part of it"), hint=mark("For instance: Lindelaan, even side.")),
        Asked("rung", mark("At how many doors did you ring?"), Holds.NUMBER),
        Asked("spoken", mark("At how many did you speak to somebody?"), Holds.NUMBER),
        Asked("flyers", mark("How many flyers did you leave?"), Holds.NUMBER),
        Asked("heard", mark("What did you hear in general?"), Holds.TEXT, hint=mark("No names and no house numbers.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Where and when"), lambda known: f"{known.it.where_said} · {day_and_year(known.it.on_date)}"),
        Column(mark("At how many doors"), lambda known: _numbers(known.it)),
    )
    heading_words = mark("Past the doors")
    about_words = mark("A round is about a street. Nobody is written down here.")
    none_words = mark("No round was written down yet. Print the form and take it along.")
    wide = frozenset({0, 1})

    wish_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        heard = self.inputs["heard"]
        self.wish = WishButton(heard.value, self.wish_asked.emit)
        heard.altered.connect(self.wish.look)
        self.fields.addWidget(self.wish)
        self.sheet = SheetButton(tasks, "outreach", mark("Print the form to take along"))
        self.sums_heading, self.sums = QLabel(), QTableView()
        self.sums_heading.setProperty("kind", "heading")
        self.sums_model = RecordsModel[OutreachSum](_SUMS, self)
        show_in(self.sums, self.sums_model)
        share_width(self.sums, {0, 1})
        for part in (self.sheet, self.sums_heading, self.sums):
            self.below.addWidget(part)
        self.walk_past(below=(self.sheet.button, self.sums))
        walk(heard.input, self.wish, self.keep, self.fresh)
        self._show_sums([])
        self.say()

    def kept(self, services: Services) -> Any:
        """Give the rounds."""
        return services.living.outreach

    def read(self, services: Services) -> Sequence[Known[Any]]:
        """Read the rounds, the last one first."""
        return list(reversed(super().read(services)))

    def refresh(self) -> None:
        """Read the rounds and their sums."""
        super().refresh()
        self.tasks.read(lambda services: services.living.rounds_added_up(), self._show_sums)

    def fill(self, record: Known[Any] | None) -> None:
        """Put a round into the fields, None empties them."""
        super().fill(record)
        self.wish.look()

    def say(self) -> None:
        super().say()
        if hasattr(self, "sums"):
            self.sums_model.say()
            self.sums_heading.setText(translate("By year and street"))
            self.sums.setAccessibleName(translate("By year and street"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sums.setMinimumHeight(_LINES * self.sums.fontMetrics().height())

    def _show_sums(self, sums: Sequence[OutreachSum]) -> None:
        self.sums_model.put(sums)
        for part in (self.sums_heading, self.sums):
            part.setVisible(bool(sums))
