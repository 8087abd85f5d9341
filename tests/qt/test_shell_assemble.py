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


def run() -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "installer" / "assemble.py")], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_making_twice_makes_the_same(qapp: object) -> None:
    run()
    first = (paths.made() / "buurtkamer.qss").read_text(encoding="utf-8")
    assert "made" in run()
    assert (paths.made() / "buurtkamer.qss").read_text(encoding="utf-8") == first


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
