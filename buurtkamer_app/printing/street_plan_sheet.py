"""The plan of a street activity: its ten fields, large, on one page; or the same to fill in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import head
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SOFT_INK, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap
from buurtkamer_app.street.said import GENTLE, LED_BY

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.street.records import Activity

_FIELDS: Final = 10
_NUMBER: Final = 30.0
_LABEL: Final = 138.0
_APART: Final = 14.0
# Tried from large to small, so that it is one page.
_SIZES: Final = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_ASKED: Final = 13.0
_PAD: Final = 9.0


def street_plan_sheet(at: Activity | None, house: House) -> bytes:
    """Make the sheet as a PDF; None: one to fill in. The same data gives the same bytes."""
    title = translate("Plan of a street activity")
    under: tuple[str, ...] = ()
    if at is not None:
        title = f"{title}: {printable(at.street_name)}"
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    off = translate("It does not go on: {why}", why=at.cancelled) if at is not None and at.cancelled else ""
    down = head(sheet, title, under, off)
    foot = foot_of(house, at.plan.on_date if at else None)
    fields = _fields(at)
    room = sheet.paper.high - MARGIN - foot.height - down - 6
    size = next((one for one in _SIZES if _high(fields, one) <= room), _SIZES[-1])
    extra = max(0.0, (room - _high(fields, size)) / len(fields))
    for number, (asked, answer) in enumerate(fields, 1):
        down = _put(sheet, (number, asked, answer), down, size, min(extra, 40.0))
    foot.put(sheet, 1, 1)
    sheet.turn()
    return sheet.done()


def _fields(at: Activity | None) -> list[tuple[str, str]]:
    """Give the ten fields: what is asked, and what was answered."""
    plan = at.plan if at is not None else None
    cart = translate("The talk cart comes along") if plan and plan.talk_cart else ""
    groups = [translate(GENTLE[group]) for group in GENTLE if plan and group in plan.targets]
    return [
        (translate("What"), plan.name if plan else ""),
        (translate("Day"), words.said(plan.on_date, "EEEE d MMMM y") if plan else ""),
        (translate("From when until when"), words.span(plan.starts, plan.ends) if plan else ""),
        (translate("Where"), plan.place if plan else ""),
        (translate("Led by"), translate(LED_BY[plan.led_by]) if plan else ""),
        (translate("Partners"), plan.partners if plan else ""),
        (translate("Volunteers from the street"), plan.volunteers if plan else ""),
        (translate("For whom above all"), ", ".join(groups)),
        (
            translate("Talk cart, and what else goes along"),
            " · ".join(p for p in (cart, plan.to_bring if plan else "") if p),
        ),
        (translate("If it rains"), plan.by_rain if plan else ""),
    ]


def _lines(answer: str, size: float) -> list[str]:
    return wrap(printable(answer), Face.MEDIUM, size, ROOM - _NUMBER - _LABEL - _APART)


def _asked(asked: str) -> list[str]:
    return wrap(asked, Face.BOLD, _ASKED, _LABEL)


def _row_high(field: tuple[str, str], size: float) -> float:
    asked, answer = field
    return max(len(_asked(asked)) * _ASKED, max(1, len(_lines(answer, size))) * size, 24.0) * LEADING + 2 * _PAD


def _high(fields: list[tuple[str, str]], size: float) -> float:
    return sum(_row_high(field, size) for field in fields)


def _put(sheet: Sheet, field: tuple[int, str, str], down: float, size: float, extra: float) -> float:
    """Draw a field with a line under it; give where it ends."""
    number, asked, answer = field
    high = _row_high((asked, answer), size) + extra
    middle = down + high / 2
    told = str(number)
    sheet.text(
        told, (MARGIN + (_NUMBER - 10) / 2 - width(told, Face.BOLD, 18) / 2, middle - 9 * LEADING), Face.BOLD, 18, MAIN
    )
    for lines, face, type_size, left, colour in (
        (_asked(asked), Face.BOLD, _ASKED, MARGIN + _NUMBER, SOFT_INK),
        (_lines(answer, size), Face.MEDIUM, size, MARGIN + _NUMBER + _LABEL + _APART, INK),
    ):
        top = middle - len(lines) * type_size * LEADING / 2
        for line in lines:
            sheet.text(line, (left, top), face, type_size, colour)
            top += type_size * LEADING
    if number < _FIELDS:
        sheet.rule(MARGIN, MARGIN + ROOM, down + high, colour=LINE, weight=0.8)
    return down + high
