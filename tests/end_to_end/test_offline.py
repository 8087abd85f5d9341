"""Everything once more on a computer without any network interface, watched: no internet socket is ever opened."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_INTERNET = re.compile(r"socket\((AF_INET6?|AF_PACKET)")
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
    call = [*_alone(), "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o", str(record), *command]
    # A process that is traced and measured at the same time takes too long; the same tests are measured elsewhere.
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_"))}
    surroundings |= {"QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("DISPLAY", None)
    return subprocess.run(call, capture_output=True, text=True, check=False, env=surroundings, timeout=600)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="network namespaces and strace are Linux's")
def test_without_any_interface_all_of_it_works_and_no_internet_socket_is_opened(tmp_path: Path) -> None:
    if not _alone() or shutil.which("strace") is None:
        pytest.skip("unshare or strace is missing, or not allowed here")
    record = tmp_path / "sockets.txt"
    suite = [str(_HERE / "test_commands.py"), str(_HERE / "test_afternoon.py")]
    done = _watched(record, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *suite)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
    sockets = record.read_text(encoding="utf-8", errors="replace")
    assert not _INTERNET.search(sockets), "\n".join(line for line in sockets.splitlines() if _INTERNET.search(line))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="network namespaces and strace are Linux's")
def test_the_watch_itself_sees_an_internet_socket(tmp_path: Path) -> None:
    if not _alone() or shutil.which("strace") is None:
        pytest.skip("unshare or strace is missing, or not allowed here")
    record = tmp_path / "sockets.txt"
    _watched(record, sys.executable, "-c", "import socket; socket.socket(socket.AF_INET).close()")
    assert _INTERNET.search(record.read_text(encoding="utf-8", errors="replace"))
