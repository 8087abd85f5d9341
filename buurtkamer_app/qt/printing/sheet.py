"""The sheet that was chosen, exactly as on paper, with what it is about, its choices, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.records import Per
from buurtkamer_app.qt.answers import leave_it, while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.printing import making
from buurtkamer_app.qt.printing.choosing import ChoicesPart
from buurtkamer_app.qt.printing.making import Question, Seen, View
from buurtkamer_app.qt.printing.out import OutPart
from buurtkamer_app.qt.printing.when import WhenBar
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Choices
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

# In lines of type: how wide the questions are, and from which width on they stand beside the paper.
_ASKING: Final = 17
_ENOUGH: Final = 34
# Changes that no sheet tells of.
_APART: Final = frozenset({"sheet_choice", "draft", "sign_in", "setting"})


class SheetPanel(Panel):
    """Shows one sheet; `seen` gives each that was made, `moved` says that another day was chosen."""

    form: ClassVar[str] = "printing/sheet"
    columns: QBoxLayout
    asking: QFrame
    parts: QVBoxLayout
    heading: QLabel
    about: QLabel
    told: Sentence
    paper: PaperView

    seen = Signal(object)
    moved = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.kind: SheetKind | None = None
        self.shown: Seen | None = None
        self.tile = QSize(1, 1)
        self._hidden = False
        self._choices: dict[str, Choices] = {}
        self._asked: Asked | None = None
        self.when, self.choices, self.out = WhenBar(), ChoicesPart(), OutPart(tasks)
        for place, part in enumerate((self.when, self.choices, self.out), 2):
            self.parts.insertWidget(place, part)
        seeing = (self.paper.closer, self.paper.back, self.paper.on)
        # What Tab goes to, in order.
        self.stops = (*self.when.stops(), *self.choices.stops(), *self.out.stops(), *seeing)
        self.when.moved.connect(self.outdate)
        self.when.moved.connect(self.moved)
        self.choices.chosen.connect(self._choose)
        self.say()

    @property
    def busy(self) -> bool:
        """Tell whether the sheet that is looked at is being made."""
        return self._asked is not None and not self._asked.stop.is_set()

    def show_kind(self, kind: SheetKind) -> None:
        """Show another sheet, of the same day."""
        self.kind, self.shown = kind, None
        self.when.go_per(kind.per)
        self.choices.offer(None, kind.usual)
        self.out.start(kind)
        self.paper.clear()
        self.say()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show no sheet with names or numbers of people while names are hidden."""
        self._hidden = hidden
        self.outdate()

    def forget(self) -> None:
        """Let go of what was shown, and of a press that waits for it: the desk is locked."""
        self.out.start(None)
        self.out.viewing.remove()
        self.shown = None
        self.paper.clear()
        self._old = True

    def refresh(self) -> None:
        """Make the sheet on the reading thread, and show it."""
        self._drop()
        kind = self.kind
        if kind is None:
            return
        self.out.wait()
        chosen = self._choices.get(kind.name)
        guarded = kind.private or (chosen is not None and kind.guarded(chosen))
        if self._hidden and guarded:
            self._hide()
            return
        at = self.paper.at if self.shown is not None else 0
        question = Question(kind, self.when.day, chosen, self.when.key, self.when.blank)
        view = View(max(1, self.paper.pixels()), at, self.tile)
        show, trouble = while_there(self, self._show), while_there(self, self._fail)
        if kind.per is Per.YEAR:
            words = translate("The sheet is being made…")
            self._asked = self.tasks.read_long(words, lambda s, _: making.see(s, question, view), show, trouble)
        else:
            # Not behind a tile that is being made.
            self._asked = self.tasks.read(lambda services: making.see(services, question, view), show, trouble)

    def say(self) -> None:
        if self.kind is not None:
            self.heading.setText(translate(self.kind.title))
            self.about.setText(translate(self.kind.about))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)
        beside = self.columns.direction() is QBoxLayout.Direction.LeftToRight
        wide = _ASKING * self.fontMetrics().height()
        self.asking.setMinimumWidth(wide if beside else 0)
        self.asking.setMaximumWidth(wide if beside else 16_777_215)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.busy:
            self._drop()
            self._old = True

    def _look(self, change: Change) -> None:
        """Anything may stand on a sheet: every change but those that no sheet tells of makes it old."""
        if change.kinds - _APART:
            self._old = True
            self._paced.ask()

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _show(self, seen: Seen) -> None:
        self._asked = None
        if self._hidden and seen.kind.guarded(seen.wanted.choices):
            self._hide()
            return
        self.told.clear()
        self.paper.show()
        self.out.setEnabled(True)
        self.shown = seen
        self.when.stands_at(seen.wanted, seen.entries)
        self.choices.offer(seen.kind, seen.wanted.choices)
        self.paper.show_drawn(self.tasks, seen.made.pdf, seen.page)
        self.out.put(seen)
        self.seen.emit(seen)

    def _hide(self) -> None:
        self.shown = None
        self.paper.clear()
        self.paper.hide()
        self.out.setEnabled(False)
        self.told.tell(lambda: translate("Names are hidden. Press F8 on Today to see them."))

    def _fail(self, error: BuurtkamerError) -> None:
        self._asked = None
        self.shown = None
        self.paper.clear()
        self.told.trouble(error)

    def _choose(self) -> None:
        kind, chosen = self.kind, self.choices.choices
        if kind is None:
            return
        self._choices[kind.name] = chosen
        self.outdate()
        self.tasks.write(lambda services: services.looks.remember(kind.name, chosen.kept()), leave_it)
