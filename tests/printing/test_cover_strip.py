"""The strip that is stuck over the rota on the wall."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.cover_strip import cover_strip
from buurtkamer_app.printing.house import House
from buurtkamer_app.rota.cover.records import StripLine

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

DAY = date(2026, 3, 11)
LINE = StripLine(DAY, time(12, 45), time(17, 15), "", "Joop", "Els")


def house(services: Services, printed_on: date = DAY) -> House:
    return House(services.room.facts(), printed_on)


def read(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [" ".join(str(page.get_textpage().get_text_range()).split()) for page in document]


def test_a_strip_says_when_and_who_comes_instead_of_whom(demo: Services) -> None:
    (page,) = read(cover_strip([LINE], house(demo)))
    when = translate("today, {day}", day="woensdag 11 maart")
    assert when[:1].upper() + when[1:] in page
    assert translate("{name} for {gone}", name="Joop", gone="Els") in page
    assert "12.45–17.15" in page
    assert translate("Week {week}", week=11) in page
    (other,) = read(cover_strip([LINE], house(demo, date(2026, 3, 10))))
    assert when[:5].lower() not in other.lower().split("·")[0]


def test_it_is_a_few_centimetres_high_and_the_same_each_time(demo: Services) -> None:
    made = cover_strip([LINE], house(demo))
    assert made == cover_strip([LINE], house(demo))
    with pdfium.PdfDocument(made) as document:
        page = document[0]
        boxes = [one.get_bounds() for one in page.get_objects() if one.type == FPDF_PAGEOBJ_PATH]
    assert [2 < (top - bottom) / 72 * 2.54 < 6 for _left, bottom, _right, top in boxes] == [True]


def test_many_strips_go_on_on_a_next_page_and_long_names_stay_on_the_paper(demo: Services) -> None:
    long = StripLine(DAY, time(9), time(10), "W" * 300, "Ŵ" * 150, "Maria " * 40)
    pages = read(cover_strip([LINE] * 8 + [long], house(demo)))
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert f"{number}/2" in page
    assert "".join(pages).replace(" ", "").count("W") >= 300
    assert "".join(pages).replace(" ", "").count("Ŵ") == 150
    (page,) = read(cover_strip([StripLine(DAY, time(9), time(10), "", "Joop")], house(demo)))
    assert translate("{name} comes", name="Joop") in page
