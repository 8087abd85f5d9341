"""Tells what the program stands on: every package that runs in it, its version, licence and what wants it.

    python installer/dependencies.py                 write docs/licences.md
    python installer/dependencies.py check           1 when that page is old or a licence is not on our list
    python installer/dependencies.py check --advisories FILE

The last also looks for known faults in a file of advisories that somebody fetched (JSON of OSV, one or a list); it
needs no network itself. Without such a file nothing here knows of faults that were found since: `pip-audit -r
installer/requirements.lock`, on a computer with a network, does.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from commands import ROOT, say
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE: Final = ROOT / "docs" / "licences.md"
LOCK: Final = ROOT / "installer" / "requirements.lock"
PROJECT: Final = ROOT / "pyproject.toml"
# All may be used by a program under the EUPL-1.2 that calls them as they are; those of the LGPL and the MPL are never
# changed by us, and stay files of their own that anybody may replace.
ALLOWED: Final = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-3.0-only", "LGPL-3.0-or-later",
    "LGPL-2.1-or-later", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib",
})  # fmt: skip
# What the packages themselves say in other words, or only in a file that goes along; read there in November 2026.
_READ: Final = {
    "anyascii": "ISC",
    "jinja2": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-bidi": "LGPL-3.0-or-later",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib AND BSD-3-Clause",  # the module, and SQLCipher in it
    "uharfbuzz": "Apache-2.0",
}
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;]+)")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that runs in the program: `wanted_by` is "" for what pyproject.toml asks for itself."""

    name: str
    version: str
    licence: str
    wanted_by: str


def asked() -> list[Requirement]:
    """Give what the program asks for itself, and what a professional's or a server's computer needs beside it."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extra = [one for group in project["optional-dependencies"].values() for one in group]
    return [Requirement(one) for one in [*project["dependencies"], *extra]]


def packages() -> list[Package]:
    """Give every package that runs in the program, by its name."""
    found: dict[str, Package] = {}
    todo = [(one, "") for one in asked()]
    while todo:
        wanted, by = todo.pop(0)
        name = canonicalize_name(wanted.name)
        if name in found or not _here(wanted):
            continue
        there = metadata.distribution(wanted.name)
        found[name] = Package(name, there.version, licence(name, there.metadata), by)
        extras = wanted.extras or {""}
        needs = [Requirement(one) for one in there.requires or ()]
        todo += [(one, name) for one in needs if any(_wanted(one, extra) for extra in (*extras, ""))]
    return sorted(found.values(), key=lambda one: one.name)


def _here(wanted: Requirement) -> bool:
    return wanted.marker is None or "extra" in str(wanted.marker) or wanted.marker.evaluate()


def _wanted(need: Requirement, extra: str) -> bool:
    return need.marker is None or need.marker.evaluate({"extra": extra})


def licence(name: str, said: Any) -> str:
    """Give the licence of a package as an SPDX expression, as far as it says one."""
    if name in _READ:
        return _READ[name]
    return str(said.get("License-Expression") or said.get("License") or "").strip().replace("Apache 2.0", "Apache-2.0")


def not_allowed(found: Iterable[Package]) -> list[Package]:
    """Give the packages of which no licence that may be chosen is on our list."""
    return [one for one in found if not any(_all_allowed(choice) for choice in one.licence.split(" OR "))]


def _all_allowed(choice: str) -> bool:
    return {part.strip("() ") for part in choice.split(" AND ")} <= ALLOWED


def pins() -> dict[str, set[str]]:
    """Give what the lock file pins: for each name its versions (one may be for an older Python)."""
    found: dict[str, set[str]] = {}
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if pin := _PIN.match(line):
            found.setdefault(canonicalize_name(pin[1]), set()).add(pin[2])
    return found


def page(found: Iterable[Package]) -> str:
    """Give the page of licences."""
    lines = [f"| {one.name} | {one.version} | {one.licence} | {one.wanted_by or 'us'} |" for one in found]
    return "\n".join([
        "# What the program stands on",
        "Made by `python installer/dependencies.py` from what is installed; the tests say when it is old.",
        "Every file of every package is pinned by its hashes in `installer/requirements.lock`.",
        "Fonts, icons and word lists that go along have their licences beside them in `resources/`.",
        "",
        "| package | version | licence | wanted by |",
        "| --- | --- | --- | --- |",
        *lines,
        "",
    ])  # fmt: skip


def known_faults(advisories: Any, pinned: dict[str, set[str]]) -> Iterator[str]:
    """Give the advisories (OSV) that are about a version that we pin."""
    for one in advisories if isinstance(advisories, list) else [advisories]:
        for affected in one.get("affected", []):
            name = canonicalize_name(affected.get("package", {}).get("name", ""))
            if affected.get("package", {}).get("ecosystem") == "PyPI":
                yield from (f"{name} {one['id']}" for version in pinned.get(name, ()) if _hit(affected, version))


def _hit(affected: dict[str, Any], version: str) -> bool:
    if version in affected.get("versions", ()):
        return True
    inside = False
    for ranged in affected.get("ranges", []):
        events = [event for event in ranged["events"] if ranged.get("type") == "ECOSYSTEM"]
        for kind, at in (pair for event in events for pair in event.items()):
            reached = at == "0" or Version(version) >= Version(at)
            inside = (inside or reached) if kind == "introduced" else inside and not (kind == "fixed" and reached)
            inside = inside and not (kind == "last_affected" and Version(version) > Version(at))
    return inside


def main(words: list[str]) -> int:
    """Write the page, or check it, the licences and, where a file is given, the advisories."""
    found = packages()
    if not words:
        PAGE.write_text(page(found), encoding="utf-8")
        return 0
    wrong = [f"not on the list of licences: {one.name} ({one.licence})" for one in not_allowed(found)]
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page(found):
        wrong.append("docs/licences.md is old: run python installer/dependencies.py")
    if words[1:2] == ["--advisories"]:
        wrong += known_faults(json.loads(Path(words[2]).read_text(encoding="utf-8")), pins())
    for line in wrong:
        say(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
