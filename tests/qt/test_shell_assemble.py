from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from buurtkamer_app.base import paths

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "installer"))
import assemble  # noqa: E402 - it is a file of the set-up, not a package

CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{mark}msgid "Today"\nmsgstr "Vandaag"\n'

BRACES = 'msgid "{count} visitors"\nmsgstr "{aantal} bezoekers"\n'


def run(target: Path) -> dict[str, bytes]:
    call = [sys.executable, str(ROOT / "installer" / "assemble.py"), str(target)]
    assert "made" in subprocess.run(call, capture_output=True, text=True, check=True).stdout
    return {str(made.relative_to(target)): made.read_bytes() for made in target.rglob("*") if made.is_file()}


def test_making_twice_makes_the_same_and_takes_away_what_is_no_longer_made(tmp_path: Path) -> None:
    # Never where the running tests read: another of them would find half a catalogue.
    first = run(tmp_path / "made")
    assert "buurtkamer.qss" in first
    (tmp_path / "made" / "pictures" / "old.svg").write_text("<svg/>", encoding="utf-8")
    assert run(tmp_path / "made") == first


def test_every_picture_of_the_stylesheet_is_there(qapp: object) -> None:
    named = re.findall(r"url\(made:([^)]+)\)", (paths.made() / "buurtkamer.qss").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (paths.made() / name).is_file()] == []


def test_only_rules_for_what_we_show_are_kept_and_none_shouts() -> None:
    sheet = "QPushButton { text-transform: uppercase }\nQDial { color: red }\n"
    sheet += "QDial, QRadioButton::indicator:checked { text-transform: uppercase; color: rgba(1, 2, 3, 0.4) }"
    assert assemble.prune(sheet) == "QRadioButton::indicator:checked { color: #010203; }"


def test_a_colour_that_the_theme_has_not_is_refused_by_name(tmp_path: Path) -> None:
    own = tmp_path / "own.css"
    own.write_text("QLabel { color: @purple@; }", encoding="utf-8")
    with pytest.raises(assemble.AssemblyError, match="purple"):
        assemble.own_rules(assemble.THEME / "buurtkamer.xml", own, tmp_path)


def test_a_catalogue_is_compiled(tmp_path: Path) -> None:
    source, target = tmp_path / "in.po", tmp_path / "nl" / "out.mo"
    source.write_text(CATALOGUE.format(mark=""), encoding="utf-8")
    assemble.compile_catalogue(source, target)
    assert b"Vandaag" in target.read_bytes()


@pytest.mark.parametrize("text", [CATALOGUE.format(mark="#, fuzzy\n"), 'rubbish "Today"\n', BRACES])
def test_a_doubtful_catalogue_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    source = tmp_path / "doubtful.po"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(assemble.AssemblyError, match=r"doubtful\.po"):
        assemble.compile_catalogue(source, tmp_path / "out.mo")
