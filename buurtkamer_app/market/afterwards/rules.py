"""What of a market can be kept afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.market.rules import LONGEST_STEP, kept_text

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.market.afterwards.records import NewTestimonial, NewTie


def kept_tie(tie: NewTie) -> NewTie:
    """Give a tie as it is kept; raises `RefusedError` unless it is between two."""
    between, and_with = one_line(tie.between), one_line(tie.and_with)
    if not (between and and_with):
        raise RefusedError("Say between which two this tie came about.")
    if between.casefold() == and_with.casefold():
        raise RefusedError("A tie is between two. Name another group.")
    return replace(tie, between=between, and_with=and_with, about=one_line(tie.about, LONGEST_STEP))


def kept_testimonial(said: NewTestimonial) -> NewTestimonial:
    """Give what somebody said as it is kept; raises `RefusedError` for a name without a yes, and a yes without a name.

    Who said yes stands there by name always: the one who spoke, unless somebody else gave the yes.
    """
    text, name, by = kept_text(said.text), one_line(said.name), one_line(said.consent_by)
    if not text:
        raise RefusedError("Type first what was said.")
    if (name or by) and not said.agreed:
        raise RefusedError("Tick that the name may stand there, or leave it out.")
    if said.agreed and not name:
        raise RefusedError("Type the name that may stand there, or take the tick away.")
    return replace(said, text=text, name=name, consent_by=(by or name) if said.agreed else "")


def check_counted(on: date, today: date) -> None:
    """Raise `RefusedError` when the day on which people are counted is still to come."""
    if on > today:
        raise RefusedError("This market is still to come. Count who came afterwards.")
