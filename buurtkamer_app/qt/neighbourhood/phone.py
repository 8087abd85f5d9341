"""Whom do I call? The call guide and everybody with a number, found with at most three letters; 112 stays on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.neighbourhood.calling.records import From, Number, PhoneBook
from buurtkamer_app.neighbourhood.calling.rules import nearness
from buurtkamer_app.neighbourhood.records import CallLine
from buurtkamer_app.neighbourhood.rules import EMERGENCY
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.neighbourhood.call_guide import LineCard
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.whole import Whole
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.qt.tasks import Tasks

_LEAST: Final = 14  # sizes of type that the list is high at least


class NumberCard(LineCard):
    """Somebody or something with a number, as a line of the call guide; with large type the number comes sooner."""

    words: QVBoxLayout
    number: QVBoxLayout

    def __init__(self, entry: Number) -> None:
        self.entry = entry
        super().__init__(CallLine(entry.name, entry.about, "", entry.phone))
        self.number.addWidget(self.who)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        (self.number if narrow(self) else self.words).addWidget(self.step)

    def say(self) -> None:
        super().say()
        kind = self.entry.kind
        self.who.setText(translate("host") if kind is None else translate(KINDS[kind].one))
        self.who.show()


class PhonePanel(Panel):
    """The field has the keyboard when the page opens; the coordinator changes the call guide here too."""

    form: ClassVar[str] = "neighbourhood/phone"
    kinds: ClassVar[frozenset[str]] = frozenset({"call_agreement", "desk_setting", "host", "resource", "room"})
    emergency: QVBoxLayout
    search_label: QLabel
    search: QLineEdit
    printing: QVBoxLayout
    change: QPushButton
    none: QLabel
    area: QScrollArea
    area_inside: QWidget
    lines: QVBoxLayout
    numbers_heading: QLabel
    hidden_names: QLabel
    numbers: QVBoxLayout
    changing: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.line_cards: list[LineCard] = []
        self.number_cards: list[NumberCard] = []
        self.agreements: QWidget | None = None
        self._hidden = False
        self.sheet = SheetButton(tasks, "call_guide", mark("Print the call guide"))
        self.first = LineCard(EMERGENCY)
        self.emergency.addWidget(self.first)
        self.printing.addWidget(self.sheet)
        self.sheet.row.insertWidget(1, self.change)
        self._whole = Whole(self.area, self.area_inside, _LEAST)
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.change.toggled.connect(self._change)
        walk(self.search, self.area, self.sheet.button, self.change)
        self.set_actor(NOBODY)
        self.say()
        self._seek()

    def refresh(self) -> None:
        """Read whom one can call."""
        self.tasks.read(lambda services: services.calling.phone_book(), self._show)

    def set_actor(self, actor: Actor) -> None:
        """Let only the coordinator change the call guide."""
        allowed = actor.role >= Role.COORDINATOR
        self.change.setVisible(allowed)
        if not allowed:
            self.change.setChecked(False)

    def hide_names(self, hidden: bool) -> None:
        """Show no hosts."""
        self._hidden = hidden
        self._seek()

    def say(self) -> None:
        open_now = self.change.isChecked()
        self._shorten()
        self.change.setText(translate("Back to the numbers") if open_now else translate("Change the call guide"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()
        fold(self, self.sheet.row)
        self._whole.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and the page keys move the list while one types."""
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        bar, keys = self.area.verticalScrollBar(), Qt.Key
        line, page = 3 * self.fontMetrics().height(), bar.pageStep()
        steps = {keys.Key_Down: line, keys.Key_Up: -line, keys.Key_PageDown: page, keys.Key_PageUp: -page}
        step = steps.get(keys(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    def _show(self, book: PhoneBook) -> None:
        discard(self.lines, list[QWidget](self.line_cards))
        discard(self.numbers, list[QWidget](self.number_cards))
        self.line_cards = [LineCard(line) for line in book.guide[1:]]
        self.number_cards = [NumberCard(number) for number in book.numbers]
        for line in self.line_cards:
            self.lines.addWidget(line)
        self._seek()

    def _seek(self) -> None:
        """Show what fits what was typed, the nearest first; with nothing found all of it stays in sight."""
        typed = self.search.text()
        lines, numbers = self.line_cards, [card for card in self.number_cards if not self._veiled(card)]
        fits = {card: card.fits(typed) for card in (*lines, *numbers)}
        found = any(fits.values())
        for number in sorted(self.number_cards, key=lambda card: nearness(typed, card.entry.name)):
            self.numbers.addWidget(number)
        for card in (*lines, *self.number_cards):
            card.setVisible((fits.get(card, False) or not found) and card in fits)
        self.none.setVisible(bool(fits) and not found and not self.change.isChecked())
        # What was looked for stands right under the field.
        self.numbers_heading.setVisible(bool(numbers) and not (typed and found))
        self.hidden_names.setVisible(self._hidden)
        self.area.verticalScrollBar().setValue(0)

    def _shorten(self) -> None:
        """Leave the emergency number its room with large type: what one types for stands under it."""
        for label in (self.first.step, self.first.who):
            label.setHidden(narrow(self))

    def _veiled(self, card: NumberCard) -> bool:
        return self._hidden and card.entry.source is From.HOST

    def _change(self, opened: bool) -> None:
        """Open what the coordinator keeps in the call guide in the place of the numbers; it is made when asked for."""
        if opened and self.agreements is None:
            from buurtkamer_app.qt.neighbourhood.agreements import CallAgreementsPanel

            self.agreements = CallAgreementsPanel(self.tasks)
            self.changing.addWidget(self.agreements)
        if self.agreements is not None:
            self.agreements.setVisible(opened)
        for part in (self.search_label, self.search, self.area):
            part.setHidden(opened)
        self.say()
        if not opened:
            self.search.setFocus()
