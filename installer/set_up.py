"""Puts the set-up's steps in their order: environment, system libraries, packages, what is made from resources."""

from __future__ import annotations

import os
import sys
from typing import Final

import debian
import environment
from check import check
from commands import ROOT, SetUpStoppedError, run, say
from display import has_display
from faults import faults
from practice import show

USAGE: Final = """Say what to do:
  python3 installer/bootstrap.py demo                     set up and show the practice room
  python3 installer/bootstrap.py test [words for pytest]  set up and run the whole check
  python3 installer/bootstrap.py faults [--row N]         set up and run the long forms of the faults"""


def asked(words: list[str]) -> tuple[str, list[str]] | None:
    """Read the command line: what to do, and its words (those for pytest may have a `--` before them).

    None when it cannot be understood.
    """
    match words:
        case ["demo"]:
            return "demo", []
        case ["test", "--", *more] | ["test", *more]:
            return "test", more
        case ["faults"]:
            return "faults", []
        case ["faults", "--row", number] if number.isdecimal() and 1 <= int(number) <= 35:
            return "faults", ["--row", number]
        case _:
            return None


def set_up(command: str) -> None:
    """Bring this checkout to where `command` can run; safe to do again."""
    say(f"Setting up in {ROOT}")
    environment.make()
    if sys.platform == "linux":
        lacking = debian.needed(screen=not has_display(sys.platform, os.environ), tools=command != "demo")
        say("System libraries: " + ("some are missing" if lacking else "all are there"))
        if not debian.install(lacking):
            say("  Going on without them: what needs them will say so.")
    environment.fill()


def main(words: list[str]) -> int:
    """Set up, then show, check or try the faults; give the exit code: 0 all well, 1 not, 2 not understood."""
    order = asked(words)
    if order is None:
        say(USAGE)
        return 2
    command, more = order
    try:
        set_up(command)
    except SetUpStoppedError as error:
        say(f"Stopped: {error}")
        return 1
    if command == "test":
        return 0 if check(more) else 1
    if command == "faults":
        return 0 if run(environment.assemble()) and faults(more) else 1
    return 0 if run(environment.assemble()) and show() else 1
