"""A list with ticks for after an activity: who brings whom home, or what goes back to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class Ticked:
    """Which list: its words (message ids), its record with `activity_id`, `done` and these two fields, where it is.

    `line` says an entry, from its first and second field.
    """

    heading: str
    first: str
    second: str
    add: str
    line: str
    record: type
    fields: tuple[str, str]
    kept: Callable[[Services], Any]


class TickedPanel(Panel):
    """Ticks, takes away and writes down; with names hidden it shows how many there are, and nobody.

    `laid` comes when other entries are shown; `stops` is what Tab goes through.
    """

    form: ClassVar[str] = "street/ticked"
    kinds: ClassVar[frozenset[str]] = frozenset({"brings_home", "goes_back"})
    laid = Signal()
    heading: QLabel
    those: QVBoxLayout
    first_label: QLabel
    first: QLineEdit
    second_label: QLabel
    second: QLineEdit
    add: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], of: Ticked, key: UUID, *, names_hidden: bool) -> None:
        super().__init__(tasks)
        self._of, self._key, self._hidden = of, key, names_hidden
        self._found: Sequence[Known[Any]] = ()
        self._made: list[QWidget] = []
        self.boxes: list[QCheckBox] = []
        self.add.clicked.connect(self._add)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._add)
        self.hide_names(names_hidden)

    def hide_names(self, hidden: bool) -> None:
        """Show how many there are, and nobody; or show them again."""
        self._hidden = hidden
        for part in (self.first_label, self.first, self.second_label, self.second, self.add):
            part.setHidden(hidden)
        self.say()

    def refresh(self) -> None:
        """Read the list."""
        self.tasks.read(lambda services: self._of.kept(services).all(activity_id=self._key), self._show)

    def say(self) -> None:
        of = self._of
        self.heading.setText(translate(of.heading))
        for field, label, words in (
            (self.first, self.first_label, of.first),
            (self.second, self.second_label, of.second),
        ):
            label.setText(translate(words))
            field.setAccessibleName(translate(words))
        self.add.setText(translate(of.add))
        self._show(self._found)

    def _show(self, found: Sequence[Known[Any]]) -> None:
        self._found = found
        discard(self.those, self._made)
        self.boxes = []
        self.stops: list[QWidget] = []
        for known in found:
            self._put(known)
        self.stops += (self.first, self.second, self.add)
        self.laid.emit()

    def _put(self, known: Known[Any]) -> None:
        """Show an entry with its tick, and a button that takes it away."""
        first, second = (getattr(known.it, name) or "…" for name in self._of.fields)
        words = "…" if self._hidden else translate(self._of.line, first=first, second=second)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        box, label = QCheckBox(translate("Is done")), QLabel(words)
        box.setChecked(known.it.done)
        box.setAccessibleName(f"{words}: {box.text()}")
        box.toggled.connect(partial(self._tick, known))
        label.setWordWrap(True)
        label.setTextFormat(label.textFormat().PlainText)
        away = QPushButton(translate("Take away"))
        away.setAutoDefault(False)
        away.setAccessibleName(f"{away.text()}: {words}")
        dress(away, "trash-can")
        away.clicked.connect(partial(self._take_away, known.id))
        row.addWidget(box)
        row.addWidget(label, 1)
        row.addWidget(away)
        self.boxes.append(box)
        self.stops += (box, away)
        self._made.append(line)
        self.those.addWidget(line)

    def _tick(self, known: Known[Any], done: bool) -> None:
        of, new = self._of, replace(known.it, done=done)
        self.tasks.write(lambda services: of.kept(services).write(new, known.id), lambda _: None, self.answer.trouble)

    def _take_away(self, key: UUID, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        of = self._of
        self.tasks.write(lambda services: of.kept(services).take_away(key), lambda _: None, self.answer.trouble)

    def _add(self) -> None:
        of, typed = self._of, (self.first.text(), self.second.text())
        new = of.record(activity_id=self._key, **dict(zip(of.fields, typed, strict=True)))
        self.answer.clear()
        self.tasks.write(lambda services: of.kept(services).write(new), self._added, self.answer.trouble)

    def _added(self, _: object) -> None:
        self.first.clear()
        self.second.clear()
        self.first.setFocus()
