"""One typed text beside what goes out of it: good like this, in other words, or left out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.log.differences import differences
from buurtkamer_app.exchange.log.draft import Decision
from buurtkamer_app.exchange.log.records import FreeText
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.exchange.log.differences import Piece
    from buurtkamer_app.exchange.log.draft import CleanedText

_SOURCES: Final = {
    FreeText.WISH: (mark("Wish {number}"), mark("A wish")),
    FreeText.QUESTION: (mark("Question about wish {number}"), mark("A question")),
    FreeText.ACTIVITY: (mark("Activity {number}"), mark("An activity")),
    FreeText.REFLECTION: (mark("Looking back"), mark("Looking back")),
    FreeText.STREET: (mark("A street"), mark("A street")),
    FreeText.MARKET: (mark("A market"), mark("A market")),
    FreeText.RESULT: (mark("A result"), mark("A result")),
    FreeText.REASON: (mark("A reason"), mark("A reason")),
}
_OWN_LINES: Final = 5
_BUTTONS: Final = 30  # lines of type in width from which the buttons stand beside each other


class LogLine(Form):
    """Shows a line; `wanted` gives what somebody decided about it, own words as they were typed."""

    form: ClassVar[str] = "exchange/log_line"
    source: QLabel
    texts: QBoxLayout
    original: QLabel
    outgoing: QLabel
    own: QPlainTextEdit
    taken: QLabel
    sign: QLabel
    stands: QLabel
    answer: Sentence
    buttons: QBoxLayout
    good: QPushButton
    more: QPushButton
    leave: QPushButton
    back: QPushButton

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: CleanedText | None = None
        self.names_hidden = False
        self._editing = False
        self.good.clicked.connect(self._say_good)
        self.more.clicked.connect(self._edit)
        self.back.clicked.connect(self._stop_editing)
        self.leave.clicked.connect(lambda: self.wanted.emit(Decision(left_out=True)))

    def show_line(self, line: CleanedText | None) -> None:
        """Show a line; words that are being typed about the same one stay."""
        if line is None or self.line is None or line.digest != self.line.digest:
            self._editing = False
            self.answer.clear()
        self.line = line
        self.setHidden(line is None)
        self.say()

    def done(self) -> None:
        """Show it as kept: nothing is being typed any more."""
        self._editing = False
        self.answer.clear()

    def propose(self, words: str) -> None:
        """Show own words without what had to be taken out of them."""
        self.own.setPlainText(words)
        self.answer.tell(lambda: translate("Something had to be taken out of your words. Look once more."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.texts)
        fold_within(self, _BUTTONS, self.buttons)
        keep_lines(self.own, _OWN_LINES)

    def say(self) -> None:
        line, hidden = self.line, self.names_hidden
        if line is None:
            return
        numbered, plain = _SOURCES[line.source]
        self.source.setText(translate(numbered, number=line.number) if line.number else translate(plain))
        self.own.setVisible(self._editing and not hidden)
        self.outgoing.setHidden(self._editing and not hidden)
        self._say_texts(line)
        self._say_standing(line)
        self.good.setText(translate("Good like this ({key})", key="Ctrl+Enter" if self._editing else "Enter"))
        for button in (self.good, self.more, self.leave):
            button.setEnabled(not hidden)
        self.more.setHidden(self._editing)
        self.leave.setHidden(self._editing)
        self.back.setVisible(self._editing)

    def _say_texts(self, line: CleanedText) -> None:
        if self.names_hidden:
            for label in (self.original, self.outgoing):
                label.setText(escape(translate("hidden")))
            self.taken.setText(translate("Names are hidden. Press F8 on Today to see them."))
            return
        out, put_in = differences(line.original, line.outgoing)
        tints = theme.colours()
        self.original.setText(_marked(out, f"background-color: {tints.rose}; text-decoration: line-through;"))
        self.outgoing.setText(_marked(put_in, f"background-color: {tints.petrol_pale};"))
        if line.taken_out:
            words = translate("Taken out by the program: {count}. It is struck through.", count=line.taken_out)
        else:
            words = translate("The program took nothing out. Read it well.")
        self.taken.setText(words)

    def _say_standing(self, line: CleanedText) -> None:
        decision = line.decision
        if decision is None:
            glyph, words = "hourglass-half", translate("Nobody looked at this line yet.")
        elif decision.left_out:
            glyph, words = "xmark", translate("This line is left out.")
        elif decision.text:
            glyph, words = "pen", translate("This line goes out in your words.")
        else:
            glyph, words = "check", translate("This line goes out like this.")
        size = self.sign.fontInfo().pixelSize()
        self.sign.setPixmap(icons.icon(glyph, theme.colours().ink).pixmap(size, size))
        self.stands.setText(words)

    def _edit(self) -> None:
        if self.line is not None:
            left_out = self.line.decision is not None and self.line.decision.left_out
            self._editing = True
            self.own.setPlainText(self.line.cleaned if left_out else self.line.outgoing)
            self.answer.clear()
            self.say()
            self.own.setFocus()

    def _stop_editing(self) -> None:
        self.done()
        self.say()
        self.good.setFocus()

    def _say_good(self) -> None:
        line = self.line
        if line is None or self.names_hidden:
            return
        if not self._editing:
            # A line that was left out comes back as it was cleaned, own words stay.
            own = line.decision.text if line.decision is not None and not line.decision.left_out else ""
            self.wanted.emit(Decision(own))
            return
        typed = self.own.toPlainText().strip()
        if typed:
            self.wanted.emit(Decision("" if typed == line.cleaned.strip() else typed))
        else:
            self.answer.tell(lambda: translate("Type what may go out, or leave this line out."))


def _marked(pieces: Iterable[Piece], style: str) -> str:
    """Give pieces as rich text; those that are only in this text are marked, blanks and new lines stay."""
    told = (
        f'<span style="{style}">{escape(piece.text)}</span>' if piece.other else escape(piece.text) for piece in pieces
    )
    return f'<span style="white-space: pre-wrap;">{"".join(told)}</span>'
