"""A page of several parts: a row of buttons, and one part at a time, made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


_MOST_ROWS: Final = 3  # of buttons; with large type more of them leave no room for what they show


class Section(NamedTuple):
    """A part of a page: its name in code, title (message id), icon and its making; `needs` is who may see it."""

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    needs: Role = Role.HOST


class Sections(Form):
    """Shows one section at a time; with a single one there is no row of buttons, with large type a list of them.

    `shown` gives the name of the section that is shown, after it was made.
    """

    form: ClassVar[str] = "pages/sections"
    choices: QGridLayout
    sections: QVBoxLayout

    shown = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None, *, opened: bool = True) -> None:
        super().__init__(parent)
        self._sections = {section.name: section for section in sections}
        self._made: dict[str, QWidget] = {}
        self._opened = opened
        self._role = Role.COORDINATOR
        self._compact = False
        self._laid = 0, 0
        self.label, self.chooser = QLabel(), QComboBox()
        self.label.setBuddy(self.chooser)
        for row, part in enumerate((self.label, self.chooser)):
            self.choices.addWidget(part, row, 0, 1, -1)
        self._group = QButtonGroup(self)
        self.buttons = {name: QPushButton() for name in self._sections}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            dress(button, self._sections[name].icon)
            self._group.addButton(button)
        next(iter(self.buttons.values())).setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        self.chooser.activated.connect(lambda _: self.buttons[self.chooser.currentData()].setChecked(True))
        self.say()
        self._arrange()
        self._bring()

    @property
    def section(self) -> str:
        """Tell the name of the section that is chosen."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def show_section(self, name: str) -> QWidget:
        """Show a section by its name, and give it."""
        self.buttons[name].setChecked(True)
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """Give a section that was made, None while nobody asked for it."""
        return self._made.get(name)

    def open_to(self, allowed: bool) -> None:
        """Show the sections to who may see them; without leave none is made, and none is seen."""
        self._opened = allowed
        self._bring()

    def show_to(self, role: Role) -> None:
        """Show only the sections that this role may see; another one is left for the first."""
        self._role = role
        self._arrange()
        if not self._seen(self.section):
            next(button for name, button in self.buttons.items() if self._seen(name)).setChecked(True)
        self._bring()

    def _seen(self, name: str) -> bool:
        return self._opened and self._role >= self._sections[name].needs

    def say(self) -> None:
        for name, button in self.buttons.items():
            button.setText(translate(self._sections[name].title))
        self.label.setText(translate("Part of this page"))
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # The buttons have got another size: of type, or of words.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Put as many choices in a row as the size of the type leaves room for."""
        gap = self.choices.horizontalSpacing()
        seen = [button for name, button in self.buttons.items() if self._role >= self._sections[name].needs]
        widths = [button.sizeHint().width() + gap for button in seen]
        if narrow(self):
            # Columns as wide as the widest choice: what was arranged for small type gives way to large type.
            widths = [max(widths)] * len(seen)

        def wide(columns: int) -> int:
            return sum(max(widths[first::columns]) for first in range(columns)) - gap

        columns = max((count for count in range(1, len(seen) + 1) if wide(count) <= self.width()), default=1)
        if (columns, len(seen)) == self._laid:
            return
        self._laid = columns, len(seen)
        for place, button in enumerate(seen):
            self.choices.addWidget(button, 2 + place // columns, place % columns)
        compact = narrow(self) and -(-len(seen) // columns) > _MOST_ROWS
        if compact is not self._compact:
            self._compact = compact
            self._show_choices()

    def _offer(self) -> None:
        """Put the sections that are seen into the list."""
        self.chooser.clear()
        for name in self._sections:
            if self._seen(name):
                self.chooser.addItem(translate(self._sections[name].title), name)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(self.section)))

    def _show_choices(self) -> None:
        """Show the buttons, or the list in their place where they would fill the screen."""
        several = self._opened and len(self.buttons) > 1
        for part in (self.label, self.chooser):
            part.setVisible(several and self._compact)
        for name, button in self.buttons.items():
            button.setVisible(self._seen(name) and several and not self._compact)

    def _toggled(self, _: QPushButton, chosen: bool) -> None:
        if chosen:
            self._bring()

    def _bring(self) -> None:
        name = self.section
        if self._seen(name) and name not in self._made:
            self._made[name] = self._sections[name].make()
            self.sections.addWidget(self._made[name])
        self._show_choices()
        self._offer()
        for other, made in self._made.items():
            made.setVisible(self._opened and other == name)
        if self._opened:
            self.shown.emit(name)
