"""People whom the room does not know, streets, partners and numbers in every spelling go out; the rest stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.cleaning.first_names import Kind, first_name, first_names, surname, surnames
from buurtkamer_app.exchange.cleaning.known_names import KnownNames
from buurtkamer_app.exchange.cleaning.text import LONGEST, Trace, cleaned

NOBODY = KnownNames(())
ROOM = KnownNames(
    ("Jan de Jong", "Els van der Meer", "Riet", "Mw. Tan"),
    ("Wilgenpad", "Jan van Galenstraat"),
    ("Stichting De Brug", "Moskee Al-Nour (fictief)", "Bibliotheek", "Wijkagent"),
    ("Buurtkamer De Linde", "Roos"),
)
INSTEAD = {
    "N": "[name]", "S": "[street]", "A": "[address]", "P": "[partner]", "T": "[phone]", "E": "[e-mail]", "L": "[link]",
    "I": "[bank account]", "K": "[licence plate]", "B": "[date of birth]", "#": "[number]", "C": "[postcode]",
}  # fmt: skip


def left(text: str, names: KnownNames = NOBODY, country: str = "NL") -> str:
    return cleaned(text, names, country).text


def meant(text: str) -> str:
    """Give a text with `<N>` for a name that went, and so on."""
    for letter, instead in INSTEAD.items():
        text = text.replace(f"<{letter}>", translate(instead))
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fatima van hiernaast komt.", "<N> van hiernaast komt."),
        ("fatima komt", "<N> komt"),
        ("FATIMA KOMT MORGEN OOK", "<N> KOMT MORGEN OOK"),
        ("Kees' zus en de kleine Noor", "<N>' zus en de kleine <N>"),
        ("Karins fiets, Anna's jas en Henkies hond", "<N> fiets, <N>'s jas en <N> hond"),
        ("mijn buurvrouw Xolani", "mijn buurvrouw <N>"),
        ("zoon Daan, overbuurman gerrit", "zoon <N>, overbuurman <N>"),
        ("mevrouw Bakker en meneer de Groot", "mevrouw <N> en meneer de <N>"),
        ("dokter Ansari, dr. J.P. van der Velde", "dokter <N>, dr. <N>"),
        ("meneer wouters belde dhr. jansen", "meneer <N> belde dhr. <N>"),
        ("J. de Vries en mw. K. en A.M.G. Pietersen-de Boer", "<N> en mw. <N>. en <N>"),
        ("Annelies van den Berg met haar hond", "<N> met haar hond"),
        ("Jan-Willem van 't Hof", "<N>"),
        ("Mw. v.d. Berg", "Mw. v.d. <N>"),
        ("Groetjes, Xanthe", "Groetjes, <N>"),
        ("Contact: Pjotr", "Contact: <N>"),
        ("Joop, Okafor & Lindiwe (met Ria)", "<N>, <N> & <N> (met <N>)"),
        ("Roos wil de rozen snoeien", "<N> wil de rozen snoeien"),
        ("Deze mark is van Mark.", "Deze mark is van <N>."),
        ("Ik sprak Yıldız, Özlem en محمد", "Ik sprak <N>, <N> en <N>"),
        ("F a t i m a en f.a.t.i.m.a", "<N> en <N>"),
        ("F\u0430tima, \uff26\uff21\uff34\uff29\uff2d\uff21 en Fa\u200btima", "<N>, <N> en <N>"),
        ("volg @jan.de_vries", "volg <N>"),
    ],
)
def test_somebody_whom_the_room_does_not_know_goes(text: str, expected: str) -> None:
    assert left(text) == meant(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Rozen snoeien, wilgenroos, Kerstmarkt en een ster.",
        "In mei en april. Mei heeft 31 dagen. Op 5 Mei vlaggen.",
        "Storm heeft de schutting omgeblazen.",
        "De Hoop is een molen, de Linde een boom.",
        "Sint Maarten, Sint-Jozef, zwarte piet.",
        "Sinterklaas komt, en Piet strooit pepernoten.",
        "Jip en Janneke, Albert Heijn, het Leger des Heils.",
        "Turkse soep en Marokkaanse thee uit Suriname.",
        "Meneer met de hoed. Mevrouw die net kwam. De heer des huizes.",
        "Bingo Met Mooie Prijzen",
        "Beste allemaal, Lieve mensen, Onze Speelstraat",
        "Nummer 3 in de rij, bus 14, zaal 2, 12 tot 16 jaar.",
        "Op 03-09-2026 09.30-11.00 uur, van 06.00 tot 12.00.",
        "Een lot is een lot, de bas zingt bas, lies en gul.",
        "Zo heet hij. Dezelfde naam. Kies er een. Het contact. Past het?",
        "Opslaan als pdf. Zij koos de dag erna.",
        "Kijk op amsterdam.nl",
    ],
)
def test_what_only_looks_like_a_name_stays(text: str) -> None:
    assert left(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("06 - 12 34 56 78 of 06/12345678", "<T> of <T>"),
        ("o6-12345678, +31(0)6-12345678", "<T>, <T>"),
        ("nul zes 12 34 56 78", "<T>"),
        ("nul zes een twee drie vier vijf zes zeven acht", "<T>"),
        ("06.12.34.56.78 na 12.30 uur", "<T> na 12.30 uur"),
        ("\u0660\u0666-12345678", "<T>"),
        ("bel 634 12 34", "bel <T>"),
        ("jan (at) voorbeeld.nl", "<E>"),
        ("https://www.facebook.com/jan.vries.7, instagram.com/jan", "<L>, <L>"),
        ("NL91 ABNA 0417 1643 00 of nl91abna0417164300", "<I> of <I>"),
        ("DE89 3704 0044 0532 0130 00", "<I>"),
        ("XX-123-J, kenteken ab12cd", "<K>, kenteken <K>"),
        ("geb. 12-3-56, geboren op 3 mei 1944, 12-03-1949", "geb. <B>, geboren op <B>, <B>"),
        ("BSN 111.222.333", "BSN <#>"),
        ("nr. 14 in de Lindestraat", "nr. <A> in de <S>"),
        ("de flat Zonnehoek, derde verdieping", "de flat <A>, derde verdieping"),
        ("woont op nummer 23 b", "woont op nummer <A>"),
        ("Hij woont aan de Kastanjelaan.", "Hij woont aan de <S>."),
    ],
)
def test_numbers_go_in_every_spelling(text: str, expected: str) -> None:
    assert left(text) == meant(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0032 470 12 34 56 of 0470/123456 of +32(0)470 12 34 56", "<T> of <T> of <T>"),
        ("09 234 56 78, 03/123.45.67", "<T>, <T>"),
        ("BE68 5390 0754 7034", "<I>"),
        ("rijksregister 51.03.14-123.45", "rijksregister <#>"),
        ("Dorpsstraat 8 bus 3, 9000 Gent", "<A>, <C> Gent"),
    ],
)
def test_belgian_numbers_go_in_every_spelling(text: str, expected: str) -> None:
    assert left(text, country="BE") == meant(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in het wilgenpad en op Wilgen Pad 3", "in het <S> en op <A>"),
        ("aan de Jan van Galenstraat 12-hs", "aan de <A>"),
        ("overleg met stichting de brug en de bibliotheek", "overleg met stichting de <P> en de bibliotheek"),
        ("moskee Al-Nour (achterin)", "<P> (achterin)"),
        ("Buurtkamer De Linde is open", "Buurtkamer De Linde is open"),
        ("de zaal Roos is vol", "de zaal Roos is vol"),
        (
            "Jong en oud. Meer stoelen. De Jong en mevrouw Van der Meer",
            "Jong en oud. Meer stoelen. De <N> en mevrouw Van der <N>",
        ),
        ("We doen iets met riets", "We doen iets met <N>"),
        ("van riet2", "van <N>"),
    ],
)
def test_the_streets_and_partners_of_the_room_go_and_its_own_places_stay(text: str, expected: str) -> None:
    assert left(text, ROOM) == meant(expected)


def test_the_lists_say_how_sure_a_name_is() -> None:
    assert [first_name(word) for word in ("fatima", "tim", "roos", "tafel")] == [
        Kind.SURE, Kind.WITH_A_CAPITAL, Kind.ALSO_A_WORD, Kind.UNKNOWN
    ]  # fmt: skip
    assert (surname("vermeulens"), surname("bakker")) == (Kind.WITH_A_CAPITAL, Kind.ALSO_A_WORD)
    assert len(first_names()) > 8_000
    assert len(surnames()) > 1_800
    assert all(word == word.lower() and word.isalnum() for word in [*first_names(), *surnames()])


def test_a_pasted_book_is_cut_and_what_is_left_is_cleaned() -> None:
    result = cleaned("Fatima leest. " * 700_000, NOBODY, "NL")
    assert "Fatima" not in result.text
    assert len(result.found) == LONGEST // 14 + 1


SCRAPS = st.sampled_from([
    "Fatima", "Roos", "de", "Jong", "van der", "Meer", "mevrouw", "meneer", "Jan", "J.", "A.M.", "Wilgenpad", "14",
    "en", "nummer", "in de", "flat", "Kerkstraat", "06", "12345678", "@", "www.", "x.nl", "NL91", "ABNA0417164300",
    "geb.",
    "3 mei", "1944", "[naam]", "[name]", "[adres]", "[", "]", "(", ")", "&",
    ",", "\n", "\ud800", "\0",
    "\u200b", "\u0660", "é", "محمد",
])  # fmt: skip
TEXTS = st.lists(SCRAPS | st.text(max_size=8), max_size=25).map(" ".join) | st.lists(SCRAPS, max_size=25).map("".join)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["NL", "BE"]))
def test_cleaning_twice_changes_nothing_more(text: str, country: str) -> None:
    once = cleaned(text, ROOM, country)
    assert cleaned(once.text, ROOM, country).text == once.text
    assert len(once.text) <= len(text) * 3 + len(once.found) * max(len(translate(word)) for word in INSTEAD.values())


@settings(deadline=None)
@given(
    st.text(alphabet=" \n\t.,;:!?()&/\"'-*_[]{}<>|=+0123456789", max_size=12),
    st.sampled_from(["Fatima", "fatima", "FATIMA", "Riet", "riet", "RIET", "Tan", "tan"]),
    st.text(alphabet=" \n\t.,;:!?()&/\"'-*[]{}<>|=+", max_size=12),
)
def test_a_known_name_never_stays_whatever_stands_around_it(before: str, name: str, after: str) -> None:
    known = KnownNames(("Fatima", "Riet", "Mw. Tan"))
    assert name.lower() not in left(f"{before} {name}{after}", known).lower()


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800\udfff", "[naam]", "[[naam]", "\u202eamitaF\u202c", "🙂" * 50])
def test_strange_texts_are_cleaned_too(text: str) -> None:
    assert Trace.PHONE not in cleaned(text, ROOM, "NL").found


def test_each_trace_has_its_word() -> None:
    assert len({translate(word) for word in INSTEAD.values()}) == len(Trace)
