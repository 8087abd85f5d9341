"""Who answers logs, and all that came back: two lists on the page of answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.exchange.reply_parts import PersonBlock
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.said import SaidBlock, day_of, label, who
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.exchange.replies.records import Brought, Correspondent, Told
    from buurtkamer_app.qt.tasks import Tasks

_AT_ONCE: Final = 5  # replies that are shown before one asks for the earlier ones


def _stacked(owner: QWidget, spacing: int) -> QVBoxLayout:
    stack = QVBoxLayout(owner)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(spacing)
    return stack


class CameBack(QWidget):
    """Shows the replies that were brought in, the last one on top, each with all that it said."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._brought: Sequence[Brought] | None = None
        self._zone: ZoneInfo | None = None
        self._every = False
        self._shown: list[QWidget] = []
        self._stack = _stacked(self, 8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.earlier, self.trouble = QPushButton(self), Sentence(self)
        self.earlier.setProperty("kind", "link")
        dress(self.earlier, "arrow-down")
        self._stack.addLayout(self._lines)
        self._stack.addWidget(self.earlier)
        self._stack.addWidget(self.trouble)
        self.earlier.clicked.connect(self._show_every)
        self.earlier.hide()

    @property
    def blocks(self) -> list[SaidBlock]:
        """Give what is shown, from the top down."""
        return [part for part in self._shown if isinstance(part, SaidBlock)]

    @property
    def buttons(self) -> list[QPushButton]:
        """Give what can be pressed in them, from the top down."""
        return [button for block in self.blocks for button in block.findChildren(QPushButton)]

    def put(self, brought: Sequence[Brought], zone: ZoneInfo) -> None:
        """Show replies; the keys stay where they were, as far as that is still there."""
        focus = self.window().focusWidget()
        at = next((place for place, block in enumerate(self.blocks) if focus in block.buttons), None)
        self._brought, self._zone = brought, zone
        self.say()
        left = [button for block in self.blocks[at or 0 :] for button in block.buttons]
        if at is not None and left:
            left[0].setFocus()

    def say(self) -> None:
        """Write it in the language of the moment."""
        discard(self._lines, self._shown)
        if self._brought is None or self._zone is None:
            return
        listed = self._brought if self._every else self._brought[:_AT_ONCE]
        if not listed:
            self._list(label(translate("No answer was brought in yet.")))
        for reply in listed:
            self._list(label(who(reply.said_by, reply.organisation, reply.made_at, self._zone), "strong"))
            period = translate("about the log of {period}", period=dates.period(reply.first, reply.last))
            day = translate("brought in on {day}", day=day_of(reply.brought_at, self._zone))
            self._list(label(f"{period}, {day}", "soft"))
            for told in reply.told:
                self._list(self._block(told, self._zone))
        self.earlier.setVisible(len(listed) < len(self._brought))
        self.earlier.setText(translate("Show all {count}", count=len(self._brought)))

    def _list(self, part: QWidget) -> None:
        self._lines.addWidget(part)
        part.show()
        self._shown.append(part)

    def _block(self, told: Told, zone: ZoneInfo) -> SaidBlock:
        block = SaidBlock(told, zone, wish_too=True)
        if told.seen_at is None:
            block.offer(translate("Seen"), "eye", told.text[:80], partial(self._seen, told.id))
        return block

    def _show_every(self) -> None:
        self._every = True
        self.say()

    def _seen(self, said: UUID) -> None:
        self.trouble.clear()
        self._tasks.write(lambda services: services.replies.seen([said]), lambda _: None, self.trouble.trouble)


class WhoAnswers(QWidget):
    """Shows who gets logs, and whether their computer is known."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._people: Sequence[Correspondent] | None = None
        self.persons: list[QWidget] = []
        self._stack = _stacked(self, 8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.told = Sentence(self)
        self._stack.addLayout(self._lines)
        self._stack.addWidget(self.told)

    @property
    def buttons(self) -> list[QPushButton]:
        """Give what can be pressed, from the top down."""
        return [button for part in self.persons for button in part.findChildren(QPushButton)]

    def put(self, people: Sequence[Correspondent]) -> None:
        """Show these people."""
        if people != self._people:
            self._people = people
            self.say()

    def say(self) -> None:
        """Write it in the language of the moment."""
        discard(self._lines, self.persons)
        if self._people is None:
            return
        self.persons = [PersonBlock(person, partial(self._new_computer, person.id)) for person in self._people]
        if not self.persons:
            self.persons = [label(translate("Nobody gets a log yet."))]
        for part in self.persons:
            self._lines.addWidget(part)
            part.show()

    def _new_computer(self, key: UUID) -> None:
        def told(_: object) -> None:
            self.told.tell(lambda: translate("The next answer tells which computer is theirs."))

        self._tasks.write(lambda services: services.recipients.new_computer(key), told, self.told.trouble)
