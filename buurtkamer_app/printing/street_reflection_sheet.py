"""A look back at a street activity on one page, with everything that the form asks; or the form to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing import street_rows, words
from buurtkamer_app.printing.downward import head
from buurtkamer_app.printing.dress import MAIN, TINT
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, SOFT_INK, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.street_rows import Part
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap
from buurtkamer_app.street.said import GOALS, LED_BY, TARGETS, goal

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.street.records import Activity, Reflection

# Tried from large to small, so that it is one page whatever is written. Type under 10 is for the longest texts.
_SIZES: Final = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
_SIDE: Final = 180.0
_APART: Final = 18.0
_GAP: Final = 10.0
_GOAL: Final = 10.5
_ACROSS: Final = 3
_SCORE: Final = 25.0
_CAPTION: Final = 10.0
_EMPTY: Final = "…"
_TEXTS: Final = {
    "about": mark("What is this about?"),
    "strong": mark("Strong points"),
    "barriers": mark("Barriers"),
    "differently": mark("What would we do differently?"),
    "remains": mark("What remains?"),
    "anecdote": mark("A story that we go on telling"),
}


def street_reflection_sheet(at: Activity | None, said: Reflection | None, house: House) -> bytes:
    """Make the sheet as a PDF: what is on record, else the form for it; None: a form for any activity.

    The same data gives the same bytes. StoreError when its letters are missing.
    """
    title = translate("Look back at a street activity")
    if at is not None:
        title = f"{translate('Look back')}: {printable(at.plan.name)}"
    sheet = Sheet(title, house.name, dress=house.dress)
    sheet.entry(title)
    down = head(sheet, title, _under(at)) + _GAP / 2
    foot = foot_of(house, at.plan.on_date if at else None)
    below = _goals(said)
    floor = sheet.paper.high - MARGIN - foot.height - _GAP - _goals_high(below)
    _put_goals(sheet, below, floor)
    room = floor - down - _GAP
    wide = ROOM - _SIDE - _APART
    written = _texts(said, room)
    left = street_rows.fitting(lambda size: street_rows.rows(written, size, wide), _SIZES, room)
    street_rows.put(sheet, left, (MARGIN, down), wide)
    _side(sheet, at, said, (MARGIN + wide + _APART, down), room)
    foot.put(sheet, 1, 1)
    sheet.turn()
    return sheet.done()


def _under(at: Activity | None) -> tuple[str, ...]:
    """Say in which street and when it was."""
    if at is None:
        return (translate("Which street, which activity, and when?"),)
    until = at.ended if at.by_themselves else at.plan.ends
    when = f"{words.said(at.plan.on_date, 'EEEE d MMMM y')} · {words.span(at.plan.starts, until)}"
    return (" · ".join(part for part in (printable(at.street_name), when) if part),)


def _texts(said: Reflection | None, room: float) -> list[Part]:
    """Give the six texts, or lines to write each of them on."""
    if said is None:
        each = int(room / len(_TEXTS) / 21)
        return [Part(translate(asked), ruled=max(each - 1, 1)) for asked in _TEXTS.values()]
    return [
        Part(translate(asked), tuple((getattr(said, name) or _EMPTY).splitlines())) for name, asked in _TEXTS.items()
    ]


def _side(sheet: Sheet, at: Activity | None, said: Reflection | None, corner: tuple[float, float], room: float) -> None:
    """Write the two scores, and under them the facts."""
    left, down = corner
    half = (_SIDE - 8) / 2
    asked = (translate("Would you recommend it?"), translate("What did it do for the street?"))
    captions = [wrap(words_, Face.REGULAR, _CAPTION, half - 12) for words_ in asked]
    box = 12 + _SCORE * LEADING + max(len(lines) for lines in captions) * _CAPTION * LEADING
    scores = (said.recommend, said.impact) if said is not None else (None, None)
    for place, (lines, score) in enumerate(zip(captions, scores, strict=True)):
        start = left + place * (half + 8)
        sheet.frame((start, down), (half, box), line=MAIN, fill=TINT if sheet.dress.filled else "", weight=1.2)
        told = translate("{score}/10", score=_EMPTY if score is None else score)
        sheet.text_middle(told, (start + half / 2, down + 4), Face.BOLD, _SCORE, MAIN)
        under = down + 6 + _SCORE * LEADING
        for line in lines:
            sheet.text_middle(line, (start + half / 2, under), Face.REGULAR, _CAPTION, SOFT_INK)
            under += _CAPTION * LEADING
    facts = _facts(at, said)
    spare = room - box - _GAP
    street_rows.put(
        sheet,
        street_rows.fitting(lambda size: street_rows.rows(facts, size, _SIDE), _SIZES[1:], spare),
        (left, down + box + _GAP),
        _SIDE,
    )


def _facts(at: Activity | None, said: Reflection | None) -> list[Part]:
    """Give what is not a text of its own: people, who led, partners, where, whom to ask, period, for whom."""
    count = at.course.headcount if at is not None else None
    asked = [
        (translate("How many people came?"), None if count is None else str(count)),
        (translate("Led by"), translate(LED_BY[at.plan.led_by]) if at is not None else None),
        (translate("Partners"), said.partners if said else None),
        (translate("Where do we do this?"), said.where_active if said else None),
        (translate("Whom to ask about it"), said.contact if said else None),
        (translate("From when until when?"), said.period if said else None),
    ]
    found = [
        Part(heading, (text or _EMPTY,)) if said is not None or text else Part(heading, ruled=1)
        for heading, text in asked
    ]
    if at is not None and at.by_themselves:
        later = translate("Residents finished it by themselves, at {time}.", time=words.clock(at.ended))
        found[1] = Part(found[1].heading, (*found[1].paragraphs, later))
    along = said.with_volunteers if said is not None else None
    both = ((translate("Yes"), along is True), (translate("No"), along is False))
    found.append(Part(translate("Do volunteers work along?"), boxes=both))
    reached = said.reached if said is not None else frozenset()
    groups = tuple((translate(asked_), group in reached) for group, asked_ in TARGETS.items())
    return [*found, Part(translate("Target groups"), boxes=groups)]


def _goals(said: Reflection | None) -> list[list[street_rows.Row]]:
    """Give the 17 goals in columns."""
    chosen = said.goals if said is not None else frozenset()
    long = -(-len(GOALS) // _ACROSS)
    boxes = [(goal(number), number in chosen) for number in GOALS]
    wide = (ROOM - (_ACROSS - 1) * _APART) / _ACROSS
    return [
        street_rows.rows([Part("", boxes=tuple(boxes[place * long : (place + 1) * long]))], _GOAL, wide)
        for place in range(_ACROSS)
    ]


def _goals_high(columns: list[list[street_rows.Row]]) -> float:
    return _GAP + 12 * LEADING + max(street_rows.high(column) for column in columns)


def _put_goals(sheet: Sheet, columns: list[list[street_rows.Row]], down: float) -> None:
    sheet.rule(MARGIN, MARGIN + ROOM, down, colour=MAIN, weight=1.2)
    sheet.text(translate("Goals for sustainable development"), (MARGIN, down + 5), Face.BOLD, 12, MAIN)
    wide = (ROOM - (_ACROSS - 1) * _APART) / _ACROSS
    for place, column in enumerate(columns):
        street_rows.put(sheet, column, (MARGIN + place * (wide + _APART), down + 6 + 12 * LEADING), wide)
