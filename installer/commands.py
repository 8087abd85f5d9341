"""Runs commands from the project's root, where everybody can see them."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parents[1]


class SetUpStoppedError(Exception):
    """The set-up cannot go on; the text is a plain sentence that says what to do."""


def say(line: str) -> None:
    """Show one line at once, before what a command writes after it."""
    print(line, flush=True)


def shown(command: Sequence[str]) -> str:
    """Give a command as one would type it in the project's root."""
    return shlex.join(word.removeprefix(f"{ROOT}{os.sep}") for word in command)


def run(command: Sequence[str], **more: str) -> bool:
    """Show and run a command with `more` added to its environment; tell whether it went well."""
    say(f"  $ {shown(command)}")
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **more}, check=False).returncode == 0


def ask(command: Sequence[str]) -> str:
    """Give what a command writes; nothing when it fails."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
