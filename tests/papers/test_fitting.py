"""Of which activity of the week a sheet is proposed."""

from __future__ import annotations

import shutil
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.papers.every import kind
from buurtkamer_app.qt.printing.making import Question, wanted
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from tests.conftest import KEY, VAULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

TODAY = date(2026, 3, 11)


@pytest.fixture
def demo(templates: Templates, clock: SetClock, tmp_path: Path) -> Iterator[Services]:
    """Give the demo room in a file: what is read was tried on both stores by the services themselves."""
    shutil.copy(templates.file("demo"), tmp_path / DATABASE)
    engine = open_embedded(tmp_path / DATABASE, KEY)
    yield assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    engine.dispose()


def proposed(services: Services, name: str, day: date = TODAY) -> str:
    """Tell of which activity a sheet is, before anybody chose one; "" for an empty sheet."""
    of = kind(name)
    assert of is not None
    asked, _ = wanted(services, Question(of, day))
    assert asked.blank is (asked.series is None)
    if asked.series is None:
        return ""
    return services.activities.occurrence(asked.series, asked.day).series.name


def plan(services: Services, name: str, day: date, *, meal: bool = False, sign_up: bool = False) -> None:
    services.activities.add_series(
        NewSeries(name, Theme.COMMUNITY, "Huiskamer", day, time(12), time(13), meal=meal, sign_up=sign_up)
    )


def test_the_kitchen_cooks_for_what_looks_like_a_meal(demo: Services) -> None:
    assert proposed(demo, "kitchen") == "Eettafel"


def test_a_meal_without_signing_up_comes_after_one_with_it(demo: Services) -> None:
    plan(demo, "Soep met elkaar", TODAY)
    assert proposed(demo, "kitchen") == "Eettafel"


def test_where_there_are_meals_the_kitchen_cooks_for_them(demo: Services) -> None:
    plan(demo, "Verrassing", TODAY - timedelta(days=2), meal=True)
    assert proposed(demo, "kitchen") == "Verrassing"
    plan(demo, "Nog een", TODAY + timedelta(days=1), meal=True)
    assert proposed(demo, "kitchen") == "Nog een"


def test_a_week_without_a_meal_has_an_empty_kitchen_sheet(demo: Services) -> None:
    friday = TODAY + timedelta(days=2)
    demo.attendance.cancel(demo.activities.on_date("Eettafel", friday).id, friday, "Storm")
    assert not proposed(demo, "kitchen")


def test_a_notice_is_about_what_does_not_go_on(demo: Services) -> None:
    assert not proposed(demo, "activity_notice")
    demo.attendance.cancel(demo.activities.on_date("Taalcafé", TODAY).id, TODAY, "Storm")
    assert proposed(demo, "activity_notice") == "Taalcafé"


def test_one_signs_up_for_what_asks_for_it(demo: Services) -> None:
    assert proposed(demo, "sign_up") == "Telefoon- en tablethulp"
    assert proposed(demo, "sign_up", TODAY + timedelta(days=1)) == "Eettafel"


def test_a_look_back_can_be_of_any(demo: Services) -> None:
    assert proposed(demo, "reflection") == "Koffie-inloop"
