"""Whatever is changed and taken back: nobody who signed up is lost or doubled, and no series is twice on one day."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from buurtkamer_app.activities.changing.records import Alter, CallOff, Details, Extra, Placed, Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.storage.tables.activities import (
    CancelledRow,
    ChangedDateRow,
    HeadcountRow,
    ParticipationRow,
    SeriesRow,
    SignUpRow,
)
from buurtkamer_app.storage.tables.wishes import TellingRow, WishRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.activities.changing.records import Wanted
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
KINDS = (SeriesRow, ChangedDateRow, SignUpRow, HeadcountRow, ParticipationRow, CancelledRow, TellingRow, WishRow)
RULES = (
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=18",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=9",
    "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260501",
    "FREQ=DAILY;INTERVAL=3;COUNT=12",
    "",
)
DAYS = st.integers(-8, 60).map(lambda ahead: TODAY + timedelta(days=ahead))


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Any]:
    """Give a change as its kind and what makes it, for a series and a date that are only known later."""
    kind = draw(st.sampled_from(("alter", "alter", "alter", "off", "extra")))
    reach = draw(st.sampled_from(Reach))
    if kind == "off":
        return kind, (reach, draw(st.integers(0, 9)))
    starts = draw(st.sampled_from((None, time(16), time(17))))
    if kind == "extra":
        return kind, (draw(DAYS), starts)
    rule = draw(st.sampled_from((None, None, None, *RULES)))
    return kind, (
        reach,
        draw(st.integers(0, 9)),
        draw(st.none() | st.integers(-6, 8)),
        starts,
        rule,
        draw(st.booleans()),
    )


def _wanted(demo: Services, key: UUID, kind: str, given_: Any) -> Wanted | None:
    series = next(one for one in demo.activities.series() if one.id == key)
    coming = [
        entry.on for entry in demo.activities.occurrences(TODAY, TODAY + timedelta(days=90)) if entry.series.id == key
    ]
    if kind == "extra":
        on, starts = given_
        placed = Placed(starts, time(19), "Spreekkamer", "hosts") if starts else None
        return Extra(key, on, placed, all_the_same=True)
    if not coming:
        return None
    on = coming[given_[1] % len(coming)]
    if kind == "off":
        return CallOff(key, on, given_[0], "ziek")
    reach, _, shift, starts, rule, renamed = given_
    details = {name: getattr(series, name) for name in Details.__dataclass_fields__} | {"name": "Anders"}
    return Alter(
        key,
        on,
        reach,
        None if shift is None else on + timedelta(days=shift),
        Placed(starts, time(19), "Spreekkamer", "hosts") if starts else None,
        Details(**details) if renamed else None,
        rule,
        all_the_same=True,
    )


def _everything(demo: Services) -> dict[tuple[str, UUID], tuple[Any, ...]]:
    """Give every row that a change can touch, without its version."""
    found: dict[tuple[str, UUID], tuple[Any, ...]] = {}
    with demo.store.reading() as session:
        for kind in KINDS:
            for row in session.scalars(select(kind)):
                columns = [column.name for column in kind.__table__.columns if column.name != "version"]
                found[kind.__tablename__, row.id] = tuple(getattr(row, name) for name in columns)
    return found


def _people(demo: Services) -> tuple[Counter[tuple[str, int, bool]], int]:
    with demo.store.reading() as session:
        parties = Counter((row.name, row.persons, row.cancelled) for row in session.scalars(select(SignUpRow)))
        return parties, sum(row.persons for row in session.scalars(select(HeadcountRow)))


def _on_the_programme(demo: Services) -> None:
    """Check that no series is twice on one day, and that everybody who signed up still stands on a date of it."""
    found = demo.activities.occurrences(date(2026, 1, 1), date(2026, 12, 31))
    dates = Counter((entry.series.id, entry.on) for entry in found)
    assert [key for key, times in dates.items() if times > 1] == []
    with demo.store.reading() as session:
        assert {(row.series_id, row.on_date) for row in session.scalars(select(SignUpRow))} <= dates.keys()
        assert {(row.series_id, row.on_date) for row in session.scalars(select(HeadcountRow))} <= dates.keys()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rule=st.sampled_from(RULES), wanted=st.lists(changes(), min_size=1, max_size=4))
def test_nobody_is_lost_whatever_is_changed_and_undone(
    demo: Services, rule: str, wanted: list[tuple[str, Any]]
) -> None:
    start = TODAY if not rule else date(2026, 1, 5)
    new = NewSeries("Proef", Theme.COMMUNITY, "Spreekkamer", start, time(18), time(19), rule, capacity=4, sign_up=True)
    with demo.store.work(Label("A series to change")) as unit:
        keys = [demo.activities.add_series(new).value]
        demo.wishes.planned_as(demo.wishes.all()[0].id, keys[0])
        for number, entry in enumerate(demo.activities.occurrences(date(2026, 3, 1), date(2026, 4, 30))):
            if entry.series.id == keys[0]:
                demo.activities.sign_up(keys[0], entry.on, f"Groep {number}", 3)
                demo.activities.sign_up(keys[0], entry.on, f"Gast {number}", 2)
                if entry.on < TODAY:
                    demo.activities.count_heads(keys[0], entry.on, number + 1)
    done: list[tuple[dict[tuple[str, UUID], tuple[Any, ...]], UUID]] = []
    try:
        _change(demo, keys, wanted, done)
    finally:
        # Also after a failure the next example begins as this one did.
        for before, made in reversed(done):
            demo.history.undo(made)
            assert _everything(demo) == before
        assert unit.change.unit is not None
        demo.history.undo(unit.change.unit)


def _change(demo: Services, keys: list[UUID], wanted: list[tuple[str, Any]], done: list[Any]) -> None:
    people = _people(demo)
    for kind, told in wanted:
        before = _everything(demo)
        try:
            change = _wanted(demo, keys[-1], kind, told)
            outcome = demo.changing.apply(change) if change is not None else None
        except BuurtkamerError:
            assert _everything(demo) == before
            continue
        if outcome is not None and outcome.change:
            keys.append(outcome.value)
            done.append((before, outcome.change.unit))
        assert _people(demo) == people
        _on_the_programme(demo)
