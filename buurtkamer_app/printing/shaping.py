"""Text in any script as it is drawn: runs from left to right, each of one font, its letters joined and in their place.

Which way a run goes is Unicode's bidirectional algorithm (UAX #9, python-bidi); how its letters look is HarfBuzz.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

import uharfbuzz
from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)
from bidi.mirror import MIRRORED

from buurtkamer_app.printing import scripts
from buurtkamer_app.printing.joined_font import JoinedFont, Letter, Part
from buurtkamer_app.printing.marks import BETWEEN, RIGHT_TO_LEFT
from buurtkamer_app.printing.roboto import Face, font, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STRONG: Final = {"L": 0, "R": 1, "AL": 1}
# Without a shape of their own: they only say which way a text goes.
_DIRECTIONS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


class Run(NamedTuple):
    """What is drawn in one go, from left to right: the font, and the codes by which it knows the letters.

    `ems` is its width and `lead` where in it the first letter stands, in parts of the type size.
    """

    font: str
    codes: str
    ems: float
    lead: float = 0.0


def _levels(text: str, base: int) -> list[int]:
    """Tell the level of each character: odd ones go from right to left."""
    storage = get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    get_embedding_levels(text, storage)
    for at, char in enumerate(storage["chars"]):
        char["at"] = at
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    resolve_neutral_types(storage, debug=False)
    resolve_implicit_levels(storage, debug=False)
    known = {char["at"]: int(char["level"]) for char in storage["chars"]}
    levels: list[int] = []
    for at in range(len(text)):
        # Joiners have no level: they go with what they join.
        levels.append(known.get(at, levels[-1] if levels else base))
    return levels


def _fonts(text: str, face: Face) -> Iterator[JoinedFont]:
    """Give the font of each character: marks, blanks and stops between letters go with the letters before them."""
    roboto = font(face)
    last = roboto
    for char in text:
        script = scripts.script(char)
        own = scripts.font(script, bold=face is Face.BOLD) if script else None
        leans = unicodedata.category(char)[0] in "MZC" or char in "-,.:!?()"
        if own is not None:
            last = own
        elif not (leans and ord(char) in last.drawn):
            last = roboto
        yield last


def _reordered(levels: Sequence[int]) -> list[int]:
    """Put runs, in the order in which they are read, in the order in which they stand (UAX #9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order


def _as_seen(said: str) -> str:
    """Give what a letter stands for from left to right: who reads a PDF turns it round, and brackets with it."""
    return "".join(MIRRORED.get(char, char) for char in reversed(said))


def _letters(text: str, used: JoinedFont, *, backwards: bool) -> Iterator[Letter]:
    """Shape a run: its letters from left to right, each with the dots and marks that belong to it."""
    shaper, buffer = used.shaper(), uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer, {"kern": True, "liga": True})
    infos = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    clusters = [(start, list(glyphs)) for start, glyphs in groupby(infos, key=lambda glyph: glyph[0].cluster)]
    starts = sorted({start for start, _ in clusters})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, glyphs in clusters:
        parts, pen = [], 0
        for info, place in glyphs:
            parts.append(Part(info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
        said = text[start : ends[start]]
        yield Letter(_as_seen(said) if backwards else said, tuple(parts), pen)


def _run(text: str, used: JoinedFont, level: int) -> Run:
    if level % 2 == 0 and plain(text):
        codes = [ord(char) for char in text]
    else:
        codes = [used.code(letter) for letter in _letters(text, used, backwards=bool(level % 2))]
    # Letters reach over each other within a run; those of another font keep clear.
    lead, tail = used.overhang(codes[0])[0], used.overhang(codes[-1])[1]
    drawn = "".join(map(chr, codes))
    return Run(used.fontName, drawn, lead + used.stringWidth(drawn, 1000) / 1000 + tail, lead)


def _runs(text: str, face: Face, base: int) -> list[Run]:
    """Lay out a text that goes one way by and large (`base` 1: from right to left)."""
    marked = zip(_levels(text, base), _fonts(text, face), text, strict=True)
    grouped = [
        (key, "".join(char for *_, char in chars)) for key, chars in groupby(marked, key=lambda known: known[:2])
    ]
    runs = [_run(chars, used, level) for (level, used), chars in grouped]
    return [runs[at] for at in _reordered([level for (level, _), _ in grouped])]


def _base(text: str) -> int:
    """Tell which way a text goes by and large: as its first letter does (UAX #9, rules P2 and P3)."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), 0)


@lru_cache(maxsize=2048)
def shaped(text: str, face: Face) -> tuple[Run, ...]:
    """Give the runs of a line from left to right.

    Facts with a dot between them keep apart: each goes its own way, the row of them from left to right as soon as one
    does. A text that begins with RIGHT_TO_LEFT goes from right to left, whatever it holds.
    """
    backwards = text.startswith(RIGHT_TO_LEFT)
    facts = _DIRECTIONS.sub("", text).split(BETWEEN)
    if len(facts) == 1:
        return tuple(_runs(facts[0], face, 1 if backwards else _base(facts[0])))
    turned = backwards or all(_base(fact) for fact in facts)
    laid = [_runs(fact, face, 1 if backwards else _base(fact)) for fact in facts]
    between = _run(BETWEEN, font(face), 0)
    rows = laid[::-1] if turned else laid
    return tuple(run for number, row in enumerate(rows) for run in ([between] if number else []) + row)


def ems(text: str, face: Face) -> float:
    """Measure a line in units of its type size."""
    return sum(run.ems for run in shaped(text, face))
