"""Words: English message ids become the language of the room through gettext catalogues.

The language is one setting of the process, switched at run time; everything that is shown asks here when it is shown.
"""

from __future__ import annotations

import gettext
from typing import Final

from buurtkamer_app.base import paths

LANGUAGES: Final = ("nl", "nl_BE", "en")
DEFAULT: Final = "nl"


class _Speech:
    """The catalogue in use; loaded when first needed, since a catalogue costs 2 ms."""

    language = DEFAULT
    catalogue: gettext.NullTranslations | None = None


def speak(language: str) -> None:
    """Switch to one of `LANGUAGES`; an unknown one is the default."""
    _Speech.language = language if language in LANGUAGES else DEFAULT
    _Speech.catalogue = None


def language() -> str:
    """Tell which language is spoken, as Babel and Qt name it (`nl`, `nl_BE`, `en`)."""
    return _Speech.language


def mark(message: str) -> str:
    """Mark a message id for the catalogues where it is translated later."""
    return message


def _load(language: str) -> gettext.NullTranslations:
    """Read a catalogue; Flemish holds only what differs from Dutch, English is what the message ids say."""
    # gettext's own search asks for the locale of the computer, which takes longer than reading the file.
    path = paths.catalogues() / language / "LC_MESSAGES" / "buurtkamer.mo"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    if "_" in language:
        catalogue.add_fallback(_load(language.split("_", maxsplit=1)[0]))
    return catalogue


def translate(message: str, **values: object) -> str:
    """Give the words for a message id, its braces filled with `values`."""
    if _Speech.catalogue is None:
        _Speech.catalogue = _load(_Speech.language)
    words = _Speech.catalogue.gettext(message) if message else ""
    return words.format(**values) if values else words
