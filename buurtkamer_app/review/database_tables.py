"""The tables and views of `buurtkamer_review` in an office's PostgreSQL database, and what of a log goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.review.amounts import bounds
from buurtkamer_app.review.facts import facts, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from typing import LiteralString

    from buurtkamer_app.review.records import RoomLog

    Rows = Callable[[RoomLog, datetime], Iterable[tuple[Any, ...]]]

SCHEMA: Final = "buurtkamer_review"

# Made when they are not there, in this order; every row belongs to a log, and goes with it.
MADE: Final[tuple[LiteralString, ...]] = (
    "CREATE SCHEMA IF NOT EXISTS buurtkamer_review",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.log (
        check_code text PRIMARY KEY, log_id uuid, room_id uuid NOT NULL, room text NOT NULL, own_name text NOT NULL,
        first date NOT NULL, last date NOT NULL, made_at timestamptz NOT NULL, signed_by text NOT NULL,
        other_key boolean NOT NULL, newer boolean NOT NULL, loaded_at timestamptz NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS log_room ON buurtkamer_review.log (room_id, last, made_at)",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.figure (
        check_code text NOT NULL REFERENCES buurtkamer_review.log ON DELETE CASCADE, place integer NOT NULL,
        section text NOT NULL, figure text NOT NULL, part text NOT NULL, value bigint, shown text NOT NULL,
        low bigint NOT NULL, high bigint, PRIMARY KEY (check_code, place))""",
    "CREATE INDEX IF NOT EXISTS figure_what ON buurtkamer_review.figure (section, figure)",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.wish (
        check_code text NOT NULL REFERENCES buurtkamer_review.log ON DELETE CASCADE, place integer NOT NULL,
        number bigint NOT NULL, theme text NOT NULL, status text NOT NULL, supporters bigint NOT NULL,
        recorded_on date NOT NULL, text text NOT NULL, PRIMARY KEY (check_code, place))""",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.question (
        check_code text NOT NULL REFERENCES buurtkamer_review.log ON DELETE CASCADE, place integer NOT NULL,
        question_id uuid, wish bigint NOT NULL, asked_on date, text text NOT NULL, PRIMARY KEY (check_code, place))""",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.activity (
        check_code text NOT NULL REFERENCES buurtkamer_review.log ON DELETE CASCADE, place integer NOT NULL,
        on_date date NOT NULL, starts time NOT NULL, ends time NOT NULL, name text NOT NULL,
        headcount bigint, headcount_shown text, places bigint, PRIMARY KEY (check_code, place))""",
    """CREATE TABLE IF NOT EXISTS buurtkamer_review.change (
        check_code text NOT NULL REFERENCES buurtkamer_review.log ON DELETE CASCADE, place integer NOT NULL,
        on_date date NOT NULL, what text NOT NULL, about text NOT NULL, became text NOT NULL,
        PRIMARY KEY (check_code, place))""",
    # Of every room and period the log that was made last; what another key signed counts for nothing.
    """CREATE OR REPLACE VIEW buurtkamer_review.current_log AS
        SELECT DISTINCT ON (room_id, first, last) * FROM buurtkamer_review.log
        WHERE NOT other_key ORDER BY room_id, first, last, made_at DESC, check_code""",
    """CREATE OR REPLACE VIEW buurtkamer_review.latest_log AS
        SELECT DISTINCT ON (room_id) * FROM buurtkamer_review.log
        WHERE NOT other_key ORDER BY room_id, last DESC, made_at DESC, check_code""",
    """CREATE OR REPLACE VIEW buurtkamer_review.current_figure AS
        SELECT l.room_id, l.room, l.first, l.last, f.section, f.figure, f.part, f.value, f.shown, f.low, f.high
        FROM buurtkamer_review.current_log l JOIN buurtkamer_review.figure f USING (check_code)""",
    """CREATE OR REPLACE VIEW buurtkamer_review.latest_figure AS
        SELECT l.room_id, l.room, l.first, l.last, f.section, f.figure, f.part, f.value, f.shown, f.low, f.high
        FROM buurtkamer_review.latest_log l JOIN buurtkamer_review.figure f USING (check_code)""",
    """CREATE OR REPLACE VIEW buurtkamer_review.open_question AS
        SELECT l.room_id, l.room, q.question_id, q.wish, q.asked_on, q.text
        FROM buurtkamer_review.latest_log l JOIN buurtkamer_review.question q USING (check_code)""",
)


def _log(log: RoomLog, now: datetime) -> Iterable[tuple[Any, ...]]:
    content = log.log
    key = log.read.manifest.public_key
    yield (log.key, content.id, log.room, log.called, content.room, content.first, content.last, content.made_at, key,
           log.other_key, log.newer, now)  # fmt: skip


def _figures(log: RoomLog, _: datetime) -> Iterable[tuple[Any, ...]]:
    for place, fact in enumerate(facts(log.log)):
        hidden = isinstance(fact.cell, Hidden)
        least = bounds(fact.cell)
        value, shown = None if hidden else fact.cell, fact.cell.value if isinstance(fact.cell, Hidden) else fact.cell
        yield log.key, place, fact.section, fact.figure, fact.part, value, str(shown), least.low, least.high


def _wishes(log: RoomLog, _: datetime) -> Iterable[tuple[Any, ...]]:
    for place, wish in enumerate(log.log.wishes):
        number, supporters = within(wish.number), within(wish.supporters)
        yield log.key, place, number, wish.theme, wish.status, supporters, wish.recorded_on, wish.text


def _questions(log: RoomLog, _: datetime) -> Iterable[tuple[Any, ...]]:
    for place, one in enumerate(log.log.questions):
        yield log.key, place, one.id, within(one.wish), one.asked_on, one.text


def _activities(log: RoomLog, _: datetime) -> Iterable[tuple[Any, ...]]:
    for place, one in enumerate(log.log.activities):
        hidden = one.headcount if isinstance(one.headcount, Hidden) else None
        count = None if one.headcount is None or isinstance(one.headcount, Hidden) else within(one.headcount)
        text = hidden.value if hidden is not None else None if count is None else str(count)
        places = None if one.places is None else within(one.places)
        yield log.key, place, one.on, one.starts, one.ends, one.name, count, text, places


def _changes(log: RoomLog, _: datetime) -> Iterable[tuple[Any, ...]]:
    for place, one in enumerate(log.log.changes):
        yield log.key, place, one.on, one.what, one.about, one.became


# Logs first: the rest refers to them.
FILLED: Final[tuple[tuple[LiteralString, Rows], ...]] = (
    ("COPY buurtkamer_review.log FROM STDIN", _log),
    ("COPY buurtkamer_review.figure FROM STDIN", _figures),
    ("COPY buurtkamer_review.wish FROM STDIN", _wishes),
    ("COPY buurtkamer_review.question FROM STDIN", _questions),
    ("COPY buurtkamer_review.activity FROM STDIN", _activities),
    ("COPY buurtkamer_review.change FROM STDIN", _changes),
)
