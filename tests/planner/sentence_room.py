"""Residents' sentences with what should come up for them, and how often it does: in words, by meaning, together.

`sentences.json` is about the demo room, `sentences_elsewhere.json` about three other rooms. All were written down
before they were tried; then thesaurus and weights were tuned on one half. The halves are drawn with a fixed seed.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from buurtkamer_app.base import paths
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.planner.alike import thesaurus
from buurtkamer_app.planner.alike.library import Library
from buurtkamer_app.planner.alike.records import Text
from buurtkamer_app.planner.alike.sentences import encoder
from buurtkamer_app.planner.alike.words import all_words, stem
from buurtkamer_app.storage.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.planner.alike.sentences import Encoder

HERE: Final = Path(__file__).parent
SEED: Final = 20260322
FIRST: Final = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a resident says, and what should come up: `wish 12`, `activity 5`; any of them is right."""

    text: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class SentenceRoom:
    """A room with sentences in two halves: one that was tuned on, and one that was kept apart."""

    name: str
    texts: tuple[Text, ...]
    tuned: tuple[Sentence, ...]
    apart: tuple[Sentence, ...]


def rooms() -> list[SentenceRoom]:
    """Give the demo room and the others."""
    demo = json.loads(paths.demo_room().read_text(encoding="utf-8"))
    said = json.loads((HERE / "sentences.json").read_text(encoding="utf-8"))
    others = json.loads((HERE / "sentences_elsewhere.json").read_text(encoding="utf-8"))
    return [_room("De Wilgenhof", demo, said), *(_room(one["room"], one, one["sentences"]) for one in others)]


def learnt(room: SentenceRoom, made: Callable[[], Encoder | None] = encoder) -> Library:
    """Give a library that learnt the room."""
    library = Library(thesaurus.dutch, made)
    library.take(room.texts)
    while library.learn():
        continue
    return library


def together(room: SentenceRoom) -> Callable[[str], list[str]]:
    """Look by words and by meaning, as the program does."""
    return _looking(learnt(room))


def words_alone(room: SentenceRoom) -> Callable[[str], list[str]]:
    """Look by words only, as the program does without its encoder."""
    return _looking(learnt(room, lambda: None))


def full_text(room: SentenceRoom) -> Callable[[str], list[str]]:
    """Look by plain full text: FTS5 with Snowball's stems, and nothing else."""
    index = WordIndex()
    for row, text in enumerate(room.texts):
        index.put(row, (_stems(text.said), (), ()))
    return lambda said: [_named(room.texts[row]) for row in index.find((_stems(said), (), ()), FIRST)]


def encoder_alone(room: SentenceRoom) -> Callable[[str], list[str]]:
    """Look by the meaning of sentences only."""
    made = encoder()
    assert made is not None
    numbers = made.encode([text.said for text in room.texts])

    def look(said: str) -> list[str]:
        near = numbers @ made.encode([said])[0]
        return [_named(room.texts[row]) for row in near.argsort()[::-1][:FIRST]]

    return look


def missed(look: Callable[[str], list[str]], half: Sequence[Sentence]) -> list[Sentence]:
    """Give the sentences for which nothing right is among the first three."""
    return [sentence for sentence in half if not sentence.right & set(look(sentence.text))]


def _looking(library: Library) -> Callable[[str], list[str]]:
    return lambda said: [f"{entry.kind} {entry.number}" for entry in library.find(said, FIRST)]


def _named(text: Text) -> str:
    return f"{text.kind} {text.number}"


def _stems(text: str) -> list[str]:
    return [stem(word) for word in all_words(text)]


def _room(name: str, room: Any, said: Any) -> SentenceRoom:
    texts = [Text("wish", UUID(int=w["id"]), 1, w["id"], w["text"], "", _theme(w)) for w in room["wishes"]]
    for one in room["activities"]:
        key = UUID(int=1000 + one["id"])
        texts.append(Text("activity", key, 1, one["id"], one["name"], one.get("about", ""), _theme(one)))
    sentences = [Sentence(one["text"], frozenset(one["right"])) for one in said]
    order = list(range(len(sentences)))
    random.Random(SEED).shuffle(order)
    half = len(order) // 2
    tuned, apart = ([sentences[at] for at in sorted(part)] for part in (order[:half], order[half:]))
    return SentenceRoom(name, tuple(texts), tuple(tuned), tuple(apart))


def _theme(entry: Any) -> Theme:
    return Theme(entry.get("theme", "community"))
