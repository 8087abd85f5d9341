"""The section "bel terug" of Wensen: what to ask again, whom to tell what, and who was told; also on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.telling import ListNow, call_list, look
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.qt.wishes.again import AskAgainRow
from buurtkamer_app.qt.wishes.told_group import HOW, GroupCard, Pressed, ToldLine

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import Due
    from buurtkamer_app.wishes.telling.records import Telling

# More lines than this are shown when somebody asks for them.
_AT_ONCE: Final = 40


class TellingPanel(Panel):
    """Whom to tell, each with what to say and what became of it; those who were told lately stand folded under it."""

    form: ClassVar[str] = "wishes/telling"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"telling", "wish", "wish_ending", "wish_match", "series", "changed_date", "cancelled_date", "closure"}
    )
    head: QBoxLayout
    summary: QLabel
    show_names: QPushButton
    print_it: QPushButton
    save_it: QPushButton
    answer: Sentence
    out: QVBoxLayout
    area: QScrollArea
    inside: QWidget
    column: QVBoxLayout
    none: QLabel
    asking: QVBoxLayout
    groups: QVBoxLayout
    more: QPushButton
    lately: QPushButton
    told: QLabel

    names_hid = Signal(bool)

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self._now = ListNow()
        self._shown: list[QWidget] = []
        self._asked: list[QWidget] = []
        self._went: tuple[int, int] | None = None
        self._whole = False
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        self.print_it.clicked.connect(lambda: self._make(self.papers.put_on))
        self.save_it.clicked.connect(lambda: self._make(lambda sheets: self.papers.ask_where(sheets[0])))
        self.show_names.clicked.connect(lambda: self.hide_names(hidden=False))
        self.more.clicked.connect(self._show_whole)
        self.lately.toggled.connect(lambda _: self._say_told())
        self.say()

    def refresh(self) -> None:
        self.tasks.read(look, self._show, _not_now)

    def hide_names(self, hidden: bool) -> None:
        """Show what is to be said, and not to whom."""
        self.names_hidden = hidden
        self.names_hid.emit(hidden)
        self.say()

    def lines(self) -> list[ToldLine]:
        """Give the lines that are shown, from the top down."""
        return [line for card in self._shown if isinstance(card, GroupCard) for line in card.lines]

    def say(self) -> None:
        now = self._now
        self.summary.setText(_count(now.persons))
        self.none.setVisible(now.at is not None and not (now.groups or now.due))
        self.show_names.setVisible(self.names_hidden)
        self.print_it.setEnabled(bool(now.groups))
        self.save_it.setEnabled(bool(now.groups))
        discard(self.asking, self._asked)
        for due in now.due:
            row = AskAgainRow(due, names_hidden=self.names_hidden)
            row.opened.connect(self._open)
            self.asking.addWidget(row)
            row.show()
            self._asked.append(row)
        self._say_groups()
        self._say_told()
        _lay(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head)
        _lay(self)

    def _say_groups(self) -> None:
        discard(self.groups, self._shown)
        shown = 0
        for group in self._now.groups:
            if shown >= _AT_ONCE and not self._whole:
                break
            card = GroupCard(group, self._now.at.tzinfo if self._now.at else None, names_hidden=self.names_hidden)
            card.pressed.connect(self._press)
            self.groups.addWidget(card)
            card.show()
            self._shown.append(card)
            shown += len(card.lines)
        left = self._now.groups[len(self._shown) :]
        self.more.setVisible(bool(left))
        self.more.setText(translate("Show the rest: {count}", count=sum(len(group.tellings) for group in left)))
        self._focus_near()

    def _say_told(self) -> None:
        told = self._now.told
        self.lately.setVisible(bool(told))
        self.lately.setText(translate("Told in the last days: {count}", count=sum(one.persons for one in told)))
        self.told.setVisible(bool(told) and self.lately.isChecked())
        self.told.setText(
            "\n".join(_told(one, self._now.at, names_hidden=self.names_hidden) for one in told[:_AT_ONCE])
            if self.lately.isChecked()
            else ""
        )

    def _focus_near(self) -> None:
        """Let the keys go on where somebody was taken off the list."""
        if self._went is None:
            return
        (at, button), lines = self._went, self.lines()
        self._went = None
        if not lines:
            (self.lately if self._now.told else self.print_it).setFocus()
            return
        buttons = lines[min(at, len(lines) - 1)].buttons
        buttons[min(button, len(buttons) - 1)].setFocus()

    def _show(self, now: ListNow) -> None:
        self._now = now
        self.say()

    def _show_whole(self) -> None:
        self._whole = True
        self._say_groups()

    def _press(self, given: Pressed) -> None:
        sender = self.focusWidget()
        for at, line in enumerate(self.lines()):
            if sender in line.buttons:
                self._went = (at, line.buttons.index(sender) if isinstance(sender, QPushButton) else 0)
        self.answer.clear()
        self.tasks.write(partial(_write, given), lambda _: None, self._refused)

    def _refused(self, error: BuurtkamerError) -> None:
        self._went = None
        self.answer.trouble(error)
        self.outdate()

    def _open(self, due: Due) -> None:
        from buurtkamer_app.qt.wishes.ending import EndingDialog

        dialog = EndingDialog(self.tasks, due, self, names_hidden=self.names_hidden)
        self.names_hid.connect(dialog.hide_names)
        dialog.open()

    def _make(self, then: Callable[[list[Made]], None]) -> None:
        def work(services: Services, _stop: threading.Event) -> Made:
            return call_list(services)

        words = translate("The sheet is being made…")
        self.tasks.read_long(words, work, lambda sheet: then([sheet]), self.answer.trouble)


def _lay(panel: TellingPanel) -> None:
    """Scroll inside, so that the head stays in sight; with large type the page scrolls and the list is whole."""
    panel.column.activate()
    whole = panel.inside.sizeHint().height()
    if panel.inside.hasHeightForWidth():
        whole = max(whole, panel.inside.heightForWidth(panel.area.width()))
    panel.area.setMinimumHeight(whole if narrow(panel) else 14 * panel.fontMetrics().height())


def _told(one: Telling, at: datetime | None, *, names_hidden: bool) -> str:
    """Say who was told, how, by whom and when."""
    who = one.name or one.contact or translate("{count} without a name", count=one.persons)
    if names_hidden and (one.name or one.contact):
        who = translate("Somebody")
    how = translate(HOW[one.how][0]) if one.how is not None else ""
    zone = at.tzinfo if at else None
    when = dates.day_and_month(one.told_at.astimezone(zone).date()) if one.told_at is not None else ""
    return " · ".join(part for part in (who, one.about[:60], how, one.told_by, when) if part)


def _write(given: Pressed, services: Services) -> Change:
    telling = services.telling
    if given.how is None:
        return telling.not_reached(given.tellings[0])
    if given.persons is not None or len(given.tellings) == 1:
        return telling.told(given.tellings[0], given.how, given.persons)
    return telling.told_each(given.tellings, given.how)


def _count(persons: int) -> str:
    return translate("1 person to tell") if persons == 1 else translate("{count} people to tell", count=persons)


def _not_now(_: BuurtkamerError) -> None:
    """Leave it: somebody locked the desk before the answer came, and then there is nothing to read."""
