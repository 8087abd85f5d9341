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

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms_around import Programme


_BETWEEN_TABS: Final = 2
_MOST_ROWS: Final = 3  # of buttons; with large type more of them leave no room for what they show


class Section(NamedTuple):
    """A part of a page: its name in code, title (message id), icon and its making; `needs` is who may see it.

    One of a `programme` is only seen in a room that has that programme; `inner` are the parts within it.
    """

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    needs: Role = Role.HOST
    programme: Programme | None = None
    inner: tuple[Section, ...] = ()


def together(name: str, title: str, icon: str, inner: Sequence[Section]) -> Section:
    """Give a section that shows other ones, one at a time, as tabs."""
    return Section(name, title, icon, lambda: Sections(inner, tabs=True), inner=tuple(inner))


class Sections(Form):
    """Shows one section at a time; with a single one there is no row of buttons, with large type a list of them.

    Those within a section are `tabs`, words without icons: one sees what is within what, and more stand in a row.
    `shown` gives the name of the section that is shown, after it was made.
    """

    form: ClassVar[str] = "pages/sections"
    choices: QGridLayout
    sections: QVBoxLayout

    shown = Signal(str)

    def __init__(
        self, sections: Sequence[Section], parent: QWidget | None = None, *, opened: bool = True, tabs: bool = False
    ) -> None:
        super().__init__(parent)
        self._sections = {section.name: section for section in sections}
        self._made: dict[str, QWidget] = {}
        self._opened = opened
        self._role = Role.COORDINATOR
        self._programmes: frozenset[Programme] = frozenset()
        self._compact = False
        self._laid = 0, 0
        self._alone: set[str] = set()
        self.label, self.chooser = QLabel(), QComboBox()
        self.label.setBuddy(self.chooser)
        for row, part in enumerate((self.label, self.chooser)):
            self.choices.addWidget(part, row, 0, 1, -1)
        self._group = QButtonGroup(self)
        self.buttons = {name: QPushButton() for name in self._sections}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            if tabs:
                button.setProperty("kind", "tab")
            else:
                dress(button, self._sections[name].icon)
            self._group.addButton(button)
        if tabs:
            self.choices.setSpacing(_BETWEEN_TABS)
        next(iter(self.buttons.values())).setChecked(True)
        self._group.buttonToggled.connect(lambda _, chosen: self._bring() if chosen else None)
        self.chooser.activated.connect(lambda _: self.buttons[self.chooser.currentData()].setChecked(True))
        self.say()
        self._arrange()
        self._bring()

    @property
    def section(self) -> str:
        """Tell the name of the section that is chosen."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def show_section(self, name: str) -> QWidget:
        """Show a section by its name, also one within another, and give it."""
        for section in self._sections.values():
            if any(inner.name == name for inner in section.inner):
                within = self.show_section(section.name)
                return within.show_section(name) if isinstance(within, Sections) else within
        self.buttons[name].setChecked(True)
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """Give a section that was made, None while nobody asked for it."""
        return self._made.get(name)

    def leave_alone(self, name: str, *, alone: bool) -> None:
        """Show a section without the choice of others, while it has a way back of its own."""
        (self._alone.add if alone else self._alone.discard)(name)
        self._show_choices()

    def open_to(self, allowed: bool) -> None:
        """Show the sections to who may see them; without leave none is made, and none is seen."""
        self._opened = allowed
        self._arrange()
        self._bring()

    def show_to(self, role: Role | None = None, programmes: frozenset[Programme] | None = None) -> None:
        """Show only the sections of this role, and of these programmes; what is None stays as it was.

        One that may not be seen any more is left for the first.
        """
        self._role = self._role if role is None else role
        self._programmes = self._programmes if programmes is None else programmes
        self._arrange()
        if self._opened and not self._seen(self.section):
            next(button for name, button in self.buttons.items() if self._seen(name)).setChecked(True)
        self._bring()

    def show_programmes(self, programmes: frozenset[Programme]) -> None:
        """Show only the sections of these programmes, beside those that belong to none."""
        self.show_to(programmes=programmes)

    def _seen(self, name: str) -> bool:
        section = self._sections[name]
        allowed = section.programme is None or section.programme in self._programmes
        return self._opened and self._role >= section.needs and allowed

    def say(self) -> None:
        for name, button in self.buttons.items():
            button.setText(translate(self._sections[name].title))
        self.label.setText(translate("Part of this page"))
        self._offer()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # With a layout request the buttons have got another size: of type, or of words.
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Put as many choices in a row as the size of the type leaves room for."""
        gap = self.choices.horizontalSpacing()
        seen = [button for name, button in self.buttons.items() if self._seen(name)]
        widths = [button.sizeHint().width() + gap for button in seen]
        if widths and narrow(self):
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
        several = self._opened and len(self.buttons) > 1 and self.section not in self._alone
        for part in (self.label, self.chooser):
            part.setVisible(several and self._compact)
        for name, button in self.buttons.items():
            button.setVisible(self._seen(name) and several and not self._compact)

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
