"""What residents ask for, in their own words, and where it stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import Prefers, WishStatus

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import Ending, Theme

# So many lines of the list are read at once.
PART: Final = 200


@dataclass(frozen=True, slots=True)
class NewWish:
    """A wish as it is heard; `asked_by` a name or nothing; `supporters` in persons, the one who asks included.

    `own_part` is what they can do themselves, `contact` how to reach them: kept only with `may_contact`, their yes.
    """

    text: str
    theme: Theme
    status: WishStatus = WishStatus.NEW
    supporters: int = 1
    recorded_on: date | None = None
    asked_by: str = ""
    prefers: Prefers = Prefers.ANY
    parked_reason: str = ""
    series: UUID | None = None
    number: int | None = None
    own_part: str = ""
    contact: str = ""
    may_contact: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish on record; `activity` is the name of the series that it became, `starts_on` that one's first date.

    `supporters` are those of this wish alone; `head` is the wish that it is grouped under, None for one that stands
    alone or at the head of a group. There `together` are the supporters of the whole group and `members` the wishes
    that are grouped under it. `to_tell` are persons who are still to be told of it, at a head of any of the group;
    `done_when_told` says that nothing else stands between it and done. `back_on` is when a parked one comes back, of
    another one when it came back by itself. `moved_on` is when it came to its column.
    `version` says whether it was changed since it was shown; a change that was undone makes no other wish.
    """

    id: UUID
    number: int
    text: str
    theme: Theme
    status: WishStatus
    supporters: int
    recorded_on: date
    prefers: Prefers
    parked_reason: str = ""
    series: UUID | None = None
    activity: str = ""
    asked_by: str = ""
    own_part: str = ""
    contact: str = ""
    back_on: date | None = None
    head: UUID | None = None
    ending: Ending | None = None
    to_tell: int = 0
    done_when_told: bool = False
    together: int = 0
    members: int = 0
    starts_on: date | None = None
    moved_on: date = date.min
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a wish, to be kept instead of what was: its words, theme and all that may change later.

    `version` is that of the wish that was shown while this was typed; None does not look whether it changed since.
    """

    text: str
    theme: Theme
    prefers: Prefers = Prefers.ANY
    asked_by: str = ""
    own_part: str = ""
    contact: str = ""
    may_contact: bool = False
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """One more resident who wants it; name and contact are "" for who does not want to hear of it."""

    id: UUID
    on: date
    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """That a wish came to another column; `by` is the name of who moved it, "" when it came by itself."""

    at: datetime
    status: WishStatus
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A wish with all that is known of it: later supporters, its moves from the first on, who is in its group.

    `group` holds the other wishes, the head first. `may_contact_since` is when they said that they may be reached.
    """

    wish: Wish
    supports: tuple[Support, ...]
    moves: tuple[Moved, ...]
    group: tuple[Wish, ...]
    may_contact_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """The wishes of one status that the board shows, and how many earlier ones it does not."""

    wishes: tuple[Wish, ...]
    earlier: int = 0

    @property
    def count(self) -> int:
        """Give how many stand there in all, those of a group counted once."""
        return len(self.wishes) + self.earlier


class Sort(enum.Enum):
    """The order of the list."""

    OLDEST = "oldest"
    MOST_PEOPLE = "most_people"
    LAST_MOVED = "last_moved"


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is to show: words in the wish or in who asked, a status, a theme; None is every one.

    `to_tell`: only those of whom somebody is still to be told; `still`: only open ones that did not move for 30 days.
    """

    words: str = ""
    status: WishStatus | None = None
    theme: Theme | None = None
    to_tell: bool = False
    still: bool = False
    sort: Sort = Sort.OLDEST


@dataclass(frozen=True, slots=True)
class Line:
    """A wish as the list shows it; `supporters` at the head of a group are those of the whole group."""

    id: UUID
    number: int
    text: str
    theme: Theme
    status: WishStatus
    supporters: int
    recorded_on: date
    moved_on: date
    to_tell: int = 0
    members: int = 0
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of the list in its order, and how many wishes fit in all."""

    lines: tuple[Line, ...]
    total: int


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A wish that became an activity, as a sheet may tell it: since when, and how many asked for it by which day.

    `starts_on` is the first day of the activity. `supporters` came with the wish, each of `joined` said later, on that
    day, that they want it too.
    """

    series: UUID
    activity: str
    since: date
    starts_on: date | None
    supporters: int
    joined: tuple[date, ...] = ()

    def by(self, day: date) -> int:
        """Give how many had asked for it on a day."""
        return self.supporters + sum(on <= day for on in self.joined)


@dataclass(frozen=True, slots=True)
class BecameTrue:
    """A wish that became an activity, as the wall may tell it: the activity's name and when, never who asked."""

    activity: str
    supporters: int
    when: date | None
