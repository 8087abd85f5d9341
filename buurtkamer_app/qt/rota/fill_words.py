"""What the page that fills the rota says: lines in words, how much is open, what was taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.rota.filling.draft import Kind, Line
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from buurtkamer_app.rota.filling.proposed import Proposed, TakenOver


def moment(line: Line) -> str:
    """Say which shift of its day a line is about: `Ochtend 9.45–13.00 · Koken`."""
    times = f"{translate(PARTS[line.key.part])} {dates.span(line.starts, line.ends)}"
    return f"{times} · {line.key.task}" if line.key.task else times


def what(line: Line) -> str:
    """Say what a line does: whose name it is, and where that is not so, what becomes of them."""
    if line.kind is Kind.OPEN:
        return translate("Open place") if line.places == 1 else translate("{count} open places", count=line.places)
    if line.kind is Kind.OFF:
        stays = translate("{name} stays", name=line.name)
        return translate("{name} comes off", name=line.name) if line.ticked else stays
    return line.name if line.ticked else translate("{name} – not put on", name=line.name)


def why(line: Line) -> str:
    """Say the reasons of a line."""
    if line.kind is Kind.OFF and not line.reasons:
        return translate("The program put them there, and has somebody else now.")
    return " ".join(label.say() for label in line.reasons)


def aloud(line: Line) -> str:
    """Say all of a line, for who hears it read."""
    parts = (what(line), dates.day_heading(line.key.on), moment(line), why(line))
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def open_places(count: int) -> str:
    """Say how many places of the period are open."""
    if count == 0:
        return translate("No place is open.")
    return translate("1 place is open.") if count == 1 else translate("{count} places are open.", count=count)


def summary(proposed: Proposed) -> str:
    """Say what a proposal comes to, and whether it can be better."""
    filled = len(proposed.filled.given)
    left = sum(gap.places for gap in proposed.filled.gaps)
    put = (
        translate("There is somebody for 1 place.")
        if filled == 1
        else translate("There is somebody for {count} places.", count=filled)
    )
    stays = {0: translate("None stays open."), 1: translate("1 stays open.")}.get(
        left, translate("{count} stay open.", count=left)
    )
    return f"{put} {stays}"


def so_far(left: int) -> str:
    """Say how far the best plan so far comes, while a better one is sought."""
    best = {0: translate("The best so far leaves none open."), 1: translate("The best so far leaves 1 open.")}.get(
        left, translate("The best so far leaves {count} open.", count=left)
    )
    return f"{best} {translate('A better one is being sought…')}"


def how_good(proposed: Proposed) -> str:
    """Say whether it is the best there is."""
    if proposed.filled.proven:
        return translate("No other plan suits better.")
    return (
        translate("It was stopped at the best so far.") if proposed.stopped else translate("This is the best so far.")
    )


def take(count: int) -> str:
    """Say what the button does."""
    return translate("Put 1 on the rota") if count == 1 else translate("Put {count} on the rota", count=count)


def taken(done: TakenOver) -> str:
    """Say what was taken over and what was not."""
    count = len(done.on)
    said = translate("1 is on the rota.") if count == 1 else translate("{count} are on the rota.", count=count)
    if not done.refused:
        return said
    left = len(done.refused)
    rest = (
        translate("1 could not be: see why below.")
        if left == 1
        else translate("{count} could not be: see why below.", count=left)
    )
    return f"{said} {rest}"
