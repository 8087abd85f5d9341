"""The command that makes a log of a room that is kept: for somebody, and only with texts that somebody looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.draft import Decision
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.exchange.recipients.records import NewRecipient
from tests.conftest import NOON
from tests.exchange.logs import FIRST, LAST, fill
from tests.made_room import practice_room
from tests.typed import typed

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = ("--from", FIRST.isoformat(), "--to", LAST.isoformat())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give the folder of a room where Fatima gets logs and one wish was looked at, and the words that open them."""
    folder = tmp_path_factory.mktemp("kept")
    services = practice_room(folder, SetClock(NOON)).services
    fill(services)
    to = services.recipients.add(NewRecipient("Fatima Post")).value
    line = next(line for line in services.exchange.draft(FIRST, LAST, to).texts if line.original.startswith("Schaken!"))
    services.exchange.decide({line.digest: Decision()})
    words = services.recipients.called("Fatima Post").passphrase
    services.close()
    return folder, words


def test_texts_that_nobody_looked_at_stay_in_the_room(kept: tuple[Path, str], tmp_path: Path) -> None:
    folder, words = kept
    out = tmp_path / "log.pdf"
    done = typed("export", "--data", folder, *PERIOD, "--out", out, "--recipient", "fatima post")
    assert done.returncode == 0
    assert words not in done.stdout + done.stderr
    log = read_log(out, words).log
    told = {wish.text for wish in log.wishes}
    assert told == {"Schaken! Ik ken hier niemand die schaakt.", translate("[left out]")}
    left = translate("Left out, since nobody looked at them: {count} texts.", count=7).split("7")
    assert done.stderr.startswith(left[0])
    assert done.stderr.rstrip().endswith(left[1])


def test_who_types_it_can_let_them_go_as_they_were_cleaned(kept: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "log.pdf"
    done = typed("export", "--data", kept[0], *PERIOD, "--out", out, "--approve")
    assert (done.returncode, done.stderr) == (0, "")
    path, _, drawn = done.stdout.splitlines()
    assert path == str(out)
    told = {wish.text for wish in read_log(out, drawn.split(": ")[1]).log.wishes}
    assert "Iets met bewegen, maar dan zittend, voor mijn knieën." in told
    assert translate("[left out]") not in told


def test_somebody_who_gets_no_logs_is_refused(kept: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "log.pdf"
    done = typed("export", "--data", kept[0], *PERIOD, "--out", out, "--recipient", "Niemand")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not out.exists()
