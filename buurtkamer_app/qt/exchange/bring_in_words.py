"""What the page says of a list that comes in: how much of it does what, and how long the tally waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.lists.records import Does
from buurtkamer_app.exchange.tables.columns import Field, ListKind
from buurtkamer_app.qt.exchange.bring_in_column import letters
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.lists.records import Looked, Seen

# Rows that are written in a second, measured at a room's own computer and halved.
_A_SECOND: Final = 3_000
SHOWN: Final = 20  # rows that are shown as they will be kept
_COUNTED: Final = {
    Does.NEW: (mark("1 line is new."), mark("{count} lines are new.")),
    Does.CHANGED: (mark("1 line changes something."), mark("{count} lines change something.")),
    Does.THERE: (mark("1 line is here already."), mark("{count} lines are here already.")),
    Does.LEFT_OUT: (mark("1 line is left out."), mark("{count} lines are left out.")),
}
_DOES: Final = {
    Does.NEW: mark("New"),
    Does.CHANGED: mark("Changed"),
    Does.THERE: mark("Here already"),
    Does.LEFT_OUT: mark("Left out"),
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is not right: in which line, in which column, what stands there and what to do."""

    line: int
    column: str
    cell: str
    why: str


def counts(looked: Looked) -> str:
    """Say how many rows do what."""
    told = []
    for does, (one, more) in _COUNTED.items():
        if count := looked.count(does):
            told.append(translate(one) if count == 1 else translate(more, count=count))
    no_hour = not {Field.HOUR, Field.IN_HOUR}.intersection(looked.chosen.columns.values())
    if looked.chosen.kind is ListKind.TALLIES and no_hour and told:
        told.append(translate("What has no hour counts at noon."))
    return " ".join(told)


def wrong_told(count: int) -> str:
    """Say how many rows are not right."""
    if not count:
        return ""
    if count == 1:
        return translate("1 line is not right. Repair it in the file, or leave it out.")
    return translate("{count} lines are not right. Repair them in the file, or leave them out.", count=count)


def leave_out_told(count: int) -> str:
    """Say what is ticked to go on without the wrong rows."""
    return translate("Leave this line out") if count == 1 else translate("Leave these {count} lines out", count=count)


def before_going(count: int, *, asks: bool) -> str:
    """Say what is needed first, or how long the tally waits while so many rows are written."""
    if not count:
        return translate("There is nothing new in this list.")
    if asks:
        return translate("Ask first whether these names may be kept. Without a yes they are not.")
    seconds = 1 + count // _A_SECOND
    if seconds == 1:
        return translate("The tally waits a moment meanwhile. No press is lost.")
    return translate("The tally waits some {seconds} seconds meanwhile. No press is lost.", seconds=seconds)


def wrongs(looked: Looked, heads: Sequence[str]) -> list[Wrong]:
    """Give everything that is not right, in the order of the file."""
    return [
        Wrong(seen.number, _called(fault.column, heads), fault.cell, fault.why.sentence())
        for seen in looked.seen
        for fault in seen.faults
    ]


def preview(looked: Looked) -> list[Seen]:
    """Give the first rows that are right."""
    right = (seen for seen in looked.seen if seen.does is not Does.WRONG)
    return [seen for seen, _ in zip(right, range(SHOWN), strict=False)]


def preview_columns(looked: Looked) -> tuple[Column[Seen], ...]:
    """Give the columns in which those are shown."""

    def shown(place: int) -> Column[Seen]:
        return Column(looked.heads[place], lambda seen: seen.kept[place] if place < len(seen.kept) else "")

    return (
        Column(mark("Line"), lambda seen: str(seen.number), figures=True),
        *(shown(place) for place in range(len(looked.heads))),
        Column(mark("What happens"), _happens),
    )


WRONG_COLUMNS: Final[tuple[Column[Wrong], ...]] = (
    Column(mark("Line"), lambda wrong: str(wrong.line), figures=True),
    Column(mark("Column"), lambda wrong: wrong.column),
    Column(mark("What stands there"), lambda wrong: wrong.cell),
    Column(mark("What to do"), lambda wrong: wrong.why),
)


def _happens(seen: Seen) -> str:
    told = translate(_DOES.get(seen.does, ""))
    return f"{told}. {translate(seen.told)}" if seen.told else told


def _called(place: int | None, heads: Sequence[str]) -> str:
    if place is None:
        return ""
    return (heads[place] if place < len(heads) else "") or translate("Column {letters}", letters=letters(place))
