"""Records of whom one can call."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.base.terms_around import ResourceKind
    from buurtkamer_app.neighbourhood.records import CallLine


class From(enum.Enum):
    """Where a number comes from."""

    AROUND = "around"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody or something with a phone number; `about` is what it adds, `kind` that of something around the room."""

    source: From
    name: str
    phone: str
    about: str = ""
    kind: ResourceKind | None = None


@dataclass(frozen=True, slots=True)
class PhoneBook:
    """The call guide, the emergency number first, and all other numbers by name."""

    guide: tuple[CallLine, ...]
    numbers: tuple[Number, ...]
