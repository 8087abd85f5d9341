"""Who comes to an open shift if nobody else does, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.rota.cover.records import Offer


def offer_words(offers: Sequence[Offer], name: Callable[[UUID, str], str]) -> str:
    """Say who offered, by the names that the page gives: `Els doet het als niemand anders kan`; nothing for nobody."""
    names = [name(offer.host, offer.host_name) for offer in offers]
    if not names:
        return ""
    if len(names) == 1:
        return translate("{name} does it if nobody else can", name=names[0])
    listed = translate("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
    return translate("{names} do it if nobody else can", names=listed)
