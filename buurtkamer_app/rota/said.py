"""The rota in words that screen and paper share: parts of the day, and what a shift still needs."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart

PARTS: Final = {
    DayPart.MORNING: mark("Morning"),
    DayPart.AFTERNOON: mark("Afternoon"),
    DayPart.EVENING: mark("Evening"),
}


def needed(count: int, *, experienced: bool) -> str:
    """Say what a shift still needs: `nog 1 gastvrouw of gastheer nodig, liefst met ervaring`."""
    if not count:
        return translate("somebody with experience would help") if experienced else ""
    if experienced:
        if count == 1:
            return translate("1 more host is needed, preferably with experience")
        return translate("{count} more hosts are needed, preferably with experience", count=count)
    return translate("1 more host is needed") if count == 1 else translate("{count} more hosts are needed", count=count)
