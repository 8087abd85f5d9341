"""What is alike in a room on its store: what is new is there, what is gone is nowhere, and support is one step."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Ending, Theme
from buurtkamer_app.planner.alike import sentences
from buurtkamer_app.planner.alike.service import Alike
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from buurtkamer_app.planner.alike.records import LooksLike
    from buurtkamer_app.services import Services

PATIENCE = 60.0
_LABEL = Label(mark("A wish was written down"))
MOSAIC = "Mozaïek leggen van oude tegels"


def found(here: Services, typed: str, most: int = 3) -> tuple[LooksLike, ...]:
    looked = here.alike.find(typed, most, PATIENCE)
    assert looked.complete
    return looked.entries


def names(here: Services, typed: str) -> list[str]:
    return [entry.name for entry in found(here, typed)]


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("Wie wil er met mij schaken", "Schaken! Ik ken hier niemand die schaakt."),
        ("stijldanse zoals vroeger", "Stijldansen, zoals vroeger."),
        ("een naaicursus, ik heb een naaimachine", "Naailes. Ik heb een machine, maar ik snap hem niet."),
        ("moestuin beginnen met buren", "Een moestuintje op dat kale stuk gras."),
        ("breien", "Breien en haken. Wij nemen zelf wol mee."),
        ("taalcafe", "Taalcafé"),
    ],
)
def test_what_means_the_same_is_shown(demo: Services, typed: str, like: str) -> None:
    assert like in names(demo, typed)


def test_what_is_like_nothing_shows_nothing(demo: Services) -> None:
    assert found(demo, "") == ()
    assert found(demo, "xyzzy plugh") == ()


def test_nobody_at_the_desk_sees_no_wishes(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.alike.find("schaken")


def test_a_new_wish_is_alike_with_the_next_key_and_not_after_it_was_undone(demo: Services) -> None:
    assert MOSAIC not in names(demo, "mozaiek")
    demo.wishes.write(NewWish(MOSAIC, Theme.COMMUNITY))
    assert MOSAIC in names(demo, "mozaiek")
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    assert MOSAIC not in names(demo, "mozaiek")


def test_a_wish_that_says_something_else_now_is_found_by_that_only(demo: Services) -> None:
    wish = demo.wishes.write(NewWish(MOSAIC, Theme.COMMUNITY)).value
    assert MOSAIC in names(demo, "mozaiek")
    with demo.store.work(_LABEL) as unit:
        row = unit.session.get(WishRow, wish)
        assert row is not None
        row.text = "Diepzeeduiken in de gracht"
    assert "Diepzeeduiken in de gracht" in names(demo, "diepzeeduiken")
    assert MOSAIC not in names(demo, "mozaiek")


def test_a_new_activity_is_alike_by_what_is_told_about_it(demo: Services) -> None:
    new = NewSeries(
        "Maandagclub", Theme.COMMUNITY, "Atelier", date(2026, 3, 16), time(19), time(20), about="Wij leggen mozaïek."
    )
    demo.activities.add_series(new)
    best = found(demo, "mozaiek maken")[0]
    assert (best.kind, best.name) == ("activity", "Maandagclub")


def test_without_an_encoder_words_alone_do(demo: Services) -> None:
    alike = Alike(demo.store, demo.wishes, demo.endings, lambda: None)
    looked = alike.find("kleding verstellen", 3, PATIENCE)
    assert looked.complete
    assert looked.entries[0].name.startswith("Naailes.")
    alike.close()


def test_an_answer_never_waits_for_what_is_still_to_be_learnt(demo: Services) -> None:
    go_on = threading.Event()

    def slow() -> None:
        go_on.wait(PATIENCE)

    alike = Alike(demo.store, demo.wishes, demo.endings, slow)
    assert not alike.find("naailes").complete
    go_on.set()
    assert alike.find("naailes", 3, PATIENCE).complete
    alike.close()


def test_learning_happens_on_a_thread_of_its_own(demo: Services) -> None:
    threads: list[str] = []

    def here() -> sentences.Encoder | None:
        threads.append(threading.current_thread().name)
        return sentences.encoder()

    alike = Alike(demo.store, demo.wishes, demo.endings, here)
    alike.find("naailes", 3, PATIENCE)
    alike.close()
    assert threads == ["alike"]


def test_a_wish_that_is_wanted_too_gets_a_supporter_in_one_step(demo: Services) -> None:
    best = found(demo, "naailes")[0]
    before = {wish.id: wish for wish in demo.wishes.all()}
    demo.alike.want_too(NewWish("naailes", Theme.COMMUNITY), best)
    after = {wish.id: wish for wish in demo.wishes.all()}
    assert after.keys() == before.keys()
    assert after[best.key].supporters == before[best.key].supporters + 1
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    assert {wish.id: wish for wish in demo.wishes.all()} == before


def test_an_activity_that_came_from_a_wish_gets_the_supporter_there(demo: Services) -> None:
    table = next(entry for entry in found(demo, "eettafel") if entry.kind == "activity")
    before = {wish.number: wish.supporters for wish in demo.wishes.all()}
    demo.alike.want_too(NewWish("Samen aan tafel", Theme.COMMUNITY), table)
    after = {wish.number: wish.supporters for wish in demo.wishes.all()}
    assert after == before | {28: before[28] + 1}


def test_a_wish_for_what_is_there_already_is_kept_as_that_in_one_step(demo: Services) -> None:
    films = next(entry for entry in found(demo, "filmmiddag") if entry.kind == "activity")
    before = demo.wishes.all()
    demo.alike.want_too(NewWish("Een goede film zien", Theme.COMMUNITY, asked_by="Mw. Oost"), films)
    newest = demo.wishes.all()[-1]
    assert (newest.text, newest.series, newest.ending) == ("Een goede film zien", films.key, Ending.EXISTS)
    assert "Mw. Oost" in [one.name for one in demo.telling.tellings()]
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    assert demo.wishes.all() == before


def test_an_activity_that_is_gone_is_refused_and_no_wish_is_kept(demo: Services) -> None:
    films = next(entry for entry in found(demo, "filmmiddag") if entry.kind == "activity")
    before = demo.wishes.all()
    with pytest.raises(RefusedError, match="bestaat niet meer"):
        demo.alike.want_too(NewWish("Een film", Theme.COMMUNITY), replace(films, key=before[0].id))
    assert demo.wishes.all() == before


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("Ik wil leren omgaan met mijn tablet", Theme.PERSONAL_DEVELOPMENT),
        ("Samen gymmen voor mijn stijve heupen", Theme.HEALTH),
        ("Zwerfafval op de stoep", Theme.NEIGHBOURHOOD),
        ("Mijn vrouw is dement en ik zorg voor haar", Theme.INFORMAL_CARE),
        ("Minder gas verbruiken", Theme.SUSTAINABILITY),
        ("Een bingo op zondag", Theme.COMMUNITY),
        ("xyzzy", None),
    ],
)
def test_the_theme_of_a_wish_is_guessed(demo: Services, typed: str, theme: Theme | None) -> None:
    assert demo.alike.find(typed, 3, PATIENCE).theme is theme
