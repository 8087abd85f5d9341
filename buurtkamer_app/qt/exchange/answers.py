"""Answers of professionals: a file is looked at, then brought in; who answers; and all that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.replies.records import SUFFIX
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.exchange.came_back import CameBack, WhoAnswers
from buurtkamer_app.qt.exchange.reply_parts import ItemBlock
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.replies.records import Brought, Correspondent, Found
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class _Now(NamedTuple):
    brought: Sequence[Brought]
    people: Sequence[Correspondent]
    zone: ZoneInfo


def _look(services: Services) -> _Now:
    return _Now(services.replies.brought(), services.replies.correspondents(), services.room.zone)


class AnswersPanel(Panel):
    """Shows what is in a reply and where each thing of it ends up before anything is written."""

    form: ClassVar[str] = "exchange/answers"
    kinds: ClassVar[frozenset[str]] = frozenset({"reply", "said", "recipient", "export", "advice_request", "wish"})
    columns: QBoxLayout
    choose: QPushButton
    refused: Sentence
    preview: QFrame
    from_whom: QLabel
    about: QLabel
    items: QVBoxLayout
    bring_in: QPushButton
    leave: QPushButton
    done: Sentence
    people: QVBoxLayout
    replies: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self.found: Found | None = None
        self.rows: list[ItemBlock] = []
        self._zone: ZoneInfo | None = None
        self._path: Path | None = None
        self._asked: Asked | None = None
        self.who_answers, self.came_back = WhoAnswers(tasks), CameBack(tasks)
        self.people.addWidget(self.who_answers)
        self.replies.addWidget(self.came_back)
        self.preview.hide()
        self.choose.clicked.connect(self._ask_which)
        self.bring_in.clicked.connect(self._bring_in)
        self.leave.clicked.connect(self._leave)

    def refresh(self) -> None:
        """Read what came back, and look again at a file that is open: the room is another now."""
        self.tasks.read(_look, self._show, self.refused.trouble)
        if self._path is not None:
            self.look_at(self._path)

    def say(self) -> None:
        self._say_found()
        self.who_answers.say()
        self.came_back.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def look_at(self, path: Path) -> None:
        """Show what bringing in this file would do, or why it is refused."""
        self._path = path
        if self._asked is not None:
            self._asked.cancel()

        def work(services: Services, _progress: Progress) -> Found:
            return services.replies.look(path)

        self._asked = self.tasks.read_long(translate("The answer is being read…"), work, self._put, self._refuse)

    def _ask_which(self) -> None:
        self.done.clear()
        self.dialog = dialogs.open_one(self, translate("Answer of the professional"), SUFFIX, self.look_at)

    def _put(self, found: Found | None) -> None:
        self.found = found
        if found is None:
            self._path = None
        else:
            self.refused.clear()
        self._say_found()

    def _refuse(self, error: BuurtkamerError) -> None:
        self._put(None)
        self.refused.trouble(error)

    def _leave(self) -> None:
        self._put(None)
        self.choose.setFocus()

    def _bring_in(self) -> None:
        found = self.found
        if found is None:
            return
        self._path = None
        self.bring_in.setEnabled(False)
        self.tasks.write(lambda services: services.replies.bring_in(found), self._brought, self._refuse)

    def _brought(self, made: Outcome[int]) -> None:
        count = made.value
        self._leave()
        self.refused.clear()
        self.done.tell(lambda: translate("Brought in: {count}. It also shows on Today.", count=count))

    def _show(self, now: _Now) -> None:
        self._zone = now.zone
        self.who_answers.put(now.people)
        self.came_back.put(now.brought, now.zone)
        came = self.came_back
        walk(self.choose, self.bring_in, self.leave, *self.who_answers.buttons, *came.buttons, came.earlier)

    def _say_found(self) -> None:
        discard(self.items, self.rows)
        found = self.found
        self.preview.setVisible(found is not None)
        if found is None:
            return
        self.rows = [ItemBlock(item) for item in found.items]
        for row in self.rows:
            self.items.addWidget(row)
            row.show()
        day = dates.day_and_year(found.reply.made_at.astimezone(self._zone).date())
        parts = found.reply.said_by, found.reply.organisation, day
        self.from_whom.setText(translate("From {name}", name=" · ".join(part for part in parts if part)))
        self.about.setText("\n".join(_told_of(found)))
        self.bring_in.setVisible(bool(found.landing))
        self.bring_in.setEnabled(bool(found.landing))


def _told_of(found: Found) -> list[str]:
    """Say of which log a reply is, for whom that was, how much lands, and whether it is the first one."""
    period = dates.period(found.first, found.last)
    lines = [translate("It is about the log of {period}.", period=period)]
    if found.recipient:
        lines.append(translate("That log was for {name}.", name=found.recipient))
    if found.first_time:
        lines.append(translate("This is their first answer. From now on their computer is known."))
    if not found.landing:
        lines.append(translate("There is nothing new in this answer. Nothing was changed."))
    return lines
