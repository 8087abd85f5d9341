"""The pictogram sheet is made from the room as it is, for any week."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from tests.printing import boxes
from tests.printing.weeks import text

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


@pytest.mark.parametrize("day", [date(2026, 3, 11), date(2019, 12, 31), date(2031, 1, 1)])
def test_the_sheet_is_made_for_any_week(demo: Services, day: date) -> None:
    found = kind("pictures")
    assert found is not None
    made = found.make(demo, Wanted(day))
    boxes.check(made.pdf)
    assert made.name.startswith(translate("Pictogram sheet"))
    assert f"week {day.isocalendar().week:02}" in made.name


def test_a_chosen_picture_is_the_one_on_paper(demo: Services) -> None:
    found = kind("pictures")
    assert found is not None
    wanted = Wanted(date(2026, 3, 11))
    before = found.make(demo, wanted)
    series = next(one for one in demo.activities.series() if one.name == "Klaverjassen")
    demo.changing.choose_pictogram(series.id, "dog")
    after = found.make(demo, wanted)
    assert after.pdf != before.pdf
    assert text(after.pdf) == text(before.pdf)
