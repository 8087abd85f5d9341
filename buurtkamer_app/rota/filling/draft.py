"""A proposal as the coordinator changes it before it is taken over: lines unticked, or given to somebody else."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.rota.filling import reasons
from buurtkamer_app.rota.filling.proposed import Chosen
from buurtkamer_app.rota.filling.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.rota.filling.proposed import NotTaken, Proposed
    from buurtkamer_app.rota.filling.records import Asked, Hand
    from buurtkamer_app.rota.records import ShiftKey


class Kind(enum.IntEnum):
    """What a line does, in the order in which lines of a shift stand."""

    OFF = 0
    ON = 1
    OPEN = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who is put on a shift or taken off it (`host`), or `places` of it that stay open; with the reasons."""

    kind: Kind
    key: ShiftKey
    starts: time
    ends: time
    reasons: tuple[Label, ...] = ()
    host: UUID | None = None
    name: str = ""
    places: int = 0
    ticked: bool = True
    by_hand: bool = False


class Draft:
    """Holds the lines, by day and shift, and knows who can be put where with what is ticked now."""

    def __init__(self, proposed: Proposed) -> None:
        self._standing = Standing(proposed.question)
        on = [self._line(Kind.ON, one.key, one.reasons, one.host, one.name) for one in proposed.filled.given]
        off = [self._line(Kind.OFF, one.key, (), one.host, one.name) for one in proposed.off]
        gaps = [replace(self._line(Kind.OPEN, gap.key, gap.reasons), places=gap.places) for gap in proposed.filled.gaps]
        self.lines: list[Line] = sorted([*on, *off, *gaps], key=_place)
        for line in on:
            self._put(line)

    def chosen(self) -> list[Chosen]:
        """Give what is ticked."""
        return [
            Chosen(line.key, line.host, line.name, line.by_hand, line.kind is Kind.OFF)
            for line in self.lines
            if line.host is not None and line.ticked
        ]

    def tick(self, row: int, *, wanted: bool) -> None:
        """Let a line be taken over or not."""
        line = self.lines[row]
        if line.host is None or line.ticked is wanted:
            return
        self.lines[row] = replace(line, ticked=wanted)
        if (line.kind is Kind.ON) is wanted:
            self._put(line)
        else:
            self._standing.take(line.host, line.key)

    def others(self, row: int) -> list[tuple[Hand, Label | None]]:
        """Give who could have the place of a line, by name; whom one could ask for an open one last, with the reason.

        Nobody for a line that takes somebody off.
        """
        line = self.lines[row]
        if line.kind is Kind.OFF:
            return []
        asked, mine = self._standing.shifts[line.key], line.kind is Kind.ON and line.ticked and line.host
        if mine:
            self._standing.take(mine, line.key)
        hands = sorted(self._standing.hands.values(), key=lambda hand: hand.name)
        can = [hand for hand in hands if hand.id != line.host and self._standing.why_not(hand, asked) is None]
        ask = self._to_ask(asked, can) if line.kind is Kind.OPEN else []
        if mine:
            self._standing.put(mine, line.key)
        return [*((hand, None) for hand in can), *ask]

    def give(self, row: int, host: UUID) -> int:
        """Put somebody else on the place of a line, chosen by hand; give the row of the line where they stand."""
        line, hand = self.lines[row], self._standing.hands[host]
        self.tick(row, wanted=False)
        why = reasons.hindrance(hand, self._standing.shifts[line.key], self._standing)
        told = (Label(mark("You chose {name}."), {"name": hand.name}), *((why,) if why is not None else ()))
        if line.kind is Kind.OPEN and line.places > 1:
            self.lines[row] = replace(line, places=line.places - 1)
        else:
            del self.lines[row]
        new = replace(line, kind=Kind.ON, host=host, name=hand.name, reasons=told, places=0, ticked=True, by_hand=True)
        self._put(new)
        self.lines = sorted([*self.lines, new], key=_place)
        return self.lines.index(new)

    def after(self, refused: Sequence[NotTaken]) -> None:
        """Keep what stays open and what could not be taken over, with the sentence that says why."""
        why = {(entry.chosen.key, entry.chosen.host): entry.why for entry in refused}
        self.lines = [
            replace(line, ticked=False, reasons=(why[line.key, line.host],)) if line.host is not None else line
            for line in self.lines
            if line.host is None or (line.key, line.host) in why
        ]

    def _to_ask(self, asked: Asked, can: Sequence[Hand]) -> list[tuple[Hand, Label | None]]:
        asking = [hand for hand, _label in reasons.to_ask(asked, self._standing) if hand not in can]
        return [(hand, reasons.hindrance(hand, asked, self._standing)) for hand in asking]

    def _put(self, line: Line) -> None:
        if line.host is not None:
            self._standing.put(line.host, line.key)

    def _line(
        self, kind: Kind, key: ShiftKey, why: tuple[Label, ...], host: UUID | None = None, name: str = ""
    ) -> Line:
        asked = self._standing.shifts[key]
        return Line(kind, key, asked.starts, asked.ends, why, host, name)


def _place(line: Line) -> tuple[object, ...]:
    return line.key.on, line.starts, line.key.task, line.kind, line.name
