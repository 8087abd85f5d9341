"""One wish, opened beside the board or the list: all that is known of it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import PREFERS, THEMES, quoted
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.whole import Whole
from buurtkamer_app.qt.wishes import asked, words
from buurtkamer_app.qt.wishes.belonging import Belonging
from buurtkamer_app.qt.wishes.changing import ChangingWish
from buurtkamer_app.qt.wishes.standing import Standing
from buurtkamer_app.qt.wishes.supporting import Supporting

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QShowEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.questions.records import Question
    from buurtkamer_app.wishes.records import Opened, Wish

_HIGH: Final = 20  # times the size of type: what is seen of a wish at least
_KINDS: Final = frozenset(
    {"wish", "wish_support", "wish_move", "wish_ending", "telling", "series", "advice_request", "said", "export"}
)


class _Now(NamedTuple):
    opened: Opened
    today: date
    zone: ZoneInfo
    heard: asked.Heard


def _look(services: Services, wish: UUID) -> _Now:
    opened, heard = services.wish_lists.opened(wish), asked.look(services, wish)
    return _Now(opened, services.room.today(), services.room.zone, heard)


class OpenedWish(Form):
    """Shows a wish; `plan_asked` gives it to who plans, `left` says that it may be closed."""

    form: ClassVar[str] = "wishes/opened"
    area: QScrollArea
    inside: QWidget
    reading: QFrame
    quote: QLabel
    activity: QLabel
    chip: QLabel
    waits: QLabel
    facts: QLabel
    asked_slot: QVBoxLayout
    plan: QPushButton
    otherwise: QPushButton
    supporting_slot: QVBoxLayout
    change: QPushButton
    ask: QPushButton
    standing_slot: QVBoxLayout
    belonging_slot: QVBoxLayout
    history_label: QLabel
    history: QLabel
    told: Sentence
    changing_slot: QVBoxLayout
    shut: QPushButton

    plan_asked = Signal(object)
    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.wish: Wish | None = None
        self._now: _Now | None = None
        self._asked: Asked | None = None
        self.supporting, self.standing = Supporting(tasks), Standing(tasks)
        self.belonging, self.changing = Belonging(tasks), ChangingWish(tasks)
        self.asked = asked.AskedQuestions(tasks)
        self.asked_slot.addWidget(self.asked)
        self.supporting_slot.addWidget(self.supporting)
        self.standing_slot.addWidget(self.standing)
        self.belonging_slot.addWidget(self.belonging)
        self.changing_slot.addWidget(self.changing)
        self.changing.hide()
        Whole(self.area, self.inside, _HIGH)
        self._walk()
        self.asked.shown_anew.connect(self._walk)
        self.asked.reword_asked.connect(self._ask)
        self.plan.clicked.connect(lambda: self.plan_asked.emit(self.wish))
        self.otherwise.clicked.connect(self._end_otherwise)
        self.change.clicked.connect(self._begin_change)
        self.changing.left.connect(self._end_change)
        self.ask.clicked.connect(lambda _=False: self._ask())
        self.shut.clicked.connect(self.left)
        tasks.changed.connect(self._heed)

    def show_wish(self, wish: Wish, today: date) -> None:
        """Show a wish; of the same one again what is being typed and chosen stays."""
        if self.wish is None or self.wish.id != wish.id:
            self._now = None
            self.told.clear()
            self.asked.forget()
            if self.changing.isVisibleTo(self):
                self._end_change()
            self.area.verticalScrollBar().setValue(0)
        self.wish = wish
        self.supporting.show_wish(wish.id)
        self.standing.show_wish(wish, today)
        self.say()
        if self.isVisible():
            self._read()

    def take_keys(self) -> None:
        """Let the keys be where one goes on: on what came back, on planning it, or on one more who wants it."""
        goes_on = self.plan if self.wish is not None and self.wish.series is None else self.supporting.support
        (self.asked.unseen or goes_on).setFocus()

    def say(self) -> None:
        wish = self.wish
        if wish is None:
            return
        self.quote.setText(quoted(wish.text))
        self.activity.setVisible(bool(wish.activity))
        self.activity.setText(translate("Became: {name}", name=wish.activity))
        self.chip.setProperty("chip", THEMES[wish.theme][1])
        self.chip.style().unpolish(self.chip)
        self.chip.style().polish(self.chip)
        self.chip.setFrameStyle(self.chip.frameStyle())  # a frame measures its padding only then
        self.chip.setText(words.theme(wish))
        self.facts.setText("\n".join(_facts(wish, self._now)))
        waits = words.waits(wish, self._now.today) if self._now is not None else ""
        if wish.done_when_told:
            waits = f"{waits}. {translate('Then this wish has come true.')}"
        self.waits.setText(waits[:1].upper() + waits[1:])
        self.waits.setVisible(bool(waits))
        self.plan.setVisible(wish.series is None)
        self._say_history()

    def _walk(self) -> None:
        """Let the keys go as the eye does, through the parts that are forms of their own."""
        joins, stands = self.supporting, self.standing
        walk(self.shut, *self.asked.buttons, self.plan, self.otherwise, joins.support, joins.with_name)
        walk(joins.with_name, joins.name, joins.contact, joins.may_contact, joins.keep, self.change, self.ask)
        walk(self.ask, stands.done, stands.self_run, stands.to, stands.reason, stands.comes_back, stands.back_on)
        walk(stands.back_on, stands.move_it)

    def _say_history(self) -> None:
        moves = self._now.opened.moves if self._now is not None else ()
        self.history_label.setVisible(bool(moves))
        self.history.setVisible(bool(moves))
        if self._now is not None:
            self.history.setText("\n".join(words.moved(move, self._now.zone) for move in reversed(moves)))

    def _read(self) -> None:
        if self.wish is not None:
            key = self.wish.id
            if self._asked is not None:
                self._asked.cancel()
            self._asked = self._tasks.read(lambda services: _look(services, key), self._show, self._gone)

    def _show(self, now: _Now) -> None:
        first = self._now is None
        self._asked, self._now, self.wish = None, now, now.opened.wish
        self.supporting.put(now.opened)
        self.standing.show_wish(self.wish, now.today)
        self.belonging.put(now.opened)
        self.asked.put(now.heard)
        self.say()
        if first and self.asked.unseen is not None and self.isAncestorOf(self.window().focusWidget() or self.window()):
            # An answer that nobody saw yet comes before all that can be done.
            self.take_keys()

    def _gone(self, error: BuurtkamerError) -> None:
        """Say why it cannot be read; one that is not on record any more closes by itself."""
        self._asked = None
        self.told.trouble(error)
        if isinstance(error, RefusedError):
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _heed(self, change: Change) -> None:
        if change.kinds & _KINDS and self.isVisible():
            self._read()

    def _begin_change(self) -> None:
        if self.wish is not None:
            self.reading.hide()
            self.changing.show()
            self.changing.begin(self.wish)
            self.area.verticalScrollBar().setValue(0)

    def _end_change(self) -> None:
        self.changing.hide()
        self.reading.show()
        self.change.setFocus()

    def _end_otherwise(self) -> None:
        if self.wish is not None:
            from buurtkamer_app.qt.wishes.ending import EndingDialog

            dialog = EndingDialog(self._tasks, self.wish, self)
            dialog.plan_asked.connect(self.plan_asked)
            dialog.open()

    def _ask(self, question: Question | None = None) -> None:
        if self.wish is not None:
            from buurtkamer_app.qt.wishes.asking import AskingDialog

            dialog = AskingDialog(self._tasks, self.wish, self, question)
            dialog.accepted.connect(lambda: self.told.tell(lambda: translate("The question goes with the next log.")))
            dialog.open()


def _facts(wish: Wish, now: _Now | None) -> list[str]:
    """Say who wants it, since when, when it suits, what they do themselves and how to reach them."""
    count = words.people(wish)
    said = [
        translate("1 resident wants this.") if count == 1 else translate("{count} residents want this.", count=count),
        translate("Written down on {day}.", day=dates.day_and_date(wish.recorded_on)),
        translate("Suits best: {when}", when=translate(PREFERS[wish.prefers])),
    ]
    if wish.asked_by:
        said.append(translate("Asked by: {name}", name=wish.asked_by))
    if wish.own_part:
        said.append(translate("Can do: {what}", what=wish.own_part))
    if wish.contact:
        said.append(translate("To be reached: {contact}", contact=wish.contact))
    since = now.opened.may_contact_since if now is not None else None
    if since is not None and now is not None:
        said.append(translate("May be kept since {day}.", day=dates.day_and_date(since.astimezone(now.zone).date())))
    if wish.parked_reason:
        said.append(translate("Not now: {reason}", reason=wish.parked_reason))
    return said
