"""Concerns and incidents on every store: who may write, who may read, and that no text ever comes back to a host."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import MyConcern, NewIncident
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from tests.desk.concern_people import BSN, FELL, TEXT, WEDNESDAY, coordinator, everything_a_host_can_ask, host, only

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def test_a_concern_needs_somebody_who_signed_in(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    for ask in (lambda: demo.concerns.write(TEXT), demo.concerns.mine, lambda: demo.concerns.draft_name("concern")):
        with pytest.raises(NotAllowedError):
            ask()
    with pytest.raises(NotAllowedError):
        demo.concerns.write_incident(FELL)
    assert demo.concerns.to_review() == 0
    assert demo.concerns.count(WEDNESDAY, WEDNESDAY) == 0


def test_only_the_coordinator_reads_weighs_and_closes(demo: Services) -> None:
    host(demo)
    demo.concerns.write(TEXT)
    demo.concerns.write_incident(FELL)
    coordinator(demo)
    key, incident = only(demo).id, demo.concerns.incidents(WEDNESDAY, WEDNESDAY)[0].id
    for actor in (NOBODY, host(demo)):
        demo.sign_in.act_as(actor)
        closed: list[Callable[[], Any]] = [
            demo.concerns.concerns,
            lambda: demo.concerns.read(key),
            lambda: demo.concerns.readings(key),
            lambda: demo.concerns.weigh(key, "x", None),
            lambda: demo.concerns.close(key),
            lambda: demo.concerns.incidents(WEDNESDAY, WEDNESDAY),
            lambda: demo.concerns.read_incident(incident),
        ]
        for ask in closed:
            with pytest.raises(NotAllowedError):
                ask()
        assert demo.concerns.to_review() == 0


def test_the_coordinator_sees_who_wrote_it_and_when_and_reading_it_is_written_down(
    demo: Services, clock: SetClock
) -> None:
    ria = host(demo)
    ans = next(entry for entry in demo.people.hosts() if entry.role is Role.COORDINATOR)
    demo.concerns.write(TEXT, recipient=ans.id, urgent=True, review_on=WEDNESDAY + timedelta(days=7))
    coordinator(demo)
    line = only(demo)
    assert (line.written_by, line.recipient, line.at, line.urgent) == (ria.name, ans.name, clock.instant, True)
    assert line.seen_at is None
    clock.instant += timedelta(hours=1)
    read = demo.concerns.read(line.id)
    assert read.value.text == TEXT
    assert read.change.kinds == {"concern", "concern_reading"}
    assert only(demo).seen_at == clock.instant
    clock.instant += timedelta(hours=1)
    assert demo.concerns.read(line.id).value.line.seen_at == clock.instant - timedelta(hours=1)
    assert [(entry.by, entry.at) for entry in demo.concerns.readings(line.id)] == [
        (ans.name, clock.instant),
        (ans.name, clock.instant - timedelta(hours=1)),
    ]


def test_reading_cannot_be_undone(demo: Services) -> None:
    host(demo)
    demo.concerns.write(TEXT)
    coordinator(demo)
    unit = demo.concerns.read(only(demo).id).change.unit
    assert unit is not None
    with pytest.raises(ClashError):
        demo.history.undo(unit)
    assert len(demo.concerns.readings(only(demo).id)) == 1


def test_who_wrote_it_sees_only_days(demo: Services, clock: SetClock) -> None:
    host(demo)
    demo.concerns.write(TEXT)
    assert demo.concerns.mine() == [MyConcern(WEDNESDAY, None, None)]
    coordinator(demo)
    clock.instant += timedelta(days=1)
    demo.concerns.read(only(demo).id)
    clock.instant += timedelta(days=1)
    demo.concerns.close(only(demo).id)
    host(demo)
    assert demo.concerns.mine() == [MyConcern(WEDNESDAY, date(2026, 3, 12), date(2026, 3, 13))]
    host(demo, "Kees Vos")
    assert demo.concerns.mine() == []


def test_no_text_reaches_a_host_by_any_way(demo: Services) -> None:
    host(demo)
    demo.drafts.keep(demo.concerns.draft_name("concern"), TEXT)
    demo.drafts.keep(demo.concerns.draft_name("concern"), "")
    change = demo.concerns.write(TEXT, urgent=True)
    demo.concerns.write_incident(FELL)
    said = str(everything_a_host_can_ask(demo)) + change.label.say()
    host(demo, "Kees Vos")
    said += str(everything_a_host_can_ask(demo))
    for word in ("blauwe", "Viel", "mat"):
        assert word not in said


def test_undoing_a_concern_brings_nothing_back_but_its_absence(demo: Services) -> None:
    host(demo)
    unit = demo.concerns.write(TEXT).unit
    assert unit is not None
    undone = demo.history.undo(unit)
    assert "blauwe" not in undone.label.say()
    assert "blauwe" not in str(everything_a_host_can_ask(demo))
    assert demo.concerns.mine() == []
    assert demo.concerns.count(WEDNESDAY, WEDNESDAY) == 0
    # What the journal holds of it can be taken back by nobody.
    again = undone.unit
    assert again is not None
    last = demo.history.last()
    assert last is None or last.unit != again
    with demo.store.reading() as session:
        held = session.scalars(select(JournalChangeRow).where(JournalChangeRow.unit_id == again)).one()
    assert held.action == "delete"


def test_a_concern_that_was_read_is_not_undone_by_its_writer(demo: Services) -> None:
    host(demo)
    unit = demo.concerns.write(TEXT).unit
    assert unit is not None
    coordinator(demo)
    demo.concerns.read(only(demo).id)
    host(demo)
    with pytest.raises(ClashError):
        demo.history.undo(unit)
    with pytest.raises(ClashError):
        demo.history.undo_last_count()
    assert demo.concerns.count(WEDNESDAY, WEDNESDAY) == 1


def test_a_draft_comes_back_to_who_typed_it_only(demo: Services) -> None:
    host(demo)
    name = demo.concerns.draft_name("concern")
    demo.drafts.keep(name, TEXT)
    assert demo.drafts.kept(name) == TEXT
    host(demo, "Kees Vos")
    assert demo.concerns.draft_name("concern") != name
    assert demo.drafts.kept(name) == ""
    coordinator(demo)
    assert demo.drafts.kept(name) == ""


def test_what_waits_is_unread_or_due_and_never_closed(demo: Services, clock: SetClock) -> None:
    host(demo)
    demo.concerns.write(TEXT, review_on=WEDNESDAY + timedelta(days=2))
    coordinator(demo)
    key = only(demo).id
    assert demo.concerns.to_review() == 1
    demo.concerns.read(key)
    assert demo.concerns.to_review() == 0
    clock.instant += timedelta(days=2)
    assert demo.concerns.to_review() == 1
    demo.concerns.weigh(key, "De huisarts weet het.", WEDNESDAY + timedelta(days=9))
    assert demo.concerns.to_review() == 0
    clock.instant += timedelta(days=30)
    demo.concerns.weigh(key, "Het gaat beter.", None, close=True)
    assert demo.concerns.to_review() == 0
    assert demo.concerns.concerns() == []
    assert demo.concerns.read(key).value.weighed == "Het gaat beter."


def test_closing_with_a_decision_is_one_step_to_undo(demo: Services) -> None:
    host(demo)
    demo.concerns.write(TEXT, review_on=WEDNESDAY)
    coordinator(demo)
    key = only(demo).id
    unit = demo.concerns.weigh(key, "Klaar", None, close=True).unit
    assert unit is not None
    demo.history.undo(unit)
    assert (only(demo).closed_at, only(demo).review_on) == (None, WEDNESDAY)
    assert demo.concerns.read(key).value.weighed == ""


def test_urgent_ones_stand_first_and_closed_ones_last(demo: Services, clock: SetClock) -> None:
    host(demo)
    for text, urgent in (("eerste", True), ("tweede", False), ("derde", False)):
        demo.concerns.write(text, urgent=urgent)
        clock.instant += timedelta(minutes=1)
    coordinator(demo)
    demo.concerns.close(demo.concerns.concerns()[1].id)
    stand = [(line.urgent, line.closed_at is None) for line in demo.concerns.concerns(include_closed=True)]
    assert stand == [(True, True), (False, True), (False, False)]
    assert len(demo.concerns.concerns()) == 2


@pytest.mark.parametrize("text", ["", "  \n", "x" * 10_001, "\x00", "zorg \ud800", f"Haar nummer is {BSN}"])
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(demo: Services, text: str) -> None:
    host(demo)
    with pytest.raises(RefusedError):
        demo.concerns.write(text)
    with pytest.raises(RefusedError):
        demo.concerns.write_incident(NewIncident(IncidentKind.OTHER, text, WEDNESDAY, time(9)))
    assert demo.concerns.count(WEDNESDAY, WEDNESDAY) == 0


def test_ten_thousand_letters_and_odd_scripts_are_kept_as_they_are(demo: Services) -> None:
    host(demo)
    text = ("أنا قلق \u202e" * 2000)[:9_999].strip()
    demo.concerns.write(text)
    coordinator(demo)
    assert demo.concerns.read(only(demo).id).value.text == text


def test_it_goes_to_a_coordinator_and_is_looked_at_within_a_year(demo: Services) -> None:
    ria = host(demo)
    assert ria.host is not None
    refused: list[dict[str, Any]] = [
        {"recipient": ria.host},
        {"recipient": uuid4()},
        {"review_on": WEDNESDAY - timedelta(days=1)},
        {"review_on": WEDNESDAY + timedelta(days=400)},
    ]
    for given_too in refused:
        with pytest.raises(RefusedError):
            demo.concerns.write(TEXT, **given_too)
    assert demo.concerns.mine() == []


def test_a_concern_that_is_gone_is_told_in_a_sentence(demo: Services) -> None:
    coordinator(demo)
    with pytest.raises(RefusedError):
        demo.concerns.read(uuid4())
    with pytest.raises(RefusedError):
        demo.concerns.read_incident(uuid4())


def test_labels_hold_no_name_and_no_word_of_what_was_written(demo: Services) -> None:
    host(demo)
    labels = [demo.concerns.write(TEXT).label, demo.concerns.write_incident(FELL).label]
    coordinator(demo)
    key, incident = only(demo).id, demo.concerns.incidents(WEDNESDAY, WEDNESDAY)[0].id
    labels += [
        demo.concerns.read(key).change.label,
        demo.concerns.weigh(key, "Besloten", None).label,
        demo.concerns.close(key).label,
        demo.concerns.read_incident(incident).change.label,
        demo.concerns.read_incident(incident, printing=True).change.label,
    ]
    assert [label.values for label in labels] == [{}] * 7


def test_the_log_for_the_professional_holds_their_number_and_not_a_word(demo: Services, clock: SetClock) -> None:
    host(demo)
    for _ in range(6):
        demo.concerns.write(TEXT, urgent=True)
    demo.concerns.write_incident(FELL)
    coordinator(demo)
    for line in demo.concerns.concerns():
        demo.concerns.read(line.id)
        demo.concerns.weigh(line.id, "De huisarts weet het", WEDNESDAY)
    draft = demo.exchange.draft(WEDNESDAY, WEDNESDAY)
    assert draft.log.figures.concerns == 6
    said = str(draft)
    for word in ("blauwe", "huisarts weet", FELL.facts, "Ria Postma"):
        assert word not in said
