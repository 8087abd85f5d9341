"""Which printer, how many copies, and on both sides or not: in the room's own words, and it keeps nobody waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.records import Sides
from buurtkamer_app.qt import printers
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.printers import Way
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

# In sizes of type.
_WIDE: Final = 42
_HIGH: Final = 23
_ENOUGH: Final = 30


class PrinterDialog(DialogForm):
    """Gives the way in which to print with `decided`; `unprinted` when a file is wanted instead."""

    form: ClassVar[str] = "printing/printer"
    heading: QLabel
    told: Sentence
    printer_label: QLabel
    printer: QComboBox
    copies_label: QLabel
    copies: QSpinBox
    both_sides: QCheckBox
    foot: QBoxLayout
    back: QPushButton
    keep: QPushButton
    print_it: QPushButton

    decided = Signal(object)
    unprinted = Signal()

    def __init__(self, sides: Sides, parent: QWidget) -> None:
        super().__init__(parent)
        self.both_sides.setVisible(sides is not Sides.ONE)
        self.print_it.setEnabled(False)
        self.keep.hide()
        self.printer.setEnabled(False)
        let_scroll(self)
        self.back.clicked.connect(self.reject)
        self.keep.clicked.connect(self._instead)
        self.print_it.clicked.connect(self._decide)
        self.finished.connect(self.deleteLater)
        self.say()
        self.told.tell(lambda: translate("The printers of this computer are looked for…"))
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(_WIDE * em, room.width()), min(_HIGH * em, round(0.95 * room.height())))
        self._asking = printers.Asking()
        self._asking.told.connect(while_there(self, self._show))
        self._asking.start()

    def say(self) -> None:
        self.setWindowTitle(translate("Choose a printer…").rstrip("…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.foot)

    def _show(self, names: list[str] | None) -> None:
        if names:
            self.told.clear()
            self.printer.addItems(names)
            self.printer.setEnabled(True)
            self.print_it.setEnabled(True)
            self.print_it.setDefault(True)
            return
        if names is None:
            self.told.tell(lambda: translate("The printers do not answer. Save the sheet as a PDF instead."))
        else:
            self.told.tell(lambda: translate("This computer has no printer. Save the sheet as a PDF instead."))
        for part in (self.printer_label, self.printer, self.copies_label, self.copies, self.both_sides, self.print_it):
            part.hide()
        self.keep.show()
        self.keep.setFocus()

    def _decide(self) -> None:
        name = self.printer.currentText()
        printers.here().choose(name)
        self.decided.emit(Way(name, self.copies.value(), self.both_sides.isChecked()))
        self.accept()

    def _instead(self) -> None:
        self.accept()
        self.unprinted.emit()
