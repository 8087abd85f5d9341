"""What wishes came to is counted apart: in the figures, at a glance, in the day log and in the log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.evaluation.records import Span
from buurtkamer_app.printing.words import ended

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)


def test_each_ending_is_counted_apart_on_its_day_and_no_other_figure_changes(demo: Services) -> None:
    before = demo.evaluation.figures(TODAY, TODAY)
    demo.endings.report(demo.wishes.numbered(14), "De gemeente")
    demo.endings.report(demo.wishes.numbered(6), "De gemeente")
    demo.endings.matches.begin(demo.wishes.numbered(11), "Joke")
    after = demo.evaluation.figures(TODAY, TODAY)
    assert after.endings == {Ending.MATCH: 1, Ending.REPORTED: 2}
    assert (after.wishes_new, after.wish_supports, after.wishes_total) == (
        before.wishes_new,
        before.wish_supports,
        before.wishes_total,
    )
    assert demo.evaluation.glance(Span.WEEK).endings == after.endings
    assert demo.evaluation.figures(date(2026, 3, 12), date(2026, 3, 20)).endings == {}


def test_they_are_said_in_their_own_order() -> None:
    i18n.speak("en")
    assert ended({Ending.EXISTS: 3, Ending.ACTIVITY: 1}) == [
        ("wishes that became an activity", "1"),
        ("wishes that were there already", "3"),
    ]
