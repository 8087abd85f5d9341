"""Makes the sections of street activities, for Activiteiten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks


def street_sections(
    tasks: Tasks[Any],
    hides: Callable[[Callable[[bool], None]], None],
    heed: Callable[[Callable[[Actor], None]], None],
    ways: dict[str, Callable[[UUID], None]],
) -> list[Section]:
    """Give the sections in their order; each loads what it needs when it is first shown.

    `heed` lets a section hear who is at the desk, `hides` whether names are hidden. Once it is made, `ways` has
    what opens a street.
    """
    del heed

    def streets() -> QWidget:
        from buurtkamer_app.qt.street.streets import StreetsPanel

        panel = StreetsPanel(tasks)
        hides(panel.hide_names)
        ways["streets"] = panel.show_street
        return panel

    return [Section("streets", mark("Street activities"), "people-group", streets, programme=Programme.STREET)]
