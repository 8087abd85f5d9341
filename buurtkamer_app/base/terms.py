"""Words of the field that have a fixed set of values: what is stored, shown and written in files."""

from __future__ import annotations

import enum


class Theme(enum.StrEnum):
    """The six themes of an activity or wish (the programme Buurtvolk names them)."""

    NEIGHBOURHOOD = "neighbourhood"
    COMMUNITY = "community"
    INFORMAL_CARE = "informal_care"
    SUSTAINABILITY = "sustainability"
    PERSONAL_DEVELOPMENT = "personal_development"
    HEALTH = "health"


class DayPart(enum.StrEnum):
    """The part of a day that a shift covers."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Experience(enum.StrEnum):
    """How far a host is: a trainee holds no place of a shift."""

    TRAINEE = "trainee"
    REGULAR = "regular"
    EXPERIENCED = "experienced"


class Willing(enum.StrEnum):
    """How gladly a host works then; a last resort is only asked when the place would stay open otherwise."""

    CAN = "can"
    RATHER_NOT = "rather_not"
    LAST_RESORT = "last_resort"


class HoursKind(enum.StrEnum):
    """What hours besides shifts and activities were for."""

    MEETING = "meeting"
    TRAINING = "training"
    OTHER = "other"


class AllowanceBy(enum.StrEnum):
    """What an expense allowance is counted by."""

    HOUR = "hour"
    DAY = "day"


class AllowanceKind(enum.StrEnum):
    """What is given back to a host: expenses by the hour or day, or travel."""

    EXPENSES = "expenses"
    TRAVEL = "travel"


class LeadKind(enum.StrEnum):
    """Who leads: whoever is on duty, one host, or a resident."""

    HOSTS = "hosts"
    HOST = "host"
    RESIDENT = "resident"


class WishStatus(enum.StrEnum):
    """Where a wish stands, in the order of the board."""

    NEW = "new"
    TALKING = "talking"
    NEEDS_LEAD = "needs_lead"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"
    SELF_RUN = "self_run"


class Prefers(enum.StrEnum):
    """When it would suit."""

    WEEKDAY_MORNING = "weekday_morning"
    WEEKDAY_AFTERNOON = "weekday_afternoon"
    FRIDAY_EVENING = "friday_evening"
    WEDNESDAY_AFTERNOON = "wednesday_afternoon"
    ANY = "any"


class AbsenceReason(enum.StrEnum):
    """Why a host did not come; only `unknown` counts as a no-show."""

    UNKNOWN = "unknown"
    ILL = "ill"
    EXCUSED = "excused"


class CallResult(enum.StrEnum):
    """What a phone call to find cover gave."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"


class Purpose(enum.StrEnum):
    """What a visit is for."""

    WALK_IN = "walk_in"
    ACTIVITY = "activity"
    HELP = "help"
    CHILD = "child"


class HelpTopic(enum.StrEnum):
    """What somebody who is in asked help with."""

    LETTER = "letter"
    MONEY = "money"
    HOUSING = "housing"
    CARE = "care"
    PHONE = "phone"
    OTHER = "other"


class AgeBand(enum.StrEnum):
    """How old visitors without a name looked, in years; only asked where the coordinator wants it."""

    UNDER_18 = "under_18"
    FROM_18 = "from_18"
    FROM_35 = "from_35"
    FROM_65 = "from_65"


class IncidentKind(enum.StrEnum):
    """What happened in an incident."""

    FALL = "fall"
    QUARREL = "quarrel"
    THEFT = "theft"
    OTHER = "other"


class MissedResult(enum.StrEnum):
    """What came of asking after a regular who stayed away."""

    COMES_AGAIN = "comes_again"
    NOT_REACHED = "not_reached"
    CONCERN = "concern"
    AWAY = "away"


class HousePlaceKind(enum.StrEnum):
    """What one must be able to find in the house at once."""

    AED = "aed"
    FIRST_AID = "first_aid"
    WATER = "water"
    FUSES = "fuses"
    OTHER = "other"


class Ending(enum.StrEnum):
    """What a wish comes to; each is told, and counted apart. Source: the buurtkamer document, "wish to activity"."""

    ACTIVITY = "activity"
    MATCH = "match"
    HANDED_ON = "handed_on"
    REPORTED = "reported"
    EXISTS = "exists"


class TellReason(enum.StrEnum):
    """What somebody is to be told."""

    PLANNED = "planned"
    ENDED = "ended"
    CANCELLED = "cancelled"
    MOVED = "moved"
    PLACE = "place"
    GOES_ON = "goes_on"
    ANSWERED = "answered"


class ToldHow(enum.StrEnum):
    """How somebody was told."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    NOTE = "note"


class GoesOn(enum.StrEnum):
    """Whether an activity goes on, as those who were there see it afterwards."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
