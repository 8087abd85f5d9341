"""What is being typed survives, on every store, and is nobody's to read who is not signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.startup import KEY_HOLDER, assemble
from tests.conftest import VAULT

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def test_a_draft_is_there_after_a_restart_until_its_field_is_empty(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.drafts.keep("wish", "Half gesch")
    demo.drafts.keep("wish", "Half geschreven")
    again = assemble(demo_engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    assert again.drafts.kept("wish") == "Half geschreven"
    assert again.drafts.kept("concern") == ""
    again.drafts.keep("wish", "  ")
    assert demo.drafts.kept("wish") == ""


def test_a_draft_is_nothing_to_undo_and_nobodys_to_read(demo: Services) -> None:
    before = demo.history.last()
    demo.drafts.keep("wish", "Mevrouw Jansen wil")
    assert demo.history.last() == before
    demo.sign_in.act_as(NOBODY)
    demo.drafts.keep("wish", "Mevrouw Jansen wil graag")
    with pytest.raises(NotAllowedError):
        demo.drafts.kept("wish")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_typed_is_kept_but_for_what_no_text_can_hold(demo: Services, typed: str) -> None:
    demo.drafts.keep("wish", typed)
    kept = demo.drafts.kept("wish")
    assert kept == (typed.replace("\x00", "") if typed.replace("\x00", "").strip() else "")


def test_a_pasted_book_is_capped(demo: Services) -> None:
    demo.drafts.keep("wish", "x" * 10_000_000)
    assert len(demo.drafts.kept("wish")) == 10_000
