"""Wishes that belong together: each with its own words and a way out, and those that look like it with a way in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.wishes.words import on_a_card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.planner.alike.records import Looked, LooksLike
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Opened

_MOST: Final = 8  # are asked for: what is grouped already and activities are left out
_SHOWN: Final = 3
_AGAIN: Final = 400  # milliseconds until it is looked up again, while not everything was compared yet


class Belonging(Form):
    """The group of a wish, and the wishes that look like it: those are looked up when it is opened."""

    form: ClassVar[str] = "wishes/belonging"
    group_label: QLabel
    members: QVBoxLayout
    alike_label: QLabel
    alike: QVBoxLayout
    told: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._opened: Opened | None = None
        self._asked: Asked | None = None
        self._found: Sequence[LooksLike] = ()
        self._made: list[QWidget] = []
        self._likes: list[QWidget] = []
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self._look)
        self.say()

    def put(self, opened: Opened) -> None:
        """Show the group of a wish; what looked like another one goes."""
        if self._opened is None or self._opened.wish.id != opened.wish.id:
            self._opened = opened
            self._found = ()
            self.told.clear()
            self._look()
        self._opened = opened
        self.say()

    def say(self) -> None:
        discard(self.members, self._made)
        discard(self.alike, self._likes)
        group = self._opened.group if self._opened is not None else ()
        self.group_label.setVisible(bool(group))
        for other in group:
            self._made += self._line(
                on_a_card(other.text), translate("Does not belong here"), "xmark", partial(self._split, other.id)
            )
        if group and self._opened is not None:
            self._made.append(
                self._button(
                    translate("Let this wish stand alone"), "xmark", partial(self._split, self._opened.wish.id)
                )
            )
        likes = self._likes_now({other.id for other in group})
        for one in likes:
            self._likes += self._line(
                on_a_card(one.name), translate("Belongs to this wish"), "plus", partial(self._join, one.key)
            )
        for layout, made in ((self.members, self._made), (self.alike, self._likes)):
            for widget in made:
                layout.addWidget(widget)
        self.alike_label.setVisible(bool(likes))

    def _likes_now(self, group: set[UUID]) -> Sequence[LooksLike]:
        """Give the wishes that look like this one and are not grouped with it."""
        if self._opened is None:
            return ()
        known = group | {self._opened.wish.id}
        return [one for one in self._found if one.kind == "wish" and one.key not in known][:_SHOWN]

    def _line(self, text: str, does: str, glyph: str, then: Callable[[], None]) -> list[QWidget]:
        words = QLabel(text)
        words.setWordWrap(True)
        button = self._button(does, glyph, then)
        button.setAccessibleName(f"{does}: {text}")
        return [words, button]

    def _button(self, does: str, glyph: str, then: Callable[[], None]) -> QPushButton:
        button = QPushButton(does)
        dress(button, glyph)
        button.clicked.connect(lambda _=False: then())
        return button

    def _look(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        if self._opened is not None:
            text = self._opened.wish.text
            self._asked = self._tasks.read(lambda s: s.alike.find(text, _MOST), self._show, self.told.trouble)

    def _show(self, found: Looked) -> None:
        self._asked, self._found = None, found.entries
        if not found.complete:
            self._again.start()
        self.say()

    def _join(self, wish: UUID) -> None:
        if self._opened is not None:
            into = self._opened.wish.id
            self._write(lambda s: s.groups.join(wish, into))

    def _split(self, wish: UUID) -> None:
        self._write(lambda s: s.groups.split(wish))

    def _write(self, work: Callable[[Any], Change]) -> None:
        self.told.clear()
        self._tasks.write(work, lambda _: self.told.clear(), self.told.trouble)
