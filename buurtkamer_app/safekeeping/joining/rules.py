"""What somebody new has still to do before they are a host like the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.people.cards.records import Standing
from buurtkamer_app.rota.learning.records import WANTED
from buurtkamer_app.safekeeping.joining.records import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.rota.learning.records import Joined


def to_do(card: Card, along: Iterable[Joined], *, has_pin: bool, has_times: bool, asks_vog: bool) -> tuple[Step, ...]:
    """Give what is left, in the order of the card; a VOG only where a task asks one."""
    left = {
        Step.TALK: card.first_talk_on is None,
        Step.ALONG: sum(one.done for one in along) < WANTED,
        Step.AGREED: card.agreed_on is None,
        Step.VOG: asks_vog and card.vog in {None, Standing.OVER},
        Step.PIN: not has_pin,
        Step.TIMES: not has_times,
    }
    return tuple(step for step, open_yet in left.items() if open_yet)
