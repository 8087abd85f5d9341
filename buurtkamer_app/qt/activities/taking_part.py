"""Who takes part on one date: count heads or tick who is here, sign up from here, and a date that does not go on."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.activities.counting import Counting
from buurtkamer_app.qt.activities.parties import Parties, party
from buurtkamer_app.qt.activities.programme_row import places
from buurtkamer_app.qt.activities.signing_up import SigningUp
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.activities.records import Party, Series, TakingPart
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Asked, Tasks

_KINDS: Final = frozenset({"series", "sign_up", "headcount", "closure", "cancelled_date", "participation"})
# In heights of a line of type: how large the dialog wants to be, and from which width on it has two columns.
_WIDE: Final = 50
_HIGH: Final = 34
_ENOUGH: Final = 40


class TakingPartDialog(DialogForm):
    """Shows and changes one date of an activity; with names hidden it shows numbers only."""

    form: ClassVar[str] = "activities/taking_part"
    heading: QLabel
    body: QWidget
    places: QLabel
    off: QFrame
    off_sign: QLabel
    off_words: QLabel
    go_on: QPushButton
    columns: QBoxLayout
    counting: QVBoxLayout
    cancelling: QWidget
    reason: QLineEdit
    cancel: QPushButton
    off_told: Sentence
    list_heading: QLabel
    signing: QVBoxLayout
    told: Sentence
    nobody: QLabel
    rows: QVBoxLayout
    back: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        series: Series,
        on: date,
        parent: QWidget,
        names_hidden: bool = False,  # noqa: FBT002 - as every dialog of this page is called
    ) -> None:
        super().__init__(parent)
        self._tasks, self._series, self._on = tasks, series, on
        self._names_hidden = names_hidden
        self._shown: TakingPart | None = None
        self._asked: Asked | None = None
        self._over = False
        self._last: Callable[[], str] | None = None
        self.heads, self.sign = Counting(), SigningUp()
        self.counting.addWidget(self.heads)
        self.signing.addWidget(self.sign)
        self.parties = Parties(self.rows, self)
        show_icon(self.off_sign, "xmark", theme.colours().ink)
        self._connect()
        tasks.changed.connect(self._look)
        line = self.fontMetrics().height()
        room = self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.heads.heads.setFocus()
        self.off.hide()
        self.nobody.hide()
        self.say()
        self._read()

    def hide_names(self, hidden: bool) -> None:
        """Show numbers only, or names again."""
        self._names_hidden = hidden
        if self._last is not None:
            self.told.tell(self._last)
        self.say()

    def say(self) -> None:
        self.heading.setText(f"{dates.short_day(self._on)}  {dates.clock(self._series.starts)}  {self._series.name}")
        if self._shown is None:
            return
        there = self._shown.occurrence
        left = "" if there.places_left is None else translate("Places left: {left}", left=there.places_left)
        self.places.setText(" · ".join(part for part in (places(there), left if there.goes_on else "") if part))
        self.places.setVisible(bool(self.places.text()) and there.goes_on)
        for part in (self.heads, self.cancelling, self.sign):
            part.setVisible(there.goes_on)
        self.columns.setStretch(0, 2 if there.goes_on else 0)
        self.off.setVisible(not there.goes_on)
        self.off_words.setText(": ".join(part for part in (translate("does not go on"), there.cancelled) if part))
        tell = translate("Tell them that it does not go on")
        self.list_heading.setText(translate("Who signed up, who is here?") if there.goes_on else tell)
        self.nobody.setVisible(not self._shown.parties and not self._shown.others)
        self.parties.put(self._shown, names_hidden=self._names_hidden)
        self._order()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do what stands beside that field, and nothing else."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        under = self.width() < _ENOUGH * self.fontMetrics().height()
        ways = QBoxLayout.Direction
        self.columns.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self.sign.fold(under=under)

    def done(self, result: int) -> None:
        """Be gone: answers that still come have nobody to tell."""
        self._over = True
        if self._asked is not None:
            self._asked.cancel()
        super().done(result)
        self.deleteLater()

    def _connect(self) -> None:
        series, on, write = self._series.id, self._on, self._write
        self.heads.counted.connect(
            lambda persons: write(
                lambda s: s.activities.count_heads(series, on, persons),
                lambda _: self.accept(),
                self.heads.told.trouble,
            )
        )
        self.reason.returnPressed.connect(self.cancel.click)
        self.cancel.clicked.connect(self._cancel)
        self.go_on.clicked.connect(lambda: write(lambda s: s.attendance.go_on(series, on), _nothing, self.told.trouble))
        self.sign.signing_up.connect(self._sign_up)
        self.sign.just_here.connect(
            lambda name, persons: write(
                lambda s: s.attendance.add_present(series, on, name, persons),
                lambda _: self.sign.added(persons),
                self.sign.refuse,
            )
        )
        self.parties.ticked.connect(
            lambda key, here: write(_tick(series, on, key, here=here), _nothing, self.told.trouble)
        )
        self.parties.gone.connect(
            lambda key: write(lambda s: s.attendance.take_away(series, on, key), _nothing, self.told.trouble)
        )
        self.parties.off.connect(
            lambda key: write(lambda s: s.activities.withdraw(series, on, key), self._withdrawn, self.told.trouble)
        )
        self.back.clicked.connect(self.reject)

    def _order(self) -> None:
        """Let Tab go as the eye does: the number, not going on, signing up, each party, and back."""
        heads, sign = self.heads, self.sign
        walk: list[QWidget] = [self.go_on]
        walk += [heads.heads, heads.count, heads.take, self.reason, self.cancel]
        walk += [sign.name, sign.persons, sign.sign_up, sign.also_here]
        walk += [part for row in self.parties.shown.values() for part in (row.here, row.off)]
        for before, after in itertools.pairwise([*walk, self.back]):
            QWidget.setTabOrder(before, after)

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS and not self._over:
            self._read()

    def _read(self) -> None:
        series, on = self._series.id, self._on
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.read(lambda s: s.attendance.taking_part(series, on), self._show, self.told.trouble)

    def _show(self, told: TakingPart) -> None:
        before, self._shown = self._shown, told
        self.heads.put(told)
        self.say()
        if before is not None and before.occurrence.goes_on != told.occurrence.goes_on:
            # What had the focus is gone; Enter must not sign anybody off by chance.
            (self.heads.heads if told.occurrence.goes_on else self.back).setFocus()

    def _cancel(self) -> None:
        series, on, reason = self._series.id, self._on, self.reason.text()
        self._write(
            lambda s: s.attendance.cancel(series, on, reason), lambda _: self.reason.clear(), self.off_told.trouble
        )

    def _sign_up(self, name: str, persons: int) -> None:
        series, on = self._series.id, self._on

        def work(services: Any) -> Outcome[tuple[Party, int | None]]:
            outcome = services.activities.sign_up(series, on, name.strip(), persons)
            return Outcome(outcome.change, (outcome.value, services.activities.occurrence(series, on).places_left))

        self._write(work, lambda outcome: self.sign.signed_up(*outcome.value), self.sign.refuse)

    def _withdrawn(self, outcome: Outcome[tuple[Party, ...]]) -> None:
        def words() -> str:
            if not outcome.value:
                return translate("This sign-up is off the list.")
            hidden = self._names_hidden
            who = ", ".join(party(moved.name, moved.persons, names_hidden=hidden) for moved in outcome.value)
            return translate("From the waiting list to a place: {who}", who=who)

        self._last = words
        self.told.tell(words)

    def _write(
        self, work: Callable[[Any], Any], then: Callable[[Any], None], refuse: Callable[[BuurtkamerError], None]
    ) -> None:
        """Let the services do something; what they refuse is said beside where it was asked."""

        def well(answer: Any) -> None:
            if not self._over:
                then(answer)

        def trouble(error: BuurtkamerError) -> None:
            if self._over:
                self._tasks.troubled.emit(error)
                return
            refuse(error)
            # A box that was ticked in vain shows again what is so.
            self.say()

        for sentence in (self.told, self.heads.told, self.off_told, self.sign.told):
            sentence.clear()
        self._last = None
        self._tasks.write(work, well, trouble)


def _nothing(_: object) -> None:
    """Leave it to what changed to show itself."""


def _tick(series: UUID, on: date, party: UUID, *, here: bool) -> Callable[[Any], Change]:
    """Give the work that ticks a party, or takes its tick back."""

    def work(services: Any) -> Change:
        do = services.attendance.tick if here else services.attendance.untick
        change: Change = do(series, on, party)
        return change

    return work
