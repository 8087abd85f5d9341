"""A network whose resolver hangs; and a whole afternoon at the window, of which every word that is written is read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SetClock
from tests.conftest import NOON
from tests.made_room import copy_practice

if TYPE_CHECKING:
    from collections.abc import Callable

_TESTS = Path(__file__).parents[1] / "end_to_end"
# A network of its own in which every name is asked of a resolver that hears it, writes it down and never answers.
_BESIDE = """
import socket, subprocess, sys
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
open(sys.argv[1] + "/resolv.conf", "w").write("nameserver 127.0.0.1\\noptions timeout:30\\n")
subprocess.run(["mount", "--bind", sys.argv[1] + "/resolv.conf", "/etc/resolv.conf"], check=True)
deaf = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
deaf.bind(("127.0.0.1", 53))
ended = subprocess.run(sys.argv[2:], timeout=580).returncode
deaf.setblocking(False)
heard = 0
try:
    while deaf.recv(4096):
        heard += 1
except BlockingIOError:
    pass
print("asked", heard)
sys.exit(ended)
"""


def _beside_a_resolver_that_hangs(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None or shutil.which("ip") is None:
        pytest.skip("a network of one's own is Linux's")
    if subprocess.run(["unshare", "-n", "-m", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("a network of one's own is not allowed here")
    call = ["unshare", "-n", "-m", sys.executable, "-c", _BESIDE, str(folder), *command]
    return subprocess.run(call, capture_output=True, text=True, check=False, env=_plain(), timeout=600)


def _plain() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_"))}
    kept.pop("DISPLAY", None)
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def _asked(done: subprocess.CompletedProcess[str]) -> int:
    return int(done.stdout.splitlines()[-1].removeprefix("asked "))


def test_with_a_resolver_that_hangs_everything_works_and_it_is_asked_nothing(tmp_path: Path) -> None:
    room, sheet = tmp_path / "room", tmp_path / "week.pdf"
    copy_practice(room, SetClock(NOON))
    typed = ("week", "--date", "2026-03-11", "--data", str(room), "--out", str(sheet))
    done = _beside_a_resolver_that_hangs(tmp_path, sys.executable, "-m", "buurtkamer_app", *typed)
    assert done.returncode == 0, done.stderr
    assert _asked(done) == 0
    assert sheet.read_bytes().startswith(b"%PDF")


def test_the_resolver_that_hangs_does_hang_and_hears_who_asks(tmp_path: Path) -> None:
    ask = (
        "import socket, subprocess, sys\n"
        "look = 'import socket; socket.getaddrinfo(\"example.org\", 80)'\n"
        "try:\n"
        "    subprocess.run([sys.executable, '-c', look], timeout=1)\n"
        "except subprocess.TimeoutExpired:\n"
        "    sys.exit(7)\n"
    )
    done = _beside_a_resolver_that_hangs(tmp_path, sys.executable, "-c", ask)
    assert done.returncode == 7, done.stderr
    assert _asked(done) > 0


def _afternoon() -> list[str]:
    chosen = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(_TESTS / "test_whole_afternoon_mouse.py")]
    return [sys.executable, "-m", "pytest", *chosen]


@pytest.mark.long
def test_a_whole_afternoon_beside_a_resolver_that_hangs_asks_it_nothing(tmp_path: Path) -> None:
    done = _beside_a_resolver_that_hangs(tmp_path, *_afternoon())
    assert done.returncode == 0, done.stdout[-3000:]
    assert _asked(done) == 0


_WRITTEN = re.compile(rb"^\d+ +(?:write|pwrite64|writev|pwritev|sendto|sendmsg)\((\d+)<([^>]*)>, (.*)$")


@pytest.mark.long
def test_a_whole_afternoon_at_the_window_writes_no_name_to_any_file(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is missing")
    record, made = tmp_path / "written.txt", tmp_path / "made"
    made.mkdir()
    calls = "write,pwrite64,writev,pwritev,sendto,sendmsg"
    watch = ["strace", "-f", "-qq", "-y", "-s", "70000", "--seccomp-bpf", "-e", f"trace={calls}", "-o", str(record)]
    done = subprocess.run(
        [*watch, *_afternoon(), "--basetemp", str(made / "kept")],
        capture_output=True,
        text=True,
        check=False,
        env=_plain() | {"TMPDIR": str(made), "HOME": str(made), "XDG_DATA_HOME": str(made)},
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    names = [b"De Boer", b"Hassan A", b"Postma", b"Zeynep", b"weer leren fietsen"]
    writes, told = 0, list[str]()
    with record.open("rb") as lines:
        # All that an afternoon writes is hundreds of megabytes: it is looked through, and not kept in memory.
        for found in filter(None, map(_WRITTEN.match, lines)):
            writes += 1
            if found[2].startswith(b"/") and any(name in found[3] for name in names):
                told.append(found[2].decode())
    record_property("tried", writes)
    record_property("held", writes - len(told))
    assert writes > 1000
    assert told == []
    left = [path for path in made.rglob("*") if path.is_file() and any(name in path.read_bytes() for name in names)]
    assert left == []
