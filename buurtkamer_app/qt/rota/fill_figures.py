"""The figures behind a proposal, which only the coordinator opens: how many shifts each has, and how good it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.rota.filling.proposed import Proposed, Share


class FillFigures(DialogForm):
    """Only shows."""

    form: ClassVar[str] = "rota/fill_figures"
    figures: QLabel
    shares: QTableView
    back: QPushButton

    def __init__(self, proposed: Proposed, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposed = proposed
        self.model: RecordsModel[Share] = RecordsModel(
            [
                Column(mark("Name"), lambda share: share.name),
                Column(mark("Shifts in the period"), lambda share: str(share.shifts), figures=True),
                Column(mark("Fair share"), lambda share: str(share.fair), figures=True),
            ],
            self,
        )
        self.model.put(sorted(proposed.shares, key=lambda share: share.name))
        show_in(self.shares, self.model)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(40 * em, room.width()), min(38 * em, round(0.95 * room.height())))

    def say(self) -> None:
        self.setWindowTitle(translate("The figures behind it"))
        filled = self._proposed.filled
        cost = translate("This plan has {cost} minus points. The fewer, the better.", cost=filled.cost)
        bound = translate("No plan has fewer than {bound}. That was worked out.", bound=filled.bound)
        missing = (
            translate("1 place for somebody experienced is missing.")
            if filled.missing_experienced == 1
            else translate("{count} places for somebody experienced are missing.", count=filled.missing_experienced)
        )
        seconds = translate("It took {seconds} seconds.", seconds=f"{filled.seconds:.1f}".replace(".", ","))
        self.figures.setText(f"{cost}\n{bound}\n{missing}\n{seconds}")
        self.model.say()
        self.shares.viewport().update()
