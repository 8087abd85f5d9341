"""What goes when: every rule on a room that was filled long ago, and on one that is in use."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.privacy.retention.queries import sources
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from tests.privacy.filled import THEN, fill, open_days, standing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.desk.records import VisitFigures
    from buurtkamer_app.services import Services

# What stays after ten years, each with its reason; all other texts of the filled room go.
ITS_OWN_WORDS: Final = {
    # What was planned and done here, without a name.
    "activity": {"series", "changed_date", "cancelled_date", "booking_off", "closure", "shift", "shift_pattern"},
    "programme": {"meal_choice", "space", "fixed_shift", "numbered_sheet", "visit", "training_topic"},
    "market": {"market_event", "market_goal", "market_session", "permit_step", "plan_thing", "new_tie"},
    "neighbourhood": {"custom", "meeting_spot", "neighbourhood_group", "outreach", "scan_answer", "house_place"},
    "street": {"street_phase", "street_return", "street_activity"},
    "wishes": {"wish", "wish_ending", "wish_move"},
    "money and hours": {"agreement", "cash", "contributed", "professional_hours", "result", "spent", "unit_value"},
    "team": {"team_meeting", "power_cut_pack"},
    # Organisations and those who act for them, as long as they are here.
    "partners": {"partner", "call_agreement", "privacy_lines"},
    # Keys of this computer, with rules of their own.
    "keys": {"export", "key_holder", "backup_made", "tombstone", "hard_day", "hard_step", "taken_home"},
}
STAYS: Final = frozenset().union(*ITS_OWN_WORDS.values())
# Of a table of which something else goes, these say nobody.
COLUMNS_THAT_STAY: Final = frozenset(
    {
        ("breach", "nobody"),
        ("goes_back", "what"),
        ("loan", "what"),
        ("market_action", "what"),
        ("market_element", "name"),
        ("market_element", "needs"),
        ("market_element", "place"),
        ("pin", "hash"),
        ("recipient", "code"),
        ("recipient", "name"),
        ("reply", "organisation"),
        ("reply", "signed_by"),
        ("resource", "adds"),
        ("run_step", "place"),
        ("run_step", "what"),
        ("scan_action", "what"),
        ("street", "name"),
        ("task", "asks"),
        ("task", "what"),
        ("task", "when_said"),
        ("team_action", "what"),
        ("testimonial", "text"),
    }
)


def figures(services: Services) -> VisitFigures:
    return services.desk.figures(date(2010, 1, 1), date(2040, 12, 31))


def test_after_ten_years_no_name_is_left_but_what_the_rules_say_and_every_figure_stands(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    fill(demo_engine)
    counted, concerns = figures(demo), demo.concerns.count(THEN, THEN)
    open_days(demo, clock, 2)
    gone = dict(demo.retention.run().value.gone)  # from now on it is known what does not change any more
    clock.instant += timedelta(days=3650)
    open_days(demo, clock, 8)
    gone |= demo.retention.run().value.gone
    left = {(table, column) for table, column in standing(demo_engine) if table not in STAYS}
    assert left <= COLUMNS_THAT_STAY
    assert figures(demo) == counted
    assert demo.concerns.count(THEN, THEN) == concerns == 1
    assert demo.concerns.concerns(include_closed=True) == []
    assert {"visitors", "concerns", "incidents", "market_contacts", "allowances", "recipients"} <= gone.keys()
    assert demo.retention.run().value.gone == {}
    last = demo.retention.last_run()
    assert last is not None
    assert last.sure_on == demo.room.today() - timedelta(days=1)


def test_every_rule_says_where_its_things_stand() -> None:
    own = {"drafts", "journal"}
    assert all(next(sources(kind), None) is not None for kind in RULES.keys() - own)
    assert all(rule.least <= rule.usual <= rule.most for rule in RULES.values())
    assert all(rule.kind == kind for kind, rule in RULES.items())


def test_a_visitor_who_stays_away_for_a_year_becomes_nobody_and_the_visits_stay_counted_by_name(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.days.open()
    for name in ("Qwertina", "Blijver"):
        demo.people.remember(demo.arrivals.come_in([name]).value[0].visitor)
    before = figures(demo)
    clock.instant += timedelta(days=200)
    demo.days.open()
    demo.arrivals.come_in(["Blijver"])
    clock.instant += timedelta(days=164)
    open_days(demo, clock, 8)
    assert "Qwertina" in {visitor.name for visitor in demo.people.find("Qwertina")}
    assert "visitors" in demo.retention.run().value.gone
    assert demo.people.find("Qwertina") == []
    assert demo.people.find("Blijver") != []
    assert standing(demo_engine, "Qwertina") == set()
    after = figures(demo)
    assert (after.named, after.visits) == (before.named + 1, before.visits + 1)


def test_a_concern_goes_six_months_after_it_was_closed_and_that_it_was_stays(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    recipient = next(host for host in demo.people.hosts() if host.role is Role.COORDINATOR)
    demo.concerns.write("Zorgelijke woorden over iemand.", recipient=recipient.id, urgent=False, review_on=None)
    line = demo.concerns.concerns()[0]
    demo.concerns.close(line.id)
    closed_on = demo.room.today()
    due = next(one for one in demo.retention.next_due(50) if one.kind == "concerns")
    assert (due.on, due.count) == (date(2026, 9, 12), 1)
    open_days(demo, clock, 1)
    clock.instant += timedelta(days=177)
    open_days(demo, clock, 9)
    assert demo.room.today() >= due.on
    assert demo.retention.run().value.gone["concerns"] == 1
    assert standing(demo_engine, "Zorgelijke") == set()
    assert demo.concerns.concerns(include_closed=True) == []
    assert demo.concerns.count(closed_on, closed_on) == 1


def test_an_incident_has_a_period_of_its_own(demo: Services, demo_engine: Engine, clock: SetClock) -> None:
    on, at = demo.room.today(), demo.room.now().time().replace(hour=9, microsecond=0)
    demo.concerns.write_incident(NewIncident(IncidentKind.FALL, "Gevallen over de mat.", on, at, "112", "Getuige Zus"))
    demo.retention.set_rule("incidents", 6)
    open_days(demo, clock, 1)
    clock.instant += timedelta(days=184)
    open_days(demo, clock, 8)
    assert demo.retention.run().value.gone["incidents"] == 1
    assert standing(demo_engine, "Getuige Zus") == set()
    assert demo.concerns.incidents(on, on) == []


def test_the_journal_is_kept_for_two_years_and_since_when_there_is_one_is_not_forgotten(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.days.open()
    began = demo.giving.began()
    clock.instant += timedelta(days=800)
    open_days(demo, clock, 9)
    before = demo.history.last()
    assert demo.retention.run().value.gone["journal"] > 1
    assert demo.giving.began() == began
    assert demo.history.last() == before
    assert before is not None
    assert demo.history.undo(before.unit)
    with demo_engine.connect() as connection:
        moments = connection.execute(JournalUnitRow.__table__.select()).mappings().all()
    assert sum(row["at"].year == 2026 for row in moments) == 1


def test_a_shorter_period_says_beforehand_what_goes(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    open_days(demo, clock, 1)
    demo.retention.run()
    clock.instant += timedelta(days=35)
    open_days(demo, clock, 7)
    usual = demo.retention.would_go("visitors", 12)
    shorter = demo.retention.would_go("visitors", 1)
    assert usual == 0 < shorter
    demo.retention.set_rule("visitors", 1)
    open_days(demo, clock, 1)
    assert demo.retention.run().value.gone["visitors"] == shorter


def test_a_period_is_set_within_its_limits_by_the_coordinator_and_can_be_undone(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.retention.set_rule("concerns", 25)
    with pytest.raises(RefusedError):
        demo.retention.set_rule("concerns", 0)
    with pytest.raises(RefusedError):
        demo.retention.set_rule("nothing of ours", 1)
    demo.retention.set_rule("concerns", 3)
    assert demo.retention.rules()["concerns"] == 3
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert demo.retention.rules()["concerns"] == RULES["concerns"].usual
    demo.retention.set_rule("concerns", 4)
    demo.retention.set_rule("concerns", RULES["concerns"].usual)
    assert demo.retention.rules() == {kind: rule.usual for kind, rule in RULES.items()}
    host = next(one for one in demo.people.hosts() if one.role is Role.HOST)
    demo.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    with pytest.raises(NotAllowedError):
        demo.retention.set_rule("concerns", 3)
    with pytest.raises(NotAllowedError):
        demo.retention.next_due(5)


def test_it_goes_on_where_there_was_much_and_with_nobody_at_the_desk(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    for number in range(120):
        demo.people.know(f"Naam{number}", demo.room.today(), may_remember=True)
    open_days(demo, clock, 1)
    clock.instant += timedelta(days=365)
    open_days(demo, clock, 8)
    demo.sign_in.act_as(NOBODY)
    left, goes = demo.retention.run(patience=60).value.left, 1
    while left is not None:
        left, goes = demo.retention.run(left, 60).value.left, goes + 1
    last = demo.retention.last_run()
    assert last is not None
    assert last.gone["visitors"] >= 120
    assert goes >= 3
    assert demo.retention.run(patience=0).value.left is not None
