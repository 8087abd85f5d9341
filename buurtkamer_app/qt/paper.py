"""A sheet on screen exactly as it will be on paper: one page at a time, whole or close by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress, register
from buurtkamer_app.qt.pdf_pages import drawn_page, sizes

if TYPE_CHECKING:
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_A4: Final = 297 / 210
_LOWEST: Final = 22  # lines of type high, at least
_FOOT: Final = 27  # lines of type in width for the buttons under a page beside each other
_CALM: Final = 60  # milliseconds without a new size before pages are drawn anew


class Shown(NamedTuple):
    """One page of a PDF as it is shown, which one it is (the first is 0), and of how many."""

    image: QImage
    at: int
    pages: int


def shown(pdf: bytes, at: int, wide: int) -> Shown:
    """Draw a page of a PDF, the last when it has no such page."""
    pages = len(sizes(pdf))
    at = min(at, pages - 1)
    return Shown(drawn_page(pdf, at, wide), at, pages)


class _Page(QWidget):
    """One page on its white sheet, as large as it fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image: QImage | None = None

    def fitted(self) -> QSize:
        """Give the size at which the page fits, in pixels of the window."""
        tall = self.image.height() / self.image.width() if self.image is not None else _A4
        across = min(float(self.width()), self.height() / tall)
        return QSize(max(1, int(across)), max(1, int(across * tall)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.image is None:
            return
        size = self.fitted()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF((self.width() - size.width()) // 2, 0, size.width(), size.height())
        painter.drawImage(sheet, self.image)
        painter.setPen(QColor(theme.colours().edge))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class PaperView(QWidget):
    """Shows the pages of a PDF; they are drawn on the reading thread for the very pixels of this screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: Tasks[Any] | None = None
        self._asked: Asked | None = None
        self._pdf, self._at, self._count = b"", 0, 0
        self.page = _Page(self)
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.back, self.number, self.on, self.closer = QPushButton(), QLabel(), QPushButton(), QPushButton()
        self.closer.setCheckable(True)
        for button, glyph in ((self.back, "arrow-left"), (self.on, "arrow-right"), (self.closer, "magnifying-glass")):
            dress(button, glyph)
        self.on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._foot, turning, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addLayout(self._foot)
        self._foot.addWidget(self.closer)
        self._foot.addStretch(1)
        for part in (self.back, self.number, self.on):
            turning.addWidget(part)
        self._foot.addLayout(turning)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._draw)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.closer.toggled.connect(self._measure)
        self._measure()
        self.say()

    @property
    def drawn(self) -> QImage | None:
        """Give the page that is shown; only that one is kept as a picture."""
        return self.page.image

    @property
    def at(self) -> int:
        """Tell which page is shown, the first is 0."""
        return self._at

    def pixels(self) -> int:
        """Give how wide a page is drawn, in pixels of this screen."""
        return round(self.page.fitted().width() * self.devicePixelRatio())

    def show_pdf(self, tasks: Tasks[Any], pdf: bytes) -> None:
        """Show a PDF from its first page on, drawn with these tasks."""
        self._tasks, self._pdf, self._at = tasks, pdf, 0
        self._draw()

    def show_drawn(self, tasks: Tasks[Any], pdf: bytes, seen: Shown) -> None:
        """Show a PDF of which one page is drawn already: nobody waits for that any more."""
        self._tasks, self._pdf = tasks, pdf
        if self._asked is not None:
            self._asked.cancel()
        self._take(seen)
        if seen.image.width() != self.pixels():
            self._calm.start()

    def clear(self) -> None:
        """Show no page."""
        if self._asked is not None:
            self._asked.cancel()
        self._pdf, self._at, self._count, self.page.image = b"", 0, 0, None
        self.page.update()
        self.say()

    def say(self) -> None:
        """Write the words in the language of the moment."""
        self.back.setText(translate("Previous"))
        self.back.setAccessibleName(translate("Previous page"))
        self.on.setText(translate("Next"))
        self.on.setAccessibleName(translate("Next page"))
        self.closer.setText(translate("Whole page") if self.closer.isChecked() else translate("Look closer"))
        several = self._count > 1
        for part in (self.back, self.number, self.on):
            part.setVisible(several)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at < self._count - 1)
        page = {"page": self._at + 1, "pages": self._count}
        self.number.setText(translate("{page} of {pages}", **page))
        self.number.setAccessibleName(translate("Page {page} of {pages}", **page))
        seen = translate("The sheet as it will be on paper")
        self.page.setAccessibleName(f"{seen}, {self.number.accessibleName()}" if several else seen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _FOOT, self._foot)
        self._measure()

    def _measure(self) -> None:
        """Let the page be at least so high that one sees what it is; close by it is as wide as there is room."""
        line = self.fontMetrics().height()
        self.page.setMinimumHeight(int(self.width() * _A4) if self.closer.isChecked() else _LOWEST * line)
        self.say()
        self._calm.start()

    def _draw(self) -> None:
        if self._tasks is None or not self._pdf:
            return
        if self._asked is not None:
            self._asked.cancel()
        wide, pdf, at = self.pixels(), self._pdf, self._at
        words = translate("The sheet is being drawn…")
        self._asked = self._tasks.read_long(words, lambda _, __: shown(pdf, at, wide), while_there(self, self._take))

    def _take(self, seen: Shown) -> None:
        self._at, self._count, self.page.image = seen.at, seen.pages, seen.image
        self.page.update()
        self.say()

    def _turn(self, by: int) -> None:
        self._at = max(0, min(self._count - 1, self._at + by))
        self.say()
        self._draw()


register(PaperView)
