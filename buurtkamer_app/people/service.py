"""The people of the room."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.people import queries, rules
from buurtkamer_app.storage.tables.people import AvailabilityRow, HostRow, PartnerRow, SkillRow, VisitorRow
from buurtkamer_app.storage.tables.privacy import ConsentRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.records import Available, Host, NewHost, Partner, Visitor
    from buurtkamer_app.storage.unit_of_work import Store


class People:
    """Use cases of residents known by name, hosts and partners."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def know(self, name: str, on: date, *, hint: str = "", may_remember: bool = False) -> Outcome[Visitor]:
        """Give the known visitor of this name (and hint), or make them known.

        Without a hint the first of who has that name. Raises `RefusedError` for what is no name.
        """
        kept, told = rules.kept_name(name), rules.kept_hint(hint)
        with self._store.work(Label(mark("{name} is known by name now"), {"name": kept})) as unit:
            known = queries.visitor_named(unit.session, kept, told)
            if known is None:
                row = VisitorRow(
                    name=kept, hint=told, terms=search_terms(kept), first_seen_on=on, may_remember=may_remember
                )
                unit.session.add(row)
                unit.session.flush()
                known = queries.visitor(row)
        return Outcome(unit.change, known)

    def visitor(self, key: UUID) -> Visitor:
        """Give a known visitor by key, for who is signed in; raises `RefusedError` when they are not known any more."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.visitor(_visitor_row(session, key))

    def remember(self, visitor: UUID, *, under_16: bool = False, parent: str = "") -> Change:
        """Keep the name of somebody who said that this may be, and in which words, when and to whom; once is enough.

        Of who is under 16 a parent must say so, by name: raises `RefusedError` without one.
        """
        known, asked = self.visitor(visitor), rules.MAY_REMEMBER_CHILD if under_16 else rules.MAY_REMEMBER
        who = rules.kept_parent(parent) if under_16 else ""
        with self._store.work(Label(mark("The name of {name} may be kept"), {"name": known.name})) as unit:
            row = _visitor_row(unit.session, visitor)
            if row.may_remember:
                return unit.change
            row.may_remember = True
            unit.session.add(
                ConsentRow(
                    purpose=ConsentFor.NAME,
                    visitor_id=visitor,
                    text=translate(asked),
                    given_at=unit.now,
                    taken_by=unit.actor.host,
                    under_16=under_16,
                    parent=who,
                    withdrawn_at=None,
                )
            )
        return unit.change

    def set_hint(self, visitor: UUID, hint: str) -> Change:
        """Change by what a visitor is told from others of the name; raises `RefusedError` as `rename`."""
        known = self.visitor(visitor)
        with self._store.work(Label(mark("The hint for {name} was changed"), {"name": known.name})) as unit:
            _call(unit.session, visitor, known.name, rules.kept_hint(hint))
        return unit.change

    def rename(self, visitor: UUID, name: str) -> Change:
        """Correct the name of a visitor.

        Raises `RefusedError` for what is no name, and when another visitor has both the name and the hint.
        """
        known, kept = self.visitor(visitor), rules.kept_name(name)
        with self._store.work(Label(mark("{name} is called {new} now"), {"name": known.name, "new": kept})) as unit:
            _call(unit.session, visitor, kept, known.hint)
        return unit.change

    def find(self, typed: str, most: int = 8) -> list[Visitor]:
        """Give known visitors for what is typed, in plain letters or as spelled, best first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return rules.best_first(typed, queries.found_visitors(session, typed, 4 * most))[:most]

    def add_host(self, new: NewHost) -> Outcome[Host]:
        """Write down a host or a coordinator; raises `RefusedError` when the name is taken or is no name."""
        name = rules.kept_name(new.name)
        with self._store.work(Label(mark("{name} is a host now"), {"name": name}), Role.COORDINATOR) as unit:
            if queries.host_named(unit.session, name) is not None:
                raise RefusedError("There is a host called {name} already. Add a letter to tell them apart.", name=name)
            row = HostRow(
                number=new.number if new.number is not None else queries.next_host_number(unit.session),
                name=name,
                birth_year=new.birth_year,
                phone=new.phone.strip(),
                team_member=new.team_member,
                experience=new.experience,
                max_shifts_per_week=new.max_shifts_per_week,
                role=int(new.role),
                week_group=0,
                lives_near=new.lives_near,
                phone_on_list=new.phone_on_list,
                left_on=None,
            )
            unit.session.add(row)
            unit.session.flush()
            for entry in new.availability:
                unit.session.add(
                    AvailabilityRow(host_id=row.id, weekday=entry.weekday, part=entry.part, willing=entry.willing)
                )
            for words in new.can:
                unit.session.add(SkillRow(host_id=row.id, words=words))
            unit.session.flush()
            made = queries.host_of(row)
        return Outcome(unit.change, made)

    def hosts(self) -> Sequence[Host]:
        """Give all hosts and coordinators: name, role, experience."""
        with self._store.reading() as session:
            return queries.hosts(session)

    def host_named(self, name: str) -> Host:
        """Give a host by name; raises `RefusedError` when there is none."""
        with self._store.reading() as session:
            found = queries.host_named(session, rules.kept_name(name))
        if found is None:
            raise RefusedError("There is no host called {name}.", name=name)
        return found

    def host(self, key: UUID) -> Host:
        """Give a host by key; raises `RefusedError` when there is none."""
        with self._store.reading() as session:
            found = queries.host(session, key)
        if found is None:
            raise RefusedError("This host is not on record any more.")
        return found

    def availability(self) -> dict[UUID, list[Available]]:
        """Give for every host when they can work; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.availability(session)

    def add_partner(self, partner: Partner) -> Change:
        """Write down an organisation that thinks along."""
        with self._store.work(Label(mark("{name} is a partner now"), {"name": partner.name}), Role.COORDINATOR) as unit:
            unit.session.add(PartnerRow(**asdict(partner)))
        return unit.change

    def partners(self) -> Sequence[Partner]:
        """Give the partners by name."""
        with self._store.reading() as session:
            return queries.partners(session)

    def every_name(self) -> list[str]:
        """Give every name on record, so that free text can be cleaned of them; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.names(session)


def _visitor_row(session: Session, key: UUID) -> VisitorRow:
    row = session.get(VisitorRow, key)
    if row is None:
        raise RefusedError("This visitor is not known any more.")
    return row


def _call(session: Session, key: UUID, name: str, hint: str) -> None:
    """Give a visitor this name and hint, unless another one has both."""
    if any(other.id != key for other in queries.visitors_called(session, name, hint)):
        raise RefusedError("There is a {name} with these words already. Use other words.", name=name)
    row = _visitor_row(session, key)
    row.name, row.hint, row.terms = name, hint, search_terms(name)
