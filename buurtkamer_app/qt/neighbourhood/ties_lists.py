"""The groups of the neighbourhood, and the ties between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.neighbourhood.living.records import Group, Tie
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.services import Services

HOW_WELL = {3: mark("well"), 2: mark("a bit"), 1: mark("hardly")}


class GroupsList(KeptPanel):
    """The groups, by name."""

    kinds = frozenset({"neighbourhood_group"})
    record = Group
    asked = (
        Asked(
            "name", mark("How is the group called here?"), hint=mark("A choir, a mosque, young people of the square.")
        ),
        Asked("about", mark("Who are they, and when are they together?"), Holds.TEXT),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Group"), lambda known: known.it.name),
        Column(mark("About"), lambda known: known.it.about),
    )
    heading_words = mark("Groups here")
    none_words = mark("No group was written down yet. Which groups are there here?")
    wide = frozenset({0, 1})

    def kept(self, services: Services) -> Any:
        """Give the groups."""
        return services.living.groups


def _groups(services: Services) -> Sequence[tuple[UUID, str]]:
    return [(known.id, known.it.name) for known in services.living.groups.all()]


class TiesList(KeptPanel):
    """The ties, the strongest first."""

    kinds = frozenset({"neighbourhood_group", "tie"})
    record = Tie
    asked = (
        Asked("one_id", mark("Which group?"), Holds.CHOICE, offers=_groups),
        Asked("other_id", mark("And which other one?"), Holds.CHOICE, offers=_groups),
        Asked("strength", mark("How well do they know each other?"), Holds.CHOICE, choices=HOW_WELL),
        Asked("through", mark("Through what?"), hint=mark("For instance: the meal on Friday.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Groups"), lambda tie: translate("{first} and {last}", first=tie.one, last=tie.other)),
        Column(mark("How well"), lambda tie: translate(HOW_WELL[tie.it.strength])),
        Column(mark("Through what"), lambda tie: tie.it.through),
    )
    heading_words = mark("Who knows whom")
    none_words = mark("No tie was written down yet. Which two groups know each other?")
    wide = frozenset({0, 2})

    def kept(self, services: Services) -> Any:
        """Give the ties."""
        return services.living.ties

    def read(self, services: Services) -> Sequence[Known[Any]]:
        """Read the ties with the names of their groups."""
        seen: Any = services.living.seen_ties()
        return seen  # type: ignore[no-any-return] # they have what a known record has
