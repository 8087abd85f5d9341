"""What a wish comes to: the ending is chosen, the proposed one first; opened later, it shows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import ENDED, quoted
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.wishes.ending_choice import EndingChoice
from buurtkamer_app.qt.wishes.ending_now import EndingNow, look
from buurtkamer_app.qt.wishes.given_steps import GivenSteps
from buurtkamer_app.qt.wishes.match_steps import MatchSteps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import Due
    from buurtkamer_app.wishes.records import Wish

_ENOUGH: Final = 40  # heights of a line of type: what three buttons beside each other need
_KINDS: Final = frozenset({"wish", "wish_ending", "wish_match", "home_helper", "telling"})


class EndingDialog(DialogForm):
    """Shows one wish with what it comes to; `plan_asked` gives the wish that is to become an activity."""

    form: ClassVar[str] = "wishes/ending"
    quote: QLabel
    stands: QLabel
    hidden: QLabel
    parts: QVBoxLayout
    told: Sentence
    more: QBoxLayout
    foot: QBoxLayout
    another: QPushButton
    open_again: QPushButton
    shut: QPushButton

    plan_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], wish: Wish | Due, parent: QWidget, *, names_hidden: bool = False) -> None:
        super().__init__(parent)
        self._tasks, self._key, self.names_hidden = tasks, wish.id, names_hidden
        self._now: EndingNow | None = None
        self._choosing = False
        self.choice, self.match, self.given = EndingChoice(), MatchSteps(), GivenSteps()
        for part in (self.choice, self.match, self.given):
            part.hide()
            part.kept.connect(self._keep)
            self.parts.addWidget(part)
        # In the foot it stays in sight, however long the choices are.
        self.foot.insertWidget(1, self.choice.keep)
        walk(self.given.enough, self.another, self.open_again, self.choice.keep, self.shut)
        self.choice.plan_asked.connect(self._plan)
        self.choice.home_helpers_asked.connect(self._name_helpers)
        self.another.clicked.connect(self._choose)
        self.open_again.clicked.connect(self._open_again)
        self.shut.clicked.connect(self.reject)
        QShortcut(QKeySequence("F8"), self, lambda: self.hide_names(not self.names_hidden))
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(52 * em, room.width()), min(46 * em, round(0.95 * room.height())))
        self.say()
        self.refresh()

    def refresh(self) -> None:
        """Read where the wish stands."""
        key = self._key
        self._tasks.read(
            lambda services: look(services, key),
            while_there(self, self._show),
            while_there(self, self.told.trouble),
        )

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of the wish and of who helps."""
        self.names_hidden = hidden
        self.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put buttons under each other where large type leaves no room; a part cannot know, it is as wide as they."""
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.more, self.given.buttons, self.match.answers, self.match.meeting)

    def say(self) -> None:
        now = self._now
        self.hidden.setVisible(self.names_hidden)
        self.hidden.setText(translate("What you wrote is hidden. Press F8 to see it."))
        shown = now is not None and not self.names_hidden
        self.quote.setVisible(shown)
        self.stands.setVisible(shown and now is not None and now.ending is not None)
        ending = now.ending if now is not None else None
        chosen = ending.kind if ending is not None and not self._choosing else None
        for part in (self.choice, self.choice.keep):
            part.setVisible(shown and chosen is None)
        self.match.setVisible(shown and chosen is Ending.MATCH)
        self.given.setVisible(shown and chosen in {Ending.HANDED_ON, Ending.REPORTED})
        self.another.setVisible(shown and chosen is not None)
        self.open_again.setVisible(shown and ending is not None)
        if now is None:
            return
        self.quote.setText(quoted(now.wish.text))
        if ending is not None:
            words = [translate(ENDED[ending.kind])]
            if ending.activity:
                words.append(ending.activity)
            if now.wish.to_tell:
                words.append(translate("still to tell: {count}", count=now.wish.to_tell))
            self.stands.setText(" · ".join(words))

    def _show(self, now: EndingNow) -> None:
        first = self._now is None
        self._now = now
        self.choice.put(now)
        if now.ending is not None and now.ending.kind is Ending.MATCH:
            self.match.put(now)
        elif now.ending is not None and now.ending.kind in {Ending.HANDED_ON, Ending.REPORTED}:
            self.given.put(now)
        self.say()
        if first:
            match, begin = self.match, self.choice.buttons[now.proposed.ending]
            fields = (begin, match.phone, match.yes, match.on, match.how, self.given.answer)
            next((field for field in fields if field.isVisibleTo(self)), self.shut).setFocus()

    def _keep(self, work: Callable[[Services], Any]) -> None:
        self.told.clear()
        self._tasks.write(work, while_there(self, self._kept), while_there(self, self.told.trouble))

    def _kept(self, _: Change) -> None:
        self._choosing = False
        self.told.tell(lambda: translate("This is kept."))

    def _choose(self) -> None:
        self._choosing = True
        self.say()
        self.choice.buttons[self.choice.chosen()].setFocus()

    def _open_again(self) -> None:
        key = self._key
        self._keep(lambda services: services.endings.take_back(key))

    def _plan(self) -> None:
        if self._now is not None:
            self.plan_asked.emit(self._now.wish)
            self.accept()

    def _name_helpers(self) -> None:
        from buurtkamer_app.qt.wishes.home_helpers import HomeHelpersDialog

        HomeHelpersDialog(self._tasks, self).open()

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS:
            self.refresh()
