"""The register of processing activities: every kind that is kept stands in it once, with the period as it is set."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.privacy.papers import rules
from buurtkamer_app.privacy.papers.records import PaperLines, Period
from buurtkamer_app.privacy.papers.uses import USES
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.privacy.retention.records import Per
from tests.desk.concern_people import coordinator, host

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def test_every_kind_that_is_kept_stands_in_the_register_exactly_once() -> None:
    told = Counter(kind for use in USES for kind in use.kinds)
    assert told.keys() == RULES.keys()
    assert set(told.values()) == {1}


def test_the_register_tells_the_period_that_is_set_here(demo: Services) -> None:
    coordinator(demo)
    demo.retention.set_rule("concerns", 3)
    (concerns,) = [one for one in demo.processing.register().processed if one.use.name == "concerns"]
    assert [(one.amount, one.per) for one in concerns.periods] == [(3, Per.MONTHS), (24, Per.MONTHS)]


@pytest.mark.parametrize(
    ("amount", "per", "words"),
    [
        (0, Per.DAYS, "till the end of the day"),
        (7, Per.DAYS, "7 days"),
        (1, Per.MONTHS, "1 month"),
        (6, Per.MONTHS, "6 months"),
        (12, Per.MONTHS, "12 months"),
        (24, Per.MONTHS, "2 years"),
        (1, Per.DAYS, "1 day"),
    ],
)
def test_a_period_is_said_as_people_say_it(amount: int, per: Per, words: str) -> None:
    i18n.speak("en")
    assert rules.said(Period("Concerns", "after that day", amount, per)).startswith(words)


def test_the_room_fills_in_who_is_responsible_and_fills_it_in_again(demo: Services) -> None:
    coordinator(demo)
    assert demo.processing.lines() == PaperLines()
    demo.processing.fill_in(PaperLines("Stichting De Linde"))
    demo.processing.fill_in(PaperLines(" Stichting  De Linde ", "privacy@delinde.example", "", "Drukker X\nHuisarts Y"))
    kept = PaperLines("Stichting De Linde", "privacy@delinde.example", "", "Drukker X\nHuisarts Y")
    assert demo.processing.lines() == kept
    assert demo.processing.register().lines == kept


@pytest.mark.parametrize("wrong", [PaperLines("x" * 201), PaperLines(processors="y" * 10_001), PaperLines("a\x00")])
def test_what_cannot_be_kept_is_refused(demo: Services, wrong: PaperLines) -> None:
    coordinator(demo)
    with pytest.raises(RefusedError):
        demo.processing.fill_in(wrong)
    assert demo.processing.lines() == PaperLines()


def test_a_host_reads_the_papers_and_does_not_fill_them_in(demo: Services) -> None:
    host(demo)
    with pytest.raises(NotAllowedError):
        demo.processing.fill_in(PaperLines("x"))
    assert demo.processing.register().authority == "Autoriteit Persoonsgegevens"
