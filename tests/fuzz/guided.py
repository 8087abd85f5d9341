"""Puts one harness under a coverage-guided fuzzer: `python tests/fuzz/guided.py a_calendar [seconds] [folder]`.

It needs `atheris`, which is no part of the project: put it in an environment of its own that sees the project's
packages. What it finds is left in the folder, and belongs in the tests of its feature.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
with atheris.instrument_imports(include=["buurtkamer_app", "msgspec", "icalendar", "openpyxl", "zipfile"]):
    from tests.fuzz import harnesses


def main(words: list[str]) -> None:
    """Begin from the right files and go on for so many seconds, 120 unless told."""
    name, seconds, folder = words[0], *(words[1:2] or ["120"]), Path(*(words[2:3] or ["fuzzed"])) / words[0]
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(harnesses.seeds(name)):
        (folder / f"seed{number}").write_bytes(seed)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", "-max_len=20000", "-timeout=20"]
    atheris.Setup([sys.argv[0], *options, str(folder)], lambda content: harnesses.tried(name, content))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
