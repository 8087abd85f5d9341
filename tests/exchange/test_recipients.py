"""Who gets logs: what is drawn for them, what can be undone and what never, and what went out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.exchange.log.draft import Unseen
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.storage.tables.exchange import ExportRow, RecipientRow, ReplyRow
from tests.exchange.logs import FIRST, LAST

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.exchange.log.draft import LogMade
    from buurtkamer_app.exchange.recipients.records import Recipient
    from buurtkamer_app.services import Services

FATIMA = NewRecipient("Fatima Post", "Welzijn Noord")


def one(services: Services, key: UUID) -> Recipient:
    return next(found for found in services.recipients.all() if found.id == key)


def row(services: Services, key: UUID) -> RecipientRow:
    with services.store.reading() as session:
        found = session.get(RecipientRow, key)
    assert found is not None
    return found


def sent_to(services: Services, key: UUID, path: Path) -> LogMade:
    draft = services.exchange.draft(FIRST, LAST, key, unseen=Unseen.AS_CLEANED)
    return services.exchange.write(draft, path).value


def replied(services: Services, key: UUID) -> None:
    """Let a first reply come back to the last log."""
    from buurtkamer_app.base.changes import Label

    with services.store.work(Label("A reply came"), Role.COORDINATOR) as unit:
        export = unit.session.scalars(select(ExportRow)).one()
        known = unit.session.get(RecipientRow, key)
        assert known is not None
        known.reply_key = b"k" * 32
        unit.session.add(
            ReplyRow(
                reply_id=export.log_id,
                number=1,
                export_id=export.id,
                made_at=unit.now,
                brought_at=unit.now,
                said_by="Fatima Post",
                organisation="",
                signed_by=b"k" * 32,
            )
        )


def test_words_a_code_and_a_secret_are_drawn_for_who_is_added(services: Services) -> None:
    first = one(services, services.recipients.add(FATIMA).value)
    second = one(services, services.recipients.add(NewRecipient("  Jan   de Wit ")).value)
    assert (first.name, first.organisation, first.pinned, first.stopped_on) == (
        "Fatima Post",
        "Welzijn Noord",
        False,
        None,
    )
    assert second.name == "Jan de Wit"
    assert len(first.passphrase.split()) == 5
    assert len(first.code) == 6
    assert first.passphrase != second.passphrase
    assert first.code != second.code
    assert len(row(services, first.id).secret) == 32
    assert row(services, first.id).secret != row(services, second.id).secret
    assert first.passphrase not in repr(first)


def test_a_name_that_cannot_be_or_is_there_already_is_refused(services: Services) -> None:
    services.recipients.add(FATIMA)
    for name in ("", "   ", "x" * 201, "a\0b", "fatima post"):
        with pytest.raises(RefusedError):
            services.recipients.add(NewRecipient(name))
    assert [found.name for found in services.recipients.all()] == ["Fatima Post"]


def test_only_the_coordinator_sees_and_changes_who_gets_logs(services: Services) -> None:
    key = services.recipients.add(FATIMA).value
    services.sign_in.act_as(Actor(Role.HOST))
    for work in (
        services.recipients.all,
        services.recipients.sent,
        lambda: services.recipients.before(key),
        lambda: services.recipients.add(NewRecipient("Jan")),
        lambda: services.recipients.change(key, NewRecipient("Jan")),
        lambda: services.recipients.stop(key),
        lambda: services.recipients.start(key),
        lambda: services.recipients.new_passphrase(key),
        lambda: services.recipients.new_computer(key),
    ):
        with pytest.raises(NotAllowedError):
            work()


def test_a_name_changes_and_everything_that_was_drawn_stays(services: Services) -> None:
    key = services.recipients.add(FATIMA).value
    was = one(services, key)
    services.recipients.change(key, NewRecipient("Fatima Post-Bos"), was.version)
    now = one(services, key)
    assert (now.name, now.organisation) == ("Fatima Post-Bos", "")
    assert (now.code, now.passphrase) == (was.code, was.passphrase)
    with pytest.raises(ClashError):
        services.recipients.change(key, FATIMA, was.version)
    services.recipients.change(key, NewRecipient("FATIMA POST-BOS"), now.version)
    assert one(services, key).name == "FATIMA POST-BOS"


def test_stopping_can_be_undone_and_started_again(demo: Services, tmp_path: Path) -> None:
    key = demo.recipients.add(FATIMA).value
    stopped = demo.recipients.stop(key)
    assert one(demo, key).stopped_on == demo.room.today()
    with pytest.raises(RefusedError):
        sent_to(demo, key, tmp_path / "log.pdf")
    assert stopped.unit is not None
    demo.history.undo(stopped.unit)
    assert one(demo, key).stopped_on is None
    demo.recipients.stop(key)
    demo.recipients.start(key)
    assert sent_to(demo, key, tmp_path / "log.pdf").path.exists()


def test_old_words_never_come_back(demo: Services, tmp_path: Path) -> None:
    added = demo.recipients.add(FATIMA)
    key, was = added.value, one(demo, added.value).passphrase
    renamed = demo.recipients.change(key, NewRecipient("Fatima"))
    drawn = demo.recipients.new_passphrase(key)
    assert drawn.value != was
    assert one(demo, key).passphrase == drawn.value
    for change in (drawn.change, renamed, added.change):
        assert change.unit is not None
        with pytest.raises((RefusedError, ClashError)):
            demo.history.undo(change.unit)
    assert one(demo, key).passphrase == drawn.value
    made = sent_to(demo, key, tmp_path / "log.pdf")
    assert made.passphrase == drawn.value
    assert read_log(made.path, drawn.value).log.recipient == one(demo, key).code


def test_somebody_to_whom_a_log_went_stays_on_record(demo: Services, tmp_path: Path) -> None:
    added = demo.recipients.add(FATIMA)
    sent_to(demo, added.value, tmp_path / "log.pdf")
    assert added.change.unit is not None
    with pytest.raises(ClashError):
        demo.history.undo(added.change.unit)
    assert one(demo, added.value).name == "Fatima Post"


def test_a_new_computer_forgets_the_key_and_the_old_one_never_comes_back(demo: Services, tmp_path: Path) -> None:
    key = demo.recipients.add(FATIMA).value
    sent_to(demo, key, tmp_path / "log.pdf")
    replied(demo, key)
    assert one(demo, key).pinned
    forgot = demo.recipients.new_computer(key)
    assert not one(demo, key).pinned
    assert forgot.label.message == "A professional answers from a new computer"
    assert forgot.unit is not None
    with pytest.raises((RefusedError, ClashError)):
        demo.history.undo(forgot.unit)
    assert row(demo, key).reply_key is None


def test_the_record_tells_when_for_whom_by_whom_and_whether_an_answer_came(
    demo: Services, clock: SetClock, tmp_path: Path
) -> None:
    key = demo.recipients.add(FATIMA).value
    made = sent_to(demo, key, tmp_path / "one.pdf")
    replied(demo, key)
    clock.instant += timedelta(days=1)
    other = demo.exchange.write(demo.exchange.draft(FIRST, FIRST, unseen=Unseen.AS_CLEANED), tmp_path / "two.pdf").value
    newest, first = demo.recipients.sent()
    assert (newest.to, newest.check_code, newest.replied_at) == ("", other.check_code, None)
    assert (first.to, first.check_code, first.first, first.last) == ("Fatima Post", made.check_code, FIRST, LAST)
    assert first.replied_at is not None
    assert first.names_because == ""
    assert [found.check_code for found in demo.recipients.sent(key)] == [made.check_code]
    before = demo.recipients.before(key)
    assert before.periods == ((FIRST, LAST),)


def test_somebody_is_found_by_their_name_and_nobody_else(services: Services) -> None:
    key = services.recipients.add(FATIMA).value
    assert services.recipients.called(" fatima post ").id == key
    with pytest.raises(RefusedError):
        services.recipients.called("Fatima")
