"""Makes the sections of Beheer for what goes out and comes in: the professional, lists, the archive, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks


def for_the_professional(tasks: Tasks[Any], hides: Callable[[Callable[[bool], None]], None]) -> list[Section]:
    """Give the log that goes out and what comes back; `hides` tells them when names are hidden."""

    def log() -> QWidget:
        from buurtkamer_app.qt.exchange.log import LogPanel

        made = LogPanel(tasks)
        hides(made.hide_names)
        return made

    return [
        Section("log", mark("Log for the professional"), "file-export", log),
        Section("answers", mark("Answers"), "envelope-open-text", lambda: _answers(tasks)),
    ]


def lists_and_files(tasks: Tasks[Any], hides: Callable[[Callable[[bool], None]], None]) -> list[Section]:
    """Give what is brought in and saved as files; `hides` as above."""

    def bring_in() -> QWidget:
        from buurtkamer_app.qt.exchange.bring_in import BringInPanel

        made = BringInPanel(tasks)
        hides(made.hide_names)
        return made

    return [
        Section("bring_in", mark("Lists from a file"), "file-import", bring_in),
        Section("take_out", mark("Lists to a file"), "table", lambda: _take_out(tasks)),
        Section("archive", mark("Archive"), "box-archive", lambda: _archive(tasks)),
        Section("calendar", mark("Calendar file"), "calendar-days", lambda: _calendar(tasks)),
    ]


def _answers(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.exchange.answers import AnswersPanel

    return AnswersPanel(tasks)


def _take_out(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.exchange.take_out import TakeOutPanel

    return TakeOutPanel(tasks)


def _archive(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.exchange.archive import ArchivePanel

    return ArchivePanel(tasks)


def _calendar(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.exchange.calendar import CalendarPanel

    return CalendarPanel(tasks)
