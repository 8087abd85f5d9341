"""What is never written down of a person is noticed in free text, and what people just say is not."""

from __future__ import annotations

import time

import pytest

from buurtkamer_app.people.careful import Delicate, delicate

NOTICED = {
    "Zij heeft dementie en kwam alleen.": Delicate.HEALTH,
    "Hij is depressief, zegt zijn zus.": Delicate.HEALTH,
    "Mevrouw slikt zware medicijnen.": Delicate.HEALTH,
    "She has dementia": Delicate.HEALTH,
    "Hij is verslaafd": Delicate.HEALTH,
    "Zij is moslima": Delicate.RELIGION,
    "Hij is een Marokkaan": Delicate.ORIGIN,
    "Zij is Turks.": Delicate.ORIGIN,
    "een vrouw van Surinaamse afkomst": Delicate.ORIGIN,
    "Hij stemt op de PVV": Delicate.POLITICS,
    "Zij is lesbisch": Delicate.ORIENTATION,
    "Hij zat vroeger vast": Delicate.CRIMINAL,
    "Hij heeft een strafblad": Delicate.CRIMINAL,
    "Ik heb een kopie van zijn paspoort gemaakt": Delicate.IDENTITY,
    "Haar rijksregisternummer staat op de brief": Delicate.IDENTITY,
    "He was in prison": Delicate.CRIMINAL,
    "zijn\n  geaardheid": Delicate.ORIENTATION,
}
NOT = (
    "Zij komt morgen, geloof ik.",
    "Dokter Bibber komt vertellen.",
    "De Turkse bakker brengt brood.",
    "Het is Turks eten vandaag.",
    "Een avond over dementie, voor wie wil.",
    "Voor mensen met diabetes is er thee zonder suiker.",
    "Wie weet wat tegen eenzaamheid helpt?",
    "Zij was erg moe en at niets.",
    "Hij had geen jas aan en bibberde.",
    "Ik geloof er niets van.",
    "De kerk leent ons stoelen.",
    "We zingen in het christelijk koor.",
    "De poolse soep was op.",
    "Links van de deur staat een bank.",
    "Rechts is de keuken.",
    "De wethouder van de VVD komt langs.",
    "Ik mis mijn paspoort, zei ze.",
    "De homo universalis van de straat.",
    "Zij heeft twee zoons en een hond.",
    "Hij is zijn sleutel kwijt.",
    "De politie kwam langs voor koffie.",
    "Het fietspad is gevaarlijk, een drama.",
    "Samen Syrisch koken",
    "Zij is Pools recepten gaan verzamelen.",
    "Gevangen in het net: film op donderdag",
    "De pillendoos van de EHBO is leeg.",
    "Voorlichting over medicijnen door de apotheek",
    "We lezen de Bijbel en de Koran met elkaar.",
    "Hij heeft een rijbewijs en kan rijden.",
    "VOG gezien op maandag.",
)


@pytest.mark.parametrize(("text", "kind"), NOTICED.items())
def test_what_is_never_written_down_is_noticed(text: str, kind: Delicate) -> None:
    assert delicate(text) == (kind,)


@pytest.mark.parametrize("text", NOT)
def test_what_people_just_say_is_not(text: str) -> None:
    assert delicate(text) == ()


def test_it_is_found_in_capitals_and_with_a_curly_apostrophe() -> None:
    assert delicate("HIJ IS MOSLIM") == (Delicate.RELIGION,)
    assert delicate("zij is Jehova\u2019s getuige") == (Delicate.RELIGION,)


def test_a_very_long_text_is_looked_at_in_no_time() -> None:
    text = "zij is heel erg een beetje van oorsprong " * 25_000
    delicate("warm")
    begun = time.perf_counter()
    assert delicate(text) == ()
    assert time.perf_counter() - begun < 1
