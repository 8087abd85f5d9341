"""What the tests of wishes ask of a room: one wish, what is in a column, and what happens by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Wish


def wish_of(services: Services, number: int) -> Wish:
    """Give a wish by its number, as it stands now."""
    return next(wish for wish in services.wishes.all() if wish.number == number)


def write(services: Services, text: str, supporters: int = 1, **more: str | bool) -> UUID:
    """Write down a wish."""
    new = NewWish(text, Theme.COMMUNITY, supporters=supporters, **more)  # type: ignore[arg-type]
    return services.wishes.write(new).value


def undo(services: Services) -> None:
    """Take back what was done last."""
    last = services.history.last()
    assert last is not None
    services.history.undo(last.unit)


def sit(services: Services, name: str = "Ria Postma") -> None:
    """Put a host at the desk."""
    host = services.people.host_named(name)
    services.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
