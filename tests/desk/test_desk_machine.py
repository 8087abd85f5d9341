"""The desk as a machine: whatever is done in whatever order, the figures agree and undo brings back what was there."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.startup import KEY_HOLDER, Services, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables import Base
from buurtkamer_app.storage.tables.base import Row
from tests.conftest import KEY, NOON, VAULT

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.records import VisitFigures
    from tests.conftest import Templates

NAMES = ("De Boer", "Mw. Tan", "Zeynep", "Nieuw Iemand", "Nog Iemand")
COUNTED = ("visit", "headcount", "day", "cash", "tally_sheet", "visitor", "help_asked")
Dump = dict[str, list[dict[str, Any]]]


def dump(services: Services) -> Dump:
    """Give every row of the tables that this machine touches, without their versions."""
    found: Dump = {}
    with services.store.reading() as session:
        for mapper in Base.registry.mappers:
            kind = mapper.class_
            if issubclass(kind, Row) and kind.__tablename__ in COUNTED:
                columns = [column for column in kind.__table__.columns if column.name != "version"]
                rows = session.execute(select(*columns).order_by(kind.__table__.c.id)).mappings()
                found[kind.__tablename__] = [dict(row) for row in rows]
    return found


class Desk(RuleBasedStateMachine):
    """Does what happens at a desk; `open_store` gives a fresh room, `again` the same after a kill."""

    open_store: Callable[[], Services]
    again: Callable[[Services], Services]

    @initialize()
    def begin(self) -> None:
        """Open a fresh room in the afternoon."""
        self.services = self.open_store()
        self.undoable: list[Dump] = []
        self.sheets: list[str] = []
        self.pass_time(0)

    def done(self, change: Change, before: Dump) -> None:
        """Remember what undo must bring back."""
        if change:
            self.undoable.append(before)

    def pass_time(self, minutes: int) -> None:
        """Let some minutes pass, within the afternoon."""
        clock = self.services.store.clock
        assert isinstance(clock, SetClock)
        clock.instant = min(clock.instant + timedelta(minutes=minutes), NOON + timedelta(hours=8))

    @rule(
        count=st.integers(1, 40),
        purpose=st.sampled_from(Purpose),
        children=st.integers(0, 5),
        first_time=st.integers(0, 5),
        minutes=st.integers(0, 40),
    )
    def tally(self, count: int, purpose: Purpose, children: int, first_time: int, minutes: int) -> None:
        """Count people without a name."""
        self.pass_time(minutes)
        before = dump(self.services)
        tally = Tally(count, purpose, min(children, count), min(first_time, count))
        self.done(self.services.desk.tally(tally), before)

    @rule(name=st.sampled_from(NAMES))
    def come_in(self, name: str) -> None:
        """Let somebody known, or somebody new, in."""
        before = dump(self.services)
        outcome = self.services.arrivals.come_in([name])
        self.done(outcome.change, before)

    @rule(name=st.sampled_from(NAMES))
    def leave(self, name: str) -> None:
        """Let somebody leave who may be inside."""
        inside = {one.name: one.id for one in self.services.arrivals.inside().named}
        before = dump(self.services)
        if name in inside:
            self.done(self.services.arrivals.leave(inside[name]), before)

    @rule(count=st.integers(1, 2))
    def give_numbers(self, count: int) -> None:
        """Give numbers to sheets; they stand on paper, so that no undo takes them back."""
        given = self.services.sheets.give_numbers(count, self.services.room.today()).value
        self.sheets += given
        fresh = dump(self.services)["tally_sheet"]
        self.undoable = [{**before, "tally_sheet": fresh} for before in self.undoable]

    @precondition(lambda self: bool(self.sheets))
    @rule(data=st.data(), hour=st.integers(9, 12), count=st.integers(0, 30), children=st.integers(0, 30))
    def enter_sheet(self, data: st.DataObject, hour: int, count: int, children: int) -> None:
        """Key back an hour of a sheet, perhaps for the second time."""
        number = data.draw(st.sampled_from(self.sheets))
        before = dump(self.services)
        line = SheetLine(number, hour, count, min(children, count))
        entered = self.services.sheets.enter_all(number, self.services.room.today(), [line])
        self.done(entered.change, before)

    @rule(persons=st.integers(0, 30))
    def headcount(self, persons: int) -> None:
        """Count who took part."""
        today = self.services.room.today()
        series = self.services.activities.on_date("Taalcafé", today).id
        before = dump(self.services)
        self.done(self.services.activities.count_heads(series, today, persons), before)

    @rule(counted=st.none() | st.integers(0, 5000))
    def close(self, counted: int | None) -> None:
        """Close the day, with or without the cash box."""
        before = dump(self.services)
        self.done(self.services.days.close(Cash(counted, 100, 20) if counted is not None else None), before)

    @rule()
    def open(self) -> None:
        """Open the day, or open it again."""
        before = dump(self.services)
        self.done(self.services.days.open(), before)

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        """Take back the last steps, one by one: each brings back exactly what was there."""
        for _ in range(steps):
            last = self.services.history.last()
            if last is None:
                assert not self.undoable
                return
            self.services.history.undo(last.unit)
            assert dump(self.services) == self.undoable.pop()

    @rule()
    def kill_and_restart(self) -> None:
        """Let the computer go off without a warning, and start it again."""
        before = dump(self.services)
        self.services = self.again(self.services)
        assert dump(self.services) == before

    @rule(count=st.sampled_from([0, -1, 1000]))
    def absurd(self, count: int) -> None:
        """Refuse what cannot be; nothing changes."""
        before = dump(self.services)
        with pytest.raises(RefusedError):
            self.services.desk.tally(Tally(count))
        assert dump(self.services) == before

    @invariant()
    def figures_agree(self) -> None:
        """Visits are named and anonymous ones, the sum by hour, by purpose and of the rows, and no more are inside."""
        if not hasattr(self, "services"):
            return
        today = self.services.room.today()
        figures: VisitFigures = self.services.desk.figures(today, today)
        rows = [row for row in dump(self.services)["visit"] if row["on_date"] == today]
        assert figures.visits == figures.named + figures.anonymous == sum(row["persons"] for row in rows)
        assert figures.visits == sum(figures.by_hour.values()) == sum(figures.by_purpose.values())
        assert figures.named == sum(row["persons"] for row in rows if row["named"])
        assert figures.children == sum(row["children"] for row in rows)
        assert figures.entered_later == sum(row["persons"] for row in rows if row["sheet"])
        assert 0 <= self.services.arrivals.inside().number <= figures.visits
        lines = [(row["sheet"], row["hour"]) for row in rows if row["sheet"]]
        assert len(lines) == len(set(lines))
        regulars: list[UUID] = [row["visitor_id"] for row in rows if row["visitor_id"]]
        assert len(regulars) == len(set(regulars))

    def teardown(self) -> None:
        """Let go of the store."""
        if hasattr(self, "services"):
            self.services.close()


def machine(templates: Templates, scratch: Path) -> type[Desk]:
    """Give the machine on the encrypted file: a kill leaves the file and its -wal as they are at that moment."""

    def open_in(folder: Path, clock: SetClock) -> Services:
        engine = open_embedded(folder / DATABASE, KEY)
        return assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)

    class Embedded(Desk):
        folder: Path

        def open_store(self) -> Services:
            self.folder = Path(tempfile.mkdtemp(dir=scratch))
            shutil.copy(templates.file("demo"), self.folder / DATABASE)
            return open_in(self.folder, SetClock(NOON))

        def again(self, before: Services) -> Services:
            left = Path(tempfile.mkdtemp(dir=scratch))
            for name in (DATABASE, f"{DATABASE}-wal"):
                if (self.folder / name).exists():
                    shutil.copy(self.folder / name, left / name)
            before.close()
            self.folder = left
            clock = before.store.clock
            assert isinstance(clock, SetClock)
            return open_in(left, clock)

    return Embedded


def _run(kind: type[Desk], examples: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        kind,
        settings=settings(max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=checks),
    )


def test_whatever_happens_at_the_desk_the_figures_agree_and_undo_brings_back_what_was(
    templates: Templates, tmp_path: Path
) -> None:
    _run(machine(templates, tmp_path), 12)


@pytest.mark.long
def test_the_long_form_of_whatever_happens_at_the_desk(templates: Templates, tmp_path: Path) -> None:
    _run(machine(templates, tmp_path), 400)
