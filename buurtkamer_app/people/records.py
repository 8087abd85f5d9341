"""The people of the room: residents known by name, hosts, partners and their professionals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience, Willing

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart


@dataclass(frozen=True, slots=True)
class Visitor:
    """A resident known by name (a first name or nickname is enough).

    `hint` tells two of one name apart; `remembered` is false until they said that their name may be kept.
    """

    id: UUID
    name: str
    hint: str = ""
    remembered: bool = True


@dataclass(frozen=True, slots=True)
class Available:
    """A weekday (Monday is 0) and part of the day on which a host can work, and how gladly."""

    weekday: int
    part: DayPart
    willing: Willing = Willing.CAN


@dataclass(frozen=True, slots=True)
class NewHost:
    """A host as written down: `max_shifts_per_week` 0 for who is never on the rota."""

    name: str
    number: int | None = None
    birth_year: int | None = None
    phone: str = ""
    team_member: bool = False
    experience: Experience = Experience.REGULAR
    max_shifts_per_week: int = 2
    role: Role = Role.HOST
    availability: tuple[Available, ...] = ()
    can: tuple[str, ...] = ()
    lives_near: bool = False
    phone_on_list: bool = True


@dataclass(frozen=True, slots=True)
class Host:
    """What the others at the desk see of a host: the name, the role and whether they are on the rota.

    `most_a_week` is the most shifts in a week, `week_group` their group where groups take turns (0: none).
    """

    id: UUID
    name: str
    role: Role
    team_member: bool
    experience: Experience
    rostered: bool
    most_a_week: int = 0
    week_group: int = 0
    lives_near: bool = False

    @property
    def at_desk(self) -> bool:
        """Tell whether they sit at the desk: not who is in the neighbourhood team and does no shifts."""
        return self.rostered or self.role is not Role.HOST or not self.team_member


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that thinks along, with the professional whom one can ask."""

    name: str
    kind: str
    professional: str = ""
    professional_role: str = ""
