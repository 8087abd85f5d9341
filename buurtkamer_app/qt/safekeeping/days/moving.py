"""Moving to another computer: the stick and what the new one must show, then its number, and the old one is emptied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QMessageBox, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.safekeeping.days.page import DayPage
from buurtkamer_app.qt.said import Block, label

if TYPE_CHECKING:
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.hard_days.records import Figures, Moving


class MovingPage(DayPage):
    """`stick_asked` gives the folder for the backup, `wipe_asked` the number and whether local backups go too.

    Whoever does it calls `failed`, or `packed`. `device` tells this computer from another one.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"hard_day", "visit", "wish", "host"})
    title = mark("Moving to another computer")
    intro = mark("The old computer keeps working until the number of the new one matches.")

    stick_asked = Signal(Path)
    wipe_asked = Signal(str, bool)

    def __init__(self, tasks: Tasks[Any], device: str, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._device = device
        self.moving: Moving | None = None
        self.number: QLineEdit | None = None
        self.backups: QCheckBox | None = None
        self.dialog: QFileDialog | QMessageBox | None = None
        self.papers = Papers(tasks)
        self.body.addWidget(self.papers)

    def refresh(self) -> None:
        """Read how far it is."""
        device = self._device
        self.tasks.read(lambda s: s.hard_days.moving(device), self._show, self.answer.trouble)

    def packed(self) -> None:
        """Say that the stick is ready."""
        self.answer.tell(lambda: translate("The stick is ready and was checked."))
        self.outdate()

    def failed(self, error: BuurtkamerError) -> None:
        """Say what went wrong."""
        self.answer.trouble(error)

    def _show(self, moving: Moving | None) -> None:
        if self.number is not None and self.number.text() and moving == self.moving:
            return
        typed = self.number.text() if self.number is not None else ""
        self.moving, self.number, self.backups = moving, None, None
        self.clear()
        if moving is not None and not moving.here:
            self._new(moving)
            return
        self._stick(moving)
        if moving is not None and moving.packed_at is not None:
            self._there(moving)
            self._number(moving, typed)

    def _stick(self, moving: Moving | None) -> None:
        block = self.told(
            translate("Put a stick in. A backup is made on it and checked."),
            strong=f"1. {translate('On this computer')}",
        )
        again = moving is not None and moving.packed_at is not None
        words = translate("Make the stick again") if again else translate("Make the moving stick")
        block.offer(words, "floppy-disk", translate(self.title), self._ask_stick)

    def _there(self, moving: Moving) -> None:
        block = self.told(
            translate("Start the program there. Choose: I have a backup."),
            translate("Take the stick and the recovery code with you."),
            *_lines(moving.figures),
            strong=f"2. {translate('On the new computer')}",
        )
        block.offer(translate("Print the slip"), "print", translate(self.title), self._print)

    def _number(self, moving: Moving, typed: str) -> None:
        block = self.told(strong=f"3. {translate('Back on this computer')}")
        if moving.since.visits or moving.since.wishes:
            since = translate(
                "Since the stick was made: {visits} visits and {wishes} wishes. Make the stick again.",
                visits=moving.since.visits,
                wishes=moving.since.wishes,
            )
            block.put(label(since, "warning"))
        words = translate("Number on the new computer")
        block.put(label(words, "strong"))
        self.number = number = QLineEdit(typed)
        number.setMaxLength(20)
        number.setAccessibleName(words)
        block.put(number)
        self.backups = QCheckBox(translate("Also erase the backups on this computer"))
        block.put(self.backups)
        block.offer(translate("Empty this computer"), "eraser", translate(self.title), self._ask_wipe)
        block.offer(translate("Do not move"), "arrow-left", translate(self.title), self._stop)

    def _new(self, moving: Moving) -> None:
        if not moving.check:
            device = self._device
            self.tasks.write(lambda s: s.hard_days.arrive(device), lambda _: self.outdate(), self.failed)
            return
        block = self.told(*_lines(moving.figures), strong=translate("This is the new computer. It holds:"))
        block.put(label(translate("Type this number on the old computer:")))
        block.put(label(f"{moving.check[:3]} {moving.check[3:]}", "heading"))
        block.offer(translate("The moving is done"), "check", translate(self.title), self._stop)

    def _stop(self) -> None:
        self.tasks.write(lambda s: s.hard_days.end_moving(), lambda _: self.outdate(), self.failed)

    def _ask_stick(self) -> None:
        self.dialog = dialogs.choose_folder(self, None, self.stick_asked.emit)

    def _ask_wipe(self) -> None:
        device, typed = self._device, self.number.text() if self.number is not None else ""
        self.tasks.read(lambda s: s.hard_days.matches(device, typed), lambda _: self._sure(typed), self.failed)

    def _sure(self, typed: str) -> None:
        too = self.backups is not None and self.backups.isChecked()
        question = translate("The number matches. Everything of the room on this computer is erased for good.")
        self.dialog = dialogs.ask(
            self, question, translate("Empty this computer"), lambda: self.wipe_asked.emit(typed, too)
        )

    def _print(self) -> None:
        from buurtkamer_app.papers.hard_days import moving_slip

        if self.moving is not None:
            found = self.moving.figures
            words = translate("The sheet is being drawn…")
            self.tasks.read_long(
                words, lambda s, _: moving_slip(s, found), lambda made: self.papers.put_on([made]), self.failed
            )


def _lines(found: Figures) -> tuple[str, ...]:
    last = dates.day_and_year(found.last_visit) if found.last_visit else "–"
    return (
        translate("Visits: {count}", count=found.visits),
        translate("Wishes: {count}", count=found.wishes),
        translate("Hosts: {count}", count=found.hosts),
        translate("Last day: {day}", day=last),
    )


class MovedPanel(QWidget):
    """What a computer shows that the room moved away from; `again` is for who wants a room here all the same."""

    again = Signal()

    def __init__(self, day: str, trouble: BuurtkamerError | None = None) -> None:
        super().__init__()
        from PySide6.QtWidgets import QVBoxLayout

        column = QVBoxLayout(self)
        column.addStretch(1)
        block = Block()
        block.put(label(translate("The room lives on another computer."), "heading"))
        if trouble is None:
            block.put(label(translate("Since {day}. Nothing of it is on this computer any more.", day=day)))
        else:
            block.put(label(trouble.sentence(), "warning"))
            block.put(label(translate("The keys are gone. The rest goes when the program starts again.")))
        words = translate("Use this computer for a room again")
        block.offer(words, "clock-rotate-left", words, self.again.emit)
        column.addWidget(block)
        column.addStretch(1)
