"""What a list in a file can be, and which columns each kind has."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Mapping


class ListKind(enum.StrEnum):
    """What a list is about."""

    VISITORS = "visitors"
    HOSTS = "hosts"
    WISHES = "wishes"
    SIGN_UPS = "sign_ups"
    TALLIES = "tallies"


class Looks(enum.Enum):
    """What the cells of a column are."""

    NAME = "name"
    LINE = "line"
    TEXT = "text"
    DAY = "day"
    HOUR = "hour"
    NUMBER = "number"
    YES = "yes"
    PHONE = "phone"
    WORD = "word"
    TIMES = "times"


class Field(enum.StrEnum):
    """What a column of a list can say; the weekdays hold when a host can work."""

    NAME = "name"
    FIRST = "first"
    INFIX = "infix"
    LAST = "last"
    HINT = "hint"
    FIRST_SEEN = "first_seen"
    MAY_REMEMBER = "may_remember"
    PHONE = "phone"
    BIRTHDAY = "birthday"
    EXPERIENCE = "experience"
    MOST = "most"
    TEAM = "team"
    NEAR = "near"
    MONDAY = "0"
    TUESDAY = "1"
    WEDNESDAY = "2"
    THURSDAY = "3"
    FRIDAY = "4"
    SATURDAY = "5"
    SUNDAY = "6"
    WISH = "wish"
    THEME = "theme"
    STATUS = "status"
    SUPPORTERS = "supporters"
    RECORDED_ON = "recorded_on"
    ASKED_BY = "asked_by"
    ACTIVITY = "activity"
    DATE = "date"
    PERSONS = "persons"
    HOUR = "hour"
    PURPOSE = "purpose"
    VISITS = "visits"
    CHILDREN = "children"
    FIRST_TIME = "first_time"
    WALK_IN = "walk_in"
    TO_ACTIVITY = "to_activity"
    HELP = "help"
    CHILD = "child"
    IN_HOUR = "in_hour"


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a list can have: what it says, how it is headed (a message id) and what its cells are."""

    field: Field
    head: str
    looks: Looks


_NAMES: Final = (
    Column(Field.NAME, mark("Name"), Looks.NAME),
    Column(Field.FIRST, mark("First name"), Looks.NAME),
    Column(Field.INFIX, mark("Between the names"), Looks.NAME),
    Column(Field.LAST, mark("Last name"), Looks.NAME),
)
_WEEK: Final = (
    Column(Field.MONDAY, mark("Monday"), Looks.TIMES),
    Column(Field.TUESDAY, mark("Tuesday"), Looks.TIMES),
    Column(Field.WEDNESDAY, mark("Wednesday"), Looks.TIMES),
    Column(Field.THURSDAY, mark("Thursday"), Looks.TIMES),
    Column(Field.FRIDAY, mark("Friday"), Looks.TIMES),
    Column(Field.SATURDAY, mark("Saturday"), Looks.TIMES),
    Column(Field.SUNDAY, mark("Sunday"), Looks.TIMES),
)
# The columns of each kind, in the order in which they are shown and written.
COLUMNS: Final[Mapping[ListKind, tuple[Column, ...]]] = {
    ListKind.VISITORS: (
        *_NAMES,
        Column(Field.HINT, mark("Hint"), Looks.LINE),
        Column(Field.FIRST_SEEN, mark("First seen"), Looks.DAY),
        Column(Field.MAY_REMEMBER, mark("May be remembered"), Looks.YES),
    ),
    ListKind.HOSTS: (
        *_NAMES,
        Column(Field.PHONE, mark("Phone"), Looks.PHONE),
        Column(Field.BIRTHDAY, mark("Birthday"), Looks.DAY),
        Column(Field.EXPERIENCE, mark("Experience"), Looks.WORD),
        Column(Field.MOST, mark("Most shifts"), Looks.NUMBER),
        Column(Field.TEAM, mark("Team"), Looks.YES),
        Column(Field.NEAR, mark("Lives near"), Looks.YES),
        *_WEEK,
    ),
    ListKind.WISHES: (
        Column(Field.WISH, mark("Wish"), Looks.TEXT),
        Column(Field.THEME, mark("Theme"), Looks.WORD),
        Column(Field.STATUS, mark("Status"), Looks.WORD),
        Column(Field.SUPPORTERS, mark("Persons"), Looks.NUMBER),
        Column(Field.RECORDED_ON, mark("Written down on"), Looks.DAY),
        Column(Field.ASKED_BY, mark("Asked by"), Looks.NAME),
    ),
    ListKind.SIGN_UPS: (
        Column(Field.DATE, mark("Date"), Looks.DAY),
        Column(Field.ACTIVITY, mark("Activity"), Looks.LINE),
        *_NAMES,
        Column(Field.PERSONS, mark("Persons"), Looks.NUMBER),
        Column(Field.PHONE, mark("Phone"), Looks.PHONE),
    ),
    ListKind.TALLIES: (
        Column(Field.DATE, mark("Date"), Looks.DAY),
        Column(Field.HOUR, mark("Hour"), Looks.HOUR),
        Column(Field.PURPOSE, mark("Purpose"), Looks.WORD),
        Column(Field.VISITS, mark("Visits"), Looks.NUMBER),
        Column(Field.CHILDREN, mark("Children"), Looks.NUMBER),
        Column(Field.FIRST_TIME, mark("First time"), Looks.NUMBER),
        Column(Field.WALK_IN, mark("Walk in"), Looks.NUMBER),
        Column(Field.TO_ACTIVITY, mark("Activity"), Looks.NUMBER),
        Column(Field.HELP, mark("Question or help"), Looks.NUMBER),
        Column(Field.CHILD, mark("Child"), Looks.NUMBER),
        Column(Field.IN_HOUR, mark("Visits in this hour"), Looks.NUMBER),
    ),
}
# More columns of one list may say these; which hour a column is of, its head says.
SEVERAL: Final = frozenset({Field.IN_HOUR})
# Without a column of each group a list says nothing: one of the fields in it is enough.
NEEDED: Final[Mapping[ListKind, tuple[tuple[Field, ...], ...]]] = {
    ListKind.VISITORS: ((Field.NAME, Field.FIRST, Field.LAST),),
    ListKind.HOSTS: ((Field.NAME, Field.FIRST, Field.LAST),),
    ListKind.WISHES: ((Field.WISH,),),
    ListKind.SIGN_UPS: ((Field.DATE,), (Field.ACTIVITY,)),
    ListKind.TALLIES: ((Field.DATE,),),
}


def heads(kind: ListKind) -> dict[Field, str]:
    """Give how the columns of a kind are headed, as message ids, in their order."""
    return {column.field: column.head for column in COLUMNS[kind]}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose of a file: which sheet, what it is, in which row its heads are, what each column says.

    `heads_in` is a place among the rows of the sheet, -1 when there are no heads. A column that is not in `columns` is
    not used. `agreed` is that these people said that their names may be kept.
    """

    sheet: int
    kind: ListKind
    heads_in: int
    columns: Mapping[int, Field]
    agreed: bool = False
