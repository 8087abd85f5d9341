"""Which picture an activity has is chosen by a host, kept when it is changed, and can be undone."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from buurtkamer_app.activities.changing.records import Alter, Placed, Reach
from buurtkamer_app.activities.pictograms import guess, pictogram
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Theme

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.services import Services

TUESDAY = date(2026, 3, 17)


@pytest.fixture
def drawing(demo: Services) -> UUID:
    """Give a series on Tuesdays that was held yesterday."""
    new = NewSeries(
        "Tekenen",
        Theme.COMMUNITY,
        "Spreekkamer",
        date(2026, 3, 10),
        time(13),
        time(15),
        "FREQ=WEEKLY;BYDAY=TU",
        pictogram="palette",
    )
    made = demo.activities.add_series(new).value
    demo.activities.count_heads(made, date(2026, 3, 10), 3)
    return made


def _series(demo: Services, key: UUID) -> Series:
    return next(one for one in demo.activities.series() if one.id == key)


def test_a_new_activity_keeps_the_picture_that_was_chosen_for_it(demo: Services, drawing: UUID) -> None:
    assert pictogram(_series(demo, drawing)) == "palette"


def test_a_chosen_picture_stays_and_can_be_undone(demo: Services, drawing: UUID) -> None:
    change = demo.changing.choose_pictogram(drawing, "dog")

    assert pictogram(_series(demo, drawing)) == "dog"
    assert change.label.values == {"name": "Tekenen"}
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert pictogram(_series(demo, drawing)) == "palette"


def test_without_a_choice_the_picture_is_guessed(demo: Services, drawing: UUID) -> None:
    demo.changing.choose_pictogram(drawing, "")

    assert pictogram(_series(demo, drawing)) == guess(_series(demo, drawing)) == "pencil"


def test_a_picture_goes_along_when_a_series_is_changed_from_here_on(demo: Services, drawing: UUID) -> None:
    later = Alter(drawing, TUESDAY, Reach.FROM_HERE, None, Placed(time(14), time(16), "Spreekkamer", "hosts"))

    goes_on = demo.changing.apply(later).value

    assert goes_on != drawing
    assert pictogram(_series(demo, goes_on)) == "palette"


def test_a_picture_chosen_for_a_series_is_also_that_of_the_one_that_goes_on_from_it(
    demo: Services, drawing: UUID
) -> None:
    later = Alter(drawing, TUESDAY, Reach.FROM_HERE, None, Placed(time(14), time(16), "Spreekkamer", "hosts"))
    goes_on = demo.changing.apply(later).value

    demo.changing.choose_pictogram(drawing, "camera")

    assert {pictogram(_series(demo, key)) for key in (drawing, goes_on)} == {"camera"}


def test_a_picture_or_a_series_that_is_not_there_is_refused(demo: Services, drawing: UUID) -> None:
    with pytest.raises(RefusedError):
        demo.changing.choose_pictogram(drawing, "../../secret")
    with pytest.raises(RefusedError):
        demo.changing.choose_pictogram(uuid4(), "dog")
    assert pictogram(_series(demo, drawing)) == "palette"
