"""What is eaten and paid on one date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the room's own list; `offered` whether one can take it now."""

    id: UUID
    name: str
    offered: bool


@dataclass(frozen=True, slots=True)
class Portions:
    """How many persons take a choice."""

    choice: Choice
    persons: int


@dataclass(frozen=True, slots=True)
class Table:
    """What is eaten on one date: the choices that are offered, what each party chose, and what the kitchen makes.

    `kitchen` counts parties that have places; of `unknown` persons among them it is not known yet.
    """

    choices: tuple[Choice, ...]
    orders: Mapping[UUID, tuple[Portions, ...]]
    kitchen: tuple[Portions, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Due:
    """What a party has to pay, in cents; `reduced` that they pay the lower price."""

    cents: int
    paid: bool
    reduced: bool


@dataclass(frozen=True, slots=True)
class Till:
    """What is paid on one date, for who takes the money: prices and sums in cents, by party that has places."""

    price_cents: int
    reduced_cents: int | None
    due: Mapping[UUID, Due]

    @property
    def to_pay_cents(self) -> int:
        """Give what all have to pay."""
        return sum(one.cents for one in self.due.values())

    @property
    def paid_cents(self) -> int:
        """Give what was paid."""
        return sum(one.cents for one in self.due.values() if one.paid)

    @property
    def open_cents(self) -> int:
        """Give what is still to be paid."""
        return self.to_pay_cents - self.paid_cents
