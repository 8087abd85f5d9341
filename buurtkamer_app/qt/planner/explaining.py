"""What the planning form says of moments: why these, why not others, and what else a wish may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.planner import reasons
from buurtkamer_app.qt.terms import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFrame, QLabel, QPushButton

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.planner.slots.records import Found, Reason
    from buurtkamer_app.services import Services

# Refusals that give way to who asks for another hour.
_HOURS: Final = ("The room is open from {opens} to {closes} that day.", "The room is usually closed on that day.")


def about_hours(error: BuurtkamerError) -> bool:
    """Tell whether something was refused because of the opening hours only."""
    return error.message in _HOURS


@dataclass(frozen=True, slots=True)
class Places:
    """Where on a form it is said."""

    why: QLabel
    other_way: QFrame
    ending: QLabel
    ask_why: QPushButton
    not_then: QLabel
    look: QLabel


def show(form: Places, found: Found | None, looked: Sequence[Reason] | None) -> None:
    """Say all of it; `looked` are the reasons against a moment that somebody chose, None when a slot is chosen."""
    form.why.setText(why(found))
    ending = found.ending if found is not None else None
    form.other_way.setVisible(ending is not None)
    if ending is not None:
        likely = translate("This looks like something else: {ending}.", ending=translate(ENDINGS[ending.ending][0]))
        form.ending.setText(f"{likely} {ending.reason.say()}")
    refused = not_then(found)
    form.ask_why.setVisible(bool(refused))
    form.not_then.setText("\n".join(refused))
    form.not_then.setVisible(bool(refused) and form.ask_why.isChecked())
    form.look.setText(_looked(looked) if looked is not None else "")
    form.look.setProperty("kind", "warning" if looked else "soft")
    form.look.style().polish(form.look)
    form.look.setVisible(looked is not None)


def why(found: Found | None) -> str:
    """Say what the slots are."""
    if found is None:
        return translate("Looking for the best moments…")
    if not found.slots:
        return translate("No moment is free in the coming six weeks. Choose a day yourself.")
    return translate("These moments suit best. One is chosen already.")


def not_then(found: Found | None) -> list[str]:
    """Say of the nearest moments that cannot be why not, one a line."""
    if found is None:
        return []
    return [f"{reasons.when(entry.moment)}: {reasons.together(entry.reasons)}" for entry in found.refused]


def _looked(looked: Sequence[Reason]) -> str:
    """Say what stands in the way of a moment that somebody chose."""
    return reasons.together(looked) if looked else translate("A space and somebody to lead are free then.")


def spaces_and_hosts(services: Services) -> tuple[list[str], list[str]]:
    """Read which spaces and hosts there are to choose from."""
    return [space.name for space in services.room.spaces()], [host.name for host in services.people.hosts()]
