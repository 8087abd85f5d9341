"""What waits for somebody at the desk, in numbers: one line each, none where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


class Kind(NamedTuple):
    """How something that waits is said: its icon, the words for one and for several."""

    icon: str
    one: str
    several: str


KINDS: Final = {
    "call_backs": Kind("phone", mark("1 person to call back"), mark("{count} people to call back")),
    "tell": Kind("comment", mark("1 person to tell"), mark("{count} people to tell")),
    "ask_again": Kind("circle-question", mark("1 thing to ask again"), mark("{count} things to ask again")),
    "missed": Kind("user", mark("We miss 1 regular visitor"), mark("We miss {count} regular visitors")),
    "concerns": Kind("triangle-exclamation", mark("1 concern to look at"), mark("{count} concerns to look at")),
    "loans": Kind(
        "hourglass-half", mark("1 thing should be back by now"), mark("{count} things should be back by now")
    ),
    "advice": Kind(
        "comment", mark("1 question waits for the professional"), mark("{count} questions wait for the professional")
    ),
    "pack": Kind("print", *[mark("The power-cut pack is to be printed")] * 2),
}


def count(services: Services) -> dict[str, int]:
    """Count what waits for whoever is at the desk; concerns wait for the coordinator only."""
    today = services.room.today()
    found = {
        "call_backs": len(services.handover.call_backs()),
        "tell": services.telling.persons_to_tell(),
        "ask_again": len(services.endings.due(today)),
        "missed": len(services.missed.missed()),
        "concerns": services.concerns.to_review(),
        "loans": sum(loan.overdue for loan in services.handover.loans()),
        "advice": services.wishes.counts(today, today)[3],
        "pack": int(not services.days.pack_state().current),
    }
    return {kind: number for kind, number in found.items() if number}


def say(kind: str, number: int) -> str:
    """Say what waits: `2 people to call back`."""
    words = KINDS[kind]
    return translate(words.one) if number == 1 else translate(words.several, count=number)


class WaitsList(QWidget):
    """A line for each kind of thing that waits; `asked` gives the kind that is to be opened."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(self, waits: dict[str, int]) -> None:
        """Show what waits."""
        discard(self._column, self._made)
        for kind, number in waits.items():
            self._made.append(self._line(kind, number))
        for line in self._made:
            self._column.addWidget(line)
        self.setVisible(bool(waits))

    def _line(self, kind: str, number: int) -> QPushButton:
        line = QPushButton(say(kind, number), self)
        line.setObjectName(f"waits_{kind}")
        line.setProperty("kind", "link")
        dress(line, KINDS[kind].icon)
        line.clicked.connect(lambda: self.asked.emit(kind))
        return line
