"""The fields of a shift: what it is for, when, how many hosts, and what they must have."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox, QTimeEdit

from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_ENOUGH: Final = 20  # lines of type in width for the four numbers beside each other
_USUAL: Final = (time(14), time(16))


class ShiftFields(Form):
    """What stands in the fields is given as it stands: the service says what cannot be."""

    form: ClassVar[str] = "rota/shift_fields"
    task_label: QLabel
    task: QLineEdit
    times: QBoxLayout
    starts_label: QLabel
    starts: QTimeEdit
    ends_label: QLabel
    ends: QTimeEdit
    hosts: QSpinBox
    experienced: QSpinBox
    asks_vog: QCheckBox
    asks: QComboBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hosts.valueChanged.connect(self._no_more_than)
        self.experienced.setMaximum(self.hosts.value())
        self.put("", *_USUAL, 2, 0, asks_vog=False, asks="")

    def put(  # noqa: PLR0913 - what a shift is
        self,
        task: str,
        starts: time,
        ends: time,
        hosts: int,
        experienced: int,
        *,
        asks_vog: bool,
        asks: str,
    ) -> None:
        """Show a shift."""
        self.task.setText(task)
        show_time(self.starts, starts)
        show_time(self.ends, ends)
        self.hosts.setValue(hosts)
        self.experienced.setValue(experienced)
        self.asks_vog.setChecked(asks_vog)
        self.asks.setEditText(asks)

    def offer(self, certificates: Sequence[str]) -> None:
        """Let these certificates be chosen; any other can be typed."""
        typed = self.asks.currentText()
        self.asks.clear()
        self.asks.addItems(["", *certificates])
        self.asks.setEditText(typed)

    def show_times(self, shown: bool) -> None:
        """Show from when until when, or leave that to what it is for."""
        for part in (self.starts_label, self.starts, self.ends_label, self.ends):
            part.setVisible(shown)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give the fields in the order in which Tab goes through them."""
        return self.task, self.starts, self.ends, self.hosts, self.experienced, self.asks_vog, self.asks

    @property
    def span(self) -> tuple[time, time]:
        """Give from when until when."""
        return as_time(self.starts), as_time(self.ends)

    def _no_more_than(self, hosts: int) -> None:
        """Let no more of them be experienced than there are."""
        self.experienced.setMaximum(hosts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Under each other in a narrow window also where there seems to be room: their own width would keep it so.
        if narrow(self.window().parentWidget() or self):
            self.times.setDirection(QBoxLayout.Direction.TopToBottom)
        else:
            fold_within(self, _ENOUGH, self.times)
