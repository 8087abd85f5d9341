"""The professional's window at work: who it is, the pages, and what goes from one page to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from buurtkamer_app.desktop.review_entrance import ReviewEntrance
from buurtkamer_app.desktop.review_pages import ReviewPages
from buurtkamer_app.desktop.screen import Screen
from buurtkamer_app.qt.crash import CrashWatch
from buurtkamer_app.qt.painted import once_painted
from buurtkamer_app.qt.review.window import ReviewWindow
from buurtkamer_app.qt.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.settings import Settings

_SIZE: Final = (1366, 768)


class ReviewDesktop(QObject):
    """One window on the logs that a professional opens."""

    def __init__(
        self, app: QApplication, folder: Path, settings: Settings, clock: Clock, files: Sequence[Path] = ()
    ) -> None:
        super().__init__()
        self._files = tuple(files)
        self.tasks: Tasks[Any] = Tasks(self)
        self.window = ReviewWindow()
        self.screen = Screen(app, folder, settings)
        self.entrance = ReviewEntrance(self.window, self.tasks, folder, clock)
        self._pages = ReviewPages(self.window, self.tasks, self.screen, self.entrance)
        self.crash = CrashWatch(folder / "log" / "buurtkamer.log", self._pages.keep_drafts, self)
        self.crash.watch()
        self._listen()

    def start(self, behind: Callable[[], object]) -> None:
        """Show the window, and ask who it is when it has been painted; `behind` is done then, too."""
        self._behind = behind
        self.window.resize(*_SIZE)
        self.window.set_pages(self._pages.specs())
        self.window.rest()
        once_painted(self.window, self._open)
        self.window.show()

    def open(self, files: Sequence[Path]) -> None:
        """Open files on the page Logs."""
        self.window.show_page("logs")
        logs: Any = self.window.page("logs")
        logs.open(list(files))

    def _listen(self) -> None:
        window, tasks = self.window, self.tasks
        window.stop_asked.connect(tasks.cancel)
        window.closing.connect(self._close)
        window.dropped.connect(self._drop)
        tasks.troubled.connect(window.trouble)
        # The bar for messages is only made when there is one.
        tasks.busy.connect(lambda words: window.messages.wait(words))  # noqa: PLW0108
        tasks.progressed.connect(lambda part: window.messages.show_part(part))  # noqa: PLW0108
        self.entrance.opened.connect(self._opened)

    def _open(self) -> None:
        from buurtkamer_app.qt.garbage import Garbage

        self._behind()
        self.garbage = Garbage(self)
        self.entrance.open()

    def _opened(self) -> None:
        files, self._files = self._files, ()
        self._pages.tell()
        if files:
            self.open(files)

    def _drop(self, files: list[Path]) -> None:
        if self.entrance.is_open:
            self.open(files)
        else:
            self._files += tuple(files)

    def _close(self) -> None:
        self._pages.keep_drafts()
        self.tasks.close()
