"""The sheets of a day: its log, the pack for a day without power, the cash book; whole, legible, without visitors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.days.pack import PackActivity, PackContent, PackShift
from buurtkamer_app.desk.days.records import Cash, CashBook, DayState
from buurtkamer_app.desk.records import VisitFigures
from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.printing import words
from buurtkamer_app.printing.cash_book import cash_book
from buurtkamer_app.printing.day_log import DayLog, day_log
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.power_cut_pack import power_cut_pack
from buurtkamer_app.rota.records import Worked

from .boxes import sizes
from .weeks import FACTS, HOURS, page_count, text, week

ON = date(2026, 3, 11)
HOUSE = House(FACTS, ON)
OCCURRENCES = [replace(entry, headcount=number) for number, entry in enumerate(week().days[2].occurrences, 11)]
PACK = PackContent(
    date(2026, 3, 12),
    FACTS,
    HOURS[3],
    (PackShift(time(10), time(13), ("Ria Postma", "Samira El Idrissi"), 0), PackShift(time(13), time(17), (), 2)),
    (PackActivity(time(10), time(12), "Koffie-inloop", "Huiskamer", None),),
    tuple((f"Gastvrouw {number}", f"06 0000 00{number:02}") for number in range(30)),
)


def log(**more: object) -> DayLog:
    visits = VisitFigures(12, 30, 4, 2, 0, {}, {})
    figures = Figures(ON, ON, visits, 25, 2, 3, 40, 1, 1, 0, 425, 0, {})
    at = datetime(2026, 3, 11, 16, tzinfo=UTC)
    state = DayState(ON, at, at, False, ("Koffie uit",), "Ria", "Ria", "Samira", "Drukke middag.\nHet lekt.")
    worked = (Worked(UUID(int=1), "Ria Postma", False, at.replace(hour=9), at.replace(hour=12)),)
    cash = Cash(2500, 1750, 640, 3560, "koffie en melk", "niemand weet het")
    made = DayLog(state, figures, OCCURRENCES, worked, ("Bel Van Dam.",), cash, ("Koffie uit", "Alarm aan"))
    return replace(made, **more)  # type: ignore[arg-type] # each test changes another part


def hour(first: int) -> str:
    """Say an hour as the tally and its entry page do."""
    return translate("{first}.00 to {last}.00", first=first, last=first + 1)


def assert_legible(pdf: bytes, least: float = 10.9) -> None:
    """Assert that no type is smaller than so many points, and that nothing runs off its page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            read = page.get_textpage()
            assert min(sizes(page)) >= least
            for number in range(read.count_rects()):
                left, bottom, right, top = read.get_rect(number)
                assert 20 <= left <= right <= page.get_width() - 20
                assert 15 <= bottom <= top <= page.get_height() - 15


def test_the_day_log_holds_the_day_and_two_lines_to_sign() -> None:
    read = text(day_log(log(), HOUSE))
    for said in (
        f"{translate('visits')} 42",
        f"{translate('children')} 4",
        "Soosmiddag",
        "Ria 10.00 13.00",
        "Bel Van Dam.",
        f"{translate('Difference')} {words.amount(-50)}".replace("\u00a0", " "),
        "niemand weet het",
        f"Koffie uit {translate('done')}",
        f"{translate('Key with')} Ria",
        "Drukke middag. Het lekt.",
        translate("Week {week}", week=11),
        translate("made on {date}", date="11 maart 2026"),
    ):
        assert said in read
    assert read.count("_" * 20) >= 2
    assert "Postma" not in read


def test_a_day_with_nothing_says_so() -> None:
    empty = log(programme=(), worked=(), notes=(), cash=None, state=DayState(ON), points=())
    read = text(day_log(empty, HOUSE))
    for said in ("There was nothing on.", "Nobody signed on.", "There were no notes."):
        assert translate(said) in read
    assert translate("Cash box") not in read


def test_what_does_not_go_on_is_not_counted_as_nobody() -> None:
    read = text(day_log(log(programme=[replace(OCCURRENCES[0], cancelled="ziek")]), HOUSE))
    assert f"{OCCURRENCES[0].series.name} {translate('does not go on')}" in read


def test_the_pack_is_one_sheet_with_two_sides() -> None:
    pdf = power_cut_pack(PACK, HOUSE)
    assert page_count(pdf) == 2
    read = text(pdf)
    for said in ("Ria Postma, Samira El Idrissi", translate("nobody yet"), "Koffie-inloop", "112", FACTS.phone):
        assert said in read
    assert all(name in read and phone in read for name, phone in PACK.phones)
    assert hour(10) in read
    assert hour(16) in read
    assert translate("Wishes that you heard") in read


def test_a_pack_of_a_long_day_keeps_its_tally_on_one_page() -> None:
    long_day = replace(PACK, opening=replace(HOURS[3], opens=time(0), closes=time(23, 59)))
    pdf = power_cut_pack(long_day, HOUSE)
    assert page_count(pdf) == 2
    assert hour(23) in text(pdf)
    assert_legible(pdf)


def test_the_digest_of_a_pack_changes_with_what_it_holds_and_only_then() -> None:
    assert PACK.digest == replace(PACK).digest
    assert len(PACK.digest) == 64
    others = (
        replace(PACK, on=ON),
        replace(PACK, phones=PACK.phones[1:]),
        replace(PACK, shifts=()),
        replace(PACK, programme=()),
    )
    assert len({pack.digest for pack in (PACK, *others)}) == 5


def test_the_cash_book_tells_every_day_and_the_sum() -> None:
    days = ((ON, Cash(1000, 500, 200, 1350, "koffie")), (date(2026, 3, 12), Cash(1350, 100, 0)))
    book = CashBook(date(2026, 3, 1), date(2026, 3, 31), days)
    read = text(cash_book(book, HOUSE)).replace("\u00a0", " ")
    assert "wo 11 € 5,00 € 2,00 koffie € 13,50 +€ 0,50" in read
    assert f"{translate('sum')} € 6,00 € 2,00 +€ 0,50" in read
    empty = text(cash_book(CashBook(book.first, book.last, ()), HOUSE))
    assert translate("Nothing was written down this month.") in empty


@pytest.mark.parametrize("length", [200, 10_000])
def test_long_names_and_texts_wrap_and_go_on(length: int) -> None:
    name = ("Buurtmaaltijdvoorbereidingsgroep " * length)[:length]
    facts = replace(FACTS, name=name[:200])
    state = DayState(ON, None, None, False, (name[:200],), name[:200], name[:200], name[:200], name)
    pages = day_log(log(state=state, notes=(name,), points=(name[:200],)), House(facts, ON))
    assert_legible(pages)
    shifts = (PackShift(time(10), time(13), (name[:200],) * 4, 1),)
    programme = (PackActivity(time(10), time(12), name[:200], name[:200], 12),) * 9
    assert_legible(power_cut_pack(replace(PACK, facts=facts, shifts=shifts, programme=programme), House(facts, ON)))
    book = CashBook(date(2026, 3, 1), date(2026, 3, 31), ((ON, Cash(99_999_999, 99_999_999, 1, 0, name, name)),))
    assert_legible(cash_book(book, House(facts, ON)))


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=200), st.lists(st.tuples(st.text(max_size=80), st.text(max_size=30)), max_size=80))
def test_whatever_people_are_called_the_pack_can_be_printed(name: str, phones: list[tuple[str, str]]) -> None:
    content = replace(PACK, facts=replace(FACTS, name=name), phones=tuple(phones))
    content = replace(content, shifts=(PackShift(time(10), time(13), (name,), 0),))
    pdf = power_cut_pack(content, HOUSE)
    assert page_count(pdf) >= 2
    assert_legible(pdf)
    assert len(content.digest) == 64
