"""Everything once more on a computer without any network interface, watched: nothing is ever said to another one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The spooler of this very computer listens on port 631 of its loopback: Qt asks it for printers. All else is outside.
_SPOOLER = re.compile(r'sin6?_port=htons\(631\).*("127\.0\.0\.1"|"::1")')
_INTERNET = re.compile(r"socket\(AF_PACKET|sa_family=AF_INET6?")


def _said_outside(record: Path) -> list[str]:
    lines = record.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if _INTERNET.search(line) and not _SPOOLER.search(line)]


_HERE = Path(__file__).parent


def _alone() -> list[str]:
    """Give what starts a program in a network namespace of its own, in which there is no interface that is up."""
    if shutil.which("unshare") is None:
        return []
    for call in (["unshare", "-n"], ["unshare", "-rn"]):
        if subprocess.run([*call, "true"], capture_output=True, check=False).returncode == 0:
            return call
    return []


def _watched(record: Path, *command: str) -> subprocess.CompletedProcess[str]:
    call = [
        *_alone(),
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        "trace=socket,connect,bind,sendto,sendmsg",
        "-o",
        str(record),
        *command,
    ]
    # A process that is traced and measured at the same time takes too long; the same tests are measured elsewhere.
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_"))}
    surroundings |= {"QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("DISPLAY", None)
    return subprocess.run(call, capture_output=True, text=True, check=False, env=surroundings, timeout=600)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="network namespaces and strace are Linux's")
def test_without_any_interface_all_of_it_works_and_nothing_is_said_outside(tmp_path: Path) -> None:
    if not _alone() or shutil.which("strace") is None:
        pytest.skip("unshare or strace is missing, or not allowed here")
    record = tmp_path / "sockets.txt"
    # What only refuses something opens no more than what does it; other books are read as the first one is.
    suite = [
        str(_HERE / "test_commands.py"),
        str(_HERE / "test_whole_afternoon_mouse.py"),
        "-k",
        "not refused and not over and not undo_reaches and not differs",
    ]
    done = _watched(record, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *suite)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
    assert _said_outside(record) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="network namespaces and strace are Linux's")
def test_the_watch_itself_sees_who_speaks_outside(tmp_path: Path) -> None:
    if not _alone() or shutil.which("strace") is None:
        pytest.skip("unshare or strace is missing, or not allowed here")
    record = tmp_path / "sockets.txt"
    speak = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('{}', {}))"
    _watched(record, sys.executable, "-c", speak.format("192.0.2.1", 631))
    assert len(_said_outside(record)) == 1
    _watched(record, sys.executable, "-c", speak.format("127.0.0.1", 53))
    assert len(_said_outside(record)) == 1
    _watched(record, sys.executable, "-c", speak.format("127.0.0.1", 631))
    assert _said_outside(record) == []
