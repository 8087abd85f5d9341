"""What is kept of one person: found everywhere, told, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import search_terms, tidy
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people import rules as people_rules
from buurtkamer_app.privacy.held import HELD
from buurtkamer_app.privacy.person import belonging, queries, rules
from buurtkamer_app.privacy.person.records import Line, Told
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.privacy.retention.records import Per
from buurtkamer_app.privacy.retention.sources import SOURCES
from buurtkamer_app.privacy.retention.watched import WATCHED
from buurtkamer_app.storage import journal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.privacy.person.records import Found
    from buurtkamer_app.privacy.retention.service import Retention
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class PersonData:
    """Use cases of looking for somebody, for the coordinator; that two lines are of one person is never guessed."""

    def __init__(self, store: Store, room: Room, retention: Retention) -> None:
        self._store, self._room, self._retention = store, room, retention

    def find(self, typed: str) -> list[Found]:
        """Give every line that is of, or about, a name or a number; raises `RefusedError` for neither."""
        self._store.allow(Role.COORDINATOR)
        asked = rules.asked_for(typed)
        with self._store.reading() as session:
            return list(queries.found(session, tidy(typed), asked))

    def tell(self, chosen: Sequence[Found]) -> Told:
        """Give what is kept in these lines as it is told to the one whose they are; raises `RefusedError` for none."""
        self._store.allow(Role.COORDINATOR)
        if not chosen:
            raise RefusedError("Choose first which lines are of this person.")
        kept = self._kept()
        parts: dict[str, list[Line]] = {}
        with self._store.reading() as session:
            for one in chosen:
                more = [label.say() for label in belonging.told_of(session, one.kind, one.row)]
                shown = "\n".join([one.shown or translate("We read this out together with you."), *more])
                parts.setdefault(one.title, []).append(Line(shown, one.on, kept.get(one.kind, "")))
        listed = tuple((title, tuple(lines)) for title, lines in parts.items())
        return Told(chosen[0].asked, self._room.today(), listed)

    def write_down_telling(self) -> Change:
        """Write down that somebody's data were told; whose they were is not written."""
        with self._store.work(Label(mark("Somebody's data were told")), Role.COORDINATOR) as unit:
            unit.undoable = False
            key = journal.write_down(unit.session, unit, ())
        return Change(key, unit.label, frozenset())

    def correct(self, line: Found, column: str, text: str) -> Change:
        """Put right what stands in one column of a line.

        Raises `RefusedError` for what cannot stand there, or when the line is gone; `ClashError` when it was changed.
        """
        self._store.allow(Role.COORDINATOR)
        held = HELD[line.kind]
        with self._store.work(Label(mark("Somebody's data were put right")), Role.COORDINATOR) as unit:
            row: Any = unit.session.get(queries.tables()[line.kind], line.row)
            if row is None or column not in (*held.names, *held.contacts):
                raise RefusedError("This is not on record any more. Look at the list again.")
            if row.version != line.version:
                raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            kept = people_rules.kept_name(text) if column in held.names else people_rules.kept_hint(text)
            setattr(row, column, kept)
            if line.kind == "visitor" and column == "name":
                row.terms = search_terms(kept)
        return unit.change

    def _kept(self) -> dict[str, str]:
        """Say of each table until when what stands there is kept."""
        periods = self._retention.rules()
        said: dict[str, str] = {}
        for source in (*SOURCES, *WATCHED):
            rule = RULES[source.kind]
            many = periods.get(rule.kind, rule.usual)
            words = mark("{count} days") if rule.per is Per.DAYS else mark("{count} months")
            said[source.table.__tablename__] = f"{translate(words, count=many)} {translate(rule.since)}"
        return said
