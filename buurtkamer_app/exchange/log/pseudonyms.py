"""What people are called in a log: letters that stay theirs towards one professional, and say nothing outside."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.letters import words
from buurtkamer_app.exchange.log.check_code import CROCKFORD_LETTERS

if TYPE_CHECKING:
    from uuid import UUID

_LETTERS: Final = 8
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of the room: `key` says which person, `name` what they are called where a reason was given for it."""

    key: str
    name: str


def host(row: UUID, name: str) -> Who:
    """Say that it is a host."""
    return Who(f"host {row.hex}", name)


def resident(row: UUID, name: str) -> Who:
    """Say that it is a resident whom the room knows by name."""
    return Who(f"resident {row.hex}", name)


def typed(name: str) -> Who | None:
    """Say that it is somebody of whom only the name was typed, however it was spelled; None when nothing was."""
    plain = " ".join(words(name))
    return Who(f"typed {plain}", name) if plain else None


def pseudonym(secret: bytes, person: str, letters: int = _LETTERS) -> str:
    """Give what a person is called in logs for one recipient (`secret`: 32 bytes): 40 bits in two groups of letters.

    Without the secret nobody comes back from it to the person, nor finds the same person in logs for somebody else.
    """
    digest = hmac.digest(secret, person.encode(), hashlib.sha256)
    code = base64.b32encode(digest).translate(CROCKFORD_LETTERS)[:letters].decode()
    return "-".join(code[start : start + _GROUP] for start in range(0, letters, _GROUP))


class Naming:
    """Calls the people of one log by their pseudonyms, or by their names where the coordinator gave a reason.

    Two people are never called alike: the second of two whose letters happen to be the same gets more of their own.
    """

    def __init__(self, secret: bytes, *, names: bool = False) -> None:
        self._secret = secret
        self._names = names
        self._taken: dict[str, str] = {}

    def __call__(self, who: Who | None) -> str:
        """Give what somebody is called; of nobody nothing."""
        if who is None:
            return ""
        if self._names and who.name:
            return who.name
        letters = _LETTERS
        while self._taken.setdefault(called := pseudonym(self._secret, who.key, letters), who.key) != who.key:
            letters += _GROUP
        return called
