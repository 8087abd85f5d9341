"""Who wants a wish too: one press counts one more, a name only for who wants to hear of it; each can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Opened, Support


class Supporting(Form):
    """The buttons, the fields for a name, and who joined later."""

    form: ClassVar[str] = "wishes/supporting"
    support: QPushButton
    with_name: QPushButton
    naming: QFrame
    name: QLineEdit
    contact: QLineEdit
    may_contact: QCheckBox
    keep: QPushButton
    told: Sentence
    people_label: QLabel
    people: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wish: UUID | None = None
        self._supports: tuple[Support, ...] = ()
        self._made: list[QWidget] = []
        self.naming.hide()
        self.with_name.toggled.connect(self._unfold)
        self.support.clicked.connect(lambda: self._support("", ""))
        self.keep.clicked.connect(self._keep)
        self.say()

    def show_wish(self, wish: UUID) -> None:
        """Be about a wish; what was typed of another one goes."""
        if wish != self._wish:
            self._wish = wish
            self._supports = ()
            self._empty()
            self.say()

    def put(self, opened: Opened) -> None:
        """Show who joined later."""
        self._supports = opened.supports
        self.say()

    def say(self) -> None:
        discard(self.people, self._made)
        self.people_label.setVisible(bool(self._supports))
        for one in reversed(self._supports):
            said = " · ".join(part for part in (one.name, one.contact) if part) or translate("Somebody without a name")
            line = QLabel(f"{said} · {dates.short_date(one.on)}")
            line.setWordWrap(True)
            back = QPushButton(translate("Take back"))
            back.setAccessibleName(f"{translate('Take back')}: {said}")
            dress(back, "rotate-left")
            back.clicked.connect(partial(self._take_back, one.id))
            self._made += [line, back]
        for widget in self._made:
            self.people.addWidget(widget)
        walk(self.keep, *(made for made in self._made if isinstance(made, QPushButton)))

    def _unfold(self, unfolded: bool) -> None:
        self.naming.setVisible(unfolded)
        if unfolded:
            self.name.setFocus()

    def _keep(self) -> None:
        self._support(self.name.text(), self.contact.text())

    def _support(self, name: str, contact: str) -> None:
        key, may = self._wish, bool(contact) and self.may_contact.isChecked()
        if key is None:
            return
        self.told.clear()
        then = self._kept if name or contact else self._done
        self._tasks.write(lambda s: s.wishes.support(key, name, contact, may_contact=may), then, self.told.trouble)

    def _take_back(self, support: UUID) -> None:
        self.told.clear()
        self._tasks.write(lambda s: s.wishes.take_back(support), self._done, self.told.trouble)

    def _kept(self, change: Change) -> None:
        self._empty()
        self._done(change)

    def _done(self, _change: Change) -> None:
        self.told.clear()

    def _empty(self) -> None:
        self.name.clear()
        self.contact.clear()
        self.may_contact.setChecked(False)
        self.with_name.setChecked(False)
        self.told.clear()
