"""The catalogues kept in step: `python installer/catalogues.py` adds to each what the program says and it lacks."""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "i18n"
# What stands first in these calls is a message id: our two functions and the errors, which are sentences.
SAYS: Final = (
    "translate",
    "mark",
    "BuurtkamerError",
    "RefusedError",
    "NotAllowedError",
    "ClashError",
    "StoreError",
    "DamagedError",
    "KeyRefusedError",
    "FileRefusedError",
)


def in_code() -> Iterator[tuple[str, str]]:
    """Give every message id of the program's code, with the file that says it.

    The syntax tree is asked: Babel's own extractor does not look inside the braces of an f-string.
    """
    for path in sorted((ROOT / "buurtkamer_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYS:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                    yield first.value, path.relative_to(ROOT).as_posix()


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def in_forms() -> Iterator[tuple[str, str]]:
    """Give every message id of the Designer forms, with the form that says it."""
    for path in sorted((ROOT / "ui").rglob("*.ui")):
        # These are our own files, from the same checkout.
        for string in ET.parse(path).iter("string"):  # noqa: S314
            if string.text and string.text.strip() and string.get("notr") != "true":
                yield string.text, path.relative_to(ROOT).as_posix()


def said() -> dict[str, list[str]]:
    """Give every message id with the files that say it, in the order of the files."""
    found: dict[str, list[str]] = {}
    for message, file in (*in_code(), *in_forms()):
        files = found.setdefault(message, [])
        if file not in files:
            files.append(file)
    return found


def words_of(language: str) -> dict[str, str]:
    """Give the words of a catalogue by message id; what has none yet has an empty text."""
    return {str(entry.id): str(entry.string or "") for entry in load(language) if entry.id}


def file_of(language: str) -> Path:
    """Give the file of a catalogue."""
    return FOLDER / language / "LC_MESSAGES" / "buurtkamer.po"


def load(language: str) -> Catalog:
    """Read a catalogue, an empty one when there is none."""
    path = file_of(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as source:
        return read_po(source, language)


def _empty(language: str) -> Catalog:
    return Catalog(
        language,
        header_comment="# The words of buurtkamer. Kept in step by installer/catalogues.py.",
        project="buurtkamer",
        version="0.1",
        msgid_bugs_address="none",
        last_translator="the founders",
        language_team="none",
        fuzzy=False,
    )


def renewed(language: str, known: Catalog, *, whole: bool) -> Catalog:
    """Give a catalogue of what the program says now, with the words that were known; `whole` also without words."""
    fresh = _empty(language)
    fresh.creation_date = known.creation_date
    for message, files in said().items():
        entry = known.get(message)
        words = entry.string if entry is not None else ""
        if words or whole:
            fresh.add(message, words, [(file, 1) for file in files])
    return fresh


def save(language: str, catalogue: Catalog) -> None:
    """Write a catalogue, in the order of the files that say its messages."""
    file_of(language).parent.mkdir(parents=True, exist_ok=True)
    with file_of(language).open("wb") as out:
        write_po(out, catalogue, width=120, include_lineno=False)


def lacking() -> list[str]:
    """Give what the Dutch catalogue lacks or holds too much, each as one line."""
    messages, words = said(), words_of("nl")
    found = [f"no words yet: {message}" for message in messages if not words.get(message)]
    return found + [f"said nowhere: {message}" for message in words if message not in messages]


def main() -> int:
    """Renew both catalogues, or with `check` only look; end with 1 when something wants Dutch words, and say what.

    Flemish holds only what differs from Dutch.
    """
    if sys.argv[1:] == ["check"]:
        lines = lacking()
        print("\n".join(lines) or f"{len(said())} messages, all in Dutch")
        return 1 if lines else 0
    missing = []
    for language, whole in (("nl", True), ("nl_BE", False)):
        fresh = renewed(language, load(language), whole=whole)
        save(language, fresh)
        missing += [str(entry.id) for entry in fresh if entry.id and not entry.string]
    for message in missing:
        print(f"no words yet: {message}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
