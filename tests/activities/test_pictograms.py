"""Every activity has a picture that is there: the chosen one, else one that its name, text or theme suggests."""

from __future__ import annotations

import csv
import io
import time
from configparser import ConfigParser
from dataclasses import replace
from datetime import date
from datetime import time as clock
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities import pictograms
from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.activities.pictograms import guess, pictogram, suggested
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base import paths
from buurtkamer_app.base.terms import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.replay.room_file import RoomFile

THEMES = st.sampled_from(list(Theme))

# What a buurtkamer has on its programme, and which picture belongs to it.
KNOWN = """
Koffie-inloop,mug-hot
Middaginloop,door-open
Zitgym op muziek,dumbbell
Papierwinkel (hulp met brieven),envelope
Telefoon- en tablethulp,mobile-screen-button
Taalcafé,language
Soosmiddag,dice
Haak- en breicafé,mitten
Klaverjassen,clover
Huiswerkhulp,school
Samen schilderen,palette
Eettafel,utensils
Mantelzorgcafé,hand-holding-heart
Filmmiddag,film
Yoga voor vrouwen,spa
Vrouwenochtend,person-dress
Mannenschuur,toolbox
Buurtlunch,utensils
Kerstbrunch,bread-slice
Soep en spelletjes,bowl-food
Pannenkoeken bakken,stroopwafel
Barbecue in het park,fire-burner
Softijs in de tuin,ice-cream
Kinderdisco,children
Fietstocht naar zee,bicycle
Boekenruil,book-open
Lezing over dementie,graduation-cap
Alles over energie,lightbulb
EHBO-cursus,kit-medical
Repair Café,screwdriver-wrench
Muziekbingo,table-cells
Zomerfeest,champagne-glasses
Bordspelavond,dice
Hondenclub,dog
Lotgenotengroep,comments
Oudejaarsborrel,champagne-glasses
Buurtkoor,microphone
Kaarten maken,scissors
Kaartmiddag,clover
Voedselbank uitgifte,basket-shopping
Wijkoverleg,people-group
Formulierenbrigade,envelope
Poetsdag,broom
Zwerfvuil prikken,trash-can
Boetseren met klei,hands-holding-circle
Tafeltennis,table-tennis-paddle-ball
Straatvoetbal,futbol
Biljartclub,bowling-ball
Baby- en peuterochtend,baby
Rouwcafé,dove
Bloeddruk meten,stethoscope
Schuldhulp,piggy-bank
Rechtswinkel,scale-balanced
Kapper aan huis,spray-can-sparkles
Nagels lakken,hand-sparkles
Toneelclub,masks-theater
Uitje naar de Keukenhof,bus
Fotoclub,camera
Rommelmarkt,shop
Kledingruil,shirt
Kerkdienst,church
Iftar,star-and-crescent
Moestuin,seedling
Vogels kijken,leaf
KOFFIE MET TAART,mug-hot
koffieuurtje 😀,mug-hot
Grote kuis,broom
Babbelcafé,comments
Turnen voor senioren,dumbbell
Kaartersclub,clover
Spaghettiavond,utensils
Petanque,bowling-ball
"""
# And to what people wish.
WISHES = """
Kan iemand mij leren appen,mobile-screen-button
Een keer samen met de bus,bus
Iets met bewegen,dumbbell
Schaken!,chess-knight
Mijn man is net overleden,dove
Er ligt zoveel vuil,trash-can
Hoe krijg ik mijn energierekening,lightbulb
Een ochtend voor alleen vrouwen,person-dress
Theorie voor het rijbewijs,car
Een kookclub,kitchen-set
Iemand die met mij meegaat,hospital
Een ruilkast voor boeken,recycle
Wandelen,person-walking
Een bankje bij de bushalte,chair
Muziek maken,music
Knutselen op woensdagmiddag,scissors
Naailes,shirt
Wie kan mijn gordijnrail,hammer
Stijldansen,shoe-prints
Een moestuintje,seedling
Plantenbakken voor de flat,seedling
Bingo met leuke prijsjes,table-cells
Valtraining,person-cane
Internetbankieren,laptop
Iftar met de hele buurt,star-and-crescent
Mijn broodrooster repareren,screwdriver-wrench
Een straatfeest,champagne-glasses
Samen eten op vrijdag,utensils
Nederlands praten oefenen,language
Gymmen voor ouderen,dumbbell
Een plek om te praten,comments
Klaverjassen,clover
Een kerststukje maken,scissors
Uitleg over de AED,kit-medical
Iemand van de corporatie,house
Een biljart,bowling-ball
Zwemmen,person-swimming
's Avonds ook open,door-open
Breien en haken,mitten
Op zondag koffie,mug-hot
"""


def _table(text: str) -> list[tuple[str, str]]:
    return [(name, picture) for name, picture in csv.reader(io.StringIO(text.strip()))]


def _series(name: str, about: str = "", theme: Theme = Theme.COMMUNITY, chosen: str = "") -> NewSeries:
    return NewSeries(name, theme, "Huiskamer", date(2026, 3, 9), clock(10), clock(12), about=about, pictogram=chosen)


@pytest.mark.parametrize(("name", "picture"), _table(KNOWN))
def test_an_activity_gets_the_picture_that_its_name_suggests(name: str, picture: str) -> None:
    assert suggested(name, "", Theme.COMMUNITY) == picture


def test_every_activity_of_the_demo_room_is_known_by_its_name(demo_file: RoomFile) -> None:
    known = dict(_table(KNOWN))
    assert {one.name: suggested(one.name, one.about, one.theme) for one in demo_file.activities} == {
        one.name: known[one.name] for one in demo_file.activities
    }


def test_every_wish_of_the_demo_room_gets_a_picture_that_fits(demo_file: RoomFile) -> None:
    found = {one.text: suggested(one.text, "", one.theme) for one in demo_file.wishes}
    fitting = {text: picture for text in found for begins, picture in _table(WISHES) if text.startswith(begins)}
    assert len(found) == 40
    assert found == fitting


def test_what_is_said_of_it_counts_when_the_name_says_nothing() -> None:
    assert guess(_series("Dinsdagmiddag", "Een kopje koffie en een praatje")) == "mug-hot"
    assert guess(_series("Dinsdagmiddag", "", Theme.SUSTAINABILITY)) == "leaf"


def test_who_it_is_for_says_less_than_what_is_done() -> None:
    assert guess(_series("Vrouwen zwemmen")) == "person-swimming"
    assert guess(_series("Vrouwen onder elkaar")) == "person-dress"


def test_the_chosen_picture_goes_before_the_guess_unless_it_is_not_there() -> None:
    assert pictogram(_series("Koffie", chosen="dog")) == "dog"
    assert pictogram(_series("Koffie", chosen="no-such-picture")) == "mug-hot"
    assert pictogram(replace(_series("Koffie"), pictogram="../../etc/passwd")) == "mug-hot"


@given(st.text(max_size=400), st.text(max_size=60), THEMES, st.text(max_size=30))
def test_there_is_always_a_picture_that_is_there(name: str, about: str, theme: Theme, chosen: str) -> None:
    found = pictogram(_series(name, about, theme, chosen))
    assert (paths.resources() / "icons" / f"{found}.svg").is_file()


def test_a_text_of_ten_thousand_letters_takes_no_time() -> None:
    suggested("koffie", "", Theme.HEALTH)
    begun = time.perf_counter()
    assert suggested("q " * 5_000, "w " * 5_000, Theme.HEALTH) == "heart-pulse"
    assert time.perf_counter() - begun < 0.5


def test_every_group_of_the_file_is_a_picture_with_a_word_and_every_picture_can_be_guessed() -> None:
    read = ConfigParser(interpolation=None)
    read.read(paths.resources() / "words" / "pictograms.ini", encoding="utf-8")
    assert set(read.sections()) == set(WORDS)
    assert len(set(WORDS.values())) == len(WORDS)
    assert {name for name in WORDS if not (paths.resources() / "icons" / f"{name}.svg").is_file()} == set()


@pytest.mark.parametrize(
    "written", [b"[mug-hot", b"\xff\xfe", b"woorden = koffie", b"", b"[no-such]\nwoorden = koffie\n"]
)
def test_a_spoilt_file_of_words_leaves_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "pictograms.ini").write_bytes(written)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    for known in (pictograms._signs, suggested):
        known.cache_clear()
    assert suggested("Koffie", "", Theme.HEALTH) == "heart-pulse"
    for known in (pictograms._signs, suggested):
        known.cache_clear()
