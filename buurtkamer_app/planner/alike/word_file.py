"""Files of words that can be edited: groups with a name in brackets, and lists with commas."""

from __future__ import annotations

import configparser
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import FileRefusedError

if TYPE_CHECKING:
    from pathlib import Path


def read_groups(path: Path) -> configparser.ConfigParser:
    """Read a file of words; raises `FileRefusedError` for one that cannot be read."""
    parser = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    try:
        parser.read_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        raise FileRefusedError("The file {name} cannot be read.", name=path.name) from error
    return parser


def entries(value: str) -> list[str]:
    """Give the words and phrases of a list."""
    return [entry.strip() for entry in value.replace("\n", " ").split(",") if entry.strip()]
