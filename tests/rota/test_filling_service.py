"""Filling through its service, on every store: asked, solved in a child, taken over and undone in one step."""

from __future__ import annotations

import functools
from datetime import time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, select

from buurtkamer_app.base.changes import Label as Said
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.rota.filling.child import Child
from buurtkamer_app.rota.filling.draft import Draft, Kind
from buurtkamer_app.rota.filling.proposed import Chosen
from buurtkamer_app.storage.tables.people import HostRow, OtherTimesRow
from buurtkamer_app.storage.tables.rota import FixedShiftRow
from tests.rota import broken_fillers
from tests.rota.filling_room import MARCH, MONDAY, SIMPLE, SUNDAY, TODAY, TUESDAY, host, keep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.rota.filling.proposed import Proposed
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services


def every(proposed: Proposed) -> list[Chosen]:
    return Draft(proposed).chosen()


def week(services: Services) -> Sequence[Shift]:
    return services.rota.shifts(MONDAY, SUNDAY)


def open_places(services: Services) -> int:
    return services.filling.open_places(MONDAY, SUNDAY)[0]


def undo(services: Services) -> None:
    last = services.history.last()
    assert last is not None
    services.history.undo(last.unit)


def fill(services: Services) -> Proposed:
    """Fill a week, and take it over whole."""
    proposed = services.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    services.filling.take_over(proposed, every(proposed))
    return proposed


def said(labels: Sequence[Label]) -> str:
    return " ".join(label.say() for label in labels)


def test_a_month_is_filled_taken_over_in_one_step_and_undone_in_one(demo: Services) -> None:
    heard: list[int] = []
    proposed = demo.filling.propose(*MARCH, heard=heard.append)
    filled = proposed.filled
    assert (filled.proven, filled.gaps, filled.troubles, proposed.stopped) == (True, (), (), False)
    assert heard[-1] == 0
    assert all(len(given.reasons) >= 1 and given.key.on >= TODAY for given in filled.given)
    assert demo.filling.open_places(*MARCH) == (len(filled.given), 0)

    done = demo.filling.take_over(proposed, every(proposed))
    assert (len(done.value.on), done.value.refused) == (len(filled.given), ())
    assert done.change.label.values == {"count": len(filled.given)}
    assert demo.filling.open_places(*MARCH) == (0, len(filled.given))
    assert all(place.filled for shift in demo.rota.shifts(*MARCH) for place in shift.places)
    undo(demo)
    assert demo.filling.open_places(*MARCH) == (len(filled.given), 0)
    assert all(not shift.places for shift in demo.rota.shifts(*MARCH))


def test_a_quarter_is_taken_over_with_as_few_questions_as_a_week(demo: Services) -> None:
    asked: list[str] = []
    counts = []
    for days in (6, 90):
        proposed = demo.filling.propose(MONDAY, MONDAY + timedelta(days=days), start=SIMPLE)
        event.listen(demo.store.engine, "before_cursor_execute", hear := lambda *given: asked.append(given[2]))
        demo.filling.take_over(proposed, every(proposed))
        event.remove(demo.store.engine, "before_cursor_execute", hear)
        counts.append(len(asked))
        asked.clear()
        undo(demo)
    assert counts[1] <= counts[0] + 10


def test_the_shares_add_up_and_nobody_has_two_shifts_a_day(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    given = proposed.filled.given
    assert sum(share.shifts for share in proposed.shares) == len(given)
    assert len({(one.host, one.key.on) for one in given}) == len(given)


def test_who_a_person_put_on_stays_and_holds_a_place(demo: Services) -> None:
    ria = host(demo, "Ria Postma")
    demo.rota.put_on(ria, TUESDAY, DayPart.MORNING)
    asked = next(one for one in demo.filling.question(MONDAY, SUNDAY).shifts if one.key[:2] == (TUESDAY, "morning"))
    assert asked.held == (ria,)
    assert asked in demo.filling.question(MONDAY, SUNDAY, anew=True).shifts
    assert len(fill(demo).filled.given) == 2 * len(week(demo)) - 1


def test_what_the_program_filled_is_only_filled_anew_when_that_is_asked(demo: Services) -> None:
    fill(demo)
    assert demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE).filled.given == ()
    question = demo.filling.question(MONDAY, SUNDAY, anew=True)
    assert all(shift.held == () for shift in question.shifts)


def test_filling_anew_takes_off_who_cannot_any_more_and_keeps_the_others(demo: Services) -> None:
    first = fill(demo)
    away = first.filled.given[0]
    keep(
        demo,
        OtherTimesRow(host_id=away.host, first=away.key.on, last=away.key.on, part=None, extra=False),
    )
    proposed = demo.filling.propose(MONDAY, SUNDAY, anew=True, start=SIMPLE)
    assert (away.key, away.host) in {(one.key, one.host) for one in proposed.off}
    assert all(one.off for one in proposed.off)
    done = demo.filling.take_over(proposed, every(proposed)).value
    assert (len(done.on), len(done.off), done.refused) == (len(proposed.filled.given), len(proposed.off), ())
    shift = next(one for one in week(demo) if one.key == away.key)
    assert away.host not in {place.host for place in shift.places}
    undo(demo)
    assert {(one.key, one.host) for one in first.filled.given} == {
        (shift.key, place.host) for shift in week(demo) for place in shift.places
    }


def test_what_changed_meanwhile_is_skipped_with_a_sentence_and_the_rest_goes_on(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    given = proposed.filled.given
    taken, closed, ill = given[0], next(one for one in given if one.key.on == SUNDAY - timedelta(2)), given[5]
    others = [one for one in demo.people.hosts() if one.rostered and one.id not in {a.host for a in given[:2]}]
    for other in others[:2]:
        demo.rota.put_on(other.id, taken.key.on, taken.key.part)
    demo.room.close_days(closed.key.on, closed.key.on, "Vloer in de was")
    keep(demo, OtherTimesRow(host_id=ill.host, first=ill.key.on, last=ill.key.on, part=None, extra=False))
    done = demo.filling.take_over(proposed, every(proposed)).value
    said = {(entry.chosen.key, entry.chosen.host): entry.why for entry in done.refused}
    assert said[taken.key, taken.host].message == "Somebody else was put on on {day}, so {name} is not."
    assert said[closed.key, closed.host].message == "On {day} that shift is gone, so {name} is not put on."
    assert said[ill.key, ill.host].message == "{name} cannot on {day} any more."
    assert ill.name in said[ill.key, ill.host].say()
    assert len(done.on) == len(given) - len(done.refused)
    assert done.on


def test_a_host_who_is_gone_or_on_already_and_a_place_that_was_used_are_told(demo: Services, clock: SetClock) -> None:
    fill(demo)
    proposed = demo.filling.propose(MONDAY, SUNDAY, anew=True, start=SIMPLE)
    on = next(shift for shift in week(demo) if shift.places)
    gone = demo.people.host_named("Coördinator (oefenen)")
    chosen = [
        Chosen(on.key, on.places[0].host, "Els", by_hand=True),
        Chosen(on.key, gone.id, "Joop"),
        Chosen(on.key, gone.id, "Joop", off=True),
    ]
    done = demo.filling.take_over(proposed, chosen)
    assert not done.change
    assert [entry.why.message for entry in done.value.refused] == [
        "{name} was changed meanwhile on {day}, and stays.",
        "{name} is on the rota on {day} already.",
        "{name} is not on the rota any more.",
    ]
    clock.instant = instant(on.on, time(23), ZoneInfo("Europe/Amsterdam"))
    begun = demo.filling.take_over(proposed, [Chosen(on.key, gone.id, "Joop")]).value
    assert "has begun" in begun.refused[0].why.message


def test_somebody_chosen_by_hand_may_break_a_rule_and_stays_at_the_next_filling(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    ria = host(demo, "Ria Postma")
    key = next(
        shift.key
        for shift in week(demo)
        if shift.on not in {one.key.on for one in proposed.filled.given if one.host == ria}
    )
    done = demo.filling.take_over(proposed, [Chosen(key, ria, "Ria", by_hand=True)])
    assert done.change.label.message == "{name} is on the rota"
    asked = next(one for one in demo.filling.question(MONDAY, SUNDAY, anew=True).shifts if one.key == key)
    assert asked.held == (ria,)


def test_bad_agreements_are_told_by_name_and_the_rest_is_filled(demo: Services) -> None:
    names = ["Ria Postma", "Joop Kramer", "Kees Vos"]
    keys = [host(demo, name) for name in names]
    fixed = functools.partial(FixedShiftRow, task="", every=1, first_on=MONDAY, last_on=None)
    keep(
        demo,
        *(fixed(host_id=key, weekday=2, part=DayPart.AFTERNOON) for key in keys),
        fixed(host_id=keys[0], weekday=6, part=DayPart.EVENING),
        OtherTimesRow(host_id=keys[1], first=TUESDAY, last=TUESDAY, part=None, extra=False),
        OtherTimesRow(host_id=keys[1], first=TUESDAY, last=TUESDAY, part=None, extra=True),
    )
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    told = [label.say() for label in proposed.filled.troubles]
    assert any("Ria" in words and "zondag" in words for words in told)
    assert any("Joop" in words and "17 maart" in words for words in told)
    assert any("Kees" in words or "Ria" in words for words in told if "18 maart" in words)
    assert len(proposed.filled.given) > len(week(demo))


def test_ten_years_are_filled_for_a_year_with_a_sentence(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, MONDAY.replace(year=2036), start=SIMPLE)
    assert proposed.filled.last == MONDAY + timedelta(days=7 * 53 - 1)
    assert "21 maart" in said(proposed.filled.troubles)
    with pytest.raises(RefusedError):
        demo.filling.propose(SUNDAY, MONDAY)


def test_a_room_without_hosts_has_only_open_places_and_says_why(demo: Services) -> None:
    with demo.store.work(Said("Nobody is on the rota any more")) as unit:
        for row in unit.session.scalars(select(HostRow)):
            row.max_shifts_per_week = 0
    filled = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE).filled
    assert filled.given == ()
    assert len(filled.gaps) == len(week(demo))
    assert all(len(gap.reasons) == 1 and gap.ask == () for gap in filled.gaps)
    assert len(filled.troubles) == 1


def test_filling_is_the_coordinators(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, MONDAY, start=SIMPLE)
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    for ask in (
        lambda: demo.filling.question(MONDAY, SUNDAY),
        lambda: demo.filling.open_places(MONDAY, SUNDAY),
        lambda: demo.filling.propose(MONDAY, SUNDAY),
        lambda: demo.filling.take_over(proposed, every(proposed)),
    ):
        with pytest.raises(NotAllowedError):
            ask()


def test_taking_over_nothing_changes_nothing(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, MONDAY, start=SIMPLE)
    assert not demo.filling.take_over(proposed, []).change


def test_a_draft_gives_a_place_to_somebody_else_and_knows_who_can(demo: Services) -> None:
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=SIMPLE)
    draft = Draft(proposed)
    count, row = len(draft.chosen()), next(row for row in range(len(draft.lines)) if draft.others(row))
    line, (other, hindrance) = draft.lines[row], draft.others(row)[0]
    assert hindrance is None
    where = draft.give(row, other.id)
    new = draft.lines[where]
    assert (new.key, new.host, new.by_hand, new.kind) == (line.key, other.id, True, Kind.ON)
    assert len(draft.chosen()) == count
    assert other.id not in {one.id for one, _label in draft.others(where)}
    draft.tick(where, wanted=False)
    assert len(draft.chosen()) == count - 1
    assert demo.filling.take_over(proposed, draft.chosen()).value.refused == ()


@pytest.mark.parametrize(
    "child",
    [broken_fillers.hangs, broken_fillers.is_killed, broken_fillers.has_no_solver, broken_fillers.lies],
)
def test_whatever_becomes_of_the_child_there_is_a_proposal(demo: Services, child: object) -> None:
    start = functools.partial(Child, child, 0.3, 0.7)  # type: ignore[arg-type] # one of these functions
    proposed = demo.filling.propose(MONDAY, SUNDAY, start=start)
    assert len(proposed.filled.given) == 2 * len(week(demo))
    assert not proposed.filled.proven


def test_what_was_enough_is_shown_and_the_child_is_ended(demo: Services) -> None:
    heard: list[int] = []
    start = functools.partial(Child, broken_fillers.tells_one_and_hangs, 60.0)
    proposed = demo.filling.propose(MONDAY, SUNDAY, enough=lambda: bool(heard), heard=heard.append, start=start)
    assert proposed.stopped
    assert proposed.filled.given


def test_the_child_knows_nothing_of_the_room(demo: Services) -> None:
    start = functools.partial(Child, broken_fillers.looks_around, 5.0)
    assert demo.filling.propose(MONDAY, SUNDAY, start=start).filled.bound == 0
