"""The command `review` for one log, for many, and for what goes on to the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.cli import buurtkamer
from buurtkamer_app.commands.review import meant
from buurtkamer_app.exchange.log.file import log_file
from tests.review import rooms
from tests.review.test_database import office

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

__all__ = ["office"]


def _typed(*words: object) -> Result:
    return CliRunner().invoke(buurtkamer, ["review", *map(str, words)])


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Give a file with the passphrases of three rooms, as Notepad writes it."""
    file = tmp_path / "passphrases.txt"
    file.write_text("\n".join(["", *(rooms.words(number) for number in range(3)), ""]), encoding="utf-8-sig")
    return file


def test_one_log_is_printed_with_its_figures_and_questions(logs: Path, lines: Path) -> None:
    done = _typed(logs / "kamer-0001.pdf", "--passphrase-file", lines)
    assert done.exit_code == 0
    assert done.output.splitlines()[0] == translate("This log is whole and was signed by its room.")
    assert "Buurtkamer 1, 2026-03-01 – 2026-03-31" in done.output
    assert "Wie kan helpen bij wens 1?" in done.output
    code = done.output.splitlines()[1].split()[-1]
    assert _typed(logs / "kamer-0001.pdf", "--passphrase-file", lines, "--code", code.lower()).exit_code == 0
    assert _typed(logs / "kamer-0001.pdf", "--passphrase-file", lines, "--code", "0000-0000-0000").exit_code == 2


def test_many_logs_are_a_short_table(logs: Path, lines: Path) -> None:
    done = _typed(logs, "--passphrase-file", lines)
    assert done.exit_code == 0
    assert [line.split("  ")[0] for line in done.stdout.splitlines()[:4]] == [
        "Buurtkamer 0", "Buurtkamer 0", "Buurtkamer 1", "Buurtkamer 2"
    ]  # fmt: skip
    assert done.stdout.splitlines()[4] == translate("Logs that opened: {count} of {all}", count=4, all=4)
    assert not [number for number in range(3) if rooms.words(number) in done.output]


def test_what_is_wrong_with_one_of_many_is_told_and_the_others_open(tmp_path: Path, logs: Path, lines: Path) -> None:
    bad, locked = tmp_path / "bad.pdf", rooms.put(tmp_path, 5)
    bad.write_bytes(rooms.blank())
    done = _typed(logs, locked, "--passphrase-file", lines)
    assert (done.exit_code, str(locked) in done.stderr) == (3, True)
    done = _typed(logs, locked, bad, "--passphrase-file", lines, "--out", tmp_path / "out.xlsx")
    assert (done.exit_code, str(bad) in done.stderr) == (2, True)
    assert (tmp_path / "out.xlsx").exists()


def test_figures_are_written_and_loaded_with_one_command(logs: Path, lines: Path, office: str, tmp_path: Path) -> None:
    done = _typed(logs, "--passphrase-file", lines, "--out", tmp_path / "figures", "--into", office)
    assert done.exit_code == 0
    assert (tmp_path / "figures" / "rooms-iso.csv").exists()
    assert done.stdout.splitlines()[-1] == translate("Loaded: {new} logs; there already: {old}.", new=4, old=0)
    again = _typed(logs, "--passphrase-file", lines, "--into", office)
    assert again.stdout.splitlines()[-1] == translate("Loaded: {new} logs; there already: {old}.", new=0, old=4)


def test_an_address_with_a_password_is_never_printed(logs: Path, lines: Path) -> None:
    url = "postgresql://office:zeergeheim@/office?host=/nowhere"
    done = _typed(logs, "--passphrase-file", lines, "--into", url)
    assert done.exit_code == 4
    assert "zeergeheim" not in done.output


def test_a_newer_log_and_another_key_are_told(tmp_path: Path, lines: Path) -> None:
    first = rooms.put(tmp_path, 1)
    other = tmp_path / "other.pdf"
    content = log_file(rooms.april(1), rooms.blank(), rooms.words(2).encode(), rooms.key(7), rooms.vault(1))
    other.write_bytes(content)
    done = _typed(first, other, "--passphrase-file", lines)
    values = {"room": "Buurtkamer 1", "period": "april 2026"}
    assert translate("{room}, {period}: signed by another key than before.", **values) in done.stderr


def test_what_was_not_typed_right_ends_with_2(tmp_path: Path, logs: Path, lines: Path) -> None:
    assert _typed(logs, "--passphrase-file", lines, "--code", "0000-0000-0000").exit_code == 2
    assert _typed(logs, "--passphrase-file", tmp_path / "gone.txt").exit_code == 2
    (tmp_path / "empty.txt").write_text("\n\n")
    assert _typed(logs, "--passphrase-file", tmp_path / "empty.txt").exit_code == 2
    assert _typed(logs).exit_code == 2
    assert _typed("--passphrase-file", lines).exit_code == 2


def test_a_star_is_filled_in_where_the_shell_does_not(logs: Path) -> None:
    assert meant([logs / "kamer-0000*.pdf"]) == (logs / "kamer-0000-april.pdf", logs / "kamer-0000.pdf")
    assert meant([logs / "none*.pdf"]) == (logs / "none*.pdf",)
