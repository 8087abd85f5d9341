"""The command `buurtkamer`, also as `python -m buurtkamer_app`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def everyday(words: list[str]) -> tuple[bool, Path | None] | None:
    """Tell for the commands of every day (`[demo] [--data FOLDER]`) whether to practise, and in which folder.

    None is for click, which knows all commands; it takes 20 ms to load, for which these need not wait.
    """
    practice = words[:1] == ["demo"]
    match words[practice:]:
        case []:
            return practice, None
        case ["--data", folder]:
            return practice, Path(folder)
    return None


def main() -> None:
    """Run the command that was typed."""
    if getattr(sys, "frozen", False):
        # A packaged program is its own child: this does what a child was started for, and ends there.
        from multiprocessing import freeze_support

        freeze_support()
    # What is loaded here and not at the top is not for every command, nor for a child process that imports this file.
    if (opening := everyday(sys.argv[1:])) is None:
        from buurtkamer_app.cli import run as run_command

        run_command()
    # Nothing that is worth collecting comes up while things are loaded; see qt/garbage.py for afterwards.
    gc.disable()
    from buurtkamer_app.base import paths
    from buurtkamer_app.desktop import Practice, run

    practice, folder = opening
    if practice:
        sys.exit(run(folder or paths.practice_data(), Practice()))
    sys.exit(run(folder or paths.user_data()))


if __name__ == "__main__":
    main()
