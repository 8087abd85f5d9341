"""The journal of a log: which day who did what; what could point at a visitor, a concern or an absence stays here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.log.records import LogEntry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from buurtkamer_app.exchange.log.naming import People
    from buurtkamer_app.exchange.log.queries import Done

# What is told: work on wishes, activities, plans and lists. A unit of work is told when it touched one of these.
TOLD: Final = frozenset(
    {
        "advice_request",
        "agreement",
        "allowance_rate",
        "archive",
        "booking",
        "booking_headcount",
        "booking_off",
        "call_agreement",
        "cancelled_date",
        "cash",
        "changed_date",
        "closure",
        "closure_choice",
        "custom",
        "day",
        "desk_setting",
        "export",
        "former_room",
        "handover_note",
        "headcount",
        "house_look",
        "house_place",
        "market_action",
        "market_element",
        "market_event",
        "market_goal",
        "market_session",
        "meal_choice",
        "meeting_spot",
        "neighbourhood_group",
        "new_tie",
        "numbered_sheet",
        "opening_hours",
        "outreach",
        "partner",
        "permit_step",
        "plan_thing",
        "power_cut_pack",
        "professional_hours",
        "programme",
        "recipient",
        "reflection",
        "reply",
        "resource",
        "result",
        "room",
        "run_step",
        "scan_action",
        "series",
        "shift",
        "shift_pattern",
        "space",
        "spent",
        "street",
        "street_activity",
        "street_phase",
        "street_reflection",
        "street_return",
        "task",
        "team",
        "team_action",
        "team_meeting",
        "tie",
        "training_topic",
        "unit_value",
        "week_groups",
        "wish",
        "wish_ending",
        "wish_move",
        "wish_support",
    }
)
# What keeps a unit of work out, whatever else it touched: how often it was done on a day would tell of somebody, or
# give a small count away (so many came, so many did not come, so many concerns).
STAYS: Final = frozenset(
    {
        "absence",
        "allowance",
        "along",
        "availability",
        "backup_made",
        "breach",
        "brings_home",
        "call_back",
        "call_if_missed",
        "certificate",
        "concern",
        "concern_reading",
        "consent",
        "tombstone",
        "contributed",
        "cover_call",
        "cover_offer",
        "effect",
        "fixed_shift",
        "goes_back",
        "hard_day",
        "hard_step",
        "help_asked",
        "home_helper",
        "host",
        "host_card",
        "house_key",
        "incident",
        "key_entry",
        "key_holder",
        "key_renewal",
        "loan",
        "market_presence",
        "market_role",
        "meal_order",
        "missed_contact",
        "other_times",
        "participation",
        "pin",
        "privacy_lines",
        "retention_rule",
        "scan",
        "scan_answer",
        "sign_on",
        "sign_up",
        "skill",
        "street_presence",
        "support",
        "taken_home",
        "talent",
        "team_presence",
        "testimonial",
        "training",
        "visit",
        "visitor",
        "wish_match",
    }
)
# What may be touched along with something that is told, and by itself says nothing worth telling.
ALONG: Final = frozenset(
    {
        "approved_text",
        "handover_seen",
        "place",
        "said",
        "signing_key",
        "street_group",
        "street_sdg",
        "telling",
    }
)


def entries_shown(done: Iterable[Done], people: People, zone: ZoneInfo) -> tuple[LogEntry, ...]:
    """Give what was done by day and person, and how often; what was done is said without its values."""
    times: Counter[tuple[object, ...]] = Counter()
    entries = [
        LogEntry(local(one.at, zone).date(), people.host(one.host), Role(one.role).name.lower(), one.label, 1)
        for one in done
    ]
    times.update((entry.on, entry.who, entry.role, entry.did) for entry in entries)
    kept = {(entry.on, entry.who, entry.role, entry.did): entry for entry in entries}
    return tuple(
        LogEntry(entry.on, entry.who, entry.role, entry.did, times[key]) for key, entry in sorted(kept.items())
    )
