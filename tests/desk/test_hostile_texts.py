"""Whatever is typed or pasted at the desk is kept, or refused with a sentence: nothing breaks, on either store."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from buurtkamer_app.activities.reflections.records import NewReflection
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import HousePlaceKind, IncidentKind
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.desk.days.records import Cash, Closing
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.neighbourhood.records import CallLine, HousePlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.services import Services

_PHONE: Final = "06 12345678"
HOSTILE: Final = (
    "",
    " ",
    "x" * 10_000,
    "x" * 100_001,
    "\u202e\u202d\u200f" * 3,
    "\x00",
    "a\x00b",
    "\ud800",
    "a\udfffb",
    "😀" * 50,
    "\u0301" * 300,
    "a\n\n\tb",
    "\u2028",
    "%_\\\"NEAR('",
    "=1+1",
    "\x1b[31m",
    "\u200b\ufeff",
    "\ue000\U0010ffff",
)


def places(services: Services) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give everything at the desk that takes a text, by a name."""
    today, host = services.room.today(), services.people.hosts()[0].id
    known = services.arrivals.come_in(["Truus Test"]).value[0].visitor
    services.missed.consent(known, _PHONE)
    series = services.activities.occurrences(today, today)[0].series.id
    handover, missed, room = services.handover, services.missed, services.room
    yield "note", handover.write
    yield "note for one", lambda text: handover.write(text, host)
    yield "whom to call back", lambda text: handover.call_back(text, _PHONE, "")
    yield "number to call back", lambda text: handover.call_back("Truus", text, "")
    yield "what to call about", lambda text: handover.call_back("Truus", "", text)
    yield "what is lent", lambda text: handover.lend(text, "Truus")
    yield "who borrows", lambda text: handover.lend("Boor", text)
    yield "concern", services.concerns.write
    yield from incident(services)
    yield "hint", lambda text: services.people.set_hint(known, text)
    yield "hint of another", lambda text: services.arrivals.come_in_new("Truus Test", text)
    yield "name of another", lambda text: services.arrivals.come_in_new(text, "met hoed")
    yield "name", lambda text: services.arrivals.come_in([text])
    yield "new name", lambda text: services.people.rename(services.arrivals.come_in(["Bep"]).value[0].visitor, text)
    yield "search", services.arrivals.find
    yield "sheet", services.sheets.sheet
    yield "sheet keyed back", lambda text: services.sheets.enter_all(text, today, [SheetLine(text, 9, 1)])
    yield "number of a regular", lambda text: missed.consent(known, text)
    yield "who else is called", lambda text: missed.consent(known, _PHONE, text)
    yield "reason", lambda text: services.attendance.cancel(series, today, text)
    yield "goes on", lambda _: services.attendance.go_on(series, today)
    yield "who is there", lambda text: services.attendance.add_present(series, today, text, 1)
    yield "who signs up", lambda text: services.activities.sign_up(series, today, text, 1)
    yield "number of who signs up", lambda text: services.sign_ups.sign_up(series, today, NewParty("Bep", 1, text))
    yield "choice at a meal", services.meals.put_choice
    for field in ("went_well", "who_came"):
        yield field, lambda text, field=field: services.reflections.write(series, today, NewReflection(**{field: text}))  # type: ignore[misc]
    yield "closing", lambda text: services.days.close(None, Closing((text,), text, text, text, text))
    yield "cash", lambda text: services.days.close(Cash(1, 1, 1, 1, text, text))
    yield "draft", lambda text: services.drafts.keep("wish", text)
    yield "closed days", lambda text: room.close_days(today + timedelta(30), today + timedelta(31), text)
    for field in ("word_walk_in", "word_activity", "word_help", "word_child", "confidant", "confidant_phone"):
        yield field, lambda text, field=field: room.set_desk(replace(room.desk_settings(), **{field: text}))  # type: ignore[misc]
    yield "round", lambda text: room.set_desk(replace(room.desk_settings(), closing_round=(text,)))
    yield from guide(services)


def incident(services: Services) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give what is written of an incident."""
    new = NewIncident(next(iter(IncidentKind)), "Gevallen.", services.room.today(), time(9))
    for field in ("facts", "called", "witness"):
        yield field, lambda text, field=field: services.concerns.write_incident(replace(new, **{field: text}))  # type: ignore[misc]


def guide(services: Services) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give what is written in the call guide."""
    line, spot = CallLine("Val", "Bel", "Huisarts", _PHONE), HousePlace(next(iter(HousePlaceKind)), "AED", "Gang")
    for field in ("situation", "step", "who", "phone"):
        yield field, lambda text, field=field: services.neighbourhood.agree(replace(line, **{field: text}))  # type: ignore[misc]
    for field in ("what", "place"):
        yield field, lambda text, field=field: services.neighbourhood.put_place(replace(spot, **{field: text}))  # type: ignore[misc]
    yield "own number", lambda text: services.neighbourhood.fill("doctor", text)


def test_whatever_is_typed_is_kept_or_refused_with_a_sentence(demo: Services) -> None:
    demo.days.open()
    told = dict[str, list[str]]()
    for name, write in places(demo):
        for text in HOSTILE:
            try:
                write(text)
            except RefusedError as refusal:
                told.setdefault(name, []).append(str(refusal))
    assert all(0 < len(words) < 400 for sentences in told.values() for words in sentences)
    # Every place refuses something (at least what is far too long); what is searched or kept as a draft never is.
    assert {"search", "draft", "goes on"}.isdisjoint(told)
    assert len(told) == len(list(places(demo))) - 3


@pytest.mark.parametrize("typed", ["a\x00b", "a\udfffb", "\ud800"])
def test_what_no_store_takes_finds_who_it_would_find_without(demo: Services, typed: str) -> None:
    found = demo.arrivals.find(typed)
    assert all(one.name for one in found)
    assert demo.arrivals.find(f"Zeynep{typed[:0]}\x00")[0].name == "Zeynep"
