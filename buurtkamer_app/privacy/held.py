"""What stands where: of every table, which columns name a person, reach one, or hold words that may be about one.

Everything that looks for a person, and the test that no column is forgotten, goes by this list.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from buurtkamer_app.base.i18n import mark


class What(enum.StrEnum):
    """What a column says of a person."""

    NAME = "name"
    CONTACT = "contact"
    WORDS = "words"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Held:
    """A table that may hold something of a person: what it is called (a message id), and its columns by what they say.

    Columns that are not named here say nothing of anybody.
    """

    title: str
    names: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def holds(self, columns: tuple[str, ...]) -> bool:
        """Tell whether all of these columns say something of a person."""
        return set(columns) <= {*self.names, *self.contacts, *self.words}

    def what(self, column: str) -> What:
        """Tell what a column says."""
        for kind, columns in ((What.NAME, self.names), (What.CONTACT, self.contacts), (What.WORDS, self.words)):
            if column in columns:
                return kind
        return What.NOBODY


HELD: Final = {
    "advice_request": Held(mark("Questions to a professional"), words=("question",)),
    "allowance": Held(mark("Expense allowances"), words=("note",)),
    "approved_text": Held(mark("Texts that may leave"), words=("text",)),
    "booking": Held(mark("Who uses a space"), names=("who",), contacts=("phone",), words=("arrangement",)),
    "booking_off": Held(mark("Spaces not used"), words=("reason",)),
    "breach": Held(
        mark("Data leaks"), names=("done_by",), words=("happened", "what_data", "whose", "consequence", "measures")
    ),
    "brings_home": Held(mark("Who brings whom home"), names=("who", "whom")),
    "call_agreement": Held(mark("Whom do I call?"), names=("who",), contacts=("phone",), words=("step",)),
    "call_back": Held(mark("Whom to call back"), names=("who",), contacts=("phone",), words=("about",)),
    "call_if_missed": Held(mark("Calls when somebody is missed"), contacts=("phone", "also_call")),
    "cancelled_date": Held(mark("Cancelled dates"), words=("reason",)),
    "cash": Held(mark("Cash book"), words=("what_for", "note")),
    "changed_date": Held(mark("Who leads an activity"), names=("lead_name",)),
    "closure": Held(mark("Closed days"), words=("reason",)),
    "concern": Held(mark("Concerns"), words=("text", "weighed")),
    "consent": Held(mark("Permissions"), names=("parent",)),
    "contributed": Held(mark("Agreements with financiers"), words=("what",)),
    "custom": Held(mark("Customs"), words=("text",)),
    "day": Held(mark("Days at the desk"), names=("key_with", "signed_first", "signed_second"), words=("report",)),
    "desk_setting": Held(mark("This room"), names=("confidant",), contacts=("confidant_phone",)),
    "draft": Held(mark("What was being typed"), words=("text",)),
    "export": Held(mark("Logs for professionals"), words=("names_because",)),
    "goes_back": Held(mark("What goes back after a gathering"), names=("whose",), words=("what",)),
    "handover_note": Held(mark("Handover notes"), words=("text",)),
    "home_helper": Held(mark("Who may help at home"), names=("name",)),
    "host": Held(mark("Hosts"), names=("name",), contacts=("phone",)),
    "incident": Held(mark("Incidents"), names=("witness",), words=("facts", "called")),
    "key_holder": Held(mark("Who can open the room"), names=("name",)),
    "loan": Held(mark("Who borrowed something"), names=("who",), words=("what",)),
    "market_action": Held(mark("Who does what at a market"), names=("who",), words=("what",)),
    "market_element": Held(
        mark("Who does what at a market"), names=("owner",), contacts=("contact",), words=("name", "needs")
    ),
    "market_event": Held(mark("Markets"), words=("about", "network", "reflection", "cancelled")),
    "market_goal": Held(mark("Markets"), words=("goal", "outcome")),
    "market_presence": Held(mark("Who does what at a market"), names=("name",)),
    "market_role": Held(mark("Who does what at a market"), names=("name",), contacts=("contact",)),
    "market_session": Held(mark("Markets"), words=("about",)),
    "meeting_spot": Held(mark("Meeting spots"), words=("about", "when_said")),
    "neighbourhood_group": Held(mark("Groups"), words=("about",)),
    "new_tie": Held(mark("Ties"), words=("between", "and_with", "about")),
    "outreach": Held(mark("Outreach"), words=("where_said", "heard")),
    "participation": Held(mark("Names at activities"), names=("name",)),
    "partner": Held(mark("Partners"), names=("professional",)),
    "permit_step": Held(mark("Markets"), words=("what", "answer")),
    "plan_thing": Held(mark("Markets"), words=("label",)),
    "privacy_lines": Held(mark("Privacy"), names=("officer",), contacts=("contact",)),
    "professional_hours": Held(mark("Hours of professionals"), words=("what",)),
    "recipient": Held(mark("Professionals who get a log"), names=("name",)),
    "reflection": Held(mark("What was written after an activity"), words=("went_well", "who_came")),
    "reply": Held(mark("Replies of professionals"), names=("said_by",)),
    "resource": Held(
        mark("Who and what the neighbourhood has"),
        names=("name",),
        contacts=("contact", "phone", "address"),
        words=("adds",),
    ),
    "result": Held(mark("Agreements with financiers"), words=("what",)),
    "run_step": Held(mark("Who does what at a market"), names=("who",), words=("what",)),
    "said": Held(mark("Replies of professionals"), words=("text",)),
    "scan_action": Held(mark("Actions of the scan"), names=("who",), words=("what",)),
    "scan_answer": Held(mark("The scan"), words=("note",)),
    "series": Held(mark("Activities"), names=("lead_name",), words=("about",)),
    "sign_up": Held(mark("Names at activities"), names=("name",), contacts=("phone",)),
    "skill": Held(mark("What hosts can do"), words=("words",)),
    "spent": Held(mark("What was spent"), words=("what",)),
    "street": Held(mark("Streets"), words=("willingness", "energy", "not_reached", "stakeholders")),
    "street_activity": Held(
        mark("Gatherings in streets"), words=("partners", "volunteers", "to_bring", "by_rain", "cancelled")
    ),
    "street_phase": Held(mark("Streets"), words=("why",)),
    "street_reflection": Held(
        mark("What was written after a gathering"),
        contacts=("contact",),
        words=("about", "partners", "strong", "barriers", "differently", "remains", "anecdote"),
    ),
    "street_return": Held(mark("Streets"), words=("reason",)),
    "support": Held(mark("Talks with hosts"), words=("agreed",)),
    "talent": Held(
        mark("What somebody is good at"), names=("name",), contacts=("contact",), words=("likes", "good_at")
    ),
    "task": Held(mark("Tasks"), names=("taken_by",), contacts=("contact",), words=("what", "when_said", "asks")),
    "team_action": Held(mark("Actions of the team"), names=("who",), words=("what",)),
    "team_meeting": Held(mark("Meetings of the team"), words=("agenda",)),
    "telling": Held(mark("Who is to be told something"), names=("name",), contacts=("contact",)),
    "testimonial": Held(mark("What was said of a market"), names=("name", "consent_by"), words=("text",)),
    "tie": Held(mark("Ties"), words=("through",)),
    "visitor": Held(mark("Visitors"), names=("name", "hint", "terms")),
    "wish": Held(
        mark("Wishes"), names=("asked_by",), contacts=("contact",), words=("text", "parked_reason", "own_part")
    ),
    "wish_ending": Held(mark("Who helped whom"), names=("whom",), contacts=("number",), words=("answer",)),
    "wish_match": Held(mark("Who helped whom"), contacts=("helper_phone",), words=("how_it_goes",)),
    "wish_move": Held(mark("Wishes"), words=("reason",)),
    "wish_support": Held(mark("Wishes"), names=("name",), contacts=("contact",)),
}

# Columns of letters, bytes or values that say nothing of anybody: words of the room, of things and of plans, keys.
# What the journal holds is blanked with the rows that it is about.
NOBODY: Final = {
    "agreement": ("financier", "what", "unit", "counts"),
    "allowance_rate": ("country", "source"),
    "approved_text": ("digest",),
    "backup_made": ("name",),
    "booking": ("rrule",),
    "call_agreement": ("situation", "fills"),
    "call_if_missed": ("consent_text",),
    "certificate": ("name",),
    "consent": ("text",),
    "day": ("round_done",),
    "desk_setting": ("word_walk_in", "word_activity", "word_help", "word_child", "closing_round", "school_region"),
    "draft": ("field",),
    "export": ("check_code", "reply_secret"),
    "fixed_shift": ("task",),
    "former_room": ("name", "street", "postcode", "city", "entrance", "phone", "hours", "spaces"),
    "house_key": ("number",),
    "house_look": ("main", "second", "logo"),
    "house_place": ("what", "place"),
    "journal_change": ("kind", "action", "fields", "before"),
    "journal_unit": ("label", "label_values"),
    "kept_since": ("kind",),
    "market_element": ("place",),
    "market_event": ("name", "place"),
    "meal_choice": ("name",),
    "meeting_spot": ("name",),
    "neighbourhood_group": ("name",),
    "numbered_sheet": ("number", "hours"),
    "partner": ("name", "kind", "professional_role"),
    "pin": ("hash",),
    "power_cut_pack": ("digest",),
    "privacy_lines": ("responsible", "processors"),
    "professional_hours": ("organisation",),
    "recipient": ("organisation", "code", "passphrase", "secret", "reply_key"),
    "reply": ("organisation", "signed_by"),
    "result": ("unit",),
    "hard_day": ("device", "check"),
    "hard_step": ("step",),
    "retention_rule": ("kind",),
    "taken_home": ("name",),
    "retention_run": ("kind",),
    "room": ("name", "street", "postcode", "city", "entrance", "country", "timezone", "phone"),
    "run_step": ("place",),
    "series": ("name", "rrule", "bring", "pictogram", "uid"),
    "sheet_choice": ("sheet", "choice", "value"),
    "shift": ("task", "asks"),
    "shift_pattern": ("task", "asks"),
    "signing_key": ("private",),
    "space": ("name",),
    "street": ("name",),
    "street_activity": ("name", "place"),
    "street_reflection": ("where_active", "period"),
    "team": ("name",),
    "tombstone": ("kind", "columns"),
    "training_topic": ("name",),
    "unit_value": ("name", "counts", "field", "source"),
    "visit": ("sheet",),
}
