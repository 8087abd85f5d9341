from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.roles import Role
from tests.safekeeping.access_table import TABLE, as_table, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.safekeeping.walked import Walk


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    with pytest.MonkeyPatch.context() as patch:
        yield found(tmp_path_factory.mktemp("walk"), patch)


def test_of_every_use_case_it_is_found_who_is_let_in(walk: Walk) -> None:
    assert walk.undecided == {}
    assert len(walk.found) > 700


def test_who_is_let_in_is_what_the_table_says(walk: Walk) -> None:
    assert as_table(walk) == TABLE.read_text(encoding="utf-8"), "look at the change, then write the table anew"


def test_nobody_who_is_not_signed_in_reads_what_people_entrusted(walk: Walk) -> None:
    entrusted = (
        "concerns",
        "consents",
        "person_data",
        "erasing",
        "drafts",
        "recipients",
        "replies",
        "archives",
        "cards",
    )
    open_ones = {key for key, role in walk.found.items() if role is Role.NOBODY and key[0] in entrusted}
    assert open_ones == {("concerns", "count"), ("concerns", "to_review"), ("drafts", "keep")}


def test_a_host_opens_no_concern_log_archive_or_key(walk: Walk) -> None:
    for use in (
        ("concerns", "concerns"),
        ("concerns", "read"),
        ("concerns", "weigh"),
        ("concerns", "close"),
        ("concerns", "incidents"),
        ("concerns", "read_incident"),
        ("exchange", "draft"),
        ("exchange", "write"),
        ("archives", "save"),
        ("standing", "now"),
    ):
        assert walk.found[use] is Role.COORDINATOR, use
