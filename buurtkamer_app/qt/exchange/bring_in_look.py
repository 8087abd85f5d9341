"""What a list that comes in will do, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTableView

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.lists.records import WITH_NAMES, Does
from buurtkamer_app.exchange.tables.columns import ListKind
from buurtkamer_app.qt.exchange import bring_in_words as words
from buurtkamer_app.qt.exchange.bring_in_tables import ListTables
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.exchange.lists.records import Looked
    from buurtkamer_app.exchange.tables.columns import Chosen


class BringInLook(Form):
    """`agreed_to` says whether these people agreed, `go` that it is to be brought in (without what is wrong: True)."""

    agreed_to = Signal(bool)
    go = Signal(bool)
    form: ClassVar[str] = "exchange/bring_in_look"
    trouble: Sentence
    counts_words: QLabel
    preview_words: QLabel
    preview: QTableView
    wrong_words: QLabel
    wrong: QTableView
    agreed: QCheckBox
    leave_out: QCheckBox
    go_words: QLabel
    bring_in: QPushButton
    answer: Sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looked: Looked | None = None
        self.tables = ListTables(self.preview, self.wrong)
        self._heads: Sequence[str] = ()
        self._hidden = False
        self.agreed.toggled.connect(self.agreed_to)
        self.leave_out.toggled.connect(lambda _: self._say_button())
        self.bring_in.clicked.connect(lambda _=False: self.go.emit(self.leave_out.isChecked()))
        self.say()

    def begin(self) -> None:
        """Begin with another file: nothing is agreed to and nothing left out."""
        self.looked = None
        self.answer.clear()
        for tick in (self.agreed, self.leave_out):
            tick.blockSignals(True)
            tick.setChecked(False)
            tick.blockSignals(False)
        self.say()

    def wait(self, chosen: Chosen) -> None:
        """Let nothing be brought in while it is being looked at."""
        self.agreed.setVisible(chosen.kind is ListKind.VISITORS)
        self.bring_in.setEnabled(False)

    def put(self, looked: Looked, heads: Sequence[str]) -> None:
        """Show what a list would do."""
        self.looked, self._heads = looked, heads
        self.trouble.clear()
        if looked.missing:
            told = ", ".join(translate(head) for head in looked.missing)
            self.trouble.trouble(FileRefusedError("Choose above which column says: {heads}.", heads=told))
        self.say()

    def outcome(self) -> list[str]:
        """Give what the list would do in a few words, nothing as long as that is not known."""
        looked = self.looked
        if looked is None or looked.missing:
            return []
        return [told for told in (words.counts(looked), words.wrong_told(looked.count(Does.WRONG))) if told]

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, in its order."""
        return [self.preview, self.wrong, self.agreed, self.leave_out, self.bring_in]

    def hide_names(self, *, hidden: bool) -> None:
        """Show no name of the list, or show them again."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        looked = self.looked
        wrong = looked.count(Does.WRONG) if looked is not None else 0
        if looked is None:
            self.tables.clear()
        else:
            self.tables.show(looked, self._heads, hidden=self._hidden and looked.chosen.kind in WITH_NAMES)
        self.counts_words.setText(words.counts(looked) if looked is not None else "")
        self.preview_words.setHidden(self.preview.isHidden())
        self.wrong_words.setText(words.wrong_told(wrong))
        self.leave_out.setText(words.leave_out_told(wrong))
        for part in (self.wrong_words, self.leave_out):
            part.setVisible(bool(wrong))
        self._say_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tables.fit()

    def _say_button(self) -> None:
        looked = self.looked
        count = looked.count(Does.NEW, Does.CHANGED) if looked is not None else 0
        ready = looked is not None and count > 0 and not looked.asks
        wrong = looked is not None and looked.count(Does.WRONG) > 0
        self.bring_in.setEnabled(ready and (not wrong or self.leave_out.isChecked()))
        more = translate("Bring in {count} lines", count=count)
        self.bring_in.setText(translate("Bring in 1 line") if count == 1 else more)
        self.go_words.setText(words.before_going(count, asks=looked is not None and looked.asks))
