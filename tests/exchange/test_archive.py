"""Everything of a room out and in again: the same bytes, the same figures, the same journal, and no secret."""

from __future__ import annotations

import base64
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Boolean, Date, Enum, Integer, LargeBinary, String, Time, Uuid, select
from sqlalchemy.orm import Session

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.exchange.archive import left_out
from buurtkamer_app.exchange.archive.reading import look
from buurtkamer_app.exchange.archive.schema import lists, schema
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.storage.tables.base import Instant
from buurtkamer_app.storage.tables.every import Base
from buurtkamer_app.storage.tables.exchange import ArchiveRow, RecipientRow, SigningKeyRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.paper import SheetChoiceRow
from buurtkamer_app.storage.tables.people import PinRow
from tests.conftest import NOON
from tests.exchange.archives import archived, contents, fresh, one_of_each, rows, usual
from tests.exchange.logs import fill, write
from tests.papers.programmes import Around
from tests.papers.rooms import HIDDEN_AROUND, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Column

    from buurtkamer_app.services import Services
    from tests.conftest import Templates

_SECRET: Final = re.compile("hash|private|pass|secret|pin|wrong")
_TEXT: Final = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
_VALUES: Final[dict[type, st.SearchStrategy[Any]]] = {
    Instant: st.datetimes(datetime(1970, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - see zones
    Date: st.dates(date(1, 1, 1), date(9999, 12, 31)),
    Time: st.times(),
    Uuid: st.uuids(),
    Boolean: st.booleans(),
    Integer: st.integers(-(2**31), 2**31 - 1),
    LargeBinary: st.binary(max_size=64),
    String: _TEXT,
}


def _everything(services: Services) -> None:
    fill(services)
    Around(services, PLAIN, "Een middag voor de hele straat.", hidden=HIDDEN_AROUND).fill()


def _fill_each(services: Services, value: Callable[[Column[Any]], Any] = usual) -> None:
    with Session(services.store.engine) as session:
        one_of_each(session, value)
        session.commit()


def _figures(services: Services) -> list[object]:
    """Give every figure of the room, of several periods."""
    today = services.room.today()
    spans = [(today - timedelta(days=days), today) for days in (0, 7, 31, 366)]
    back = [services.looking.looking_back(*span) for span in spans]
    return [*back, *(services.evaluation.figures(*span) for span in spans), services.evaluation.years()]


@pytest.fixture
def filled(templates: Templates, tmp_path: Path, clock: SetClock) -> Iterator[Services]:
    """Give a room with one row in every list."""
    with fresh("embedded", templates, tmp_path / "filled", clock) as made:
        _fill_each(made)
        yield made


def test_every_list_comes_back_the_same_from_store_to_store(
    filled: Services, templates: Templates, tmp_path: Path, clock: SetClock
) -> None:
    with Session(filled.store.engine) as session:
        # A server orders letters as in its own language, a file by their bytes.
        session.add_all(SheetChoiceRow(sheet="wall", choice=name, value="") for name in ("b", "B", "é", "a", "Z"))
        session.commit()
    first = archived(filled, tmp_path / "first.zip")
    assert not [kept.name for kept in lists() if not rows(first, kept.name)]
    with fresh("embedded", templates, tmp_path / "file", clock) as file:
        file.archives.bring_in(tmp_path / "first.zip", Progress())
        assert archived(file, tmp_path / "second.zip") == first
    with fresh("postgresql", templates, tmp_path, clock) as server:
        server.archives.bring_in(tmp_path / "second.zip", Progress())
        assert archived(server, tmp_path / "third.zip") == first


def test_the_practice_room_with_everything_has_the_same_figures_and_journal(
    demo: Services, templates: Templates, tmp_path: Path, clock: SetClock
) -> None:
    _everything(demo)
    demo.archives.ask()
    first, figures = archived(demo, tmp_path / "first.zip"), _figures(demo)
    other = "postgresql" if demo.store.embedded else "embedded"
    with fresh(other, templates, tmp_path / "new", clock) as new:
        new.archives.bring_in(tmp_path / "first.zip", Progress())
        assert _figures(new) == figures
        assert new.people.find("zey") == demo.people.find("zey")
        said = {row["label"] for row in rows(first, "journal_unit")}
        assert len(said) > 20
        assert "An archive of everything was asked for" not in said
        # What is done next to it, is in the next archive; asking for one and choosing a PIN are not.
        new.sign_in.set_pin(new.people.hosts()[0].id, "730519")
        assert archived(new, tmp_path / "second.zip") == first
        new.desk.tally(Tally(1))
        assert archived(new, tmp_path / "third.zip") != first


@st.composite
def _drawn(draw: st.DrawFn) -> Any:
    """Give what draws a value for a column."""

    def value(column: Column[Any]) -> Any:
        if column.nullable and draw(st.booleans()):
            return None
        if isinstance(column.type, Enum):
            return draw(st.sampled_from(list(column.type.enum_class or ())))
        if isinstance(column.type, JSON):
            return usual(column)
        return draw(next(known for kind, known in _VALUES.items() if isinstance(column.type, kind)))

    return value


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=_drawn())
def test_rooms_of_any_content_come_back_the_same(
    value: Any, templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _come_back(value, templates, tmp_path_factory)


@pytest.mark.long
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=_drawn())
def test_many_rooms_of_any_content_come_back_the_same(
    value: Any, templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _come_back(value, templates, tmp_path_factory)


def _come_back(value: Any, templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, clock = tmp_path_factory.mktemp("any"), SetClock(NOON)
    with fresh("embedded", templates, folder / "one", clock) as one:
        _fill_each(one, value)
        first = archived(one, folder / "first.zip")
    for kind in ("postgresql", "embedded"):
        with fresh(kind, templates, folder / "two", clock) as two:
            two.archives.bring_in(folder / "first.zip", Progress())
            assert archived(two, folder / "second.zip") == first


def test_no_secret_of_the_room_is_in_its_archive(filled: Services, tmp_path: Path) -> None:
    entries = contents(archived(filled, tmp_path / "a.zip"))
    assert not {"pin.jsonl", "signing_key.jsonl", "draft.jsonl"} & entries.keys()
    told = b"".join(content for name, content in entries.items() if name.endswith(".jsonl"))
    for word in (b'"passphrase":', b'"secret":', b'"reply_secret":', b'"before":', b'"private":', b'"hash":'):
        assert word not in told
    assert b"Everybody chooses a new PIN" in entries["README.txt"]


def test_no_secret_is_in_an_archive_however_it_is_spelled(demo: Services, tmp_path: Path) -> None:
    demo.recipients.add(NewRecipient("Sam de Wit"))
    write(demo, tmp_path / "log.pdf")
    found: set[bytes] = set()
    with demo.store.reading() as session:
        for table, column in [*left_out.COLUMNS, ("signing_key", "private"), ("pin", "hash")]:
            if column in {"before", "undoable"}:
                continue
            kept = session.scalars(select(Base.metadata.tables[table].c[column]))
            found |= {value.encode() if isinstance(value, str) else bytes(value) for value in kept if value}
    assert len(found) >= 5
    told = b"".join(contents(archived(demo, tmp_path / "a.zip")).values())
    for secret in found:
        spelled = secret, base64.b64encode(secret), base64.urlsafe_b64encode(secret), secret.hex().encode()
        assert not [one for one in spelled if one.rstrip(b"=") in told]


def test_what_looks_like_a_secret_in_any_table_is_left_out() -> None:
    secret = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if _SECRET.search(column.name) and table.name not in left_out.TABLES
    }
    assert secret == {key for key in left_out.COLUMNS if _SECRET.search(key[1])}
    assert left_out.COLUMNS.keys() == left_out.INSTEAD.keys()
    assert all(name in Base.metadata.tables for name in left_out.TABLES)


def test_bytes_that_are_kept_are_none_that_open_anything() -> None:
    kept = {
        (one.name, column.name) for one in lists() for column in one.columns if isinstance(column.type, LargeBinary)
    }
    # A digest of a text, a logo, and public halves of keys.
    assert kept == {
        ("approved_text", "digest"),
        ("house_look", "logo"),
        ("recipient", "reply_key"),
        ("reply", "signed_by"),
    }


def test_a_room_out_of_an_archive_has_keys_of_its_own(
    filled: Services, templates: Templates, tmp_path: Path, clock: SetClock
) -> None:
    archived(filled, tmp_path / "a.zip")
    with fresh("embedded", templates, tmp_path / "new", clock) as new:
        change = new.archives.bring_in(tmp_path / "a.zip", Progress()).change
        with new.store.reading() as session:
            recipient = session.scalars(select(RecipientRow)).one()
            assert len(recipient.passphrase.split()) == 5
            assert recipient.passphrase != "Ömer, الاسم, 🧶"
            assert len(recipient.secret) == 32
            assert session.scalars(select(PinRow)).all() == []
            assert session.scalars(select(SigningKeyRow)).all() == []
            assert session.scalars(select(ArchiveRow.brought_in)).all() == [True]
            assert not session.get_one(JournalUnitRow, change.unit).undoable
        assert new.history.last() is None


def test_what_was_done_before_cannot_be_undone_and_what_is_done_after_can(
    demo: Services, templates: Templates, tmp_path: Path, clock: SetClock
) -> None:
    demo.desk.tally(Tally(1))
    assert demo.history.last() is not None
    archived(demo, tmp_path / "a.zip")
    with fresh("embedded", templates, tmp_path / "new", clock) as new:
        new.archives.bring_in(tmp_path / "a.zip", Progress())
        assert new.history.last() is None
        new.desk.tally(Tally(1))
        last = new.history.last()
        assert last is not None
        new.history.undo(last.unit)
        assert new.desk.figures(new.room.today(), new.room.today()).visits == 1


def test_an_archive_needs_a_room_that_has_nothing(demo: Services, tmp_path: Path) -> None:
    first = archived(demo, tmp_path / "a.zip")
    with pytest.raises(RefusedError) as refused:
        demo.archives.bring_in(tmp_path / "a.zip", Progress())
    assert refused.value.message == "There is a room here already. An archive needs a new one."
    assert archived(demo, tmp_path / "b.zip") == first


def test_only_the_coordinator_takes_everything_out_or_brings_it_in(demo: Services, tmp_path: Path) -> None:
    archived(demo, tmp_path / "a.zip")
    demo.sign_in.act_as(Actor(Role.HOST))
    for ask in (
        demo.archives.ask,
        lambda: demo.archives.save(tmp_path / "b.zip", Progress()),
        lambda: demo.archives.bring_in(tmp_path / "a.zip", Progress()),
    ):
        with pytest.raises(NotAllowedError):
            ask()
    assert not (tmp_path / "b.zip").exists()


def test_asking_for_an_archive_is_written_down_and_stays(demo: Services) -> None:
    change = demo.archives.ask()
    with demo.store.reading() as session:
        unit = session.get_one(JournalUnitRow, change.unit)
        assert (unit.label, unit.undoable) == ("An archive of everything was asked for", False)


def test_it_says_whose_it_is_and_who_can_begin(demo: Services, tmp_path: Path) -> None:
    archived(demo, tmp_path / "a.zip")
    found = look(tmp_path / "a.zip")
    assert found.room == demo.room.facts().name
    coordinators = [host for host in demo.people.hosts() if host.role is Role.COORDINATOR]
    assert [one.name for one in found.coordinators] == [host.name for host in coordinators]
    assert found.rows == sum(len(rows((tmp_path / "a.zip").read_bytes(), kept.name)) for kept in lists())


def test_the_schema_tells_a_stranger_what_stands_where() -> None:
    told = msgspec.json.decode(schema())
    wish = told["$defs"]["wish"]
    assert wish["key"] == ["id"]
    assert wish["description"].startswith("A wish;")
    assert wish["additionalProperties"] is False
    assert {"format": "uuid", "references": "wish.id", "type": "string"} in wish["properties"]["head_id"]["anyOf"]
    assert "supporters >= 0" in wish["checks"]
    assert told["$defs"]["Ending"]["enum"]
    assert told["left out"]["pin"]
    assert told["lists"] == [kept.name for kept in lists()]


def test_each_list_comes_after_what_it_refers_to() -> None:
    order = [kept.name for kept in lists()]
    for before, after in (
        ("host", "day"),
        ("visitor", "visit"),
        ("series", "visit"),
        ("journal_unit", "journal_change"),
    ):
        assert order.index(before) < order.index(after)


def test_a_time_and_a_key_are_spelled_plainly(demo: Services, tmp_path: Path) -> None:
    series = rows(archived(demo, tmp_path / "a.zip"), "series")[0]
    assert time.fromisoformat(series["starts"]).isoformat() == series["starts"]
    assert str(UUID(series["id"])) == series["id"]
