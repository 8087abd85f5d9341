"""The tables whose changes change hours: what shows hours is old when one of them changed."""

from __future__ import annotations

from typing import Final

HOURS: Final = frozenset(
    {
        "sign_on",
        "contributed",
        "host",
        "series",
        "changed_date",
        "cancelled_date",
        "closure",
        "team",
        "team_meeting",
        "team_presence",
        "market_event",
        "market_session",
        "market_presence",
        "street_activity",
        "street_presence",
    }
)
