"""What the rows behind a figure are of, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Ending, Theme
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.evaluation.said import HOURS
from buurtkamer_app.qt.terms import ENDED, THEMES
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    import enum

LED: Final = {
    LedBy.PROFESSIONALS: mark("Led by professionals"),
    LedBy.TOGETHER: mark("Led together"),
    LedBy.RESIDENTS: mark("Residents do it themselves"),
}


def kind_words(kind: enum.StrEnum | None) -> str:
    """Say what a row came to or comes from, its theme, or who led it; nothing when it has no such thing."""
    if isinstance(kind, Ending):
        return translate(ENDED[kind])
    if isinstance(kind, Theme):
        return translate(THEMES[kind][0])
    if isinstance(kind, HoursFrom):
        return translate(HOURS[kind])
    if isinstance(kind, LedBy):
        return translate(LED[kind])
    return ""
