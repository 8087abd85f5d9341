"""The project's own Python environment in `.venv`: made once, filled from the lock file, left alone when unchanged."""

from __future__ import annotations

import hashlib
import importlib.util
import platform
import shutil
import sys
from typing import TYPE_CHECKING, Final

import debian
from commands import ROOT, SetUpStoppedError, run, say

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = ROOT / ".venv"
LOCK: Final = ROOT / "installer" / "requirements.lock"
PROJECT: Final = ROOT / "pyproject.toml"
STAMP: Final = FOLDER / "set-up.stamp"


def python() -> Path:
    """Give the Python of the environment."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def refusal(system: str, machine: str, libc: tuple[int, ...]) -> str:
    """Give the sentence for a machine that Qt or the encryption is not built for; nothing when it will do.

    What is built for what was read off the wheels in the lock file (November 2026).
    """
    machine = machine.lower()
    if system == "Darwin" and machine != "arm64":
        return "This needs a Mac with Apple silicon: the encryption is no longer built for Intel Macs."
    if system == "Windows" and machine != "amd64":
        return (
            "This needs the 64-bit Python for Intel and AMD (it runs on Windows on ARM too): take it from python.org."
        )
    least = {"x86_64": (2, 34), "aarch64": (2, 39)}.get(machine)
    if system == "Linux" and least is None:
        return f"Qt is not built for a {machine} machine: this needs a 64-bit Intel, AMD or ARM computer."
    if system == "Linux" and least is not None and libc < least:
        return (
            "This Linux is too old for Qt: Debian 12, Ubuntu 22.04 or newer will do (on ARM Ubuntu 24.04, Debian 13)."
        )
    return ""


def fits(configuration: str, folder: Path, version: tuple[int, int]) -> bool:
    """Tell whether an environment with this `pyvenv.cfg` was made in `folder` by this version of Python."""
    said = dict(line.split(" = ", 1) for line in configuration.splitlines() if " = " in line)
    made_in = said.get("command", str(folder)).rsplit(" -m venv ", 1)[-1]
    return said.get("version", "").split(".")[:2] == [str(part) for part in version] and made_in.endswith(str(folder))


def stamp(lock: bytes, project: bytes) -> str:
    """Give a mark that changes when the lock file or the project's own file does."""
    return hashlib.sha256(hashlib.sha256(lock).digest() + hashlib.sha256(project).digest()).hexdigest()


def make() -> None:
    """Make the environment when it is missing or another Python made it."""
    libc = tuple(int(part) for part in platform.libc_ver()[1].split(".") if part.isdigit())
    if sentence := refusal(platform.system(), platform.machine(), libc):
        raise SetUpStoppedError(sentence)
    settings = FOLDER / "pyvenv.cfg"
    if (
        python().exists()
        and settings.exists()
        and fits(settings.read_text(encoding="utf-8"), FOLDER, sys.version_info[:2])
    ):
        say("Python environment: .venv is there")
        return
    say("Python environment: making .venv")
    if importlib.util.find_spec("ensurepip") is None:
        newest = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not debian.install([(newest, "python3-venv")]):
            raise SetUpStoppedError("Without that package Python cannot make an environment. Run this again after it.")
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    if not run([sys.executable, "-m", "venv", str(FOLDER)]):
        shutil.rmtree(FOLDER, ignore_errors=True)  # half an environment would look like a whole one next time
        raise SetUpStoppedError("Python could not make .venv: see its words above. Is this folder yours to write in?")


def fill() -> None:
    """Install what the lock file names, and the project itself, unless that is what stands there."""
    mark = stamp(LOCK.read_bytes(), PROJECT.read_bytes())
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == mark:
        say("Packages: nothing changed")
        return
    say("Packages: installing what installer/requirements.lock names (the first time about 240 MB to fetch)")
    pip = [
        str(python()),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-deps",
    ]
    locked = [*pip, "--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK)]
    itself = [*pip, "--no-build-isolation", "--editable", str(ROOT)]
    if not (run(locked) and run(itself)):
        raise SetUpStoppedError("The packages could not be installed: see pip's words above. Is there a network?")
    STAMP.write_text(mark, encoding="utf-8")


def assemble() -> list[str]:
    """Give the command that makes stylesheet and catalogues in `resources/made/`."""
    return [str(python()), str(ROOT / "installer" / "assemble.py")]
