"""Shifts along: somebody new joins a shift as an extra, with a host who knows how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.rota.records import ShiftKey

# How many shifts somebody new joins before they take a place of their own. Source: issue "Rooster", new and gone.
WANTED: Final = 2


@dataclass(frozen=True, slots=True)
class ToJoin:
    """A shift to come that somebody new can join, with one of the experienced hosts who are on (key, name)."""

    key: ShiftKey
    starts: time
    ends: time
    hosts: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A shift that somebody new joins; `with_name` is empty when nobody was named.

    `done` when it is over, and the room was not closed then.
    """

    id: UUID
    key: ShiftKey
    starts: time
    ends: time
    with_id: UUID | None
    with_name: str
    done: bool
