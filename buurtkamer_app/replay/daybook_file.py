"""The daybook format `buurtkamer-daybook/1`: what happened at a desk, one record for each kind of event."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart, Theme
from buurtkamer_app.replay.room_file import Cents, Clock, MaybeName, Name, Part, Persons, Text

Group = Annotated[int, Meta(ge=1, le=999)]
UpToGroup = Annotated[int, Meta(ge=0, le=999)]
WishKey = Annotated[int, Meta(ge=1, le=1_000_000_000)] | Name


class Event(Struct, frozen=True, forbid_unknown_fields=True, tag_field="do"):
    """Something that happened `at` a time ("HH:MM", the room's wall clock)."""

    at: Clock


class OpenRoom(Event, frozen=True, tag="open_room"):
    """The day's opening."""


class CashPart(Part, frozen=True):
    """The cash box on closing, in cents."""

    opened_with_cents: Cents
    received_cents: Cents
    spent_cents: Cents


class CloseRoom(Event, frozen=True, tag="close_room"):
    """The day's closing, with the cash box when it was counted."""

    cash: CashPart | None = None


class ShiftStart(Event, frozen=True, tag="shift_start"):
    """A host signs on."""

    host: Name


class ShiftEnd(Event, frozen=True, tag="shift_end"):
    """A host signs off."""

    host: Name


class NoShow(Event, frozen=True, tag="no_show"):
    """A host is not there; only `unknown` counts as a no-show."""

    host: Name
    reason: AbsenceReason


class Call(Event, frozen=True, tag="call"):
    """A phone call to find cover."""

    host: Name
    result: CallResult


class Substitute(Event, frozen=True, tag="substitute"):
    """`host` takes over the shift of the host whom they replace."""

    host: Name
    replaces: Name


class VisitIn(Event, frozen=True, tag="visit"):
    """Visitors known by name come in; an unknown name becomes a new known visitor."""

    visitors: Annotated[tuple[Name, ...], Meta(min_length=1)]


class TallyIn(Event, frozen=True, tag="tally"):
    """Visitors without a name; `activity` when they come as a group for it."""

    count: Group
    children: UpToGroup = 0
    first_time: UpToGroup = 0
    activity: MaybeName = ""


class Undo(Event, frozen=True, tag="undo"):
    """Takes back the last thing done that day that changed a figure."""


class Headcount(Event, frozen=True, tag="headcount"):
    """How many took part in an activity of that day."""

    activity: Name
    count: Persons


class PaperTally(Event, frozen=True, tag="paper_tally"):
    """One hour of a numbered paper sheet, entered later."""

    sheet: Name
    hour: Annotated[int, Meta(ge=0, le=23)]
    count: UpToGroup
    children: UpToGroup = 0
    first_time: UpToGroup = 0


class WishIn(Event, frozen=True, tag="wish"):
    """A wish in the resident's own words; `ref` names it further on in the book, `by` is who asks."""

    text: Text
    theme: Theme
    ref: MaybeName = ""
    by: MaybeName = ""


class WishSupport(Event, frozen=True, tag="wish_support"):
    """One more resident wants it; `wish` is an id of the room file or a `ref`."""

    wish: WishKey


class AskAdvice(Event, frozen=True, tag="ask_advice"):
    """A question for the professional."""

    wish: WishKey
    question: Text
    consent: bool = False


class ConcernIn(Event, frozen=True, tag="concern"):
    """A concern, for the coordinator's eyes."""

    text: Text


class SignUpIn(Event, frozen=True, tag="sign_up"):
    """A party signs up for an activity on a date."""

    activity: Name
    on: date = field(name="date")
    name: Name
    persons: Group


class CancelSignUp(Event, frozen=True, tag="cancel_sign_up"):
    """The latest party of that name takes its sign-up back."""

    activity: Name
    on: date = field(name="date")
    name: Name


class ComputerOff(Event, frozen=True, tag="computer_off"):
    """The process is killed without warning."""


class ComputerOn(Event, frozen=True, tag="computer_on"):
    """The process is started again."""


AnyEvent = (
    OpenRoom
    | CloseRoom
    | ShiftStart
    | ShiftEnd
    | NoShow
    | Call
    | Substitute
    | VisitIn
    | TallyIn
    | Undo
    | Headcount
    | PaperTally
    | WishIn
    | WishSupport
    | AskAdvice
    | ConcernIn
    | SignUpIn
    | CancelSignUp
    | ComputerOff
    | ComputerOn
)


class RotaBefore(Part, frozen=True):
    """Hosts who hold a shift of the pattern before the book begins."""

    on: date = field(name="date")
    pattern: DayPart
    hosts: tuple[Name, ...]


class SignUpsBefore(Part, frozen=True):
    """Persons who signed up before the book begins: one party without a name."""

    activity: Name
    on: date = field(name="date")
    persons: Group


class Before(Part, frozen=True):
    """What the room file does not say."""

    rota: tuple[RotaBefore, ...] = ()
    sign_ups: tuple[SignUpsBefore, ...] = ()


class Day(Part, frozen=True):
    """A day and its events in order of time."""

    on: date = field(name="date")
    events: tuple[AnyEvent, ...]


Figure = Annotated[int, Meta(ge=0, le=1_000_000_000)]
HourKey = Annotated[str, Meta(pattern=r"\A(?:[0-9]|1[0-9]|2[0-3])\Z")]
HourFigure = Annotated[float, Meta(ge=0, le=1_000_000_000)]


class Expected(Part, frozen=True):
    """The figures that must come out; `msgspec.to_builtins` gives the given ones alone, under their names."""

    visits: Figure | UnsetType = UNSET
    named: Figure | UnsetType = UNSET
    anonymous: Figure | UnsetType = UNSET
    children: Figure | UnsetType = UNSET
    first_time: Figure | UnsetType = UNSET
    entered_later: Figure | UnsetType = UNSET
    by_hour: dict[HourKey, Figure] | UnsetType = UNSET
    participations: Figure | UnsetType = UNSET
    wishes_new: Figure | UnsetType = UNSET
    wish_supports: Figure | UnsetType = UNSET
    wishes_total: Figure | UnsetType = UNSET
    advice_open: Figure | UnsetType = UNSET
    concerns: Figure | UnsetType = UNSET
    no_shows: Figure | UnsetType = UNSET
    signed_up: dict[Name, Figure] | UnsetType = UNSET
    waiting: dict[Name, Figure] | UnsetType = UNSET
    volunteer_hours: HourFigure | UnsetType = UNSET
    team_hours: HourFigure | UnsetType = UNSET
    cash_cents: dict[date, Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]] | UnsetType = UNSET


class Book(Part, frozen=True):
    """A whole daybook; `room` is the path of the room file, beside the book."""

    format: Literal["buurtkamer-daybook/1"]
    room: Name
    days: tuple[Day, ...]
    before: Before = Before()
    expected: Expected | None = None
