"""What a professional was asked about the wish that is open, what they answered, and what became of both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.said import Block, SaidBlock, State, day_of, label
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.exchange.replies.records import Told
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.questions.records import Question


@dataclass(frozen=True, slots=True)
class Heard:
    """The questions about a wish, and what came back; times are said in the zone of the room."""

    questions: Sequence[Question]
    told: Sequence[Told]
    zone: ZoneInfo


def look(services: Services, wish: UUID) -> Heard:
    """Read what was asked and answered about a wish."""
    return Heard(services.questions.of_wish(wish), services.replies.about(wish), services.room.zone)


class AskedQuestions(QWidget):
    """Takes no room while nothing was asked or said; `reword_asked` gives the question that is to be asked otherwise.

    `shown_anew` says that its buttons are others now.
    """

    reword_asked = Signal(object)
    shown_anew = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._heard: Heard | None = None
        self.blocks: list[Block] = []
        self.told = Sentence(self)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(8)
        self._stack.addLayout(self._blocks)
        self._stack.addWidget(self.told)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """Give what can be pressed, from the top down."""
        return [button for block in self.blocks for button in block.buttons]

    @property
    def unseen(self) -> QPushButton | None:
        """Give the button of the first answer that nobody saw yet."""
        blocks = (block for block in self.blocks if isinstance(block, SaidBlock))
        return next((block.buttons[0] for block in blocks if block.told.seen_at is None), None)

    def put(self, heard: Heard | None) -> None:
        """Show what was asked and answered; the keys stay where they were, as far as that is still there."""
        if heard == self._heard:
            return
        before = self.buttons
        focus = self.window().focusWidget()
        at = before.index(focus) if isinstance(focus, QPushButton) and focus in before else None
        self._heard = heard
        self.say()
        if at is not None and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()

    def forget(self) -> None:
        """Show nothing: another wish is open."""
        self.told.clear()
        self.put(None)

    def say(self) -> None:
        """Write it in the language of the moment: answers first, the newest on top, then what waits."""
        discard(self._blocks, self.blocks)
        heard = self._heard
        if heard is not None:
            self.blocks = [self._said(told, heard.zone) for told in heard.told]
            waiting = [question for question in heard.questions if question.answered_at is None]
            self.blocks += [self._waits(question, heard.zone) for question in waiting]
        for block in self.blocks:
            self._blocks.addWidget(block)
            block.show()
        self.setVisible(bool(self.blocks))
        self.shown_anew.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def _said(self, told: Told, zone: ZoneInfo) -> SaidBlock:
        block = SaidBlock(told, zone)
        if told.seen_at is None:
            block.offer(
                translate("Seen"), "eye", told.text[:80], partial(self._write, lambda s: s.replies.seen([told.id]))
            )
        if told.on_list:
            block.put(State("phone", "sky", translate("On the list “To tell”, or told")))
        elif told.kind is Said.ANSWER:
            words = translate("Let the resident know")
            block.offer(words, "phone", told.text[:80], partial(self._write, lambda s: s.replies.let_know(told.id)))
        return block

    def _waits(self, question: Question, zone: ZoneInfo) -> Block:
        block = Block()
        block.put(label(translate("Question for the professional"), "strong"))
        block.put(label(quoted(question.text)))
        if question.went_at is None:
            state = translate("Open. It goes with the next log.")
            block.put(State("hourglass-half", "sun", state))
        else:
            day = day_of(question.went_at, zone)
            block.put(State("paper-plane", "sky", translate("Sent on {day}. The answer is still to come.", day=day)))
        words = question.text[:80]
        block.offer(translate("Ask otherwise…"), "pen", words, lambda: self.reword_asked.emit(question))
        block.offer(
            translate("Withdraw the question"),
            "rotate-left",
            words,
            partial(self._write, lambda s: s.questions.withdraw(question.id)),
        )
        return block

    def _write(self, work: Callable[[Services], Change]) -> None:
        self.told.clear()
        self._tasks.write(work, lambda _: None, self.told.trouble)
