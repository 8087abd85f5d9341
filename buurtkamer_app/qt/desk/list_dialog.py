"""A list that is kept at the desk: fields on top to add to it, under them its lines, each with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.desk.folding import fold, tight
from buurtkamer_app.qt.desk.typed_dialog import TypedDialog
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_WIDE: Final = 52  # times the size of type
_MARK: Final = 1.3  # times the size of type: an icon before a word


class ListDialog(TypedDialog):
    """Reads its list again whenever one of `kinds` changed; a list names its draft, reads, shows and keeps itself."""

    kinds: ClassVar[frozenset[str]]
    draft_name: ClassVar[str]
    fields: QBoxLayout
    entries: QVBoxLayout
    told: Sentence
    keep: QPushButton
    shut: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool) -> None:
        super().__init__(tasks, parent, self.draft_name)
        self.names_hidden = names_hidden
        self._made: list[QWidget] = []
        self.keep.clicked.connect(self.enter)
        self.shut.clicked.connect(self.reject)
        tasks.changed.connect(self._look)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(_WIDE * em, room.width()), round(0.95 * room.height()))
        self.say()
        self.refresh()

    def read(self, services: Services) -> Any:
        """Read the list."""
        raise NotImplementedError

    def show_list(self, found: Any) -> None:
        """Remember the list, and show it."""
        raise NotImplementedError

    def enter(self) -> None:
        """Keep what is typed in the fields."""
        raise NotImplementedError

    def hide_names(self, hidden: bool) -> None:
        """Show the list without who is in it."""
        self.names_hidden = hidden
        self.say()

    def refresh(self) -> None:
        """Read the list again."""
        self._asked = self._tasks.read(self.read, self.show_list, self.told.trouble)

    def put(self, lines: Sequence[QWidget]) -> None:
        """Show these lines instead of those that are there."""
        discard(self.entries, self._made)
        self._made += lines
        stops: list[QWidget] = [self.keep]
        for line in lines:
            self.entries.addWidget(line)
            stops += line.findChildren(QPushButton)
        # As the eye goes: the fields, the list under them, then the foot.
        walk(*stops, self.shut)

    def write(self, work: Callable[[Services], Change], then: Callable[[], None] | None = None) -> None:
        """Let it be done; a refusal is said under the fields."""

        def written(_: Change) -> None:
            if self._gone:
                return
            self.told.clear()
            if then is not None:
                then()

        self._tasks.write(work, written, self._refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.fields)

    def _refused(self, error: BuurtkamerError) -> None:
        if not self._gone:
            self.keep.setEnabled(True)
            self.told.trouble(error)

    def _look(self, change: Change) -> None:
        if change.kinds & self.kinds and not self._gone:
            self.refresh()


class Line(QFrame):
    """One line of a list: what it is, facts under it, and what can be done with it."""

    def __init__(self, parent: QWidget, what: str, facts: Sequence[str], *, pale: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if tight(parent) else QBoxLayout.Direction.LeftToRight)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._row.addLayout(self._words, 1)
        self._say("what", what, "soft" if pale else "strong")
        self._say("facts", " · ".join(fact for fact in facts if fact), "soft")

    def show_sign(self, glyph: str, words: str, kind: str) -> None:
        """Add how it stands: an icon and a word, in the colour of a kind of words."""
        tints, size = theme.colours(), round(_MARK * self.fontInfo().pixelSize())
        row, sign = QHBoxLayout(), QLabel(self)
        sign.setPixmap(icons.icon(glyph, tints.brick_dark if kind == "warning" else tints.soft).pixmap(size, size))
        label = QLabel(words, self)
        label.setObjectName("state")
        label.setProperty("kind", kind)
        row.addWidget(sign)
        row.addWidget(label, 1)
        self._words.addLayout(row)

    def offer(self, words: str, glyph: str, then: Callable[[], None]) -> QPushButton:
        """Add the button."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        dress(button, glyph)
        button.clicked.connect(then)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _say(self, name: str, words: str, kind: str) -> None:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setProperty("kind", kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._words.addWidget(label)
