"""The log holds nothing that somebody typed; the settings of a computer come back or are the usual ones."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import settings
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.log import keep_log
from buurtkamer_app.base.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Keep a log in a folder, and let go of it afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    keep_log(tmp_path)
    yield tmp_path / "log" / "buurtkamer.log"
    for handler in [entry for entry in root.handlers if entry not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize("error", [ValueError("Mevrouw Jansen"), StoreError("x", details="errno 28", name="Jansen")])
def test_an_error_is_logged_with_its_place_and_without_its_text(log: Path, error: Exception) -> None:
    try:
        raise error
    except type(error):
        logging.getLogger("desk").exception("something went wrong")
    written = log.read_text(encoding="utf-8")
    assert type(error).__name__ in written
    assert "test_an_error_is_logged" in written
    assert "Jansen" not in written
    assert ("errno 28" in written) == isinstance(error, StoreError)


def test_keeping_a_log_twice_writes_each_line_once(log: Path, tmp_path: Path) -> None:
    keep_log(tmp_path)
    logging.getLogger("desk").warning("once")
    assert log.read_text(encoding="utf-8").count("once") == 1


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings("en", 150, 20, 5)
    settings.save(tmp_path, kept)
    assert settings.load(tmp_path) == kept
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"scale": "200"}',
        '{"scale": 90}',
        '{"language": "fr"}',
        '{"lock_minutes": 1}',
        '{"x": 1}',
    ],
)
def test_settings_that_cannot_be_are_the_usual_ones(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path) == Settings()


def test_one_wrong_setting_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"scale": 200, "language": 3}), encoding="utf-8")
    assert settings.load(tmp_path) == Settings(scale=200)
