"""The four notes of a street, which stay in the room, and its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.street.records import Street

_LINES: Final = 3


class NotesPanel(Panel):
    """Shows the notes and keeps what is changed; with names hidden nobody on the other side of the desk reads them."""

    form: ClassVar[str] = "street/notes"
    kinds: ClassVar[frozenset[str]] = frozenset({"street"})
    hidden_about: QLabel
    card: QFrame
    name: QLineEdit
    willingness: QPlainTextEdit
    energy: QPlainTextEdit
    not_reached: QPlainTextEdit
    stakeholders: QPlainTextEdit
    answer: Sentence
    foot: QBoxLayout
    keep: QPushButton
    remove: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._street: UUID | None = None
        self._known: Known[Street] | None = None
        self.hidden_about.hide()
        self.texts = (self.willingness, self.energy, self.not_reached, self.stakeholders)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)

    def belong(self, street: UUID | None) -> None:
        """Show another street."""
        self._street, self._known = street, None
        self.answer.clear()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show no notes, or show them again."""
        self.card.setHidden(hidden)
        self.hidden_about.setVisible(hidden)

    def refresh(self) -> None:
        """Read the notes."""
        if (street := self._street) is not None:
            self.tasks.read(
                lambda services: services.streets.known.one(street), partial(self._show, street), lambda _: None
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for text in self.texts:
            keep_lines(text, _LINES)
        fold(self, self.foot)

    def _show(self, street: UUID, found: Known[Street]) -> None:
        """Show what is on record, unless somebody is typing."""
        if street != self._street or (self._known is not None and self._typed() != self._known.it):
            return
        self._known = found
        it = found.it
        self.name.setText(it.name)
        notes = (it.willingness, it.energy, it.not_reached, it.stakeholders)
        for text, note in zip(self.texts, notes, strict=True):
            text.setPlainText(note)

    def _typed(self) -> Street:
        from buurtkamer_app.street.records import Street

        return Street(self.name.text(), *(text.toPlainText() for text in self.texts))

    def _keep(self) -> None:
        known, typed = self._known, self._typed()
        if known is None:
            return
        self.answer.clear()
        self.tasks.write(
            lambda services: services.streets.change(known.id, typed, known.version), self._kept, self.answer.trouble
        )

    def _kept(self, _: object) -> None:
        self._known = None
        self.answer.tell(lambda: translate("This is written down."))
        self.outdate()

    def _remove(self) -> None:
        if (street := self._street) is not None:
            self.answer.clear()
            self.tasks.write(lambda services: services.streets.take_away(street), lambda _: None, self.answer.trouble)
