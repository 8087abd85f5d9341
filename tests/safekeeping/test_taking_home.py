from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError, StoreError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.papers.taking_home import take_home
from buurtkamer_app.safekeeping.hard_days.records import Thing

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.services import Services


def text_of(path: Path, words: str) -> str:
    document = pypdfium2.PdfDocument(str(path), password=words)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_copy_opens_with_its_words_only_and_tells_what_waits(demo: Services, tmp_path: Path) -> None:
    demo.handover.call_back("Mevrouw Jansen", "06 12345678", "De taart")
    demo.concerns.write("Hij zegt dat hij niet meer slaapt.")
    made = take_home(demo, tmp_path / "mee.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made.path)
    read = text_of(made.path, made.words)
    assert "Mevrouw Jansen" in read
    assert "slaapt" not in read
    assert made.pages >= 10


def test_no_visitor_is_named_in_the_copy(demo: Services, tmp_path: Path) -> None:
    demo.people.know("Griselda Ongewoon", demo.room.today(), may_remember=True)
    made = take_home(demo, tmp_path / "mee.pdf", typed="vijf gele stoelen aan zee")
    assert made.words == "vijf gele stoelen aan zee"
    assert "Griselda" not in text_of(made.path, made.words)


def test_own_words_open_it_and_easy_ones_are_refused(demo: Services, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        take_home(demo, tmp_path / "mee.pdf", typed="kort")
    assert not (tmp_path / "mee.pdf").exists()


def test_a_copy_that_cannot_be_written_leaves_no_file(demo: Services, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        take_home(demo, tmp_path / "weg" / "mee.pdf")
    assert not list(tmp_path.glob("**/*.p*"))


def test_only_the_coordinator_takes_a_copy_home(demo: Services, tmp_path: Path) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        take_home(demo, tmp_path / "mee.pdf")


def test_a_lost_copy_is_known_by_its_name(demo: Services) -> None:
    today = demo.room.today()
    demo.hard_days.note_taken_home("mee.pdf", today, today)
    assert [one.name for one in demo.hard_days.lost(Thing.HOME).last] == ["mee.pdf"]
