"""What is told on the phone is a sentence with the day, the time and the name of what it is about."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import DayPart, Ending, TellReason
from buurtkamer_app.printing.news import sentence
from buurtkamer_app.wishes.telling.records import News

KEY = UUID(int=1)
WEDNESDAY, FRIDAY, TWO = date(2026, 3, 18), date(2026, 3, 20), time(14)


def of_series(reason: TellReason, **more: object) -> News:
    return News(reason, "Knutselen", series=KEY, on=WEDNESDAY, at=TWO, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (of_series(TellReason.PLANNED), "Your wish is planned: Knutselen, Wednesday 18 March at 14.00."),
        (of_series(TellReason.CANCELLED), "Knutselen on Wednesday 18 March does not go on."),
        (
            of_series(TellReason.MOVED, moved_to=FRIDAY),
            "Knutselen of Wednesday 18 March is now on Friday 20 March at 14.00.",
        ),
        (of_series(TellReason.PLACE), "You have a place: Knutselen, Wednesday 18 March at 14.00."),
        (of_series(TellReason.GOES_ON), "Knutselen goes on after all, Wednesday 18 March at 14.00."),
        (
            of_series(TellReason.ENDED, ending=Ending.EXISTS),
            "This is there already: Knutselen, Wednesday 18 March at 14.00.",
        ),
        (of_series(TellReason.ENDED), "Your wish came true: Knutselen."),
        (
            News(TellReason.PLANNED, "Een maatje", on=FRIDAY, at=TWO),
            "You meet each other here: Friday 20 March at 14.00.",
        ),
        (
            News(TellReason.ENDED, "Een bankje", ending=Ending.REPORTED, whom="De gemeente", number="M-7"),
            "We reported it to De gemeente. The number is M-7.",
        ),
        (
            News(TellReason.ENDED, "Een bankje", ending=Ending.REPORTED, whom="De gemeente", answer="Het komt in mei."),
            "De gemeente answered: Het komt in mei.",
        ),
        (
            News(TellReason.ENDED, "Minder betalen", ending=Ending.HANDED_ON, whom="Buurtteam"),
            "We passed your wish on to Buurtteam.",
        ),
        (
            News(TellReason.CANCELLED, "", on=FRIDAY, part=DayPart.AFTERNOON),
            "Your shift of Friday 20 March in the afternoon does not go on.",
        ),
    ],
)
def test_it_says_what_when_and_where(news: News, words: str) -> None:
    i18n.speak("en")
    assert sentence(news) == words


@given(
    st.builds(
        News,
        st.sampled_from(TellReason),
        st.text(max_size=400),
        series=st.none() | st.just(KEY),
        on=st.none() | st.dates(),
        moved_to=st.none() | st.dates(),
        part=st.none() | st.sampled_from(DayPart),
        at=st.none() | st.times(),
        ending=st.none() | st.sampled_from(Ending),
        whom=st.text(max_size=200),
        number=st.text(max_size=200),
        answer=st.text(max_size=400),
    )
)
def test_whatever_there_is_to_tell_a_sentence_of_one_line_comes_out(news: News) -> None:
    told = sentence(news)
    assert told.strip()
    assert len(told) < 1000
