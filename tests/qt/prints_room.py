"""The page Afdrukken on the practice room, as the tests of that page open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.desktop.prints import Prints
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.qt.pdf_pages import PDFIUM, drawn_page, sizes
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.qt.printing.making import Seen
    from buurtkamer_app.services import Services
    from tests.qt.office_room import OfficeRoom

_ACROSS = 400  # dots
HOST = Actor(Role.HOST, KEY_HOLDER.host, "Ria")


@dataclass
class Here:
    """The page in its window, and the room behind it."""

    bot: QtBot
    room: OfficeRoom
    prints: Prints
    window: QScrollArea

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until something shows."""
        self.bot.waitUntil(lambda: bool(until()), timeout=15_000)

    @property
    def seen(self) -> Seen:
        """Give the sheet that is looked at."""
        self.wait(lambda: self.prints.sheet.shown is not None)
        shown = self.prints.sheet.shown
        assert shown is not None
        return shown

    def ask(self, work: Callable[[Services], Any]) -> Any:
        """Let the writing services answer."""
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.wait(lambda: answers)
        return answers[0]

    def choose(self, name: str) -> Seen:
        """Choose a sheet, and wait until it is there."""
        self.prints.choose(name)
        self.wait(lambda: self.prints.sheet.shown is not None and self.prints.sheet.shown.kind.name == name)
        return self.seen

    def monday(self) -> str:
        """Tell which day the sheet is about."""
        return self.seen.wanted.day.isoformat()

    def told(self) -> str:
        """Tell what is said of what went to paper."""
        return self.prints.sheet.out.papers.answer.text()


def opened(
    bot: QtBot, room: OfficeRoom, actor: Actor = KEY_HOLDER, kinds: Sequence[SheetKind] = EVERY, *, wide: int = 1080
) -> Here:
    """Open the page of a room with all programmes for whoever is at the desk, without any sheet yet."""
    prints = Prints(room.tasks, None, kinds)
    prints.show_programmes(frozenset(Programme))
    prints.set_actor(actor)
    window = QScrollArea()
    window.setWidgetResizable(True)
    window.setWidget(prints.page)
    bot.addWidget(window)
    window.resize(wide, 690)
    window.show()
    return Here(bot, room, prints, window)


def text_of(pdf: bytes) -> str:
    """Read the words of a PDF."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return " ".join(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    """Give how wide and high the pages of a PDF are, in points."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [(round(page.get_width()), round(page.get_height())) for page in document]
        finally:
            document.close()


def apart(one: bytes, other: bytes) -> float:
    """Give how much the pages of two PDFs differ, as the mean of all their dots, from 0 to 255."""
    pages = len(sizes(one))
    assert pages == len(sizes(other))
    wide = 2 * _ACROSS
    return max(pictures_apart(drawn_page(one, at, wide), drawn_page(other, at, wide)) for at in range(pages))


def pictures_apart(one: QImage, other: QImage) -> float:
    """Give how much two pictures of one page differ, as the mean of all their dots, from 0 to 255."""
    # Qt's paper is whole points high, which is a dot more or less.
    assert abs(one.height() - other.height()) <= 2
    size = QSize(_ACROSS, round(_ACROSS * one.height() / one.width()))
    small = [
        bytes(each.scaled(size, mode=Qt.TransformationMode.SmoothTransformation).constBits()) for each in (one, other)
    ]
    return float(sum(abs(left - right) for left, right in zip(*small, strict=True))) / len(small[0])
