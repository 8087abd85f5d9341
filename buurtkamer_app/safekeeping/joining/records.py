"""The card of somebody new: what is on it, and what is still to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.rota.learning.records import Joined


class Step(enum.Enum):
    """What belongs to becoming a host, in the order of the card."""

    TALK = enum.auto()
    ALONG = enum.auto()
    AGREED = enum.auto()
    VOG = enum.auto()
    PIN = enum.auto()
    TIMES = enum.auto()


# Who gave no times yet can be a host: they are only not asked by the program.
MAY_WAIT: Final = frozenset({Step.TIMES})


@dataclass(frozen=True, slots=True)
class Written:
    """What the coordinator writes on the card; of agreements and VOG dates only. `key` is the number of a key."""

    name: str
    phone: str = ""
    phone_on_list: bool = True
    first_talk_on: date | None = None
    agreed_on: date | None = None
    vog_seen_on: date | None = None
    vog_renew_on: date | None = None
    key: str = ""
    key_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewcomerCard:
    """How far somebody new is: `asks_vog` when a task of the room asks one, `to_do` what is left."""

    card: Card
    along: tuple[Joined, ...]
    has_pin: bool
    has_times: bool
    asks_vog: bool
    to_do: tuple[Step, ...]

    @property
    def name(self) -> str:
        """Give the name."""
        return self.card.host.name

    @property
    def ready(self) -> bool:
        """Tell whether all is done that cannot wait."""
        return MAY_WAIT.issuperset(self.to_do)
