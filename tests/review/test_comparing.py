"""Rooms and periods are set beside each other, fairly, and hidden cells stay hidden."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.records import VisitFigures
from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.exchange.log import file
from buurtkamer_app.exchange.log.content import figures_shown
from buurtkamer_app.exchange.log.records import Hidden, LogFile, LogHours, LogTheme, Manifest
from buurtkamer_app.exchange.log.rules import shown, shown_parts
from buurtkamer_app.printing.drawings import drawing_pdf
from buurtkamer_app.review.amounts import Bounds, bounds, scaled, shared, summed
from buurtkamer_app.review.comparing import compared
from buurtkamer_app.review.pictures import picture
from buurtkamer_app.review.records import Amount, By, Line, Per, RoomLog, Unit
from buurtkamer_app.review.words import period, said
from tests.review import rooms

if TYPE_CHECKING:
    from buurtkamer_app.exchange.log.records import Log
    from buurtkamer_app.review.records import Comparison
    from buurtkamer_app.review.service import Reviews


def _log(number: int, visits: int | Hidden, first: date, last: date, new: int = 6) -> Log:
    log = rooms.month(number, first, last)
    figures = msgspec.structs.replace(log.figures, visits=visits, wishes_new=new)
    return msgspec.structs.replace(log, figures=figures)


def _compared(reviews: Reviews, folder: Path, by: By, *logs: tuple[int, Log]) -> Comparison:
    for place, (number, log) in enumerate(logs):
        rooms.put(folder, number, log, f"{place}.pdf")
    opened = reviews.open([folder], [rooms.words(number) for number, _ in logs])
    assert opened.closed == ()
    return reviews.compare([log.key for log in opened.logs], by)


def _line(comparison: Comparison, figure: str) -> Line:
    return next(line for block in comparison.blocks for line in block.lines if line.figure == figure)


def _words(comparison: Comparison, figure: str) -> list[str]:
    line = _line(comparison, figure)
    return [said(amount, line) for amount in line.amounts]


MARCH = rooms.MARCH
WEEK = (date(2026, 3, 9), date(2026, 3, 15))


def test_rooms_over_the_same_month_are_compared_as_they_are(reviews: Reviews, tmp_path: Path) -> None:
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, _log(1, 100, *MARCH)), (2, _log(2, 1_250, *MARCH)))
    assert [side.name for side in comparison.sides] == ["Buurtkamer 1", "Buurtkamer 2"]
    assert comparison.per is Per.WHOLE
    assert _words(comparison, "visits") == ["100", "1.250"]
    assert _words(comparison, "led") == ["63%", "63%"]
    assert _words(comparison, "share") == ["87%", "87%"]
    assert _words(comparison, "residents") == ["100:00", "100:00"]
    assert _words(comparison, "gatherings") == ["3", "3"]


def test_a_week_beside_a_month_is_told_per_week_and_the_comparison_says_so(reviews: Reviews, tmp_path: Path) -> None:
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, _log(1, 70, *WEEK)), (2, _log(2, 310, *MARCH)))
    assert comparison.per is Per.WEEK
    assert _words(comparison, "visits") == ["70,0", "70,0"]
    # How things stand does not grow with time, and a share stays a share.
    assert _words(comparison, "wishes_total") == ["40", "40"]
    assert _words(comparison, "led") == ["63%", "63%"]
    assert any("per week" in note.say() for note in comparison.notes)


def test_one_month_is_as_long_as_another(reviews: Reviews, tmp_path: Path) -> None:
    april = (date(2026, 4, 1), date(2026, 4, 30))
    comparison = _compared(reviews, tmp_path, By.PERIOD, (1, _log(1, 310, *MARCH)), (1, _log(1, 300, *april)))
    assert comparison.per is Per.WHOLE
    assert [side.name for side in comparison.sides] == ["maart 2026", "april 2026"]
    assert _words(comparison, "visits") == ["310", "300"]


def test_months_beside_a_quarter_are_told_per_month(reviews: Reviews, tmp_path: Path) -> None:
    quarter, weeks = (date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 3, 2), date(2026, 3, 29))
    comparison = _compared(
        reviews, tmp_path, By.ROOM, (1, _log(1, 310, *MARCH)), (2, _log(2, 900, *quarter)), (3, _log(3, 280, *weeks))
    )
    assert comparison.per is Per.MONTH
    # Four weeks are 28 days of a month of 30 days and a bit.
    assert _words(comparison, "visits") == ["310,0", "300,0", "304,4"]


def test_a_room_with_two_months_is_their_sum_and_stands_as_the_newest_says(reviews: Reviews, tmp_path: Path) -> None:
    april = rooms.april(1)
    april = msgspec.structs.replace(april, questions=())
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, rooms.month(1)), (1, april))
    assert (comparison.sides[0].days, comparison.sides[0].rooms) == (61, 1)
    assert _words(comparison, "wishes_new") == ["12"]
    assert _words(comparison, "questions") == ["0"]


def test_hidden_cells_stay_hidden_and_their_sums_are_ranges(reviews: Reviews, tmp_path: Path) -> None:
    april = (date(2026, 4, 1), date(2026, 4, 30))
    comparison = _compared(
        reviews, tmp_path, By.ROOM,
        (1, _log(1, Hidden.SMALL, *MARCH)), (2, _log(2, Hidden.SMALL, *MARCH)), (3, _log(3, Hidden.BESIDE, *MARCH)),
        (4, _log(4, 0, *MARCH)),
    )  # fmt: skip
    assert _words(comparison, "visits") == ["<\u00a05", "<\u00a05", translate("{number} or more", number="0"), "0"]
    assert translate("Counts under 5 are hidden: their sums are told as a range.") in [
        note.say() for note in comparison.notes
    ]
    rooms.put(tmp_path, 1, _log(1, 6, *april), "april.pdf")
    keys = [log.key for log in reviews.open([tmp_path / "april.pdf"]).logs if log.called == "Buurtkamer 1"]
    assert _words(reviews.compare(keys, By.ROOM), "visits") == ["7–10"]


def test_a_log_that_overlaps_a_newer_one_of_its_room_is_left_out_and_named(reviews: Reviews, tmp_path: Path) -> None:
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, _log(1, 70, *WEEK)), (1, _log(1, 310, *MARCH)))
    assert _words(comparison, "visits") == ["310"]
    assert [note.values["room"] for note in comparison.notes if "room" in note.values] == ["Buurtkamer 1"]


def test_periods_with_different_rooms_are_told_per_room(reviews: Reviews, tmp_path: Path) -> None:
    first, second = (date(2026, 3, 2), date(2026, 3, 8)), WEEK
    comparison = _compared(
        reviews, tmp_path, By.PERIOD, (1, _log(1, 100, *first)), (2, _log(2, 50, *first)), (1, _log(1, 80, *second))
    )
    assert comparison.per_room
    assert [side.name for side in comparison.sides] == ["2–8 mrt 2026", "9–15 mrt 2026"]
    assert _words(comparison, "visits") == ["75,0", "80,0"]


def test_what_an_older_log_does_not_say_is_not_taken_for_nothing(reviews: Reviews, tmp_path: Path) -> None:
    old = msgspec.structs.replace(_log(1, 10, *MARCH), hours=LogHours(), themes=(), around=())
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, old), (2, _log(2, 10, *MARCH)))
    assert _words(comparison, "residents")[0] == "–"
    assert _words(comparison, "led")[0] == "–"
    assert _words(comparison, "theme.community") == ["–", "8"]
    assert _words(comparison, "gatherings") == ["–", "3"]


def test_a_theme_that_one_room_has_is_nothing_at_the_other(reviews: Reviews, tmp_path: Path) -> None:
    log = msgspec.structs.replace(_log(1, 10, *MARCH), themes=(LogTheme("sustainability", 3, 9, 0),))
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, log), (2, _log(2, 10, *MARCH)))
    assert _words(comparison, "theme.sustainability") == ["3", "0"]
    assert _words(comparison, "theme.health") == ["0", "8"]
    assert "theme.personal_development" not in [line.figure for block in comparison.blocks for line in block.lines]


def test_nothing_chosen_is_refused(reviews: Reviews) -> None:
    with pytest.raises(RefusedError):
        reviews.compare([], By.ROOM)


def test_pictures_are_drawn_of_every_block(reviews: Reviews, tmp_path: Path) -> None:
    for by in By:
        comparison = _compared(
            reviews, tmp_path, by, (1, _log(1, Hidden.SMALL, *MARCH)), (2, _log(2, 310, *MARCH)), (3, rooms.april(3))
        )
        for block in comparison.blocks:
            drawing = picture(comparison, block.lines[0], 480)
            assert drawing.height > 0
            assert drawing_pdf(drawing).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 9), date(2026, 3, 15), "9–15 mrt 2026"),
        (date(2026, 3, 30), date(2026, 4, 5), "30 mrt–5 apr 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 dec 2025–4 jan 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "februari 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2026, 3, 11), date(2026, 3, 11), "11 mrt 2026"),
        (date(2025, 1, 1), date(2026, 12, 31), "2025–2026"),
    ],
)
def test_a_period_is_said_in_few_letters(first: date, last: date, words: str) -> None:
    assert period(first, last) == words


@given(st.lists(st.integers(0, 300), max_size=8))
def test_a_sum_of_cells_always_holds_what_was_hidden(counts: list[int]) -> None:
    for cells in ([shown(count) for count in counts], list(shown_parts(dict(enumerate(counts))).values())):
        found = summed(cells)
        if counts:
            assert found is not None
            assert found.low <= sum(counts)
            assert found.high is None or sum(counts) <= found.high
        else:
            assert found is None


@given(st.integers(0, 10**6), st.integers(0, 50), st.integers(1, 400), st.integers(1, 400))
def test_a_range_that_is_scaled_still_holds_both_its_ends(low: int, more: int, times: int, over: int) -> None:
    found = scaled(Bounds(low, low + more), times, over)
    assert found is not None
    assert found.high is not None
    exact = scaled(Bounds(low, low), times, over)
    assert exact is not None
    assert found.low - 1 <= exact.low <= found.high + 1
    assert scaled(Bounds(low, None), times, over) == Amount(10 * low * times // over, None)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_between_nothing_and_all(part: int, rest: int) -> None:
    found = shared(Bounds(part, part), Bounds(part + rest, part + rest))
    if part + rest == 0:
        assert found is None
    else:
        assert found is not None
        assert 0 <= found.low <= found.high <= 1000  # type: ignore[operator]


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 6), min_size=1, max_size=4), st.sampled_from(By))
def test_what_is_told_of_hidden_cells_holds_what_was_counted(counted: list[tuple[int, ...]], by: By) -> None:
    told = [_told(number, counts) for number, counts in enumerate(counted)]
    exact, hidden = (compared([pair[which] for pair in told], by) for which in (0, 1))
    for block, other in zip(exact.blocks, hidden.blocks, strict=True):
        lines = {line.figure: line for line in other.lines}
        for line in block.lines:
            for amount, shown_as in zip(line.amounts, lines[line.figure].amounts, strict=True):
                if amount is None or shown_as is None:
                    assert amount is None or line.unit is Unit.PERCENT
                    continue
                assert amount.high is not None
                assert shown_as.low <= amount.low
                assert shown_as.high is None or amount.high <= shown_as.high


def _told(number: int, counts: tuple[int, ...]) -> tuple[RoomLog, RoomLog]:
    """Give the log of a room as it counted, and as it tells."""
    named, anonymous, children, first_time, taking_part, few = counts
    children, first_time = min(children, named + anonymous), min(first_time, named + anonymous)
    visits = VisitFigures(named, anonymous, children, first_time, 0, {10: named + anonymous} if few else {}, {})
    last = MARCH[1] if number % 2 else WEEK[1]
    figures = figures_shown(Figures(MARCH[0], last, visits, taking_part, 0, 0, 0, 0, few, 0, 60, 60, {}))
    counted = msgspec.structs.replace(
        figures, visits=named + anonymous, named=named, anonymous=anonymous, children=children, first_time=first_time,
        participations=taking_part, concerns=few,
    )  # fmt: skip
    month = msgspec.structs.replace(rooms.month(number, MARCH[0], last), around=(), themes=())
    manifest = Manifest("", rooms.vault(number), "", *MARCH, month.made_at, ())
    logs = [msgspec.structs.replace(month, figures=one) for one in (counted, figures)]
    exact, hidden = (
        RoomLog(str(number), Path(), rooms.vault(number), "", LogFile(log, manifest, {}, "")) for log in logs
    )
    return exact, hidden


def test_bounds_of_what_is_hidden() -> None:
    assert bounds(Hidden.SMALL) == Bounds(1, 4)
    assert bounds(Hidden.BESIDE) == Bounds(0, None)
    line = Line("x", "x", Unit.NUMBER, ())
    assert said(Amount(80, 110), line) == "8–11"
    assert said(None, line) == "–"


def test_a_log_of_a_newer_version_is_compared_and_named(
    reviews: Reviews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "FORMAT", "buurtkamer-log/2")
    comparison = _compared(reviews, tmp_path, By.ROOM, (1, _log(1, 100, *MARCH)))
    assert [log.newer for log in reviews.logs()] == [True]
    assert _words(comparison, "visits") == ["100"]
    said_of = {"room": "Buurtkamer 1", "period": "maart 2026"}
    newer = translate("{room}, {period}: made by a newer version, not all is understood.", **said_of)
    assert newer in [note.say() for note in comparison.notes]
