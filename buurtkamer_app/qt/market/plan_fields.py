"""What is chosen on a floor plan: its name, size and turn in fields, who stands there, turning and taking away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.plan import words
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.market.plan_metres import Metres

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Part, Plan, Thing


class PlanFields(Form):
    """`altered` gives the thing as it was made in the fields, once somebody is ready with one."""

    form: ClassVar[str] = "market/plan_fields"
    altered = Signal(object)
    title: QLabel
    what: QWidget
    name_label: QLabel
    name: QLineEdit
    who_label: QLabel
    who: QComboBox
    wide: Metres
    deep: Metres
    turned: QSpinBox
    sizes: QBoxLayout
    turns: QBoxLayout
    turn_left: QPushButton
    turn_right: QPushButton
    remove: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._thing: Thing | None = None
        self._key: UUID | None = None
        self._count = 0
        self._offered: list[tuple[UUID | None, str]] = []
        self.turned.setKeyboardTracking(False)
        self.name.editingFinished.connect(self._alter)
        self.who.activated.connect(self._alter)
        for size in (self.wide, self.deep, self.turned):
            size.valueChanged.connect(self._alter)
        self.say()

    def put(self, plan: Plan, things: Mapping[UUID, Thing]) -> None:
        """Show what is chosen: the fields are those of one thing. What somebody types there stays as it is typed."""
        was, key = (self._key, self._thing), next(iter(things)) if len(things) == 1 else None
        self._plan, self._key, self._count = plan, key, len(things)
        self._thing = things[key] if key is not None else None
        if self._thing is not None:
            self._fill(plan, self._thing, was[1] if key == was[0] else None)
        self.say()

    def reset(self) -> None:
        """Show the size and turn on record again: those that were asked for were refused."""
        if self._plan is not None and self._thing is not None:
            name = self.name.text()
            self._fill(self._plan, self._thing, None)
            self.name.setText(name)

    def say(self) -> None:
        plan, thing = self._plan, self._thing
        if plan is not None and thing is not None:
            self.title.setText(words.named(plan, thing))
        elif self._count:
            self.title.setText(translate("{count} things are chosen", count=self._count))
        else:
            self.title.setText(translate("Choose something in the drawing"))
        self.what.setVisible(thing is not None)
        for button in (self.turn_left, self.turn_right, self.remove):
            button.setEnabled(bool(self._count))

    def _fill(self, plan: Plan, thing: Thing, was: Thing | None) -> None:
        """Fill the fields, of the same thing as it `was` only those that are otherwise now."""
        every = (self.name, self.who, self.wide, self.deep, self.turned)
        for field in every:
            field.blockSignals(True)
        if was is None or was.label != thing.label:
            self.name.setText(thing.label)
        here = plan.part(thing)
        self._offer([*([here] if here else []), *plan.waiting()], 1 if here else 0)
        for size, now, before in (
            (self.wide, thing.wide_cm, was and was.wide_cm),
            (self.deep, thing.high_cm, was and was.high_cm),
            (self.turned, thing.turned, was and was.turned),
        ):
            if now != before:
                size.setValue(now)
        for field in every:
            field.blockSignals(False)
        stands = here is not None or self.who.count() > 1
        for label, input_, shown in ((self.who_label, self.who, stands), (self.name_label, self.name, here is None)):
            label.setVisible(shown)
            input_.setVisible(shown)

    def _offer(self, parts: Sequence[Part], chosen: int) -> None:
        """Offer who can stand here; an open list is left alone."""
        offered = [(None, translate("Nobody yet")), *((part.id, f"{part.number} · {part.name}") for part in parts)]
        if offered != self._offered:
            self._offered = offered
            self.who.clear()
            for key, said in offered:
                self.who.addItem(said, key)
        self.who.setCurrentIndex(chosen)

    def _alter(self, _: object = None) -> None:
        if self._thing is None:
            return
        now = replace(
            self._thing,
            label=self.name.text(),
            element_id=self.who.currentData(),
            wide_cm=self.wide.value(),
            high_cm=self.deep.value(),
            turned=self.turned.value() % 360,
        )
        if now != self._thing:
            self.altered.emit(now)
