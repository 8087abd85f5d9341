"""Puts what was chosen of a proposal on the rota, each as the room stands now; what cannot be any more is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uuid_utils.compat import uuid7

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.people.times import said
from buurtkamer_app.rota import queries as rota_queries
from buurtkamer_app.rota.filling import queries
from buurtkamer_app.rota.filling.agreed import agreement
from buurtkamer_app.rota.filling.proposed import NotTaken, TakenOver
from buurtkamer_app.rota.filling.standing import Standing
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.rota.filling.proposed import Chosen
    from buurtkamer_app.rota.filling.reading import Reading
    from buurtkamer_app.rota.filling.records import Asked, Question


class Taking:
    """Works in one unit of work, with few statements for many places."""

    def __init__(self, session: Session, reading: Reading, question: Question) -> None:
        self._session, self._question = session, question
        first, last = question.first, question.last
        self._standing = Standing(question)
        self._filled = {(key, place.host): place.id for key, place in reading.filled(first, last)}
        self._used = queries.used(session, first, last)
        self._rows = {
            ShiftKey(row.on_date, row.part, row.task): row.id for row in rota_queries.shifts(session, first, last)
        }

    def take(self, chosen: Sequence[Chosen]) -> TakenOver:
        """Take off first, so that there is room, and then put on."""
        refused: list[NotTaken] = []
        off = [one for one in chosen if one.off and self._may(one, self._why_not_off(one), refused)]
        self._delete([self._filled[one.key, one.host] for one in off])
        on = []
        for one in (one for one in chosen if not one.off):
            if self._may(one, self._why_not_on(one), refused):
                self._standing.put(one.host, one.key)
                on.append(one)
        self._add(on)
        return TakenOver(tuple(on), tuple(off), tuple(refused))

    @staticmethod
    def _may(one: Chosen, why: Label | None, refused: list[NotTaken]) -> bool:
        if why is not None:
            refused.append(NotTaken(one, why))
        return why is None

    def _why_not_off(self, one: Chosen) -> Label | None:
        place = self._filled.get((one.key, one.host))
        if place is not None and place not in self._used:
            self._standing.take(one.host, one.key)
            return None
        return _label(mark("{name} was changed meanwhile on {day}, and stays."), one)

    def _why_not_on(self, one: Chosen) -> Label | None:
        message = self._against(one)
        return _label(message, one) if message is not None else None

    def _against(self, one: Chosen) -> str | None:
        asked, hand = self._standing.shifts.get(one.key), self._standing.hands.get(one.host)
        message = None
        if asked is None:
            message = mark("On {day} that shift is gone, so {name} is not put on.")
        elif asked.begun:
            message = mark("The shift on {day} has begun, so {name} is not put on.")
        elif hand is None:
            message = mark("{name} is not on the rota any more.")
        elif one.host in self._standing.on(one.key):
            message = mark("{name} is on the rota on {day} already.")
        elif not self._standing.free(asked):
            message = mark("Somebody else was put on on {day}, so {name} is not.")
        # What a person decided may break a rule; what the program decided may not, as things stand now.
        elif not one.by_hand and agreement(hand, asked) is None and self._standing.why_not(hand, asked) is not None:
            message = mark("{name} cannot on {day} any more.")
        return message

    def _delete(self, keys: Sequence[UUID]) -> None:
        for row in queries.places(self._session, keys):
            self._session.delete(row)
        self._session.flush()

    def _add(self, chosen: Sequence[Chosen]) -> None:
        for key in dict.fromkeys(one.key for one in chosen if one.key not in self._rows):
            row = _row(self._standing.shifts[key])
            self._rows[key] = row.id
            self._session.add(row)
        # Nothing tells the order of the two tables but this.
        self._session.flush()
        self._session.add_all(
            PlaceRow(shift_id=self._rows[one.key], host_id=one.host, replaces_id=None, filled=not one.by_hand)
            for one in chosen
        )
        self._session.flush()


def _label(message: str, one: Chosen) -> Label:
    day: dict[str, str | int] = {"day": said.day(one.key.on)} if "{day}" in message else {}
    return Label(message, {"name": one.name, **day})


def _row(asked: Asked) -> ShiftRow:
    """Give the row of a shift of the pattern on which nobody was yet; an extra one has its row from the start."""
    return ShiftRow(
        id=uuid7(),
        on_date=asked.key.on,
        part=asked.key.part,
        task=asked.key.task,
        extra=False,
        starts=asked.starts,
        ends=asked.ends,
        hosts=asked.hosts,
        experienced=asked.experienced,
        asks_vog=asked.asks_vog,
        asks=asked.asks,
    )
