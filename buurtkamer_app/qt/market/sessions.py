"""The joint start, meetings and working sessions of a market, and its day: when they are and how many came."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import Session
from buurtkamer_app.market.words import SESSIONS
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.services import Services


_EVENING, _LATE = time(19, 30), time(21)


class SessionsPanel(OfEvent):
    """`picked` gives the session that was chosen, None when none is."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_session", "market_presence"})
    record: ClassVar[type] = Session
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("kind", mark("Kind"), Holds.CHOICE, choices=SESSIONS),
        Asked("on_date", mark("Day"), Holds.DAY, start=lambda s: s.room.today()),
        Asked("starts", mark("From"), Holds.TIME, start=lambda _: _EVENING),
        Asked("ends", mark("Until"), Holds.TIME, start=lambda _: _LATE),
        Asked("about", mark("What it is about"), Holds.TEXT),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("What"), lambda seen: "\n".join(filter(None, (translate(SESSIONS[seen.it.kind]), _first(seen))))),
        Column(mark("When"), lambda seen: f"{dates.day_and_year(seen.it.on_date)}\n{_hours(seen.it)}"),
        Column(mark("There were"), lambda seen: str(seen.beside) if seen.beside else "–", figures=True),
    )
    heading_words: ClassVar[str] = mark("Coming together")
    about_words: ClassVar[str] = mark("Choose one to write down who was there.")
    none_words: ClassVar[str] = mark("Nobody came together yet. Begin with the joint start.")

    seen_lines: ClassVar[int] = 14

    picked = Signal(object)

    def kept(self, services: Services) -> Any:
        """Give the sessions."""
        return services.markets.sessions

    def read(self, services: Services) -> Sequence[Any]:
        """Read the sessions by day, with how many were at each."""
        with services.seeing():
            return [
                Seen(known.id, known.version, known.it, len(services.markets.presence.all(session_id=known.id)))
                for known in services.markets.sessions.all(**self.belongs)
            ]

    def _say_chosen(self) -> None:
        super()._say_chosen()
        if hasattr(self, "_seen"):
            self.picked.emit(self._seen.get(self.chosen) if self.chosen is not None else None)


def _hours(it: Any) -> str:
    return dates.span(it.starts, it.ends)


def _first(seen: Any) -> str:
    """Give the first line of what it is about."""
    return str(seen.it.about).partition("\n")[0]
