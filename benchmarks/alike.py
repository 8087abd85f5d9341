"""How often what means the same comes up for residents' sentences, and how fast among ten years of wishes.

Run as `python benchmarks/alike.py`. First the sentences of tests/planner: in each half, how many have a right answer
among the first three, by plain full text, by the encoder alone, by words alone and as the program looks; those that
fail are listed. Then 10,000 wishes and 5,000 series in an encrypted store: each key is looked up on a connection that
only reads, as the window does it, once with everything learnt and once while it is being learnt.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from datetime import time as wall
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

import psutil
from sqlalchemy import insert

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from buurtkamer_app.base.clock import SetClock  # noqa: E402 - the tests' sentences lie beside this folder
from buurtkamer_app.base.roles import Seat  # noqa: E402 - see above
from buurtkamer_app.base.terms import LeadKind, Prefers, Theme, WishStatus  # noqa: E402 - see above
from buurtkamer_app.planner.alike import thesaurus  # noqa: E402 - see above
from buurtkamer_app.startup import KEY_HOLDER, assemble  # noqa: E402 - see above
from buurtkamer_app.storage import migrate  # noqa: E402 - see above
from buurtkamer_app.storage.engine import DATABASE, open_embedded  # noqa: E402 - see above
from buurtkamer_app.storage.tables.activities import SeriesRow  # noqa: E402 - see above
from buurtkamer_app.storage.tables.room import SpaceRow  # noqa: E402 - see above
from buurtkamer_app.storage.tables.wishes import WishRow  # noqa: E402 - see above
from tests.planner import sentence_room  # noqa: E402 - see above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.planner.alike.records import Looked
    from buurtkamer_app.services import Services
    from buurtkamer_app.storage.tables.base import Row
    from tests.planner.sentence_room import Sentence, SentenceRoom

WISHES: Final = 10_000
SERIES: Final = 5_000
KEYS: Final = 1_500
P99_MILLISECONDS: Final = 30.0
ENCODER_MEGABYTES: Final = 150
SHARE: Final = 0.9
# Seconds between two keys of somebody who types fast.
_TYPING: Final = 0.1
KEY: Final = bytes(range(32))
NOON: Final = datetime(2026, 3, 11, 12, tzinfo=UTC)
SAYINGS: Final = (
    "Ik zou graag {} met iemand die van {} houdt.",
    "{}! Mijn buurvrouw wil ook, en dan {} erbij.",
    "Kan iemand mij helpen met {}? Ik heb ook {}.",
    "Een middag {} voor de hele straat, en {}.",
    "Wie weet iets van {}, en misschien ook van {}?",
    "Vroeger deden we aan {}. Nu is er alleen nog {}.",
)


def say_figures() -> bool:
    """Print how often what means the same is among the first three; tell whether that is often enough."""
    ways: dict[str, Callable[[SentenceRoom], Callable[[str], list[str]]]] = {
        "full text": sentence_room.full_text,
        "encoder alone": sentence_room.encoder_alone,
        "words alone": sentence_room.words_alone,
        "together": sentence_room.together,
    }
    enough = True
    for room in sentence_room.rooms():
        halves = {"tuned on": room.tuned, "kept apart": room.apart}
        print(f"\n{room.name}: a right answer among the first three")
        missed: dict[str, list[Sentence]] = {}
        for name, way in ways.items():
            look = way(room)
            missed = {half: sentence_room.missed(look, said) for half, said in halves.items()}
            shares = (f"{half} {_share(missed[half], said)}" for half, said in halves.items())
            print(f"  {name:14}", *shares, sep="  ")
        for half, lost in missed.items():
            enough = enough and 1 - len(lost) / len(halves[half]) >= SHARE
            for sentence in lost:
                print(f"    {half}, not found: {sentence.text} ({', '.join(sorted(sentence.right))})")
    return enough


def _share(missed: tuple[Sentence, ...] | list[Sentence], said: tuple[Sentence, ...]) -> str:
    right = len(said) - len(missed)
    return f"{right:3} of {len(said)} ({right / len(said):.0%})"


def settle(folder: Path) -> Services:
    """Write ten years of wishes and series to a new encrypted store, and give services that only read it."""
    engine = open_embedded(folder / DATABASE, KEY)
    migrate.upgrade(engine)
    dice = random.Random(10)
    space = UUID(int=1)
    with engine.begin() as connection:
        connection.execute(insert(SpaceRow), {"id": space} | _filled(SpaceRow, {"name": "Huiskamer"}))
        connection.execute(insert(WishRow), [_wish(number, dice) for number in range(1, WISHES + 1)])
        connection.execute(insert(SeriesRow), [_series(number, space, dice) for number in range(1, SERIES + 1)])
    engine.dispose()
    reading = open_embedded(folder / DATABASE, KEY, read_only=True)
    services = assemble(reading, SetClock(NOON), Seat(), UUID(int=0), practice=True)
    services.sign_in.act_as(KEY_HOLDER)
    return services


def _filled(table: type[Row], known: dict[str, object]) -> dict[str, object]:
    """Give a row with what matters here, and something plain in every other column that wants a value."""
    wanted = [column for column in table.__table__.columns if not column.nullable and column.name not in {"id", *known}]
    plain: dict[type, object] = {str: "", int: 1, bool: False, date: NOON.date(), datetime: NOON, wall: wall(10)}
    return known | {column.name: plain.get(column.type.python_type) for column in wanted}


def _said(dice: random.Random) -> str:
    words = list(thesaurus.dutch().plain)
    return dice.choice(SAYINGS).format(dice.choice(words), dice.choice(words))


def _wish(number: int, dice: random.Random) -> dict[str, object]:
    chosen = {"theme": dice.choice(list(Theme)), "status": dice.choice(list(WishStatus)), "prefers": Prefers.ANY}
    on = date(2016 + number % 10, 1 + number % 12, 1 + number % 28)
    return _filled(WishRow, {"number": number, "text": _said(dice), "recorded_on": on} | chosen)


def _series(number: int, space: UUID, dice: random.Random) -> dict[str, object]:
    name = f"{dice.choice(list(thesaurus.dutch().plain)).capitalize()} {number}"
    hours = {"starts": wall(10), "ends": wall(12), "lead_kind": LeadKind.HOSTS, "theme": dice.choice(list(Theme))}
    return _filled(SeriesRow, {"number": number, "name": name, "about": _said(dice), "space_id": space} | hours)


def typed(dice: random.Random) -> Iterator[str]:
    """Give what stands in the field with each key of what residents say, new letters each time."""
    said = [one.text for room in sentence_room.rooms() for one in (*room.tuned, *room.apart)]
    while True:
        text = dice.choice(said)
        for length in range(3, len(text) + 1, 4):
            yield text[:length]


def milliseconds(find: Callable[[str], Looked], text: str) -> float:
    """Time one key: what the processor does for it; what it does for other programs meanwhile is not counted."""
    start = time.thread_time()
    find(text)
    return (time.thread_time() - start) * 1000


def resident() -> float:
    """Give how much memory this process has, in MB."""
    return float(psutil.Process().memory_info().rss) / 1024**2


def main() -> int:
    """Measure and print; 1 when a budget does not hold."""
    keys = typed(random.Random(4))
    with tempfile.TemporaryDirectory() as folder:
        services = settle(Path(folder))
        before, begun = resident(), time.perf_counter()
        meanwhile = []
        while not services.alike.find("naailes").complete:
            meanwhile.append(milliseconds(services.alike.find, next(keys)))
            time.sleep(_TYPING)
        print(f"{WISHES} wishes, {SERIES} series: learnt in {time.perf_counter() - begun:.0f} s beside the work")
        print(f"memory +{resident() - before:.0f} MB with encoder, thesaurus and all texts")
        gc.collect()
        gc.disable()
        times = sorted(milliseconds(services.alike.find, next(keys)) for _ in range(KEYS))
        gc.enable()
        services.close()
    meanwhile.sort()
    p99 = times[len(times) * 99 // 100]
    print(f"a key p50 {times[len(times) // 2]:.1f} ms, p99 {p99:.1f} ms (at most {P99_MILLISECONDS:.0f})")
    print(f"a key while learning p50 {meanwhile[len(meanwhile) // 2]:.1f} ms, longest {meanwhile[-1]:.1f} ms")
    enough = say_figures()
    return int(p99 > P99_MILLISECONDS or not enough)


if __name__ == "__main__":
    sys.exit(main())
