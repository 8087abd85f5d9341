"""Who may do what: the roles of the room, and the person who acts."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class Role(enum.IntEnum):
    """The roles in the room, each may do what the one before it may."""

    NOBODY = 0
    HOST = 1
    COORDINATOR = 2


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at the desk: nobody who signed in, a host or the coordinator."""

    role: Role = Role.NOBODY
    host: UUID | None = None
    name: str = ""


NOBODY = Actor()


class Seat:
    """The chair at the desk: who sits on it acts, for the thread that writes and the one that reads alike."""

    def __init__(self, actor: Actor = NOBODY) -> None:
        self.actor = actor
