"""Who of the shift is not there yet: one press says that they are, or why they are not coming."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.desk.today import Missing
    from buurtkamer_app.qt.tasks import Tasks

_REASONS: Final = {
    AbsenceReason.UNKNOWN: (mark("I do not know"), "circle-question"),
    AbsenceReason.ILL: (mark("Is ill"), "mug-hot"),
    AbsenceReason.EXCUSED: (mark("Told us"), "phone"),
}
# So many of them beside each other still fit at normal size.
_BESIDE: Final = 2
_GAP: Final = 10  # pixels


class MissingRow(QWidget):
    """A pair of buttons for each who is missing; it takes no room while nobody is. `absent` gives who is not coming.

    Of who said so, and for whom nobody came yet, it asks who can take over.
    """

    absent = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._missing: tuple[Missing, ...] = ()
        self._asking: Missing | None = None
        self._rows: list[QBoxLayout] = []
        self._holders: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.answer = Sentence()
        self._column.addWidget(self.answer)
        self.hide()

    def put(self, missing: tuple[Missing, ...]) -> None:
        """Show buttons for these; what is being asked about somebody who is missing still stays."""
        if missing == self._missing:
            return
        self._missing = missing
        if self._asking not in missing:
            self._asking = None
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        self.answer.clear()
        self._rows.clear()
        discard(self._column, self._holders)
        if self._asking is not None:
            self._show_reasons(self._asking)
        else:
            self._show_missing()
        self._fit()
        self.setVisible(bool(self._missing))

    def _fit(self) -> None:
        """Put what does not fit beside each other under each other."""
        ways = QBoxLayout.Direction
        for row, parts in zip(self._rows, _parts(self._holders), strict=True):
            row.setDirection(ways.TopToBottom if self.width() < _beside(parts) else ways.LeftToRight)

    def sizeHint(self) -> QSize:
        """Ask for what everything beside each other needs, also while it stands under each other."""
        hint = super().sizeHint()
        return QSize(max((_beside(parts) for parts in _parts(self._holders)), default=hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest part needs, so that resizing finds out what fits beside each other."""
        wide = max((part.minimumSizeHint().width() for parts in _parts(self._holders) for part in parts), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    def _show_missing(self) -> None:
        for at, host in enumerate(self._missing):
            if at % _BESIDE == 0:
                self._row()
            if host.away:
                words = translate("Who can take over from {name}?", name=host.name)
                self._button(words, "phone", f"cover_{at}", partial(self.absent.emit, host))
                continue
            here = translate("{name} is here", name=host.name)
            away = translate("{name} is not coming", name=host.name)
            self._button(here, "user-check", f"here_{at}", partial(self._write_here, host))
            self._button(away, "xmark", f"away_{at}", partial(self._ask, host))
        for row in self._rows:
            row.addStretch(1)

    def _show_reasons(self, host: Missing) -> None:
        self._row()
        label = QLabel(translate("Why is {name} not coming?", name=host.name))
        self._rows[-1].addWidget(label)
        for reason, (words, glyph) in _REASONS.items():
            self._button(translate(words), glyph, f"reason_{reason}", partial(self._write_away, host, reason))
        self._button(translate("Go back"), "arrow-left", "back", partial(self._ask, None))
        self._rows[-1].addStretch(1)

    def _row(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._column.addWidget(holder)
        self._holders.append(holder)
        self._rows.append(row)

    def _button(self, words: str, glyph: str, name: str, then: Callable[[], None]) -> None:
        button = QPushButton(words)
        button.setObjectName(name)
        dress(button, glyph)
        button.clicked.connect(lambda _=False: then())
        self._rows[-1].addWidget(button)

    def _ask(self, host: Missing | None) -> None:
        self._asking = host
        self._show()
        first = self.findChild(QPushButton, f"reason_{AbsenceReason.UNKNOWN}" if host else "away_0")
        if isinstance(first, QPushButton):
            first.setFocus()

    def _write_here(self, host: Missing) -> None:
        self._tasks.write(lambda s: s.rota.sign_on(host.host), leave_it, self.answer.trouble)

    def _write_away(self, host: Missing, reason: AbsenceReason) -> None:
        self._asking = None
        self._tasks.write(
            lambda s: s.rota.no_show(host.host, reason), lambda _: self.absent.emit(host), self.answer.trouble
        )


def _beside(parts: Sequence[QWidget]) -> int:
    """Give how wide parts beside each other are, in pixels."""
    return sum(part.sizeHint().width() for part in parts) + _GAP * len(parts)


def _parts(holders: list[QWidget]) -> list[list[QWidget]]:
    return [holder.findChildren(QWidget) for holder in holders]
