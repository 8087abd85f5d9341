"""A command as a person types it: its words, what it wrote, and the code that it ended with."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING
from unittest.mock import patch

from buurtkamer_app import cli
from buurtkamer_app.base import i18n

if TYPE_CHECKING:
    from pathlib import Path


def typed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Type a command in this process, which saves the second that each new one takes to begin."""
    call = ["buurtkamer", *map(str, words)]
    out, wrong = io.StringIO(), io.StringIO()
    i18n.speak(i18n.DEFAULT)
    with (
        open(os.devnull) as nothing,  # noqa: PTH123 - a device has no path on Windows
        patch.object(sys, "argv", call),
        patch.object(sys, "stdin", nothing),
        redirect_stdout(out),
        redirect_stderr(wrong),
    ):
        try:
            cli.run()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return subprocess.CompletedProcess(call, code, out.getvalue(), wrong.getvalue())


def typed_apart(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Type a command in a process of its own, as a terminal does."""
    call = [sys.executable, "-m", "buurtkamer_app", *map(str, words)]
    return subprocess.run(call, capture_output=True, text=True, check=False, timeout=120, stdin=subprocess.DEVNULL)
