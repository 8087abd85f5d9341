"""Who could lead what was asked for: hosts who said that they can do something that means the same."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.planner.alike.ranking import lists, terms
from buurtkamer_app.planner.alike.thesaurus import dutch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.planner.slots.records import Asked, Lead

_EACH: Final = re.compile(r"\s+en\s+|\s+of\s+|[,;/&+]")


@dataclass(frozen=True, slots=True)
class _Said:
    """What words are about: the words themselves with the parts of compounds, and what they mean."""

    words: frozenset[str]
    senses: frozenset[str]


def who_can(asked: Asked, leads: Iterable[Lead]) -> list[tuple[Lead, str]]:
    """Give who can lead it, each with the words in which they said so, by name.

    Who named the thing itself goes before who named something that means the same. What is only nearly the same is
    left out: better nobody than somebody who is asked for what they cannot do.
    """
    wished = [_about(text, whole=True) for text in asked.texts]
    found = []
    for lead in leads:
        near, said = max(((_near(skill, wished), skill) for skill in lead.can), default=(0, ""))
        if near:
            found.append((near, lead, said))
    nearest = max((near for near, _lead, _said in found), default=0)
    return sorted(((lead, said) for near, lead, said in found if near == nearest), key=lambda entry: entry[0].name)


def _near(skill: str, wished: Iterable[_Said]) -> int:
    """Tell how near a skill comes to what is wished: 2 the same word, 1 the same meaning, 0 not."""
    pairs = [(_about(each), wish) for each in _EACH.split(skill) for wish in wished]
    if any(said.words & wish.words for said, wish in pairs):
        return 2
    return int(any(said.senses & wish.senses for said, wish in pairs))


@functools.lru_cache(maxsize=4096)
def _about(text: str, *, whole: bool = False) -> _Said:
    """Give what a text is about, or a skill by its first word: the others say for whom or where.

    `knutselen met kinderen` is about making things, not about children.
    """
    found = terms(text, dutch())
    stems, parts, senses = lists(found if whole else found[:1])
    return _Said(frozenset((*stems, *parts)), frozenset(senses))
