"""How long each kind of thing is kept: the periods that the room begins with, and between which they may be set.

A period is counted in months, from what `since` says; where a rule gives a source, it stands beside it.
"""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.privacy.retention.records import Per, Rule

_NUMBER: Final = mark("That it was, and how many.")
_WITHOUT: Final = mark("What it was, without names.")
_NOTHING: Final = mark("Nothing.")
_AFTER_DAY: Final = mark("after that day")
_AFTER_MARKET: Final = mark("after the market")
_AFTER_END: Final = mark("after it ended")
_LEFT: Final = mark("after they stopped")
_UNTOUCHED: Final = mark("after it was last changed")

_EVERY: Final = (
    # Visitors. Source of the first, the second and what is eaten: safety.md, privacy 2 and 5.
    Rule(
        "new_names",
        mark("Names of visitors who gave no yes"),
        mark("after the first visit"),
        mark("The visit, counted."),
        7,
        1,
        14,
        Per.DAYS,
    ),
    Rule(
        "withdrawn", mark("Names after a yes was withdrawn"), _AFTER_DAY, mark("The visit, counted."), 0, 0, 7, Per.DAYS
    ),
    Rule(
        "visitors",
        mark("Names of visitors who stay away"),
        mark("after the last visit"),
        mark("The visit, counted by name."),
        12,
        1,
        24,
    ),
    Rule("missed", mark("Calls to regulars who stayed away"), mark("after the call"), _NOTHING, 12, 1, 24),
    Rule("meals", mark("What somebody chose to eat"), mark("after the meal"), _NOTHING, 0, 0, 7, Per.DAYS),
    Rule("sign_ups", mark("Names at activities"), mark("after the activity"), _NUMBER, 30, 1, 60, Per.DAYS),
    # Wishes.
    Rule(
        "wishes_contacts",
        mark("Who asked for a wish"),
        mark("after the wish ended and all were told"),
        mark("The wish, without names."),
        30,
        1,
        90,
        Per.DAYS,
    ),
    Rule("tellings", mark("Who was to be told something"), mark("after they were told"), _NUMBER, 30, 1, 90, Per.DAYS),
    Rule("matches", mark("Who helped whom"), _AFTER_END, _NUMBER, 30, 1, 90, Per.DAYS),
    Rule("home_helpers", mark("Who may help at home"), mark("after they were named"), _NOTHING, 24, 6, 36),
    Rule(
        "questions", mark("Questions to professionals and their answers"), mark("after the answer"), _NUMBER, 24, 1, 36
    ),
    # The programme.
    Rule("bookings", mark("Who uses a space, and their number"), mark("after the last time"), _NUMBER, 12, 1, 24),
    Rule("leads", mark("Names of residents who lead an activity"), mark("after the last time"), _WITHOUT, 12, 1, 36),
    Rule("reflections", mark("What was written after an activity"), mark("after the activity"), _NUMBER, 60, 12, 120),
    # The desk.
    Rule("call_backs", mark("Whom to call back"), mark("after it was done"), _NOTHING, 30, 1, 90, Per.DAYS),
    Rule("loans", mark("Who borrowed something"), mark("after it came back"), _WITHOUT, 30, 1, 90, Per.DAYS),
    Rule("handover", mark("Handover notes"), mark("after that day"), _NOTHING, 12, 1, 24),
    Rule(
        "day_reports", mark("Reports of a day, and who signed"), _AFTER_DAY, mark("The figures of the day."), 24, 3, 84
    ),
    # Concerns: safety.md, privacy 4 and 5.
    Rule("concerns", mark("Concerns"), mark("after they were closed"), _NUMBER, 6, 1, 24),
    Rule("incidents", mark("Incidents"), _AFTER_DAY, _NUMBER, 24, 6, 60),
    Rule("seen", mark("Who read which concern"), mark("after it was read"), _NOTHING, 24, 12, 60),
    # Streets and markets.
    Rule("street_lists", mark("Who brings whom home"), mark("after the gathering"), _NOTHING, 30, 1, 60, Per.DAYS),
    Rule("street_notes", mark("What was written after a gathering"), mark("after the gathering"), _NUMBER, 60, 12, 120),
    Rule("streets", mark("Notes about a street"), _UNTOUCHED, mark("The name of the street."), 24, 6, 60),
    Rule("market_contacts", mark("Who does what at a market"), _AFTER_MARKET, _WITHOUT, 12, 1, 24),
    Rule("talents", mark("What somebody is good at"), _AFTER_MARKET, _NOTHING, 12, 1, 24),
    Rule("testimonials", mark("Names beside what was said of a market"), _AFTER_MARKET, _WITHOUT, 24, 1, 60),
    # The neighbourhood.
    Rule("resources", mark("Residents among what the neighbourhood has"), _UNTOUCHED, _WITHOUT, 24, 6, 60),
    Rule("tasks", mark("Who has a task"), _AFTER_END, _WITHOUT, 12, 1, 36),
    Rule("actions", mark("Who would do what was agreed"), mark("after that date"), _WITHOUT, 24, 3, 60),
    # Hosts. Money that was paid must be accounted for during seven years. Source: NL, AWR art. 52; BE alike.
    Rule(
        "hosts_contact",
        mark("Number, card and times of hosts who stopped"),
        _LEFT,
        mark("The name and the hours."),
        3,
        1,
        12,
    ),
    Rule("hosts_gone", mark("Names of hosts who stopped"), _LEFT, mark("The hours, under a number."), 24, 3, 84),
    Rule(
        "allowances", mark("Names with an expense allowance"), mark("after the month"), mark("The amount."), 84, 84, 120
    ),
    Rule("talks", mark("What was agreed in a talk with a host"), mark("after the talk"), mark("The date."), 24, 3, 36),
    Rule("wrong_pins", mark("How often a PIN was wrong"), _AFTER_DAY, _NOTHING, 30, 7, 90, Per.DAYS),
    # What leaves and comes back.
    Rule("recipients", mark("Professionals who get no log any more"), _LEFT, mark("A code."), 24, 3, 60),
    Rule("exports", mark("Why names stood in a log"), mark("after it was made"), mark("That it was made."), 24, 12, 60),
    Rule("approved", mark("Texts that may leave"), _UNTOUCHED, _NOTHING, 12, 1, 24),
    Rule("drafts", mark("What was being typed"), mark("after it was typed"), _NOTHING, 30, 7, 90, Per.DAYS),
    # What proves that it was done well.
    Rule("journal", mark("Who did what on this computer"), _AFTER_DAY, mark("All counts."), 24, 6, 60),
    Rule("consents", mark("Permissions that were withdrawn"), mark("after they were withdrawn"), _NOTHING, 24, 12, 60),
    Rule("breaches", mark("Data leaks"), mark("after it was closed"), _NOTHING, 60, 36, 84),
)
RULES: Final = {rule.kind: rule for rule in _EVERY}

# What stays as long as the room uses it, or for ever, with the reason (message ids).
FOR_EVER: Final = (
    (mark("All counts"), mark("They say nobody's name.")),
    (mark("Wishes, plans and series"), mark("They are what the neighbourhood wanted, without names.")),
    (mark("Hosts and partners who are here now"), mark("They go when they stop.")),
    (mark("The room and its settings"), mark("They are about no person.")),
)
