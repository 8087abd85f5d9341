"""Who somebody is in a log: the host or resident whom the room knows by that name, else only their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.exchange.log.pseudonyms import Who, host, resident, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID


class People:
    """Calls people by what `naming` makes of them; `residents` are those whose name was typed somewhere."""

    def __init__(
        self,
        naming: Callable[[Who | None], str],
        hosts: Iterable[tuple[UUID, str]],
        residents: Iterable[tuple[UUID, str, str]],
    ) -> None:
        self._naming = naming
        self._hosts: dict[UUID, Who] = {}
        self._called: dict[str, list[Who]] = {}
        for key, name in hosts:
            self._hosts[key] = who = host(key, name)
            self._called.setdefault(search_terms(name), []).append(who)
        for key, name, terms in residents:
            self._called.setdefault(terms, []).append(resident(key, name))

    def host(self, key: UUID | None) -> str:
        """Give what a host is called by their key; of nobody, and of whom nobody knows any more, nothing."""
        return self._naming(self._hosts.get(key)) if key is not None else ""

    def host_called(self, name: str) -> str:
        """Give what the host of that name is called."""
        return next((self._naming(who) for who in self._hosts.values() if who.name == name), "") or self.called(name)

    def called(self, name: str) -> str:
        """Give what somebody is called of whom a name was typed: the one of that name, where there is only one."""
        found = self._called.get(search_terms(name), []) if name.strip() else []
        return self._naming(found[0] if len(found) == 1 else typed(name))
