"""A picture of the head of this week's wall sheet, as it comes out with what is typed and chosen now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.look.records import HouseLook
    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.services import Services

# Drawn once at this many pixels, shown as wide as there is room.
_WIDE: Final = 700
# What is seen of the page, as a part of its height.
_SEEN: Final = 0.34
_LEAST: Final = 260


class SheetHead(QLabel):
    """Shows the top of a sheet as wide as it may be; a new picture replaces the old one when it is ready."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setMinimumSize(_LEAST, 120)

    def draw(self, tasks: Tasks[Any], facts: RoomFacts, look: HouseLook) -> None:
        """Make the picture anew; for what cannot be the last one stays."""

        def work(services: Services) -> QImage:
            from buurtkamer_app.papers.heads import head
            from buurtkamer_app.qt.pdf_pages import drawn_page

            page = drawn_page(head(services, facts, look), 0, _WIDE)
            return page.copy(0, 0, page.width(), round(page.height() * _SEEN))

        tasks.read(work, while_there(self, self._show), lambda _: None)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST * 2, self.heightForWidth(_LEAST * 2))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # The top of an A4 page.
        return round(width * 2**0.5 * _SEEN)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        high = min(self.height(), self.heightForWidth(self.width()))
        wide = round(high / _SEEN / 2**0.5)
        painter.drawImage(self.rect().adjusted(0, 0, wide - self.width(), high - self.height()), self.image)
        painter.end()

    def _show(self, image: QImage) -> None:
        self.image = image
        self.update()


register(SheetHead)
