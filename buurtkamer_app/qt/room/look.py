"""What the room is called and where it is, and how its sheets look: logo, two colours, and a picture of a head."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.paced import Paced
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.room.colours import ColourGrid
from buurtkamer_app.qt.room.sheet_head import SheetHead
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.room.look.records import USUAL, HouseLook
from buurtkamer_app.room.records import RoomFacts
from buurtkamer_app.room.rules import kept_facts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_FIELDS: Final = ("name", "street", "postcode", "city", "entrance", "phone")
# What a field is looked at with when it is looked at alone.
_ALONE: Final = RoomFacts("…", "", "", "", "", "NL", "Europe/Amsterdam", "")
_PICTURES: Final = ".png *.jpg *.jpeg *.webp *.gif"


class LookPanel(Panel):
    """Keeps facts and look apart: the one is kept without the other, and what is being typed is never overwritten."""

    form: ClassVar[str] = "room/look"
    kinds: ClassVar[frozenset[str]] = frozenset({"room", "house_look"})
    columns: QBoxLayout
    town: QBoxLayout
    name: QLineEdit
    street: QLineEdit
    postcode: QLineEdit
    city: QLineEdit
    entrance: QLineEdit
    phone: QLineEdit
    name_wrong: Sentence
    street_wrong: Sentence
    postcode_wrong: Sentence
    city_wrong: Sentence
    entrance_wrong: Sentence
    phone_wrong: Sentence
    facts_answer: Sentence
    keep_facts: QPushButton
    preview: SheetHead
    logo_told: QLabel
    logo_answer: Sentence
    logo_foot: QBoxLayout
    choose_logo: QPushButton
    remove_logo: QPushButton
    mains: QGridLayout
    seconds: QGridLayout
    look_answer: Sentence
    keep_look: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self._known: RoomFacts | None = None
        self._kept: HouseLook | None = None
        self.worn = USUAL
        self._lines: dict[str, QLineEdit] = {name: getattr(self, name) for name in _FIELDS}
        self._wrong: dict[str, Sentence] = {name: getattr(self, f"{name}_wrong") for name in _FIELDS}
        self.first, self.second = ColourGrid(self.mains, self), ColourGrid(self.seconds, self)
        self._soon = Paced(self._draw, self)
        for line in self._lines.values():
            line.textEdited.connect(self._soon.ask)
        self.first.chosen.connect(lambda colour: self._wear(replace(self.worn, main=colour)))
        self.second.chosen.connect(lambda colour: self._wear(replace(self.worn, second=colour)))
        self.keep_facts.clicked.connect(self._keep_facts)
        self.keep_look.clicked.connect(self._keep_look)
        self.choose_logo.clicked.connect(self._ask_which)
        self.remove_logo.clicked.connect(lambda: self._wear(replace(self.worn, logo=b"")))
        self.say()

    def refresh(self) -> None:
        """Read what is kept; what is being typed or chosen stays."""
        self.tasks.read(lambda services: (services.room.facts(), services.looks.look()), self._show)

    def say(self) -> None:
        self.first.say()
        self.second.say()
        there, none = translate("The logo stands at the top right."), translate("There is no logo yet.")
        self.logo_told.setText(there if self.worn.logo else none)
        self.preview.setAccessibleName(translate("This is how sheets look"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.town, self.logo_foot)
        self.first.measure()
        self.second.measure()

    def look_at(self, path: Path) -> None:
        """Take a file as the logo, when it is a picture; it is kept with the colours."""
        self.logo_answer.clear()

        def work(_services: object) -> bytes:
            from buurtkamer_app.papers.heads import logo_of

            return logo_of(path)

        self.tasks.read(work, lambda logo: self._wear(replace(self.worn, logo=logo)), self.logo_answer.trouble)

    def _show(self, known: tuple[RoomFacts, HouseLook]) -> None:
        facts, look = known
        for name, line in self._lines.items():
            if not line.isModified():
                line.setText(getattr(facts, name))
                line.setCursorPosition(0)
        untouched = self._kept is None or self.worn == self._kept
        self._known, self._kept = facts, look
        self._wear(look if untouched else self.worn)

    def _wear(self, look: HouseLook) -> None:
        self.worn = look
        self.first.put(look.main)
        self.second.put(look.second)
        self.remove_logo.setEnabled(bool(look.logo))
        self.say()
        self._soon.ask()

    def _typed(self) -> RoomFacts:
        return replace(self._known or _ALONE, **{name: line.text() for name, line in self._lines.items()})

    def _draw(self) -> None:
        """Show the head of a sheet with what is typed and chosen now; while that cannot be, the last one stays."""
        if self._known is not None:
            self.preview.draw(self.tasks, self._typed(), self.worn)

    def _check(self) -> bool:
        """Say beside each field what is wrong with it; the first such one gets the keys."""
        first: QLineEdit | None = None
        for name, line in self._lines.items():
            self._wrong[name].clear()
            try:
                kept_facts(replace(_ALONE, **{name: line.text()}))
            except RefusedError as error:
                self._wrong[name].trouble(error)
                first = first or line
        if first is not None:
            first.setFocus()
        return first is None

    def _keep_facts(self) -> None:
        self.facts_answer.clear()
        if self._known is None or not self._check():
            return
        facts = self._typed()
        self.tasks.write(
            lambda services: services.premises.change_facts(facts), self._facts_kept, self.facts_answer.trouble
        )

    def _facts_kept(self, _: Change) -> None:
        for line in self._lines.values():
            line.setModified(False)
        self.facts_answer.tell(lambda: translate("Name and address are kept."))
        self.outdate()

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("Picture"), _PICTURES, self.look_at)

    def _keep_look(self) -> None:
        look = self.worn
        self.look_answer.clear()

        def kept(_: Change) -> None:
            self._kept = look
            self.look_answer.tell(lambda: translate("Logo and colours are kept."))

        self.tasks.write(lambda services: services.looks.set_look(look), kept, self.look_answer.trouble)
