"""Two cards of one person become one: nothing that was counted changes, and it is taken back as one."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.base.terms import MissedResult
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables.base import Row
from buurtkamer_app.storage.tables.every import Base
from buurtkamer_app.storage.tables.people import VisitorRow
from buurtkamer_app.storage.tables.whole import METADATA
from tests.conftest import KEY, NOON, VAULT

if TYPE_CHECKING:
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

PHONE = "020 000 06 06"


def come(demo: Services, name: str) -> UUID:
    """Let somebody come in today."""
    return demo.arrivals.come_in([name]).value[0].visitor


def know(demo: Services, name: str, hint: str = "", *, yes: bool = False) -> UUID:
    return demo.people.know(name, demo.room.today(), hint=hint, may_remember=yes).value.id


def everything(demo: Services) -> dict[str, list[Any]]:
    """Give every row but the journal's, without versions."""
    found: dict[str, list[Any]] = {}
    with demo.store.reading() as session:
        for mapper in Base.registry.mappers:
            kind = mapper.class_
            if issubclass(kind, Row) and "journal" not in kind.__tablename__:
                columns = [column for column in kind.__table__.columns if column.name != "version"]
                rows = session.execute(select(*columns).order_by(kind.__table__.c.id))
                found[kind.__tablename__] = [tuple(row) for row in rows]
    return found


def refers(demo: Services, visitor: UUID) -> bool:
    return any(visitor in row for rows in everything(demo).values() for row in rows)


def test_every_table_that_refers_to_a_visitor_is_looked_at() -> None:
    there = {
        table.name
        for table in METADATA.tables.values()
        for key in table.foreign_keys
        if key.target_fullname == "visitor.id"
    }
    assert there == {"visit", "call_if_missed", "missed_contact", "consent"}


def test_visits_go_over_to_the_card_that_stays(demo: Services, clock: SetClock) -> None:
    kept = come(demo, "Mw. Zwol")
    clock.instant += timedelta(days=1)
    gone = come(demo, "Mevr. Zwol")
    figures = demo.desk.figures(date(2026, 3, 1), date(2026, 3, 31))
    before = everything(demo)
    change = demo.merging.merge(kept, gone)
    assert not refers(demo, gone)
    assert demo.people.find("Mevr. Zwol") == []
    assert demo.desk.figures(date(2026, 3, 1), date(2026, 3, 31)) == figures
    (card,) = demo.merging.find("Zwol", UUID(int=0))
    assert (card.visitor.id, card.last_came) == (kept, demo.room.today())
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert everything(demo) == before


def test_a_day_on_which_both_came_stays_two_visits_by_name_and_one_inside(demo: Services) -> None:
    kept, gone = come(demo, "Mw. Zwol"), come(demo, "Mevr. Zwol")
    demo.arrivals.leave(kept)
    today = demo.room.today()
    figures, inside = demo.desk.figures(today, today), demo.arrivals.inside().number
    demo.merging.merge(kept, gone)
    assert demo.desk.figures(today, today) == figures
    assert demo.arrivals.inside().number == inside
    assert [one.id for one in demo.arrivals.inside().named] == [kept]
    assert demo.arrivals.come_in_as(kept).value.again


def test_both_inside_is_one_inside(demo: Services) -> None:
    kept, gone = come(demo, "Mw. Zwol"), come(demo, "Mevr. Zwol")
    inside = demo.arrivals.inside().number
    demo.merging.merge(kept, gone)
    assert demo.arrivals.inside().number == inside - 1


def test_of_two_agreements_the_narrower_stays(demo: Services) -> None:
    kept, gone = know(demo, "Mw. Zwol"), know(demo, "Mevr. Zwol")
    demo.missed.consent(kept, PHONE, "dochter Anja")
    demo.missed.consent(gone, "020 111 11 11", "buurman")
    until = demo.room.today() + timedelta(days=9)
    demo.missed.away(gone, until)
    demo.merging.merge(kept, gone)
    agreement = demo.missed.agreement(kept)
    assert agreement is not None
    assert (agreement.phone, agreement.also_call, agreement.away_until) == (PHONE, "", until)
    assert not refers(demo, gone)


def test_who_agreed_on_one_card_has_agreed(demo: Services) -> None:
    kept, gone = know(demo, "Mw. Zwol"), know(demo, "Mevr. Zwol")
    demo.missed.consent(gone, PHONE, "dochter Anja")
    demo.missed.contacted(gone, MissedResult.NOT_REACHED)
    before = everything(demo)
    change = demo.merging.merge(kept, gone)
    agreement = demo.missed.agreement(kept)
    assert agreement is not None
    assert (agreement.phone, agreement.also_call) == (PHONE, "dochter Anja")
    assert demo.people.visitor(kept).remembered
    assert not refers(demo, gone)
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert everything(demo) == before


@pytest.mark.parametrize("yes", [(True, False), (False, True), (True, True), (False, False)])
def test_a_yes_to_one_name_is_no_yes_to_the_other(demo: Services, yes: tuple[bool, bool]) -> None:
    kept, gone = know(demo, "Mw. Zwol", yes=yes[0]), know(demo, "Mevr. Zwol", yes=yes[1])
    demo.merging.merge(kept, gone)
    assert demo.people.visitor(kept).remembered is yes[0]


def test_the_day_of_a_name_without_a_yes_is_its_own(demo: Services, clock: SetClock) -> None:
    gone = know(demo, "Mevr. Zwol", yes=True)
    clock.instant += timedelta(days=30)
    kept = know(demo, "Mw. Zwol")
    demo.merging.merge(kept, gone)
    with demo.store.reading() as session:
        row = session.get(VisitorRow, kept)
        assert row is not None
        assert row.first_seen_on == demo.room.today()


def test_two_of_one_name_are_offered_however_they_are_spelled(demo: Services) -> None:
    one, two, three = know(demo, "Bep Zwol"), know(demo, "Bep Zwol", "rode hoed"), know(demo, "bép zwol")
    know(demo, "Bep Zwolle")
    offered = {card.visitor.id for card in demo.merging.namesakes(one)}
    assert offered == {two, three}
    assert demo.merging.namesakes(UUID(int=1)) == []


def test_what_cannot_be_merged_is_refused(demo: Services) -> None:
    kept = know(demo, "Mw. Zwol")
    before = everything(demo)
    for gone in (kept, UUID(int=1)):
        with pytest.raises(RefusedError):
            demo.merging.merge(kept, gone)
    with pytest.raises(RefusedError):
        demo.merging.merge(UUID(int=1), kept)
    assert everything(demo) == before


def test_nobody_signed_in_merges_or_finds_anybody(demo: Services) -> None:
    kept, gone = know(demo, "Mw. Zwol"), know(demo, "Mevr. Zwol")
    demo.sign_in.act_as(NOBODY)
    for attempt in (
        lambda: demo.merging.merge(kept, gone),
        lambda: demo.merging.namesakes(kept),
        lambda: demo.merging.find("Zwol", kept),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


NAMES = ("Anna Proef", "Ana Proef", "An Proef")


@settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    days=st.lists(st.lists(st.sampled_from(NAMES), unique=True), min_size=1, max_size=6),
    leave=st.booleans(),
    steps=st.permutations(NAMES),
)
def test_whoever_came_when_merging_keeps_every_visit(
    templates: Templates,
    days: list[list[str]],
    leave: bool,  # noqa: FBT001 - drawn
    steps: list[str],
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bk-merging-"))
    shutil.copy(templates.file("demo"), folder / DATABASE)
    clock = SetClock(NOON)
    demo = assemble(open_embedded(folder / DATABASE, KEY), clock, Seat(KEY_HOLDER), VAULT, practice=True)
    for names in days:
        for name in names:
            visitor = come(demo, name)
            if leave:
                demo.arrivals.leave(visitor)
        clock.instant += timedelta(days=1)
    kept, *others = (know(demo, name) for name in steps)
    first, last = NOON.date(), clock.now().date()
    figures, before = demo.desk.figures(first, last), everything(demo)
    changes = [demo.merging.merge(kept, other) for other in others]
    assert demo.desk.figures(first, last) == figures
    after = everything(demo)
    assert len(after["visit"]) == len(before["visit"])
    came = [row for row in after["visit"] if kept in row]
    assert len(came) == sum(bool(names) for names in days)
    for change in reversed(changes):
        assert change.unit is not None
        demo.history.undo(change.unit)
    assert everything(demo) == before
    demo.close()
    shutil.rmtree(folder)
