"""A font that draws each letter as its script shapes it, as one glyph that a reader of the PDF finds again as letter.

ReportLab sets one character as one glyph. Shaping gives other glyphs than that: joined forms, dots and accents of their
own, other distances. Each letter as it was shaped becomes one glyph of glyphs, under a code of its own that stands for
the letter in the table by which a PDF is searched and copied.
"""

from __future__ import annotations

import struct
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# From here on no character is assigned: Unicode's private plane 15.
_FIRST: Final = 0xF0000
# A font has at most 65,536 glyphs; a text that asks for more draws its letters as they stand alone.
_MOST: Final = 60_000
# Flags of a part in a compound glyph: its place in words, as x and y; a scale of its own; more parts follow (OpenType,
# table "glyf"), and what 1 is in such a scale.
_PLACED: Final = 0x0003
_SCALED: Final = 0x0008
_MORE: Final = 0x0020
_WHOLE: Final = 0x4000
# Where the table "maxp" says how much its compound glyphs may hold: points, contours, parts, depth.
_MAXIMA: Final = ((10, 2000), (12, 200), (28, 64), (30, 8))
# How many entries a block of a table of characters may have (Adobe Technical Note 5014).
_BLOCK: Final = 100

# How a file begins, and where in it the places and lengths of its tables stand (OpenType, "table directory").
_TRUE_TYPE: Final = b"\0\1\0\0"
_TABLES: Final = 20


class Part(NamedTuple):
    """A glyph of the font and where it stands in its letter, in font units."""

    glyph: int
    right: int
    up: int


class Letter(NamedTuple):
    """A letter as it was shaped: what it stands for, its parts, and how far the next one stands, in font units."""

    said: str
    parts: tuple[Part, ...]
    advance: int


def _to_unicode(said: Sequence[str]) -> bytes:
    """Give the table that says which text each code of a subset stands for (PDF 32000-1, 9.10.3)."""
    entries = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(said)]
    blocks = (entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK))
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Letters def\n/CMapType 2 def\n"
    spaces = f"1 begincodespacerange\n<00> <{len(said) - 1:02X}>\nendcodespacerange\n"
    tail = "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return f"{head}{spaces}{listed}{tail}".encode()


def whole(file: Path) -> bool:
    """Tell whether the file of a font is there, with all of its tables: a disk may have lost some of it."""
    try:
        held = file.read_bytes()
        tables = range(struct.unpack_from(">H", held, 4)[0])
        ends = [sum(struct.unpack_from(">LL", held, _TABLES + 16 * at)) for at in tables]
    except (OSError, struct.error):
        return False
    return held.startswith(_TRUE_TYPE) and max(ends, default=0) <= len(held)


class JoinedFont(TTFont):
    """A TrueType font to which letters are added as they are shaped.

    It may be drawn at another `scale` and be lifted from the baseline by a part of its size, to fit Roboto's lines.
    """

    def __init__(self, name: str, file: Path, scale: float = 1.0, lift: float = 0.0) -> None:
        super().__init__(name, str(file))
        self._scale, self._lift = scale, lift
        # The published stubs do not know what of the file it holds.
        self._open: Any = self.face
        self._allow_compounds()
        self.drawn = frozenset(self.face.charToGlyph)
        self._codes: dict[Letter, int] = {}
        self._said: dict[int, str] = {}
        self._adding = Lock()
        self._shaper: uharfbuzz.Font | None = None

    def shaper(self) -> uharfbuzz.Font:
        """Give the font as HarfBuzz reads it, and make room for letters the first time."""
        with self._adding:
            if self._shaper is None:
                self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self._open._ttf_data)))  # noqa: SLF001
                self._make_room()
        return self._shaper

    def code(self, letter: Letter) -> int:
        """Give the code that draws a letter; its own when the font draws it so by itself."""
        if self._scale == 1 and len(letter.said) == len(letter.parts) == 1:
            part, char = letter.parts[0], ord(letter.said)
            natural = self.face.charToGlyph.get(char) == part.glyph
            if natural and letter[1:] == ((Part(part.glyph, 0, 0),), self._advance(part.glyph)):
                return char
        with self._adding:
            if letter not in self._codes:
                self._codes[letter] = self._added(letter) if len(self._codes) < _MOST else ord(letter.said[0])
        return self._codes[letter]

    def overhang(self, code: int) -> tuple[float, float]:
        """Tell how far a letter reaches to the left and to the right of its own room, in parts of the type size."""
        face = self._open
        glyph = face.charToGlyph.get(code, 0)
        if face.glyphPos[glyph + 1] == face.glyphPos[glyph]:
            return 0.0, 0.0
        at = face.get_table_pos("glyf")[0] + face.glyphPos[glyph]
        left, _, right, _ = struct.unpack_from(">4h", face._ttf_data, at + 2)  # noqa: SLF001
        return max(0, -left) / face.unitsPerEm, max(0, right - self._advance(glyph)) / face.unitsPerEm

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font into a document, with what its codes stand for."""
        subsets = self.state[doc].subsets
        # ReportLab reads the file from one place at a time.
        with self._adding:
            super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            if not self._said.keys().isdisjoint(subset):
                internal = doc.fontMapping[self.fontName].lstrip("/")
                table = doc.idToObject[fonts[f"{internal}+{number}"].ToUnicode.name]
                table.content = _to_unicode([self._said.get(code, chr(code)) for code in subset])

    def _fitted(self, letter: Letter) -> Letter:
        """Give a letter at the size and on the line that the font is drawn at."""
        lift = round(self._lift * self._open.unitsPerEm)
        parts = (Part(part.glyph, *(round(at * self._scale) for at in part[1:])) for part in letter.parts)
        moved = tuple(part._replace(up=part.up + lift) for part in parts)
        return Letter(letter.said, moved, round(letter.advance * self._scale))

    def _advance(self, glyph: int) -> int:
        return int(self.face.hmetrics[min(glyph, len(self.face.hmetrics) - 1)][0])

    def _allow_compounds(self) -> None:
        """Tell the font that its glyphs may be compounds: at once, or a sheet would depend on those made before it."""
        face = self._open
        data = bytearray(face._ttf_data)  # noqa: SLF001
        at = face.get_table_pos("maxp")[0]
        for field, most in _MAXIMA:
            value = struct.unpack_from(">H", data, at + field)[0]
            struct.pack_into(">H", data, at + field, max(value, most))
        face._ttf_data = bytes(data)  # noqa: SLF001

    def _make_room(self) -> None:
        """Let the table of glyphs go on behind the end of the file; a glyph that nobody asks for holds the gap."""
        face = self._open
        data = face._ttf_data  # noqa: SLF001
        self._extend(data + b"\0" * (-len(data) % 4))
        face.hmetrics.append((0, 0))

    def _extend(self, data: bytes) -> None:
        face = self._open
        start = face.get_table_pos("glyf")[0]
        face._ttf_data = data  # noqa: SLF001
        face.table["glyf"]["length"] = len(data) - start
        face.glyphPos.append(len(data) - start)

    def _added(self, letter: Letter) -> int:
        face = self._open
        glyph, code = len(face.glyphPos) - 1, _FIRST + len(self._codes)
        letter = self._fitted(letter)
        drawn = self._compound(letter.parts)
        left = struct.unpack_from(">h", drawn, 2)[0] if drawn else 0
        self._extend(face._ttf_data + drawn + b"\0" * (-len(drawn) % 4))  # noqa: SLF001
        face.hmetrics.append((letter.advance, left % 0x10000))
        face.charWidths[code] = letter.advance * 1000 / face.unitsPerEm
        self._said[code] = letter.said
        face.charToGlyph[code] = glyph
        return code

    def _boxes(self, parts: Sequence[Part]) -> Iterator[tuple[Part, tuple[int, int, int, int]]]:
        """Give the parts that draw anything, and the box of each."""
        face = self._open
        start = face.get_table_pos("glyf")[0]
        for part in parts:
            if face.glyphPos[part.glyph + 1] > face.glyphPos[part.glyph]:
                at = start + face.glyphPos[part.glyph]
                box = struct.unpack_from(">4h", face._ttf_data, at + 2)  # noqa: SLF001
                left, low, right, high = (round(edge * self._scale) for edge in box)
                yield part, (left + part.right, low + part.up, right + part.right, high + part.up)

    def _compound(self, parts: Sequence[Part]) -> bytes:
        """Give the description of a glyph that is made of others (OpenType, table "glyf")."""
        drawn = list(self._boxes(parts))
        if not drawn:
            return b""
        lefts, lows, rights, highs = zip(*(box for _, box in drawn), strict=True)
        described = [struct.pack(">5h", -1, min(lefts), min(lows), max(rights), max(highs))]
        for number, (part, _) in enumerate(drawn, 1):
            flags = _PLACED | _SCALED | (_MORE if number < len(drawn) else 0)
            described.append(struct.pack(">HHhhh", flags, *part, round(self._scale * _WHOLE)))
        return b"".join(described)
