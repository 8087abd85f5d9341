from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import Incident, IncidentLine
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.incident_sheet import incident_sheet
from buurtkamer_app.room.records import RoomFacts

ON = date(2026, 3, 12)
HOUSE = House(RoomFacts("De Linde", "Lindelaan 1", "1234 AB", "Dorp", "", "NL", "Europe/Amsterdam", ""), ON)


def incident(facts: str, *, called: str = "112", witness: str = "Kees", by: str = "Ria Postma") -> Incident:
    written = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
    line = IncidentLine(UUID(int=1), IncidentKind.FALL, date(2026, 3, 11), time(12, 30), written, by)
    return Incident(line, facts, called, witness)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_sheet_says_what_when_who_was_called_and_who_saw_it() -> None:
    i18n.speak("en")
    (page,) = texts(incident_sheet(incident("Viel over de mat."), HOUSE))
    for words in ("Incident in De Linde", "Somebody fell", "Wednesday 11 March 2026, 12.30", "Viel over de mat."):
        assert words in page
    for words in ("112", "Kees", "Ria Postma", "Wednesday 11 March 2026, 13.00", "made on 12 March 2026", "1/1"):
        assert words in page


def test_what_was_not_filled_in_is_said() -> None:
    i18n.speak("en")
    (page,) = texts(incident_sheet(incident("x", called="", witness="", by=""), HOUSE))
    assert page.count("Nobody") == 2


def test_paragraphs_stay_apart() -> None:
    (page,) = texts(incident_sheet(incident("Eerst viel hij.\n\nToen kwam Kees."), HOUSE))
    assert "Eerst viel hij.\r\nToen kwam Kees." in page


@pytest.mark.parametrize("letters", [1, 1000, 4000, 9_900])
def test_however_much_was_written_it_is_one_page(letters: int) -> None:
    words = ("De bezoeker gleed uit bij de deur en stond zelf weer op. " * 200)[:letters]
    (page,) = texts(incident_sheet(incident(words), HOUSE))
    assert page.split().count("bezoeker") == words.split().count("bezoeker")


def test_what_fits_on_no_page_goes_on_on_the_next_and_nothing_is_lost() -> None:
    pages = texts(incident_sheet(incident("regel\n" * 1_600), HOUSE))
    assert len(pages) > 1
    assert sum(page.split().count("regel") for page in pages) == 1_600
    assert f"{len(pages)}/{len(pages)}" in pages[-1]


def test_the_same_incident_gives_the_same_bytes() -> None:
    assert incident_sheet(incident("x"), HOUSE) == incident_sheet(incident("x"), HOUSE)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=300), st.text(max_size=200), st.text(max_size=200))
def test_whatever_is_typed_gives_a_page(facts: str, called: str, witness: str) -> None:
    (page,) = texts(incident_sheet(incident(facts, called=called, witness=witness), HOUSE))
    assert "1/1" in page
