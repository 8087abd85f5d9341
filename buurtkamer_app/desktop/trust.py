"""Makes the sections of Beheer for what is entrusted to the room, and how it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.tasks import Tasks

    Hides = Callable[[Callable[[bool], None]], None]


def what_is_entrusted(tasks: Tasks[Any], hides: Hides) -> list[Section]:
    """Give what is kept of people, for how long and why; `hides` tells the sections when names are hidden."""

    def person() -> QWidget:
        from buurtkamer_app.qt.privacy.person import PersonPanel

        made = PersonPanel(tasks)
        hides(made.hide_names)
        return made

    def consents() -> QWidget:
        from buurtkamer_app.qt.privacy.consents import ConsentsPanel

        made = ConsentsPanel(tasks)
        hides(made.hide_names)
        return made

    def seen() -> QWidget:
        from buurtkamer_app.qt.privacy.seen import SeenPanel

        made = SeenPanel(tasks)
        hides(made.hide_names)
        return made

    return [
        Section("person", mark("Somebody's data"), "person-circle-question", person),
        Section("retention", mark("Kept how long"), "hourglass-half", lambda: _retention(tasks)),
        Section("consents", mark("Permissions"), "file-signature", consents),
        Section("seen", mark("Who saw what"), "eye", seen),
        Section("papers", mark("Papers"), "scroll", lambda: _papers(tasks)),
        Section("breaches", mark("Data leaks"), "bell", lambda: _breaches(tasks)),
    ]


def kept_well(tasks: Tasks[Any], handed: Handed) -> list[Section]:
    """Give how the room's data is kept: how things stand, keys, backups, the hard days."""

    def backup() -> QWidget:
        from buurtkamer_app.desktop.backups import backup_panel

        return backup_panel(tasks, handed)

    def keys() -> QWidget:
        from buurtkamer_app.desktop.keys import keys_panel

        return keys_panel(tasks, handed)

    def hard_days() -> QWidget:
        from buurtkamer_app.desktop.hard_days import hard_days_panel

        return hard_days_panel(tasks, handed)

    return [
        Section("standing", mark("How things stand"), "list-check", lambda: _standing(tasks, handed)),
        Section("backup", mark("Backup"), "floppy-disk", backup),
        Section("keys", mark("Keys"), "key", keys),
        Section("hard_days", mark("Hard days"), "life-ring", hard_days),
    ]


def _retention(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.privacy.retention import RetentionPanel

    return RetentionPanel(tasks)


def _papers(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.privacy.papers import PapersPanel

    return PapersPanel(tasks)


def _breaches(tasks: Tasks[Any]) -> QWidget:
    from buurtkamer_app.qt.privacy.breaches import BreachesPanel

    return BreachesPanel(tasks)


def _standing(tasks: Tasks[Any], handed: Handed) -> QWidget:
    from buurtkamer_app.desktop.standing import standing_panel

    return standing_panel(tasks, handed)
