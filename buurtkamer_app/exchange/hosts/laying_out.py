"""How hosts stand in a table: heads and cells in the language of the moment, as they are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.exchange.hosts.records import HEADS, WEEKDAYS, HostLine
from buurtkamer_app.printing.spreadsheet import Table, spreadsheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.people.records import Available

_EXPERIENCE: Final = {
    Experience.EXPERIENCED: mark("experienced"),
    Experience.REGULAR: mark("regular"),
    Experience.TRAINEE: mark("trainee"),
}
_PARTS: Final = {
    DayPart.MORNING: mark("morning"),
    DayPart.AFTERNOON: mark("afternoon"),
    DayPart.EVENING: mark("evening"),
}
_WILLING: Final = {
    Willing.CAN: "{part}",
    Willing.RATHER_NOT: mark("{part} (rather not)"),
    Willing.LAST_RESORT: mark("{part} (if need be)"),
}


def line_of(card: Card, usual: Sequence[Available], *, every_number: bool) -> HostLine:
    """Give a host as a line; a number that is not on the list only with `every_number`."""
    return HostLine(
        card.host.name,
        (card.phone or None) if every_number or card.phone_on_list else None,
        card.birthday,
        card.host.experience,
        card.host.most_a_week,
        card.host.team_member,
        card.host.lives_near,
        tuple(sorted((entry.weekday, entry.part, entry.willing) for entry in usual)),
        tuple(int(weekday) for weekday in WEEKDAYS),
    )


def table(lines: Sequence[HostLine]) -> list[list[str]]:
    """Give heads and a row for each host."""
    return [[translate(head) for head in HEADS.values()], *(_row(line) for line in lines)]


def sheet(rows: Sequence[Sequence[str]], room: str, made_on: date) -> bytes:
    """Give these rows as a spreadsheet."""
    name = translate("Hosts")
    made = Table(name, tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))
    return spreadsheet(name, room, made_on, [made])


def _row(line: HostLine) -> list[str]:
    birthday = f"{line.birthday[0]}-{line.birthday[1]}" if line.birthday is not None else ""
    return [
        line.name,
        line.phone or "",
        birthday,
        translate(_EXPERIENCE[line.experience]) if line.experience is not None else "",
        "" if line.most_a_week is None else str(line.most_a_week),
        translate("yes") if line.team_member else translate("no"),
        translate("yes") if line.lives_near else translate("no"),
        *(_cell(line, int(weekday)) for weekday in WEEKDAYS),
    ]


def _cell(line: HostLine, weekday: int) -> str:
    order = list(DayPart)
    entries = sorted((order.index(part), part, how) for on, part, how in line.times if on == weekday)
    return ", ".join(translate(_WILLING[how], part=translate(_PARTS[part])) for _, part, how in entries)
