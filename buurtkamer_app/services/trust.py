"""What is entrusted to the room: how long it is kept, who saw it, its backups, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.privacy.breaches.service import Breaches
    from buurtkamer_app.privacy.consents.service import Consents
    from buurtkamer_app.privacy.papers.service import Processing
    from buurtkamer_app.privacy.person.erasing import Erasing
    from buurtkamer_app.privacy.person.service import PersonData
    from buurtkamer_app.privacy.retention.service import Retention
    from buurtkamer_app.privacy.seen.service import WhoSaw
    from buurtkamer_app.safekeeping.backups.service import Backups
    from buurtkamer_app.safekeeping.checkup.standing import Standing
    from buurtkamer_app.safekeeping.hard_days.service import HardDays
    from buurtkamer_app.safekeeping.hard_days.turning import Turning
    from buurtkamer_app.safekeeping.keys.service import KeyHolders
    from buurtkamer_app.safekeeping.resting import Resting
    from buurtkamer_app.services import Services

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class TrustParts:
    """The services of privacy and safekeeping."""

    backups: _Part[Backups] = Part("safekeeping.backups.service.Backups", lambda made, own: made(own.store, own.room))
    consents: _Part[Consents] = Part(
        "privacy.consents.service.Consents",
        lambda made, own: made(own.store, own.missed, own.questions, own.market_afterwards.testimonials),
    )
    retention: _Part[Retention] = Part(
        "privacy.retention.service.Retention",
        lambda made, own: made(own.store, own.room, lambda: _letting_go(own)),
    )

    breaches: _Part[Breaches] = Part("privacy.breaches.service.Breaches", lambda made, own: made(own.store, own.room))
    processing: _Part[Processing] = Part(
        "privacy.papers.service.Processing", lambda made, own: made(own.store, own.room, own.retention)
    )
    seen: _Part[WhoSaw] = Part("privacy.seen.service.WhoSaw", lambda made, own: made(own.store, own.room))

    hard_days: _Part[HardDays] = Part(
        "safekeeping.hard_days.service.HardDays",
        lambda made, own: made(own.store, own.room, own.breaches, own.vault_id),
    )
    turning: _Part[Turning] = Part(
        "safekeeping.hard_days.turning.Turning",
        lambda made, own: made(
            own.store, own.room, own.closing, own.allowances, own.teams, own.cards, own.backups, own.key_holders
        ),
    )
    key_holders: _Part[KeyHolders] = Part(
        "safekeeping.keys.service.KeyHolders", lambda made, own: made(own.store, own.room, own.people, own.files)
    )
    resting: _Part[Resting] = Part("safekeeping.resting.Resting", lambda made, own: made(own.room, own.days, own.rota))

    person_data: _Part[PersonData] = Part(
        "privacy.person.service.PersonData", lambda made, own: made(own.store, own.room, own.retention)
    )
    erasing: _Part[Erasing] = Part(
        "privacy.person.erasing.Erasing",
        lambda made, own: made(own.store, own.room, own.files, _let_former_go),
    )
    standing: _Part[Standing] = Part(
        "safekeeping.checkup.standing.Standing",
        lambda made, own: made(
            own.store,
            own.room,
            own.backups,
            own.key_holders,
            own.retention,
            own.concerns,
            own.breaches,
            practice=own.practice,
        ),
    )


def _let_former_go(folder: Path) -> None:
    from buurtkamer_app.safekeeping.backups.placing import let_former_go  # noqa: PLC0415 - loaded when it is needed

    let_former_go(folder)


def _letting_go(own: Services) -> dict[str, Callable[[date], object]]:
    """Give what lets go the things that a feature keeps itself, by kind of thing."""
    return {
        "new_names": own.arrivals.forget_names,
        "meals": own.meals.forget_orders,
        "sign_ups": own.attendance.forget_names,
        "wishes_contacts": own.moving_on.forget_contacts,
        "tellings": own.telling.forget_names,
        "matches": own.endings.forget_names,
        "street_lists": own.street_days.forget_names,
        "withdrawn": own.market_afterwards.testimonials.forget_names,
    }
