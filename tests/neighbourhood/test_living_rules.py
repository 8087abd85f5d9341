"""A round past doors is about a street, never about people; and its sums are those of its rounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.neighbourhood.living.nobody import one_door, somebody
from buurtkamer_app.neighbourhood.living.records import Outreach
from buurtkamer_app.neighbourhood.living.rules import kept_round, sums

STREETS = ("Lindelaan", "Esdoornhof", "Lange Kade", "Dorpsstraat", "'t Plein")
ROUNDS = st.builds(
    Outreach,
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.sampled_from([f"{street}{part}" for street in STREETS for part in ("", ", even kant", ", 2-40")]),
    st.integers(10, 80),
    st.integers(0, 10),
    st.integers(0, 80),
    st.just(""),
)


@pytest.mark.parametrize(
    "text",
    [
        "Lindelaan 14",
        "Lindelaan 14 b",
        "op nummer 7 woont een man alleen",
        "huisnummer 12 doet niet open",
        "nr. 3",
        "huisnr. 14",
        "Dorpsstraat 8 bus 2",
    ],
)
def test_a_single_door_is_recognised(text: str) -> None:
    assert one_door(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lindelaan",
        "Lindelaan, even kant",
        "Lindelaan 2-40",
        "Plein 1944",
        "Lindelaan 2 t/m 40",
        "Lindelaan 2 tot 40",
        "Lindelaan 14 en verder",
        "Lindelaan 2, 4 en 6",
        "14 mensen wilden koffie",
        "Flat De Kade, 3e verdieping",
        "markt op 12 mei",
    ],
)
def test_a_part_of_a_street_is_no_single_door(text: str) -> None:
    assert not one_door(text)


@pytest.mark.parametrize(
    "text",
    [
        "bel 06 12 34 56 78",
        "0612345678",
        "+32 470 12 34 56",
        "0475/12.34.56",
        "06-10-11-12-13",
        "familie De Smet is op reis",
        "(020) 123 45 67",
        "02 123 45 67",
        "ria@voorbeeld.nl",
        "mevrouw De Vries is alleen",
        "Dhr. Özdemir wil koffie",
        "meneer van der Berg",
    ],
)
def test_a_person_is_recognised(text: str) -> None:
    assert somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "Veel mensen willen een bank in het park.",
        "Op 09-03-2026 opnieuw langs, 12 flyers over",
        "Op 9/3/26 en 01.04.2026 langs, een familie wil helpen",
        "een mevrouw vroeg naar yoga",
        "20 keer gebeld, 8 gesproken, 100 flyers",
        "van 10.00 tot 12.30 uur",
    ],
)
def test_what_is_heard_in_general_names_nobody(text: str) -> None:
    assert not somebody(text)


@pytest.mark.parametrize(
    ("where", "rung", "spoken", "flyers", "heard"),
    [
        ("", 1, 1, 1, ""),
        ("Lindelaan 14", 1, 1, 1, ""),
        ("Lindelaan", 3, 4, 0, ""),
        ("Lindelaan", -1, 0, 0, ""),
        ("Lindelaan", 1, -1, 0, ""),
        ("Lindelaan", 1, 1, 100_000, ""),
        ("Lindelaan", 1, 1, 1, "mevrouw Tan, 06 12345678"),
        ("Lindelaan", 1, 1, 1, "op nummer 9 is iemand ziek"),
        ("Lindelaan", 1, 1, 1, "x" * 10_000),
    ],
)
def test_a_round_that_cannot_be_is_refused(where: str, rung: int, spoken: int, flyers: int, heard: str) -> None:
    with pytest.raises(RefusedError):
        kept_round(Outreach(date(2026, 3, 11), where, rung, spoken, flyers, heard))


@given(ROUNDS)
def test_every_street_and_part_of_one_is_kept(past: Outreach) -> None:
    assert kept_round(past) == past


@given(st.lists(ROUNDS, max_size=20))
def test_the_sums_are_those_of_the_rounds(rounds: list[Outreach]) -> None:
    found = sums(rounds)
    for figure in ("rung", "spoken", "flyers"):
        assert sum(getattr(one, figure) for one in found) == sum(getattr(past, figure) for past in rounds)
    assert sum(one.rounds for one in found) == len(rounds)
    assert len({(one.year, one.where) for one in found}) == len(found)
