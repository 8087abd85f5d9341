"""Everything that somebody said yes to, in one list, and taking each back as easily as it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.privacy.consents import queries, rules
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.wishes import WishRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.desk.missed.service import Missed
    from buurtkamer_app.market.afterwards.testimonials import Testimonials
    from buurtkamer_app.privacy.consents.records import Given
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.questions.service import Questions


class Consents:
    """Use cases of permissions; what is done here names nobody: neither the undo button nor the journal."""

    def __init__(self, store: Store, missed: Missed, questions: Questions, testimonials: Testimonials) -> None:
        self._store, self._missed = store, missed
        self._questions, self._testimonials = questions, testimonials

    def given(self, typed: str = "") -> list[Given]:
        """Give every yes that stands, of those whose name fits what is typed; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return rules.by_name(queries.given(session), typed)

    def withdraw(self, given: Given) -> Change:
        """Take a yes back, and do what that means; for who is signed in, as it was given.

        A name goes with the next opening of a day (until then it can be undone), and its calls stop at once. A number
        goes, a question is not asked, two are not brought together, a name goes from beside what was said. Raises
        `RefusedError` when that is gone or answered already.
        """
        with self._store.work(Label(mark("A permission was withdrawn"))) as unit:
            if given.purpose is ConsentFor.NAME:
                self._forget_name(unit, given.key)
            elif given.purpose is ConsentFor.CALL:
                self._missed.withdraw(given.key)
            elif given.purpose is ConsentFor.CONTACT:
                _forget_contact(unit, given.key)
            elif given.purpose is ConsentFor.QUESTION:
                self._questions.withdraw(given.key)
            elif given.purpose is ConsentFor.TOGETHER:
                _not_together(unit, given)
            else:
                self._testimonials.withdraw(given.key)
        return unit.change

    def _forget_name(self, unit: Unit, visitor: UUID) -> None:
        row = queries.visitor(unit.session, visitor)
        if row is None:
            raise RefusedError("This visitor is not known any more.")
        row.may_remember = False
        # Who is not known cannot be missed.
        self._missed.withdraw(visitor)
        standing = queries.of_visitor(unit.session, visitor)
        for consent in standing:
            consent.withdrawn_at = unit.now
        if not standing:
            unit.session.add(
                ConsentRow(
                    purpose=ConsentFor.NAME,
                    visitor_id=visitor,
                    text="",
                    given_at=unit.now,
                    taken_by=None,
                    under_16=False,
                    parent="",
                    withdrawn_at=unit.now,
                )
            )


def _forget_contact(unit: Unit, key: UUID) -> None:
    row = queries.asker(unit.session, key)
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    wish = row.id if isinstance(row, WishRow) else row.wish_id
    for telling in queries.to_tell(unit.session, wish, row.contact):
        telling.contact = ""
    row.contact, row.contact_consent_at = "", None


def _not_together(unit: Unit, given: Given) -> None:
    row = queries.match(unit.session, given.key)
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    if given.helper:
        row.helper_yes_at, row.helper_phone, row.home_visits = None, "", False
    else:
        row.asker_yes_at = None
