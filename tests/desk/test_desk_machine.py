"""The desk as a machine: whatever is done in whatever order, the figures agree and undo brings back what was there."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from functools import partial
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
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.base.terms import HelpTopic, Purpose
from buurtkamer_app.desk.counts.records import Choice, Visitors
from buurtkamer_app.desk.days.records import Cash, Closing
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables.base import Row
from buurtkamer_app.storage.tables.desk import VisitWeekRow
from buurtkamer_app.storage.tables.every import Base
from tests.conftest import KEY, NOON, VAULT

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

NAMES = ("De Boer", "Mw. Tan", "Zeynep", "Nieuw Iemand", "Nog Iemand")
COUNTED = ("visit", "headcount", "day", "cash", "numbered_sheet", "visitor", "help_asked", "sign_on")
NOTED = (
    "sign_up",
    "participation",
    "cancelled_date",
    "telling",
    "handover_note",
    "call_back",
    "loan",
    "concern",
    "call_if_missed",
)
Dump = dict[str, list[dict[str, Any]]]


def dump(services: Services) -> Dump:
    """Give every row of the tables that this machine touches, without their versions."""
    found: Dump = {}
    with services.store.reading() as session:
        for mapper in Base.registry.mappers:
            kind = mapper.class_
            if issubclass(kind, Row) and kind.__tablename__ in COUNTED + NOTED:
                columns = [column for column in kind.__table__.columns if column.name != "version"]
                rows = session.execute(select(*columns).order_by(kind.__table__.c.id)).mappings()
                found[kind.__tablename__] = [dict(row) for row in rows]
    return found


def sums_made(held: Dump) -> dict[tuple[Any, ...], list[int]]:
    """Sum the visits by week and purpose."""
    found: dict[tuple[Any, ...], list[int]] = {}
    for row in held["visit"]:
        monday = row["on_date"] - timedelta(days=row["on_date"].weekday())
        sums = found.setdefault((monday, row["purpose"]), [0] * 4)
        named = row["persons"] if row["named"] else 0
        for at, value in enumerate((row["persons"], named, row["children"], row["first_time"])):
            sums[at] += value
    return {key: sums for key, sums in found.items() if any(sums)}


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
        fresh = dump(self.services)["numbered_sheet"]
        self.undoable = [{**before, "numbered_sheet": fresh} for before in self.undoable]

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
        try:
            self.done(self.services.activities.count_heads(series, today, persons), before)
        except RefusedError:
            # It does not go on.
            assert dump(self.services) == before

    @rule(counted=st.none() | st.integers(0, 5000), all_leave=st.booleans())
    def close(self, counted: int | None, all_leave: bool) -> None:  # noqa: FBT001 - drawn
        """Close the day, with or without the cash box; all leave with it, or nobody."""
        before, services = dump(self.services), self.services
        also = (services.rota.all_off, services.arrivals.all_left) if all_leave else ()
        cash = Cash(counted, 100, 20) if counted is not None else None
        self.done(services.days.close(cash, Closing(key_with="Ria"), also), before)
        if all_leave:
            assert services.arrivals.inside().number == 0
            assert services.rota.on_now() == []

    @rule()
    def open(self) -> None:
        """Open the day, or open it again."""
        before = dump(self.services)
        self.done(self.services.days.open(), before)

    @rule(topic=st.none() | st.sampled_from(HelpTopic), then=st.sampled_from(HelpTopic))
    def ask_help(self, topic: HelpTopic | None, then: HelpTopic) -> None:
        """Count a question, perhaps with another topic afterwards."""
        before = dump(self.services)
        asked = self.services.desk.ask_help(topic)
        self.done(asked.change, before)
        before = dump(self.services)
        self.done(self.services.desk.set_topic(asked.value, then), before)

    @rule(count=st.integers(1, 9))
    def count_while_locked(self, count: int) -> None:
        """Count visitors, and a question, with nobody signed in."""
        self.services.sign_in.act_as(NOBODY)
        before = dump(self.services)
        self.done(self.services.desk.tally(Tally(count)), before)
        before = dump(self.services)
        self.done(self.services.desk.ask_help().change, before)
        self.services.sign_in.act_as(KEY_HOLDER)

    @rule(right=st.booleans())
    def look_at_what_was_locked(self, right: bool) -> None:  # noqa: FBT001 - drawn
        """Take back what was counted while locked, or say that it is right."""
        before, desk = dump(self.services), self.services.desk
        self.done(desk.accept_locked() if right else desk.take_back_locked(), before)
        assert not desk.locked_today()

    @rule(name=st.sampled_from(NAMES), hint=st.sampled_from(["met de bril", "van nr. 8"]))
    def come_in_new(self, name: str, hint: str) -> None:
        """Let another one of the name in, unless there is one with that hint."""
        before = dump(self.services)
        try:
            self.done(self.services.arrivals.come_in_new(name, hint).change, before)
        except RefusedError:
            assert dump(self.services) == before

    @rule(data=st.data(), hour=st.integers(0, 12), count=st.integers(1, 30), children=st.integers(0, 30))
    def correct(self, data: st.DataObject, hour: int, count: int, children: int) -> None:
        """Add a line, or change or take away one of today."""
        services, today = self.services, self.services.room.today()
        lines = services.counts.rows(Choice(today, today)).lines
        line = data.draw(st.sampled_from([None, *lines]))
        before = dump(services)
        people = Visitors(hour, count, Purpose.WALK_IN, min(children, count))
        try:
            if line is None:
                self.done(services.counts.add(today, people), before)
            elif data.draw(st.booleans()):
                self.done(services.counts.remove(line), before)
            else:
                self.done(services.counts.correct(line, people), before)
        except RefusedError:
            # A line with a name is one person; an hour of a sheet stands there once.
            assert dump(services) == before

    @rule(data=st.data(), persons=st.integers(1, 12), name=st.sampled_from(("", *NAMES)))
    def take_part(self, data: st.DataObject, persons: int, name: str) -> None:
        """Let people sign up, be there or not, or let a date not go on."""
        services, today = self.services, self.services.room.today()
        series, attendance = services.activities.on_date("Taalcafé", today).id, services.attendance
        parties = [party.id for party in services.activities.parties(series, today)]
        doing: list[Callable[[], Change]] = [
            lambda: services.activities.sign_up(series, today, name, persons).change,
            lambda: attendance.add_present(series, today, name, persons).change,
            lambda: attendance.cancel(series, today, "ziek"),
            lambda: attendance.go_on(series, today),
        ]
        if parties:
            party = data.draw(st.sampled_from(parties))
            doing += [
                lambda: attendance.tick(series, today, party),
                lambda: attendance.untick(series, today, party),
                lambda: services.activities.withdraw(series, today, party).change,
            ]
        before = dump(services)
        figures = services.desk.figures(today, today)
        try:
            self.done(data.draw(st.sampled_from(doing))(), before)
        except RefusedError:
            assert dump(services) == before
        assert services.desk.figures(today, today) == figures

    @rule(data=st.data())
    def note(self, data: st.DataObject) -> None:
        """Write something down for others, or tick it off."""
        handover, arrivals = self.services.handover, self.services.arrivals
        doing: list[Callable[[], Change]] = [
            lambda: handover.write("Melk is op."),
            lambda: handover.call_back("Mw. Tan", "06 12345678", ""),
            lambda: handover.lend("Boormachine", "Kees"),
            lambda: self.services.concerns.write("Komt minder vaak."),
        ]
        doing += [partial(handover.called_back, one.id) for one in handover.call_backs()]
        doing += [partial(handover.back, one.id) for one in handover.loans()]
        doing += [partial(self.services.people.remember, one.id) for one in arrivals.inside().named]
        doing += [partial(self.services.missed.consent, one.id, "020 1234567") for one in arrivals.inside().named]
        before = dump(self.services)
        self.done(data.draw(st.sampled_from(doing))(), before)

    @rule(name=st.sampled_from(["Ria Postma", "Samira El Idrissi"]), begins=st.booleans())
    def host(self, name: str, begins: bool) -> None:  # noqa: FBT001 - drawn
        """Let a host begin or go home."""
        rota, before = self.services.rota, dump(self.services)
        key = self.services.people.host_named(name).id
        try:
            self.done(rota.sign_on(key) if begins else rota.sign_off(key), before)
        except RefusedError:
            assert dump(self.services) == before

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
        held = dump(self.services)
        rows = [row for row in held["visit"] if row["on_date"] == today]
        assert figures.visits == figures.named + figures.anonymous == sum(row["persons"] for row in rows)
        assert figures.visits == sum(figures.by_hour.values()) == sum(figures.by_purpose.values())
        assert figures.named == sum(row["persons"] for row in rows if row["named"])
        assert figures.children == sum(row["children"] for row in rows)
        assert figures.entered_later == sum(row["persons"] for row in rows if row["later"])
        assert figures.first_time == sum(row["first_time"] for row in rows)
        assert 0 <= self.services.arrivals.inside().number <= figures.visits
        asked = self.services.desk.help_asked(today, today)
        assert sum(asked.values()) == len(held["help_asked"])
        assert self.sums_kept() == sums_made(held)
        lines = [(row["sheet"], row["hour"]) for row in rows if row["sheet"]]
        assert len(lines) == len(set(lines))
        regulars: list[UUID] = [row["visitor_id"] for row in rows if row["visitor_id"]]
        assert len(regulars) == len(set(regulars))

    def sums_kept(self) -> dict[tuple[Any, ...], list[int]]:
        """Give the sums of weeks that triggers keep, without empty ones."""
        with self.services.store.reading() as session:
            rows = session.execute(select(VisitWeekRow.__table__)).all()
        return {(row.monday, row.purpose): list(row[2:]) for row in rows if any(row[2:])}

    def teardown(self) -> None:
        """Take everything that was counted back, whatever was done with it since, and let go of the store."""
        if hasattr(self, "services"):
            with suppress(ClashError):
                while self.services.history.undo_last_count() is not None:
                    self.figures_agree()
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
