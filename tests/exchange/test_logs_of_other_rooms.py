"""Logs of a time of which there is nothing, of plans that were changed, and of a room in which nothing is nice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.activities.changing.records import Alter, CallOff, Reach
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.exchange.log.contents import Heading
from buurtkamer_app.exchange.log.pages import log_text
from buurtkamer_app.exchange.log.pseudonyms import Naming
from buurtkamer_app.exchange.log.records import Changed
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.log_pages import log_pages
from buurtkamer_app.wishes.records import NewWish
from tests.exchange.logs_made import made_log, read_pages, texts_of
from tests.exchange.months import FIRST, LAST
from tests.papers.rooms import HIDDEN_AROUND, NAMES, make_hostile, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.services import Services
    from tests.conftest import Templates


def test_a_log_of_a_time_of_which_nothing_is_on_record_says_so(demo: Services) -> None:
    heading = Heading(FIRST.replace(year=2019), LAST.replace(year=2019))
    log = demo.log_contents.log(heading, texts_of(demo), Naming(bytes(32)))
    assert (log.figures.visits, log.hours.givers, log.activities, log.wishes, log.entries) == (0, 0, (), (), ())
    said = read_pages(log_pages(log_text(log, demo.room.zone)))
    assert translate("No visits in this period.") in said
    assert translate("There are no open questions this time.") in said


def test_moved_and_ended_activities_and_other_hours_are_told(demo: Services) -> None:
    entry = next(one for one in demo.activities.occurrences(FIRST, LAST) if one.on.day == 16)
    move = Alter(entry.series.id, entry.on, Reach.ONE, to=entry.on.replace(day=21), all_the_same=True)
    demo.changing.apply(move)
    other = next(one for one in demo.activities.occurrences(FIRST, LAST) if one.on.day == 20)
    demo.changing.apply(CallOff(other.series.id, other.on, Reach.FROM_HERE, "Genoeg"))
    undone = demo.programmes.set_on(demo.programmes.on() ^ {Programme.MARKET})
    assert undone.unit is not None
    demo.history.undo(undone.unit)
    told = {(one.what, one.on.day, one.became) for one in made_log(demo).changes}
    assert (Changed.ACTIVITY_MOVED, 16, "2026-03-21") in told
    assert Changed.ACTIVITY_STOPPED in {what for what, *_ in told}
    assert not [what for what, *_ in told if what == Changed.PROGRAMMES]


@pytest.fixture(scope="module")
def hostile(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Give a room in which nothing is nice, with wishes, a question and a look back that are not either."""
    with opened(templates, "empty", tmp_path_factory.mktemp("hostile") / "room") as services:
        make_hostile(services)
        today = services.room.today()
        for name in NAMES:
            key = services.wishes.write(NewWish(name * 8, Theme.COMMUNITY)).value
            services.wishes.ask_advice(key, name + " woord" * 200, consent=True)
        for entry in services.activities.occurrences(today - timedelta(days=2), today)[:9]:
            services.activities.count_heads(entry.series.id, entry.on, 9999)
        services.desk.tally(Tally(999))
        yield services


@pytest.mark.parametrize("ink", list(Ink))
def test_whatever_a_room_holds_stays_on_the_pages(hostile: Services, ink: Ink) -> None:
    log = made_log(hostile)
    assert len(log.questions) == len(NAMES)
    pdf = log_pages(log_text(log, hostile.room.zone, Dress(ink=ink)))
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                assert 20 <= left <= right <= page.get_width() - 20
                assert 15 <= bottom <= top <= page.get_height() - 15
    said = "".join(words(read_pages(pdf)))
    assert not [name for name in HIDDEN_AROUND if "".join(words(name)) in said]
