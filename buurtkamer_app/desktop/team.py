"""Makes the sections of the neighbourhood team, for Rooster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks


def team_sections(
    tasks: Tasks[Any],
    hides: Callable[[Callable[[bool], None]], None],
    heed: Callable[[Callable[[Actor], None]], None],
) -> list[Section]:
    """Give the sections in their order; each loads what it needs when it is first shown.

    `heed` lets a section hear who is at the desk, `hides` whether names are hidden.
    """

    def team() -> QWidget:
        from buurtkamer_app.qt.team.team import TeamSection

        made = TeamSection(tasks)
        heed(made.set_actor)
        hides(made.hide_names)
        return made

    def meetings() -> QWidget:
        from buurtkamer_app.qt.team.meetings import MeetingsSection

        made = MeetingsSection(tasks)
        hides(made.hide_names)
        return made

    def effects() -> QWidget:
        from buurtkamer_app.qt.team.effects import EffectsPanel

        return EffectsPanel(tasks)

    return [
        Section("team", mark("Team"), "people-group", team, programme=Programme.TEAM),
        Section("team_meetings", mark("Team meetings"), "comments", meetings, programme=Programme.TEAM),
        Section("effects", mark("Effects"), "chart-simple", effects, programme=Programme.TEAM),
    ]
