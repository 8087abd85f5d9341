"""The line at hand of a proposal: which place it is, and who else could have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.wrapped import wrap_in
from buurtkamer_app.rota.filling.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.rota.filling.draft import Line
    from buurtkamer_app.rota.filling.records import Hand


class FillOther(Form):
    """Shows who could have the place of a line; `given` gives the key of the host who was pressed."""

    form: ClassVar[str] = "rota/fill_other"
    place: QLabel
    how: QLabel
    hosts: QTableView

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._pressed = False
        self.model: RecordsModel[tuple[Hand, Label | None]] = RecordsModel(
            [Column(mark("Name"), lambda one: one[0].name), Column(mark("At this time"), _word)], self
        )
        show_in(self.hosts, self.model)
        wrap_in(self.hosts)
        self.hosts.clicked.connect(self._give)
        self.hosts.activated.connect(self._give)
        self.put(None, ())

    def put(self, line: Line | None, others: Sequence[tuple[Hand, Label | None]]) -> None:
        """Show the line at hand, and who could have its place."""
        self._line = line
        self.model.put(others)
        self.hosts.setVisible(bool(others))
        self.hosts.setMinimumHeight(12 * self.fontInfo().pixelSize())
        self.say()

    def say(self) -> None:
        self.model.say()
        line = self._line
        self.place.setVisible(line is not None)
        if line is None:
            self.how.setText(translate("Choose a line to see who else could have that place."))
            return
        self.place.setText(f"{dates.day_heading(line.key.on)}\n{fill_words.moment(line)}")
        if line.kind is Kind.OFF:
            self.how.setText(translate("Take the tick away to let {name} stay.", name=line.name))
        elif not self.model.rowCount():
            self.how.setText(translate("Nobody else can have this place."))
        elif line.kind is Kind.OPEN:
            self.how.setText(translate("Press a name to put that person on this place."))
        else:
            self.how.setText(translate("Press a name to put that person in the place of {name}.", name=line.name))

    def _give(self, index: QModelIndex) -> None:
        # A press may count as a click and as choosing a row at once: the second would find other rows.
        if not self._pressed:
            self._pressed = True
            QTimer.singleShot(0, self, self._wait)
            hand, _label = self.model.record(index)
            self.given.emit(hand.id)

    def _wait(self) -> None:
        """Hear the next press."""
        self._pressed = False


def _word(one: tuple[Hand, Label | None]) -> str:
    return one[1].say() if one[1] is not None else translate("can come")
