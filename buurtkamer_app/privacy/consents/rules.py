"""In which words was asked what people said yes to, where these are always the same, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms_trust import ConsentFor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.privacy.consents.records import Given

ASKED: Final = {
    ConsentFor.CONTACT: mark("May we reach you about this wish?"),
    ConsentFor.QUESTION: mark("The resident agrees that this is asked."),
    ConsentFor.TOGETHER: mark("May we bring you two together, and give your number?"),
    ConsentFor.TESTIMONIAL: mark("May your name stand beside what you said?"),
}


def by_name(given: Iterable[Given], typed: str = "") -> list[Given]:
    """Give those whose name fits what is typed (every word the start of one of theirs), by name, then the latest."""
    parts = words(typed)

    def fits(one: Given) -> bool:
        own = words(f"{one.who} {one.hint} {one.parent}")
        return all(any(word.startswith(part) for word in own) for part in parts)

    found = [one for one in given if fits(one)]
    found.sort(key=lambda one: one.given_at.timestamp() if one.given_at else 0.0, reverse=True)
    return sorted(found, key=lambda one: (not one.who, words(one.who), one.hint))
