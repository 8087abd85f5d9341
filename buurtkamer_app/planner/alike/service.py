"""What is alike: the door to it, for a room on a store and for texts that stand in a file."""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.planner.alike import queries, sentences, thesaurus
from buurtkamer_app.planner.alike.library import Library
from buurtkamer_app.planner.alike.records import Looked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.terms import Theme
    from buurtkamer_app.planner.alike.records import LooksLike, Text
    from buurtkamer_app.planner.alike.sentences import Encoder
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.records import NewWish
    from buurtkamer_app.wishes.service import Wishes

# So many texts are read from the store at a time; the others with the next question, which comes within a second.
_AT_ONCE: Final = 1_000
# Seconds between two pieces that are learnt: the window's own thread goes first.
_PAUSE: Final = 0.002
# As how many words that have a theme counts what is most alike.
_SAYS: Final = 2.0


class Alike:
    """Use cases of what is alike; a thread of its own learns what is on record, as soon as somebody asks."""

    def __init__(
        self,
        store: Store,
        wishes: Wishes,
        endings: Endings,
        encoder: Callable[[], Encoder | None] = sentences.encoder,
    ) -> None:
        self._store, self._wishes, self._endings = store, wishes, endings
        self._library = Library(thesaurus.dutch, encoder)
        self._versions: dict[UUID, int] = {}
        self._state: tuple[object, ...] = ()
        self._stop = threading.Event()
        self._learner: threading.Thread | None = None

    def find(self, text: str, most: int = 3, patience: float = 0.0) -> Looked:
        """Give wishes and activities that mean the same as what is typed, best first; for who is signed in.

        `patience` is how many seconds to wait until everything on record was compared; without it the answer comes at
        once, of what was learnt so far, and says so.
        """
        self._store.allow(Role.HOST)
        if not text.strip():
            return Looked()
        up_to_date = self._refresh()
        self._learn(patience)
        found = self._library.find(text, most)
        theme = _theme(self._library.senses(text), found)
        return Looked(tuple(found), theme, up_to_date and self._library.complete)

    def want_too(self, new: NewWish, found: LooksLike) -> Change:
        """Write down that one more resident wants what was found instead of a wish that was being typed.

        An activity that came from a wish gets a supporter there; with another one the wish is kept, as one that is
        there already. Its people are to be told. Raises `RefusedError` as writing down a wish does.
        """
        with self._store.work(Label(mark("One more resident wants this"))) as unit:
            wish = found.key if found.kind == "wish" else queries.wish_behind(unit.session, found.key)
            if wish is not None:
                self._wishes.support(wish, new.asked_by, new.contact, may_contact=new.may_contact)
            else:
                self._endings.exists(self._wishes.write(new).value, found.key)
        return unit.change

    def close(self) -> None:
        """Stop learning, and let go of what was learnt."""
        self._stop.set()
        if self._learner is not None:
            self._learner.join()
        self._library.close()

    def _refresh(self) -> bool:
        """Take in what is new, changed or gone on record; tell whether that was all."""
        with self._store.reading() as session:
            state = queries.state(session)
            if state == self._state:
                return True
            there = queries.versions(session)
            gone = [key for key in self._versions if key not in there]
            new = [key for key, version in there.items() if self._versions.get(key) != version]
            some = list(queries.texts(session, new[:_AT_ONCE]))
        for key in gone:
            del self._versions[key]
        self._versions |= {text.key: text.version for text in some}
        self._library.take(some, gone)
        if len(new) > _AT_ONCE:
            return False
        self._state = state
        return True

    def _learn(self, patience: float) -> None:
        if not self._library.complete and (self._learner is None or not self._learner.is_alive()):
            self._learner = threading.Thread(target=self._work, name="alike", daemon=True)
            self._learner.start()
        if patience and self._learner is not None:
            self._learner.join(patience)

    def _work(self) -> None:
        while not self._stop.is_set() and self._library.learn():
            self._stop.wait(_PAUSE)


def most_alike(text: str, texts: Iterable[Text], most: int) -> Sequence[LooksLike]:
    """Give which of these texts mean the same as what is typed, best first."""
    library = Library(thesaurus.dutch, sentences.encoder)
    library.take(texts)
    while library.learn():
        continue
    found = library.find(text, most)
    library.close()
    return found


def _theme(senses: Mapping[str, float], found: Sequence[LooksLike]) -> Theme | None:
    """Give the theme that most words have; that of what is most alike counts as some words too."""
    votes: defaultdict[Theme, float] = defaultdict(float)
    for sense, times in senses.items():
        votes[thesaurus.dutch().themes[sense]] += times
    for entry in found[:1]:
        votes[entry.theme] += _SAYS * (entry.score / 100) ** 2
    return max(votes, key=lambda theme: votes[theme]) if votes else None
