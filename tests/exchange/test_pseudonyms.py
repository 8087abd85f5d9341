"""What people are called in a log: the same letters each time, other letters for somebody else, nothing to undo."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.exchange.log import pseudonyms
from buurtkamer_app.exchange.log.naming import People
from buurtkamer_app.exchange.log.pseudonyms import Naming, Who, host, pseudonym, resident, typed

ONE, OTHER = bytes(range(32)), bytes(range(1, 33))
RIA = UUID(int=7)


@given(st.text(), st.binary(min_size=32, max_size=32))
def test_a_person_has_eight_letters_that_can_be_read_out(person: str, secret: bytes) -> None:
    called = pseudonym(secret, person)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", called)
    assert called == pseudonym(secret, person)


def test_the_letters_are_those_of_hmac_with_sha_256() -> None:
    # `openssl dgst -sha256 -mac HMAC` says 9600a8099a under the bytes 0 to 31, in Crockford's letters as below.
    assert pseudonym(ONE, "host") == "JR0A-G2CT"


def test_somebody_else_gets_other_letters_for_the_same_person() -> None:
    assert Naming(ONE)(host(RIA, "Ria")) != Naming(OTHER)(host(RIA, "Ria"))
    assert Naming(ONE)(host(RIA, "Ria")) == Naming(ONE)(host(RIA, "Ria Postma"))
    assert Naming(ONE)(host(RIA, "Ria")) != Naming(ONE)(resident(RIA, "Ria"))


def test_a_typed_name_is_the_same_person_however_it_is_spelled() -> None:
    assert Naming(ONE)(typed("Mw. Çelik")) == Naming(ONE)(typed("  mw celik "))
    assert Naming(ONE)(typed("Mw. Çelik")) != Naming(ONE)(typed("Dhr. Çelik"))
    assert typed(" ... ") is None
    assert Naming(ONE)(None) == ""


def test_no_two_people_of_a_log_are_called_alike() -> None:
    naming = Naming(ONE)
    # Taken by somebody whose letters happen to be the same.
    naming._taken[pseudonym(ONE, "host x")] = "somebody else"
    called = naming(Who("host x", "X"))
    assert called == pseudonym(ONE, "host x", 12)
    assert called.startswith(pseudonym(ONE, "host x"))
    assert naming(Who("host x", "X")) == called


def test_with_a_reason_people_are_called_by_their_names() -> None:
    assert Naming(ONE, names=True)(host(RIA, "Ria Postma")) == "Ria Postma"
    assert Naming(ONE, names=True)(Who("host x", "")) == pseudonym(ONE, "host x")


def test_a_name_that_was_typed_is_the_one_whom_the_room_knows_by_it() -> None:
    zeynep, ria = uuid4(), uuid4()
    people = People(
        Naming(ONE),
        [(ria, "Ria Postma")],
        [(zeynep, "Zeynep Ak", search_terms("Zeynep Ak")), (uuid4(), "Jan", "jan"), (uuid4(), "Jan", "jan")],
    )
    assert people.called("zeynep ak") == Naming(ONE)(resident(zeynep, ""))
    assert people.called("RIA POSTMA") == people.host(ria) == people.host_called("Ria Postma")
    assert people.called("Jan") == Naming(ONE)(typed("Jan"))
    assert people.called(" ") == people.host(None) == people.host(uuid4()) == ""


def test_letters_cannot_be_tried_out_without_the_secret() -> None:
    # Who knows all names of the room and tries them with every other secret finds nobody.
    called = Naming(ONE)(typed("Ria Postma"))
    names = ["Ria Postma", "ria postma", "typed ria postma"]
    tried = {pseudonym(secret, name) for secret in (b"", bytes(32), OTHER, b"buurtkamer") for name in names}
    assert called not in tried
    assert pseudonyms._LETTERS == 8
