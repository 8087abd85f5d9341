"""The afternoon of the daybook: what was there before it, and what must come out of it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPushButton

from buurtkamer_app.base import paths
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.startup import KEY_HOLDER

from .conftest import DAY
from .hands import seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services

    from .conftest import Person

FRIDAY = date(2026, 3, 13)
ON_PAGE = ("visits", "named", "anonymous", "children", "first_time", "wishes_new", "wish_supports")


def expected() -> dict[str, Any]:
    """Give the figures that must come out."""
    book = json.loads(paths.demo_room().with_name("afternoon.json").read_text(encoding="utf-8"))
    figures: dict[str, Any] = book["expected"]
    return figures


def before(services: Services) -> None:
    """Set up what the book says was there before: the rota, who signed up; and the sheets that were printed."""
    services.sign_in.act_as(KEY_HOLDER)
    for name in ("Ria Postma", "Kees Vos"):
        services.rota.put_on(services.people.host_named(name).id, DAY, DayPart.AFTERNOON)
    services.activities.sign_up(services.activities.on_date("Eettafel", FRIDAY).id, FRIDAY, "", 22)
    services.sheets.give_numbers(7, DAY)
    services.sign_in.act_as(NOBODY)


def asked(person: Person, work: Callable[[Services], Any]) -> Any:
    """Let the writing services answer."""
    answers: list[Any] = []
    person.desktop.tasks.write(work, answers.append)
    person.wait(lambda: bool(answers))
    return answers[0]


def shown(person: Person, name: str) -> str:
    """Read a figure off Vandaag."""
    part = seen(person, name)
    assert isinstance(part, (QLabel, QPushButton))
    return part.text()


def check(person: Person) -> None:
    """Compare what the page shows, and what it does not show what the services tell, with what must come out."""
    figures = expected()
    person.wait(lambda: shown(person, "visits") == str(figures["visits"]))
    assert {name: shown(person, name) for name in ON_PAGE} == {name: str(figures[name]) for name in ON_PAGE}
    assert {hour: shown(person, f"hour_{hour}") for hour in figures["by_hour"]} == {
        hour: str(count) for hour, count in figures["by_hour"].items()
    }
    told = asked(person, lambda s: s.evaluation.figures(DAY, DAY))
    assert told.participations == figures["participations"]
    assert told.visits.entered_later == figures["entered_later"]
    assert (told.concerns, told.no_shows) == (figures["concerns"], figures["no_shows"])
    assert (told.wishes_total, told.advice_open) == (figures["wishes_total"], figures["advice_open"])
    assert (told.host_minutes, told.team_minutes) == (figures["volunteer_hours"] * 60, figures["team_hours"] * 60)
    assert told.cash == {DAY: figures["cash_cents"][DAY.isoformat()]}
    table = asked(person, lambda s: s.activities.occurrence(s.activities.on_date("Eettafel", FRIDAY).id, FRIDAY))
    assert table.signed_up == figures["signed_up"][f"Eettafel {FRIDAY}"]
    assert table.waiting == figures["waiting"][f"Eettafel {FRIDAY}"]
