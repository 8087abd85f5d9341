"""What people said afterwards of activities, gatherings in streets and markets, as a log tells it: cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.evaluation.looking.said_records import Told
from buurtkamer_app.exchange.log.records import FreeText, LogReflection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.base.terms import GoesOn
    from buurtkamer_app.evaluation.looking.said_records import Stories, Story
    from buurtkamer_app.exchange.log.texts import Texts

_SOURCES: Final = {Told.ACTIVITY: FreeText.ACTIVITY, Told.STREET: FreeText.STREET, Told.MARKET: FreeText.MARKET}


def reflections_shown(
    stories: Stories, goes_on: Iterable[tuple[date, str, GoesOn]], texts: Texts
) -> tuple[LogReflection, ...]:
    """Give what was said, the earliest first; who said it stays here, also with their yes."""
    # Two of one name on one day, who see it differently, say nothing of it.
    known: dict[tuple[date, str], set[GoesOn]] = {}
    for on, name, said in goes_on:
        known.setdefault((on, name), set()).add(said)
    return tuple(_shown(story, known.get((story.on, story.name), set()), texts) for story in reversed(stories.stories))


def _shown(story: Story, goes_on: set[GoesOn], texts: Texts) -> LogReflection:
    scores = {"recommend": story.recommend, "impact": story.impact}
    of_activity = story.told is Told.ACTIVITY
    return LogReflection(
        texts.clean(_SOURCES[story.told], 0, story.name),
        story.told.value,
        story.on,
        {name: score for name, score in scores.items() if score is not None},
        {asked.value: texts.clean(FreeText.REFLECTION, 0, answer) for asked, answer in story.said},
        goes_on.copy().pop().value if of_activity and len(goes_on) == 1 else "",
        story.by_residents if of_activity else None,
    )
