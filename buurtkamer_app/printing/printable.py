"""What of a text can stand on paper: letters that Roboto has stay, others are written out in Latin letters."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from anyascii import anyascii

from buurtkamer_app.printing.typeface import letters

# Controls, format characters, surrogates, private use and unassigned: they have no shape on paper.
_WITHOUT_SHAPE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
# Pictures such as emoji, and marks that only change the character before them.
_BESIDE_WORDS = frozenset(("So", "Sk", "Mn", "Me"))


def _shaped(char: str) -> str:
    if char.isspace() and char not in "\u00a0\u202f":
        return " "
    if unicodedata.category(char) in _WITHOUT_SHAPE:
        # A NUL or a tab between two words still parts them.
        return " " if unicodedata.category(char) == "Cc" else ""
    return "\u00a0" if char == "\u202f" else char


def _written_out(run: str) -> str:
    """Write a run of other letters in Latin ones, with a capital as names have: `محمد` -> `Mhmd`."""
    latin = anyascii(run).strip(" :")
    return latin[:1].upper() + latin[1:]


def _on_paper(text: str, *, pictures: bool) -> str:
    known = letters()
    kept = [char for char in text if ord(char) in known or pictures or unicodedata.category(char) not in _BESIDE_WORDS]
    runs = groupby(kept, key=lambda char: ord(char) in known)
    written = ["".join(run) if drawn else _written_out("".join(run)) for drawn, run in runs]
    return " ".join(part for part in "".join(written).split(" ") if part)


def printable(text: str) -> str:
    """Give a text as it can be printed, on one line, blanks joined; never empty unless the text has no shape at all.

    Pictures are left out beside words; a name that is nothing but a picture is written out (`☕` -> `Coffee`).
    """
    shaped = unicodedata.normalize("NFC", "".join(map(_shaped, text)))
    return _on_paper(shaped, pictures=False) or _on_paper(shaped, pictures=True).replace(":", " ").strip()
