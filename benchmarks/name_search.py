"""How fast "Wie komt er binnen?" finds a name among 50,000 known people, and that plain letters find every spelling."""

from __future__ import annotations

import gc
import itertools
import random
import sys
import tempfile
import time
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import insert

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.services import Services

PEOPLE: Final = 50_000
QUERIES: Final = 3_000
SPELLINGS: Final = 25
P99_MILLISECONDS: Final = 2.0
KEY: Final = bytes(range(32))

# As written, and as typed by somebody without these signs on the keyboard.
FIRST: Final = """
Jan=jan, Els=els, Ria=ria, Truus=truus, Henk=henk, Renée=renee, Daniël=daniel, Aïcha=aicha, Zoë=zoe, Ömer=omer,
Anne-Marie=anne marie, Iş\u0131l=isil, Ayşe=ayse, Çağla=cagla, Gül=gul, İbrahim=ibrahim, Zeynep=zeynep, Łukasz=lukasz,
Małgorzata=malgorzata, Bożena=bozena, Józef=jozef, Agnieszka=agnieszka, Mohammed=mohammed, Fatima=fatima, Naïma=naima,
Yassine=yassine, Rachid=rachid, Sharda=sharda, Radjesh=radjesh, Soewarto=soewarto, Iwan=iwan, Humphrey=humphrey,
Mw.=mw, Dhr.=dhr, Mevrouw=mevrouw, J.=j, H.=h, A.=a, M.=m, Th.=th"""
BETWEEN: Final = (
    "=, van=van, de=de, van der=van der, van den=van den, ’t=t, van ’t=van t, in 't=in t, ter=ter, el=el, op de=op de"
)
LAST: Final = """
Jong=jong, Jonge=jonge, Boer=boer, Vries=vries, Meer=meer, Hof=hof, Bakker=bakker, Visser=visser, Smit=smit, Tan=tan,
Postma=postma, Vries-Jansen=vries jansen, Şahin=sahin, Y\u0131lmaz=yilmaz, Öztürk=ozturk, Çelik=celik,
K\u0131l\u0131ç=kilic, Doğan=dogan, Güneş=gunes, Wójcik=wojcik, Kowalczyk=kowalczyk, Dąbrowski=dabrowski, Żak=zak,
Głowacki=glowacki, Wałęsa=walesa, Benali=benali, Haddioui=haddioui, Amrani=amrani, Bouazza=bouazza, Ramdin=ramdin,
Mahabier=mahabier, Kartosen=kartosen, Pinas=pinas, Ñáñez=nanez, Ångström=angstrom, Sørensen=sorensen, Groß=gross,
IJsbrandy=ijsbrandy, Ç\u0131nar=cinar, Ağaoğlu=agaoglu"""


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(written, plain) for written, _, plain in (word.strip().partition("=") for word in words.split(","))]


def town() -> list[tuple[str, str]]:
    """Make up the people: each as written and in plain letters, no two with the same name."""
    dice = random.Random(50)
    second = [("", ""), *((f"{chr(65 + letter)}.", chr(97 + letter)) for letter in range(26))]
    parts = itertools.product(_pairs(FIRST), second, _pairs(BETWEEN), _pairs(LAST))
    made = [
        (" ".join(filter(None, written)), " ".join(filter(None, plain)))
        for written, plain in (zip(*four, strict=True) for four in parts)
    ]
    return dice.sample(made, PEOPLE)


def settle(folder: Path, people: list[tuple[str, str]]) -> Services:
    """Write the people to a new encrypted store, and give services on a connection that only reads, as the window's."""
    engine = open_embedded(folder / DATABASE, KEY)
    migrate.upgrade(engine)
    same = {"first_seen_on": date(2026, 3, 11), "may_remember": False, "version": 1}
    rows = [{"name": name, "hint": "", "terms": search_terms(name)} | same for name, _plain in people]
    with engine.begin() as connection:
        connection.execute(insert(VisitorRow), rows)
    engine.dispose()
    clock = SetClock(datetime(2026, 3, 11, 12, tzinfo=UTC))
    reading = open_embedded(folder / DATABASE, KEY, read_only=True)
    services = assemble(reading, clock, Seat(), UUID(int=0), practice=True)
    services.sign_in.act_as(KEY_HOLDER)
    return services


def typed(people: list[tuple[str, str]], dice: random.Random) -> Iterator[str]:
    """Give what people type: one to four letters of a word or of all words, or a whole name in plain letters."""
    while True:
        plain = dice.choice(people)[1]
        start = dice.choice([plain, *plain.split(), "".join(plain.split())])
        yield plain if dice.random() < 0.1 else start[: dice.randint(1, 4)]


def in_full(name: str, plain: str) -> Iterator[str]:
    """Give the ways in which a whole name may be typed; the name must be among the few that are shown."""
    yield from (plain, plain.upper(), name, unicodedata.normalize("NFD", name), plain.replace(" ", ""))


def in_part(plain: str) -> Iterator[str]:
    """Give parts by which a name must be found, though many others are too: each word, run of words, the initials."""
    parts = plain.split()
    yield from parts
    yield from ("".join(parts[start:]) for start in range(len(parts)))
    yield "".join(part[0] for part in parts)
    yield " ".join(part[:2] for part in reversed(parts))


def lost(services: Services, people: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give who is not found, and by what."""
    missed = []
    for name, plain in people:
        tries = [(way, 8) for way in in_full(name, plain)] + [(way, PEOPLE) for way in in_part(plain)]
        missed += [
            (name, way) for way, most in tries if all(one.name != name for one in services.people.find(way, most))
        ]
    return missed


def milliseconds(find: Callable[[str], object], words: list[str]) -> list[float]:
    """Time every search, the best of three: what other programs take of the processor is not the search's."""
    times = []
    gc.collect()
    gc.disable()
    for word in words:
        tries = []
        for _ in range(3):
            start = time.perf_counter()
            find(word)
            tries.append((time.perf_counter() - start) * 1000)
        times.append(min(tries))
    gc.enable()
    return sorted(times)


def main() -> int:
    """Measure and print; 1 when the budget does not hold or a name is not found."""
    people, dice = town(), random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        services = settle(Path(folder), people)
        print(f"{PEOPLE} people written in {time.perf_counter() - start:.1f} s")
        find = services.people.find
        words = list(itertools.islice(typed(people, dice), QUERIES))
        milliseconds(find, words[:200])
        times = milliseconds(find, words)
        missed = lost(services, dice.sample(people, SPELLINGS))
        services.close()
    p99 = times[len(times) * 99 // 100]
    print(f"name search p50 {times[len(times) // 2]:6.2f} ms")
    print(f"name search p99 {p99:6.2f} ms  (at most {P99_MILLISECONDS:.1f}; longest {times[-1]:.2f})")
    print(f"not found by plain letters: {len(missed)} of {SPELLINGS} people {missed[:5] or ''}")
    return int(p99 > P99_MILLISECONDS or bool(missed))


if __name__ == "__main__":
    sys.exit(main())
