"""How the fixed words of looking back are said, on the page and in a report alike."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.team.hours.records import HoursFrom

BEARERS: Final = {
    Bearer.MUNICIPALITY: mark("Municipality"),
    Bearer.HOUSING: mark("Housing association"),
    Bearer.CARE: mark("Care"),
    Bearer.RESIDENTS: mark("Residents"),
}
HOURS: Final = {
    HoursFrom.SHIFT: mark("shifts as a host"),
    HoursFrom.ACTIVITY: mark("leading activities"),
    HoursFrom.MEETING: mark("meetings"),
    HoursFrom.MARKET: mark("markets"),
    HoursFrom.STREET: mark("street activities"),
    HoursFrom.TRAINING: mark("training"),
    HoursFrom.OTHER: mark("other"),
}
