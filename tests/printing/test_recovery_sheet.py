from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.recovery_sheet import recovery_sheet
from buurtkamer_app.room.records import RoomFacts
from buurtkamer_app.storage.recovery_code import draw_recovery_code, read_recovery_code

ON = date(2026, 3, 11)


def house(room: str = "De Linde") -> House:
    """Give a room that is only being set up: no more than its name is known."""
    return House(RoomFacts(room, "", "", "", "", "", "", ""), ON)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_code_is_read_back_from_the_paper() -> None:
    code = draw_recovery_code()
    (page,) = texts(recovery_sheet(code, house()))
    groups = code.split("-")
    found = [word for word in page.split() if word in groups]
    assert read_recovery_code("-".join(found)) == read_recovery_code(code)
    assert [word for word in page.split() if word in set("1234567")][:7] == list("1234567")


@pytest.mark.parametrize("room", ["De Linde", "x" * 200, "Buurtkamer " * 40, "غرفة الحي", "\N{HOT BEVERAGE}"])
def test_whatever_the_room_is_called_it_is_one_page(room: str) -> None:
    (page,) = texts(recovery_sheet(draw_recovery_code(), house(room)))
    assert "1/1" in page


def test_the_sheet_says_in_the_language_of_the_moment_when_it_was_made() -> None:
    i18n.speak("en")
    (page,) = texts(recovery_sheet(draw_recovery_code(), house()))
    assert "11 March 2026" in page
    assert "Recovery code of De Linde" in page
