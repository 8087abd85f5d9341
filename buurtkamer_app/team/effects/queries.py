"""All SQL of effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.storage.tables.team import EffectRow
from buurtkamer_app.team.effects.records import Answers, Batch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

_ORDER = {effect: place for place, effect in enumerate(EffectOn)}


def rows_of(session: Session, on: date) -> Sequence[EffectRow]:
    """Give the rows of the batch of a day."""
    return session.scalars(select(EffectRow).where(EffectRow.on_date == on)).all()


def batches(session: Session, first: date | None = None, last: date | None = None) -> list[Batch]:
    """Give the batches of a period (None: without that end), both days included, the latest first."""
    asked = select(EffectRow)
    if first is not None:
        asked = asked.where(EffectRow.on_date >= first)
    if last is not None:
        asked = asked.where(EffectRow.on_date <= last)
    found: dict[date, list[tuple[EffectOn, Answers]]] = {}
    for row in session.scalars(asked):
        found.setdefault(row.on_date, []).append((row.effect_on, Answers(row.less, row.same, row.more)))
    return [Batch(on, tuple(sorted(found[on], key=lambda one: _ORDER[one[0]]))) for on in sorted(found, reverse=True)]
