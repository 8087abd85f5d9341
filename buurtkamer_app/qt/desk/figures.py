"""Today so far: how many came, who of them with a name, and at what hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from buurtkamer_app.qt import theme
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services


class Bar(QWidget):
    """A bar as high as its share (0 to 1) of the room that it has."""

    def __init__(self, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the lower part."""
        high, wide = round(self.height() * self._share), min(self.width(), 2 * self.fontMetrics().height())
        painter = QPainter(self)
        painter.fillRect((self.width() - wide) // 2, self.height() - high, wide, high, QColor(theme.colours().petrol))


def _today(services: Services) -> Figures:
    today = services.room.today()
    return services.evaluation.figures(today, today)


class FiguresPanel(Panel):
    """The figures of today, each in a label of its own name."""

    form: ClassVar[str] = "desk/figures"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "wish", "wish_support"})
    visits: QLabel
    named: QLabel
    anonymous: QLabel
    children: QLabel  # type: ignore[assignment] # the word of the field; nobody asks this panel for its parts
    first_time: QLabel
    wishes_new: QLabel
    wish_supports: QLabel
    no_visits: QLabel
    by_hour: QWidget
    hours: QGridLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._bars: list[QWidget] = []
        self.hours.setRowStretch(1, 1)
        self.by_hour.hide()
        self.no_visits.hide()

    def refresh(self) -> None:
        self.tasks.read(_today, self._show)

    def _show(self, figures: Figures) -> None:
        visits = figures.visits
        for label, number in (
            (self.visits, visits.visits),
            (self.named, visits.named),
            (self.anonymous, visits.anonymous),
            (self.children, visits.children),
            (self.first_time, visits.first_time),
            (self.wishes_new, figures.wishes_new),
            (self.wish_supports, figures.wish_supports),
        ):
            label.setText(str(number))
        self._show_hours(visits.by_hour)

    def _show_hours(self, by_hour: dict[int, int]) -> None:
        discard(self.hours, self._bars)
        self.by_hour.setVisible(bool(by_hour))
        self.no_visits.setVisible(not by_hour)
        if not by_hour:
            return
        most = max(by_hour.values())
        # Hours without anybody in between stay, so that a quiet hour is seen.
        for column, hour in enumerate(range(min(by_hour), max(by_hour) + 1)):
            count = by_hour.get(hour, 0)
            number, below = QLabel(str(count), self.by_hour), QLabel(f"{hour}", self.by_hour)
            number.setObjectName(f"hour_{hour}")
            below.setProperty("kind", "soft")
            for row, widget in enumerate((number, Bar(count / most, self.by_hour), below)):
                self.hours.addWidget(widget, row, column)
                self._bars.append(widget)
            for label in (number, below):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.by_hour.setAccessibleName(", ".join(f"{hour}.00: {count}" for hour, count in sorted(by_hour.items())))
