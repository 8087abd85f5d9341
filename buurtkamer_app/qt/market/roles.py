"""Who carries the market: five roles, and the ones that nobody has yet stay in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import MarketRole
from buurtkamer_app.market.words import ROLES
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_WHO = 1


class RolesPanel(OfEvent):
    """A host is chosen, somebody else is typed; without either the role is vacant."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_role", "market_event", "host"})
    record: ClassVar[type] = MarketRole
    private: ClassVar[frozenset[str]] = frozenset({"host_id", "name", "contact"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("role", mark("Role"), Holds.CHOICE, choices=ROLES),
        Asked(
            "host_id",
            mark("Host or team member"),
            Holds.CHOICE,
            offers=lambda s: [
                (None, translate("Somebody else, or nobody yet")),
                *((host.id, host.name) for host in s.people.hosts()),
            ],
        ),
        Asked("name", mark("Somebody else"), hint=mark("Leave it empty for a host, or for nobody yet.")),
        Asked("contact", mark("How to reach them"), hint=mark("Never on a sheet that others see.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Role"), lambda seen: translate(ROLES[seen.it.role])),
        Column(mark("Who"), lambda seen: seen.beside.who or translate("Nobody yet")),
        Column(mark("Reached by"), lambda seen: seen.it.contact),
    )
    heading_words: ClassVar[str] = mark("Who carries the market")
    none_words: ClassVar[str] = mark("There are no roles. Write down the first one.")
    wide: ClassVar[frozenset[int]] = frozenset({0, 1, 2})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_WHO, Signs(self.rows, self.model, _sign))

    def kept(self, services: Services) -> Any:
        """Give the roles."""
        return services.markets.roles

    def read(self, services: Services) -> Sequence[Any]:
        """Read the roles in their usual order, with the name of who has each."""
        event = self.belongs["event_id"]
        known = {role.id: role for role in services.markets.roles.all(event_id=event)}
        held = services.markets.roles_of(event)
        return [Seen(role.id, known[role.id].version, known[role.id].it, role) for role in held if role.id in known]

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes the role down; who is written down anew takes the role that waits for somebody."""
        keep, typed = super().keeping(), self.typed()
        held = typed["host_id"] is not None or typed["name"].strip()
        role = typed["role"]
        waiting = next((seen for seen in self._seen.values() if seen.beside.vacant and seen.it.role is role), None)
        if self.chosen is not None or waiting is None or not held:
            return keep
        taken = replace(waiting.it, **typed)

        def take(services: Any, _: UUID | None) -> Outcome[UUID]:
            kept: Outcome[UUID] = self.kept(services).write(taken, waiting.id, waiting.version)
            return kept

        return take

    def _shown(self, record: Any) -> Any:
        if not self.names_hidden or record.beside.vacant:
            return record
        it = replace(record.it, contact=translate("hidden") if record.it.contact else "")
        return replace(record, it=it, beside=replace(record.beside, who=translate("hidden")))


def _sign(seen: Any) -> tuple[str, str]:
    tints = theme.colours()
    if seen.beside.vacant:
        return "triangle-exclamation", tints.brick_dark
    return "user-check", tints.petrol
