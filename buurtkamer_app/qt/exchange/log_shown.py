"""What stands beside the steps of a log, one at a time: who gets it, its lines, its pages, what went out, the phone."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.qt.exchange.log_lines import LogLines
from buurtkamer_app.qt.exchange.log_made import LogMadeCard
from buurtkamer_app.qt.exchange.log_people import LogPeople
from buurtkamer_app.qt.exchange.log_sent import LogSent
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from buurtkamer_app.exchange.log.draft import LogDraft
    from buurtkamer_app.qt.paper import PaperView
    from buurtkamer_app.qt.tasks import Tasks


class View(enum.Enum):
    """What can be seen."""

    PEOPLE = "people"
    LINES = "lines"
    PAGES = "pages"
    SENT = "sent"
    MADE = "made"


_ABOVE: Final = 12  # pixels over what came in sight


class LogShown:
    """Holds the parts, and shows one of them."""

    def __init__(self, tasks: Tasks[Any], place: QVBoxLayout, paper: PaperView) -> None:
        self.tasks = tasks
        self.view = View.PAGES
        self.paper, self.lines, self.people = paper, LogLines(tasks), LogPeople(tasks)
        self.sent, self.made = LogSent(), LogMadeCard()
        self._hidden = False
        self._draft: LogDraft | None = None
        self._parts: dict[View, QWidget] = {
            View.PAGES: paper,
            View.LINES: self.lines,
            View.PEOPLE: self.people,
            View.SENT: self.sent,
            View.MADE: self.made,
        }
        for view, part in self._parts.items():
            if part is not paper:
                place.addWidget(part)
            part.setVisible(view is self.view)

    def see(self, view: View, *, bring: bool = False) -> None:
        """Show this part and no other; with `bring` somebody asked for it: it comes in sight, with the keyboard."""
        begins = view is View.LINES and self.view is not View.LINES
        self.view = view
        for other, part in self._parts.items():
            part.setVisible(other is view)
        if view is View.LINES and (begins or bring):
            self.lines.start(focus=bring)
        if bring:
            QTimer.singleShot(0, self._parts[view], lambda: _bring_in_sight(self._parts[view]))

    def put(self, draft: LogDraft) -> None:
        """Show another draft: its lines and its pages."""
        self._draft = draft
        self.lines.put(draft.texts)
        self._show_pages()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide what people typed, names in the pages, and the words that open a log."""
        self._hidden = hidden
        for part in (self.lines, self.people, self.made):
            part.hide_names(hidden)
        self._show_pages()

    def _show_pages(self) -> None:
        if self._draft is None or (self._hidden and self._draft.names_because):
            self.paper.clear()
        else:
            self.paper.show_pdf(self.tasks, self._draft.pages)


def _bring_in_sight(part: QWidget) -> None:
    """Scroll the page to where a part begins, when there is no room for it beside the steps."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    inside = around.widget() if around is not None else None
    if around is not None and inside is not None and narrow(part) and part.isVisible():
        around.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y() - _ABOVE)
