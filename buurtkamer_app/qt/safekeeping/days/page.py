"""What the pages of the hard days share: a heading, a sentence, and blocks under each other that are made anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.said import Block, label
from buurtkamer_app.qt.said import State as Sign
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.hard_days.records import Step

SIGNS: Final = {True: ("circle-check", "leaf", mark("Done")), False: ("hourglass-half", "sun", mark("To do"))}


class DayPage(Panel):
    """A guided page; `go_asked` gives the page and the part of it where a step is done."""

    form: ClassVar[str] = "safekeeping/hard_day"
    title: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    heading: QLabel
    about: QLabel
    answer: Sentence
    body: QVBoxLayout

    go_asked = Signal(str, str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.blocks: list[Block] = []
        self._say_head()

    def say(self) -> None:
        self._say_head()
        self.outdate()

    def clear(self) -> None:
        """Take the blocks away, to show others."""
        discard(self.body, self.blocks)

    def add(self, block: Block) -> Block:
        """Show a block under those that are there."""
        self.blocks.append(block)
        self.body.addWidget(block)
        return block

    def told(self, *lines: str, strong: str = "") -> Block:
        """Add a block of a strong line and lines under it."""
        block = Block()
        if strong:
            block.put(label(strong, "strong"))
        for line in lines:
            block.put(label(line))
        return self.add(block)

    def show_steps(
        self, steps: Sequence[Step], tick: Callable[[str, bool], object], offer: Callable[[Block, Step], object]
    ) -> None:
        """Show every step with its sign, where it is done, and a tick for one that nothing else tells."""
        for number, step in enumerate(steps, 1):
            words = translate(step.words)
            block = self.told(strong=f"{number}. {words}")
            glyph, colour, state = SIGNS[step.done]
            block.put(Sign(glyph, colour, translate(state)))
            block.put(label(step.now.say()))
            if not step.done:
                offer(block, step)
            if step.lead is not None:
                block.offer(translate("Go there"), "arrow-right", words, partial(self.go_asked.emit, *step.lead))
            if step.by_hand:
                said = translate("Not done after all") if step.done else translate("This is done")
                block.offer(said, "check", words, partial(tick, step.name, not step.done))

    def _say_head(self) -> None:
        self.heading.setText(translate(self.title))
        self.about.setText(translate(self.intro))
