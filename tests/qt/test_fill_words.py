"""What the page that fills says while it seeks, and which days its periods hold."""

from __future__ import annotations

from datetime import date

import pytest

from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.qt.rota.fill_period import Span, next_to, period

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, "The best so far leaves none open. A better one is being sought…"),
        (1, "The best so far leaves 1 open. A better one is being sought…"),
        (4, "The best so far leaves 4 open. A better one is being sought…"),
    ],
)
def test_how_far_it_is_is_said_while_it_seeks(left: int, words: str) -> None:
    assert fill_words.so_far(left) == words


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.WEEK, date(2026, 3, 9), date(2026, 3, 15)),
        (Span.MONTH, date(2026, 3, 1), date(2026, 3, 31)),
        (Span.QUARTER, date(2026, 3, 9), date(2026, 6, 7)),
    ],
)
def test_a_period_holds_its_day_and_the_next_one_follows_it(span: Span, first: date, last: date) -> None:
    assert period(span, TODAY) == (first, last)
    after = period(span, next_to(span, TODAY, 1))
    assert period(span, next_to(span, after[0], -1)) == (first, last)
    assert (after[0] - first).days == {Span.WEEK: 7, Span.MONTH: 31, Span.QUARTER: 7}[span]
