"""What a professional wrote, as a block: what was asked, the words, who wrote them and when, and buttons under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.exchange.replies.records import Told

HEADINGS: Final = {
    Said.ANSWER: mark("Answer of the professional"),
    Said.REMARK: mark("Remark of the professional"),
    Said.ADVICE: mark("Advice for the whole room"),
}
_LONG: Final = 600  # letters that are shown at once
_ENOUGH: Final = 24  # heights of a line of type: what two buttons beside each other need


def label(words: str, kind: str = "") -> QLabel:
    """Make a label with words as they are, as long as they may be."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(True)
    return made


def who(said_by: str, organisation: str, at: datetime, zone: ZoneInfo) -> str:
    """Say who wrote something, for whom they work, and when."""
    return " · ".join(part for part in (said_by, organisation, day_of(at, zone)) if part)


def day_of(at: datetime, zone: ZoneInfo) -> str:
    """Say on which day something was, on the room's clock."""
    return dates.day_and_year(local(at, zone).date())


class _Chip(QLabel):
    """As wide as its words, in more lines where that is too wide."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + round(1.5 * metrics.height())
        return QSize(wide, super().sizeHint().height())


class State(QWidget):
    """How something stands: an icon and its word, in a colour."""

    def __init__(self, glyph: str, colour: str, words: str) -> None:
        super().__init__()
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign, said = QLabel(), _Chip(words)
        show_icon(sign, glyph, theme.colours().ink)
        said.setProperty("chip", colour)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 1)
        row.addStretch(0)


class Block(QFrame):
    """Lines under each other, then buttons beside each other where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(14, 10, 14, 12)
        self._stack.setSpacing(6)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self._stack.addLayout(self._foot)
        self.setProperty("kind", "card")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self._foot)

    def put(self, part: QWidget) -> None:
        """Put something under what is there, above the buttons."""
        self._stack.insertWidget(self._stack.count() - 1, part)

    def offer(self, words: str, glyph: str, about: str, pressed: Callable[[], object]) -> None:
        """Put a button under it; `about` tells who cannot see the block what it is about."""
        button = QPushButton(words)
        dress(button, glyph)
        button.setAccessibleName(f"{words}: {about}")
        button.clicked.connect(lambda _=False: pressed())
        self._foot.insertWidget(len(self.buttons), button)
        self.buttons.append(button)


class Words(QWidget):
    """What somebody wrote; of a long text the beginning, until one asks for all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self.words = label(text)
        stack.addWidget(self.words)
        if len(text) > _LONG:
            self.words.setText(f"{text[:_LONG].rstrip()}…")
            self.more = QPushButton(translate("Read on"))
            self.more.setProperty("kind", "link")
            dress(self.more, "arrow-down")
            self.more.clicked.connect(self._read_on)
            stack.addWidget(self.more)

    def _read_on(self) -> None:
        self.words.setText(self._text)
        self.more.hide()


class SaidBlock(Block):
    """One thing that a professional wrote; `wish_too` says which wish it is about."""

    def __init__(self, told: Told, zone: ZoneInfo, *, wish_too: bool = False) -> None:
        super().__init__()
        self.told = told
        self.put(label(translate(HEADINGS[told.kind]), "strong"))
        if wish_too and told.number is not None:
            about = translate("Wish {number}", number=told.number)
            self.put(label(f"{about}: {quoted(told.wish_text, 140)}", "soft"))
        if told.question:
            self.put(label(translate("Asked: {question}", question=quoted(told.question)), "soft"))
        self.put(Words(told.text))
        self.put(label(who(told.said_by, told.organisation, told.made_at, zone), "soft"))
        self.put(State(*seen(told, zone)))


def seen(told: Told, zone: ZoneInfo) -> tuple[str, str, str]:
    """Give whether something was seen: icon, colour and word."""
    if told.seen_at is None:
        return "envelope", "sun", translate("Not seen yet")
    day = day_of(told.seen_at, zone)
    if told.seen_by:
        return "eye", "leaf", translate("Seen by {name} on {day}", name=told.seen_by, day=day)
    return "eye", "leaf", translate("Seen on {day}", day=day)
