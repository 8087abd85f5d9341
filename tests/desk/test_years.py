"""With years in the store nothing that is done all day goes through all of it: every statement uses an index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import event

from buurtkamer_app.desk.counts.records import Choice, Figure
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.records import Span
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.services import Services

# What grows with the years. A `visitor_search` is looked up by its own index, which the plan calls a scan.
GROWS: Final = ("visit", "visitor", "journal_unit", "journal_change", "help_asked", "day", "cash", "sign_on")
_SCAN: Final = re.compile(r"\bSCAN (\w+)(?! VIRTUAL)")

Statement = tuple[str, Any]


@pytest.fixture
def heard(demo: Services) -> Iterator[list[Statement]]:
    """Give every statement that the services ask of the embedded store from now on."""
    if not demo.store.embedded:
        pytest.skip("the plan is SQLite's")
    found: list[Statement] = []

    def hear(_: object, _cursor: object, statement: str, values: Any, _context: object, many: bool) -> None:  # noqa: FBT001 - SQLAlchemy gives it
        found.append((statement, values[0] if many else values))

    event.listen(demo.store.engine, "before_cursor_execute", hear)
    yield found
    event.remove(demo.store.engine, "before_cursor_execute", hear)


def steps(services: Services, statements: list[Statement]) -> list[str]:
    """Give the steps in which the store does these statements."""
    asked = [pair for pair in statements if not pair[0].startswith("BEGIN")]
    with services.store.engine.connect() as connection:
        raw = connection.connection.cursor()
        plans = [raw.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall() for statement, values in asked]
    return [str(step[3]) for plan in plans for step in plan]


def gone_through(services: Services, statements: list[Statement]) -> list[str]:
    """Give the steps that go through a whole table of those that grow; not to the last few of it, where that ends."""
    whole = [pair for pair in statements if "WHERE" in pair[0] or "LIMIT" not in pair[0]]
    return [step for step in steps(services, whole) if (scan := _SCAN.search(step)) and scan.group(1) in GROWS]


def _month(services: Services) -> Choice:
    today = services.room.today()
    return Choice(today.replace(day=1), today, Figure.NAMED)


HOT: Final[dict[str, Callable[[Services], object]]] = {
    "a tally": lambda services: services.desk.tally(Tally(2)),
    "a question": lambda services: services.desk.ask_help(),
    "coming in": lambda services: services.arrivals.come_in(["Zeynep"]),
    "one letter": lambda services: services.arrivals.find("z"),
    "two letters": lambda services: services.arrivals.find("ze"),
    "three letters": lambda services: services.arrivals.find("zey"),
    "two words": lambda services: services.arrivals.find("jan d"),
    "who is inside": lambda services: services.arrivals.inside(),
    "names of today": lambda services: services.arrivals.names_in(services.room.today()),
    "all left": lambda services: services.arrivals.all_left(),
    "names that go": lambda services: services.arrivals.forget_names(),
    "the day at a glance": lambda services: services.evaluation.glance(Span.DAY),
    "the week at a glance": lambda services: services.evaluation.glance(Span.WEEK),
    "the month at a glance": lambda services: services.evaluation.glance(Span.MONTH),
    "the rows of a month": lambda services: services.counts.rows(_month(services)),
    "the years": lambda services: services.evaluation.years(),
    "what was counted while locked": lambda services: services.desk.locked_today(),
    "the clock": lambda services: services.desk.clock_doubt(),
    "who is missed": lambda services: services.missed.missed(),
    "the cash box": lambda services: services.days.in_box(),
    "days closed late": lambda services: services.days.closed_late(),
    "opening": lambda services: services.days.open(),
    "closing": lambda services: services.days.close(),
    "the last step": lambda services: services.history.last(),
    "the last count": lambda services: services.history.last(counting=True),
    "undo": lambda services: services.history.undo_last_count(),
    "the journal at start-up": lambda services: services.history.forget_before_images(),
}


@pytest.mark.parametrize("name", HOT)
def test_what_is_done_all_day_does_not_go_through_the_years(demo: Services, heard: list[Statement], name: str) -> None:
    demo.sign_in.act_as(KEY_HOLDER)
    came = demo.arrivals.come_in(["Zeynep", "Omer"]).value
    demo.missed.consent(came[0].visitor, "06 12345678")
    heard.clear()
    HOT[name](demo)
    assert heard
    assert gone_through(demo, heard) == []


def test_the_last_step_is_looked_for_from_the_end_however_much_was_done_today(
    demo: Services, heard: list[Statement]
) -> None:
    demo.sign_in.act_as(KEY_HOLDER)
    demo.desk.tally(Tally(1))
    heard.clear()
    demo.history.last()
    assert "SEARCH journal_unit USING INDEX sqlite_autoindex_journal_unit_1 (id>?)" in steps(demo, heard)
