"""Makes the sections of Beheer that say how this room is: its desk, spaces, hours and meals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks


def settings_of_the_room(tasks: Tasks[Any]) -> list[Section]:
    """Give the sections in their order; each loads what it needs when it is first shown."""
    return [
        Section("desk", mark("The desk"), "mug-hot", lambda: _desk(tasks)),
        Section("programmes", mark("Programmes"), "map-location-dot", lambda: _programmes(tasks)),
        Section("look", mark("Name, address and colours"), "shapes", lambda: _look(tasks)),
        Section("spaces", mark("Spaces"), "house", lambda: _spaces(tasks)),
        Section("hours", mark("Hours and shifts"), "clock", lambda: _hours(tasks)),
        Section("meal_choices", mark("Meal choices"), "mug-hot", lambda: _meal_choices(tasks)),
    ]


def _desk(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.room.desk_settings import DeskSettingsPanel

    return DeskSettingsPanel(tasks)


def _look(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.room.look import LookPanel

    return LookPanel(tasks)


def _spaces(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.room.spaces import SpacesPanel

    return SpacesPanel(tasks)


def _hours(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.room.hours import HoursPanel

    return HoursPanel(tasks)


def _meal_choices(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.activities.meal_choices import MealChoicesPanel

    return MealChoicesPanel(tasks)


def _programmes(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.room.programmes import ProgrammesPanel

    return ProgrammesPanel(tasks)
