"""Figures over all of it, for a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.desk.records import VisitFigures


@dataclass(frozen=True, slots=True)
class Figures:
    """What a daybook, a day and a log report; persons, except hours (minutes) and cash (cents, per date)."""

    first: date
    last: date
    visits: VisitFigures
    participations: int
    wishes_new: int
    wish_supports: int
    wishes_total: int
    advice_open: int
    concerns: int
    no_shows: int
    host_minutes: int
    team_minutes: int
    cash: dict[date, int]
