"""The section of markets, and the forms of its lists, as somebody with a mouse works with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QPushButton, QTableView, QTimeEdit, QWidget

from buurtkamer_app.qt.days import show_day, show_time
from tests.printing.weeks import text
from tests.qt.office_room import choose

from .hands import Mouse, letters
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.qt.kept.kept import KeptPanel

W = TypeVar("W", bound=QWidget)


class Market:
    """The section of markets as somebody with a mouse works with it."""

    def __init__(self, mouse: Mouse) -> None:
        self.mouse, self.person = mouse, mouse.person
        window = self.person.desktop.window
        mouse.on(window.rail.buttons["activities"])
        page: Any = window.page("activities")
        mouse.on(page.parts.buttons["markets"])

    def see(self, kind: type[W]) -> W:
        """Give the one part of a kind that is seen."""
        found = [part for part in self.person.desktop.window.findChildren(kind) if part.isVisible()]
        assert len(found) == 1, f"{len(found)} {kind.__name__} are seen"
        return found[0]

    def go(self, title: str) -> None:
        """Go to a section of the market that is opened."""
        buttons = self.person.desktop.window.findChildren(QPushButton)
        self.mouse.on(next(one for one in buttons if one.isVisible() and one.isCheckable() and one.text() == title))

    def write(self, panel: KeptPanel, **values: Any) -> None:
        """Fill in fields of a form, and keep it."""
        for name, value in values.items():
            self.put(panel, name, value)
        self.mouse.on(panel.keep)

    def put(self, panel: KeptPanel, name: str, value: Any) -> None:
        """Type or choose a value."""
        part = panel.inputs[name]
        field: Any = part.input
        if part.without is not None and value is not None and part.without.isChecked():
            part.without.click()
        if isinstance(field, QDateEdit):
            show_day(field, value)
        elif isinstance(field, QTimeEdit):
            show_time(field, value)
        elif isinstance(field, QComboBox):
            assert field.findText(value) >= 0, value
            field.setCurrentIndex(field.findText(value))
        elif isinstance(field, QCheckBox):
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Space)
        else:
            field.clear()
            letters(field, value)

    def pick(self, rows: QTableView, words: str) -> None:
        """Click on the row that holds these words."""
        model = rows.model()
        lines = [
            " ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]
        row = next(number for number, line in enumerate(lines) if words in line)
        rows.scrollTo(model.index(row, 0))
        self.mouse.at_row(rows, row)

    def keep_as_file(self, papers: Any, path: Path, sheet: str) -> str:
        """Keep a sheet as a PDF, and read it."""
        papers.which.setCurrentIndex(papers.which.findData(sheet))
        self.mouse.on(papers.keep)
        self.person.wait(lambda: papers.papers.dialog is not None)
        choose(papers.papers.dialog, path)
        self.person.wait(lambda: path.exists() and papers.papers.answer.isVisible())
        papers.papers.dialog = None
        return text(path.read_bytes())

    def tells(self, work: Callable[[Any], Any]) -> Any:
        """Ask the services."""
        return asked(self.person, work)
