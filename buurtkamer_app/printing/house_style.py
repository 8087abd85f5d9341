"""The house style on paper: inks, pages with their margins and footer, and the metadata of every sheet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4 as _A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from buurtkamer_app.base.i18n import language
from buurtkamer_app.printing.dress import MAIN, PLAIN, Dress
from buurtkamer_app.printing.roboto import plain
from buurtkamer_app.printing.typeface import Face, font, width

if TYPE_CHECKING:
    from collections.abc import Sequence

INK: Final = "#16202a"
SOFT_INK: Final = "#33404a"
WHITE: Final = "#ffffff"
LINE: Final = "#b9b2a2"
# Monday to Sunday; each at least 7:1 against white, so that it stays dark in black and white.
DAY_COLOURS: Final = ("#0b5563", "#7f4507", "#5b3a8c", "#2a602a", "#a0303c", "#1f4e8c", "#4a4f57")

WIDTH: Final[float] = _A4[0]
HEIGHT: Final[float] = _A4[1]
MARGIN: Final = 32.0
ROOM: Final = WIDTH - 2 * MARGIN
SMALLEST: Final = 12.0
LEADING: Final = 1.26
# Where letters stand within the height of their type, from its top.
BASELINE: Final = 0.97


class Paper(NamedTuple):
    """A size of page in points."""

    wide: float
    high: float


A4: Final = Paper(WIDTH, HEIGHT)
A4_ACROSS: Final = Paper(HEIGHT, WIDTH)
A3: Final = Paper(297 * mm, 420 * mm)


class Sheet:
    """A PDF in the making: everything is placed in points from the left and from the top of the page.

    Colours are `#rrggbb` or the part that one plays (MAIN, SECOND, TINT): `dress` says what they are in this room.
    """

    def __init__(self, title: str, author: str, *, dress: Dress = PLAIN, paper: Paper = A4) -> None:
        for face in Face:
            font(face)
        self.dress, self.paper = dress, paper
        self._out = io.BytesIO()
        # `invariant`: the same data gives the same bytes, without the time of making. The first font is ours, since
        # ReportLab's own is not embedded.
        self.canvas = Canvas(
            self._out,
            pagesize=paper,
            invariant=1,
            pageCompression=1,
            # The published stubs take this name for a number.
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]
            lang=language().replace("_", "-"),
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Buurtkamer")
        self.canvas.setSubject(title)
        # What reads a file aloud, or shows it, names it by its title.
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def text(self, words: str, at: tuple[float, float], face: Face, size: float, colour: str = INK) -> None:
        """Write a line of text whose box has its upper left corner `at`."""
        self.canvas.setFillColor(HexColor(self.dress.paint(colour)))
        left, up = at[0], self.paper.high - at[1] - size * BASELINE
        if plain(words):
            self.canvas.setFont(face.value, size)
            self.canvas.drawString(left, up, words)
            return
        # As in `typeface`.
        from buurtkamer_app.printing.shaping import shaped  # noqa: PLC0415

        for run in shaped(words, face):
            self.canvas.setFont(run.font, size)
            self.canvas.drawString(left + run.lead * size, up, run.codes)
            left += run.ems * size

    def text_middle(self, words: str, at: tuple[float, float], face: Face, size: float, colour: str = INK) -> None:
        """Write a line of text whose box has the middle of its upper edge `at`."""
        self.text(words, (at[0] - width(words, face, size) / 2, at[1]), face, size, colour)

    def text_right(self, words: str, at: tuple[float, float], face: Face, size: float, colour: str = INK) -> None:
        """Write a line of text whose box has its upper right corner `at`."""
        self.text(words, (at[0] - width(words, face, size), at[1]), face, size, colour)

    def frame(
        self, at: tuple[float, float], size: tuple[float, float], *, line: str, fill: str = "", weight: float = 1.0
    ) -> None:
        """Draw a box with round corners, its upper left corner `at`."""
        self.canvas.setStrokeColor(HexColor(self.dress.paint(line)))
        self.canvas.setLineWidth(weight)
        if fill:
            self.canvas.setFillColor(HexColor(self.dress.paint(fill)))
        self.canvas.roundRect(at[0], self.paper.high - at[1] - size[1], *size, 7, stroke=1, fill=int(bool(fill)))

    def square(self, at: tuple[float, float], side: float, *, line: str, weight: float = 0.8) -> None:
        """Draw a box to tick, its upper left corner `at`."""
        self.canvas.setStrokeColor(HexColor(self.dress.paint(line)))
        self.canvas.setLineWidth(weight)
        self.canvas.rect(at[0], self.paper.high - at[1] - side, side, side, stroke=1, fill=0)

    def band(self, height: float, colour: str) -> None:
        """Fill the whole width of the page from its top."""
        self.canvas.setFillColor(HexColor(self.dress.paint(colour)))
        self.canvas.rect(0, self.paper.high - height, self.paper.wide, height, stroke=0, fill=1)

    def head(self, down: float) -> None:
        """Set the head of the page apart: a band down to there, a line where no area is filled."""
        if self.dress.filled:
            self.band(down, MAIN)
        else:
            self.rule(MARGIN, self.paper.wide - MARGIN, down, colour=MAIN, weight=2.2)

    def rule(self, left: float, right: float, down: float, *, colour: str, weight: float = 0.6) -> None:
        """Draw a level line."""
        self.canvas.setStrokeColor(HexColor(self.dress.paint(colour)))
        self.canvas.setLineWidth(weight)
        self.canvas.line(left, self.paper.high - down, right, self.paper.high - down)

    def entry(self, words: str, down: float = 0.0) -> None:
        """Name what begins there on this page in the outline of the file, by which one finds one's way on a screen."""
        key = f"{self.canvas.getPageNumber()}-{words}"
        self.canvas.bookmarkPage(key, fit="FitH", top=self.paper.high - down)
        self.canvas.addOutlineEntry(words, key)

    def turn(self) -> None:
        """End this page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """Give the finished PDF."""
        self.canvas.save()
        return self._out.getvalue()


def foot_height(lines: Sequence[str]) -> float:
    """Tell how high the footer is that stands in the lower margin, in points: its lines, and the one that dates it."""
    return (len(lines) + 1) * SMALLEST * LEADING + 8


def foot(sheet: Sheet, lines: Sequence[str], dated: str, page: str) -> None:
    """Write the footer: whose sheet it is, then when it was made and which page this is."""
    wide, high = sheet.paper
    down = high - MARGIN - foot_height(lines) + 8
    sheet.rule(MARGIN, wide - MARGIN, down - 5, colour=LINE)
    for line in (*lines, dated):
        sheet.text(line, (MARGIN, down), Face.REGULAR, SMALLEST, SOFT_INK)
        down += SMALLEST * LEADING
    sheet.text_right(page, (wide - MARGIN, down - SMALLEST * LEADING), Face.REGULAR, SMALLEST, SOFT_INK)
