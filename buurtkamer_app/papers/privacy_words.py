"""How what is to be done about a data leak is said, on screen and on paper."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.privacy.breaches.records import Advice

ADVICE: Final = {
    Advice.NOTE: mark("Only note it down"),
    Advice.REPORT: mark("Report it within 72 hours"),
    Advice.TELL: mark("Report it within 72 hours, and tell the people"),
}
REACH: Final = {
    Reach.NO: mark("No, surely not"),
    Reach.UNSURE: mark("Perhaps, we do not know"),
    Reach.YES: mark("Yes"),
}
