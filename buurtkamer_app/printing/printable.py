"""What of a text can stand on paper: letters that a font of ours has stay, others are written out in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from anyascii import anyascii

from buurtkamer_app.printing import scripts
from buurtkamer_app.printing.typeface import letters

# Controls, format characters, surrogates, private use and unassigned: they have no shape on paper.
_WITHOUT_SHAPE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
# Pictures such as emoji, and marks that only change the character before them.
_BESIDE_WORDS = frozenset(("So", "Sk", "Mn", "Me"))
_BORNE = frozenset(("Mn", "Me"))
# Between two Arabic letters they say whether these join, as Persian needs; elsewhere they have no meaning on paper.
_JOINERS = "\u200c\u200d"
_ARABIC = "[\u0620-\u06ff\u0750-\u077f]"
_ASTRAY = re.compile(f"(?<!{_ARABIC})[{_JOINERS}]+|[{_JOINERS}]+(?!{_ARABIC}|[{_JOINERS}])")

# More than two marks on a letter reach into the line above; no name needs them once composed.
_MARKS = 2
# Arabic and Hebrew are printed without vowels, as in a newspaper: they too would reach there. A hamza is no vowel.
_UNVOWELLED = frozenset((scripts.Script.ARABIC, scripts.Script.HEBREW))
_HAMZA = "\u0653\u0654\u0655"


def _borne(mark: str, base: str, pile: int) -> bool:
    """Tell whether a letter bears a mark, the first or a next one, on paper."""
    of = scripts.script(mark)
    fits = of not in _UNVOWELLED or (mark in _HAMZA and pile == 1)
    return fits and pile <= _MARKS and base.isalnum() and scripts.script(base) is of


def _lightened(text: str) -> str:
    """Leave out marks that no letter of their script bears, and what of a pile of them is higher than a line."""
    kept: list[str] = []
    base, pile = "", 0
    for char in text:
        if unicodedata.category(char) in _BORNE:
            pile += 1
            kept += [char] if _borne(char, base, pile) else []
            continue
        kept.append(char)
        base, pile = (base, pile) if char in _JOINERS else (char, 0)
    return "".join(kept)


def _shaped(char: str) -> str:
    if char.isspace() and char not in "\u00a0\u202f":
        return " "
    if unicodedata.category(char) in _WITHOUT_SHAPE and char not in _JOINERS:
        # A NUL or a tab between two words still parts them.
        return " " if unicodedata.category(char) == "Cc" else ""
    return "\u00a0" if char == "\u202f" else char


def _written_out(run: str) -> str:
    """Write a run of other letters in Latin ones, with a capital as names have: `محمد` -> `Mhmd`."""
    latin = anyascii(run).strip(" :")
    return latin[:1].upper() + latin[1:]


def _drawn(char: str) -> bool:
    """Tell whether a font of ours has a letter: Roboto, or that of its script."""
    return ord(char) in letters() or char in _JOINERS or scripts.drawn(char)


def _on_paper(text: str, *, pictures: bool) -> str:
    kept: list[str] = []
    for char in text:
        # What hangs on a letter that is written out is written out with it.
        hangs = unicodedata.category(char) in _BORNE and kept and not _drawn(kept[-1])
        if _drawn(char) or pictures or hangs or unicodedata.category(char) not in _BESIDE_WORDS:
            kept.append(char)
    runs = groupby(kept, key=_drawn)
    written = ["".join(run) if drawn else _written_out("".join(run)) for drawn, run in runs]
    return " ".join(part for part in "".join(written).split(" ") if part)


def printable(text: str) -> str:
    """Give a text as it can be printed, on one line, blanks joined; never empty unless the text has no shape at all.

    Pictures are left out beside words; a name that is nothing but a picture is written out (`☕` -> `Coffee`).
    """
    composed = unicodedata.normalize("NFC", "".join(map(_shaped, text)))
    shaped = _ASTRAY.sub("", composed if composed.isascii() else _lightened(composed))
    return _on_paper(shaped, pictures=False) or " ".join(_on_paper(shaped, pictures=True).replace(":", " ").split())
