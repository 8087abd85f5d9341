"""What is kept how long: the periods, the clock that tells what goes when, and letting go at the opening of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import dropwhile
from time import monotonic
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.privacy.retention import letting_go, queries, rules
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.privacy.retention.records import Kept, LastRun, Ran
from buurtkamer_app.storage.sure_day import opened_in_order, sure_day
from buurtkamer_app.storage.tables.privacy import RetentionRuleRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from buurtkamer_app.privacy.retention.records import Due, Rule
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

_DAY: Final = timedelta(days=1)


class Retention:
    """Use cases of how long things are kept. `features` let go their own things of up to and including a day."""

    def __init__(
        self, store: Store, room: Room, features: Callable[[], Mapping[str, Callable[[date], object]]]
    ) -> None:
        self._store, self._room, self._features = store, room, features

    def run(self, begin: str | None = None, patience: float | None = None) -> Outcome[Ran]:
        """Let go what was kept long enough, in one unit of work; after so many seconds the rest is `left`.

        A further go begins with the kind that was left. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        found = Ran()
        with self._store.work(Label(mark("What was kept long enough went")), Role.NOBODY) as unit:
            unit.undoable = False
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                found = self._let_go(unit, sure, begin, patience)
            put = queries.put_run if begin is None else queries.add_run
            put(unit.session, unit.now, sure, found.gone)
        tables = {source.table.__tablename__ for kind in found.gone for source in queries.sources(kind)}
        return Outcome(replace(unit.change, kinds=frozenset({*unit.change.kinds, *tables, "retention_run"})), found)

    def kept(self) -> list[Kept]:
        """Give every rule as it is set here, and how its clock stands; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            amounts, after = queries.amounts(session), self._next_opening(session)
            return [self._kept(session, rule, amounts.get(rule.kind, rule.usual), after) for rule in RULES.values()]

    def rules(self) -> dict[str, int]:
        """Give how long each kind is kept here, in the days or months of its rule."""
        with self._store.reading() as session:
            amounts = queries.amounts(session)
        return {kind: amounts.get(kind, rule.usual) for kind, rule in RULES.items()}

    def next_due(self, most: int) -> list[Due]:
        """Give what goes when, the next first; for the coordinator."""
        return rules.next_first(self.kept(), most)

    def would_go(self, kind: str, amount: int) -> int:
        """Count what would go at the next opening if this were the period; for the coordinator.

        Raises `RefusedError` for a period that may not be.
        """
        self._store.allow(Role.COORDINATOR)
        rule = _rule(kind)
        rules.check_amount(rule, amount)
        with self._store.reading() as session:
            until = rules.until(self._next_opening(session) - _DAY, amount, rule.per, {})
            return queries.count(session, kind, until, self._room.zone)

    def set_rule(self, kind: str, amount: int) -> Change:
        """Keep a kind of thing for so many days or months, as its rule counts; for the coordinator.

        Raises `RefusedError` for a period that may not be.
        """
        rule = _rule(kind)
        rules.check_amount(rule, amount)
        with self._store.work(Label(mark("How long something is kept was changed")), Role.COORDINATOR) as unit:
            row = queries.rule_row(unit.session, kind)
            if row is not None and amount == rule.usual:
                unit.session.delete(row)
            elif row is not None:
                row.amount = amount
            elif amount != rule.usual:
                unit.session.add(RetentionRuleRow(kind=kind, amount=amount))
        return unit.change

    def last_run(self) -> LastRun | None:
        """Give when it was last looked at what may go, and what went; None when it never was."""
        with self._store.reading() as session:
            return queries.last_run(session)

    def _let_go(self, unit: Unit, sure: date, begin: str | None, patience: float | None) -> Ran:
        opened = opened_in_order(unit.session)
        queries.look_at_undated(unit.session, max([sure, *opened]))
        doubtful, amounts = rules.set_back(opened), queries.amounts(unit.session)
        gone: dict[str, int] = {}
        waiting = dropwhile(lambda kind: kind != begin, RULES) if begin in RULES else iter(RULES)
        started = monotonic()
        for kind in waiting:
            if patience is not None and monotonic() - started > patience:
                return Ran(gone, kind)
            rule = RULES[kind]
            until = rules.until(sure, amounts.get(kind, rule.usual), rule.per, doubtful)
            while number := self._of_kind(unit, kind, until):
                gone[kind] = gone.get(kind, 0) + number
                if not letting_go.much(kind, number):
                    break
                if patience is not None:
                    return Ran(gone, kind)
        letting_go.sweep_images(unit.session, self._room.zone, self._room.today())
        return Ran(gone)

    def _of_kind(self, unit: Unit, kind: str, until: date) -> int:
        let_go = self._features().get(kind)
        if let_go is None:
            return letting_go.of_kind(unit, kind, until, self._room.zone)
        there = queries.count(unit.session, kind, until, self._room.zone)
        let_go(until)
        unit.session.flush()
        own = letting_go.of_kind(unit, kind, until, self._room.zone)
        return max(own, there - queries.count(unit.session, kind, until, self._room.zone))

    def _next_opening(self, session: Session) -> date:
        """Give the first day on which something may go: today, unless it was looked at today already."""
        last, today = queries.last_run(session), self._room.today()
        done = last is not None and last.at.astimezone(self._room.zone).date() >= today
        return today + _DAY if done else today

    def _kept(self, session: Session, rule: Rule, amount: int, after: date) -> Kept:
        first = queries.oldest(session, rule.kind, self._room.zone)
        held = queries.held(session, rule.kind)
        if first is None:
            return Kept(rule, amount, held, None, 0)
        on = max(rules.goes_on(first, amount, rule.per), after)
        until = rules.until(on - _DAY, amount, rule.per, {})
        return Kept(rule, amount, held, on, queries.count(session, rule.kind, until, self._room.zone))


def _rule(kind: str) -> Rule:
    rule = RULES.get(kind)
    if rule is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    return rule
