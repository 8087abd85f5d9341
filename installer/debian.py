"""The libraries and programs that Debian and Ubuntu keep apart from Python: looked for first, then asked of apt."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from commands import ask, run, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

# What the Qt of PySide6-Essentials 6.11 asks of the system (the NEEDED entries of libQt6Gui and of the xcb plug-in),
# and the package that holds it: the newest name first where it was renamed.
LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libX11.so.6": ("libx11-6",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxcb.so.1": ("libxcb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
}
SCREEN: Final[Mapping[str, tuple[str, ...]]] = {"xvfb-run": ("xvfb",), "xauth": ("xauth",)}
# What the tests look with from outside: a database server, other PDF readers, a machine without a network.
TOOLS: Final[Mapping[str, tuple[str, ...]]] = {
    "initdb": ("postgresql",),
    "ip": ("iproute2",),
    "pdftoppm": ("poppler-utils",),
    "pdftotext": ("poppler-utils",),
    "qpdf": ("qpdf",),
    "strace": ("strace",),
    "unshare": ("util-linux",),
}
QUIET: Final = ("-o=DPkg::Lock::Timeout=120", "-o=Dpkg::Use-Pty=0")
SYSTEM_FOLDERS: Final = "/usr/local/sbin:/usr/sbin:/sbin"


def libraries_in(listing: str) -> set[str]:
    """Read the names of the libraries out of what `ldconfig -p` writes."""
    return {line.split()[0] for line in listing.splitlines() if " => " in line}


def libraries_here() -> set[str]:
    """Look which libraries this system can load."""
    return libraries_in(ask([_found("ldconfig") or "ldconfig", "-p"]))


def programs_here(names: Iterable[str]) -> set[str]:
    """Look which of these programs are here; Debian keeps PostgreSQL's own outside the search path."""
    return {name for name in names if _found(name) or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))}


def _found(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", os.defpath), SYSTEM_FOLDERS]))


def missing(wanted: Mapping[str, tuple[str, ...]], here: Collection[str]) -> list[tuple[str, ...]]:
    """Give, each once, the packages (all names of each) of what is wanted and not here."""
    return list(dict.fromkeys(names for thing, names in wanted.items() if thing not in here))


def chosen(packages: Iterable[tuple[str, ...]], known: Collection[str]) -> list[str]:
    """Take of each package the first name that apt knows, or the last when it knows none."""
    return [next((name for name in names if name in known), names[-1]) for names in packages]


def apt(words: Iterable[str], *, root: bool, terminal: bool) -> list[str]:
    """Give the apt-get command: as it is for root, else with sudo, which may only ask where somebody can answer."""
    as_root = [] if root else ["sudo", *([] if terminal else ["--non-interactive"])]
    return [
        *as_root,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=120",
        *words,
    ]


def by_hand(packages: Iterable[str]) -> str:
    """Give the sentence for when this program may not install something itself."""
    return f"Please let somebody who may do so run: sudo apt-get install {' '.join(packages)}"


def needed(*, screen: bool, tools: bool) -> list[tuple[str, ...]]:
    """Look what is missing here: Qt's libraries always, a `screen` without a monitor, and the tests' `tools`."""
    programs = {**(SCREEN if screen else {}), **(TOOLS if tools else {})}
    return missing(LIBRARIES, libraries_here()) + missing(programs, programs_here(programs))


def install(packages: list[tuple[str, ...]]) -> bool:
    """Install what is missing, or say what somebody else should do; tell whether all is here now."""
    if not packages:
        return True
    if shutil.which("apt-get") is None:
        say(
            "  Missing, and this Linux has no apt-get to install it with: " + ", ".join(names[-1] for names in packages)
        )
        return False
    root, terminal = os.geteuid() == 0, sys.stdin.isatty()
    if not root and shutil.which("sudo") is None:
        say("  " + by_hand(chosen(packages, ())))
        return False
    run(apt(["update"], root=root, terminal=terminal))
    names = chosen(packages, ask(["apt-cache", "pkgnames"]).split())
    done = run(apt(["install", "--yes", "--no-install-recommends", *names], root=root, terminal=terminal))
    if not done:
        say("  " + by_hand(names))
    return done
