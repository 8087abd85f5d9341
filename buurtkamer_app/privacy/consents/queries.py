"""All SQL of what people said yes to, wherever it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.privacy.consents.records import Given
from buurtkamer_app.privacy.consents.rules import ASKED
from buurtkamer_app.storage.tables.desk import CallIfMissedRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.market import TestimonialRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.wishes import (
    AdviceRequestRow,
    TellingRow,
    WishEndingRow,
    WishMatchRow,
    WishRow,
    WishSupportRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def given(session: Session) -> list[Given]:
    """Give every yes that stands."""
    return [
        *_names(session),
        *_calls(session),
        *_contacts(session),
        *_questions(session),
        *_together(session),
        *_testimonials(session),
    ]


def _written_by(moment: Any) -> Any:
    """Give who was at the desk when something was written down: the journal has the same moment."""
    host = select(HostRow.name).join(JournalUnitRow, JournalUnitRow.host_id == HostRow.id)
    return func.coalesce(host.where(JournalUnitRow.at == moment).limit(1).scalar_subquery(), "")


def _names(session: Session) -> Iterator[Given]:
    rows = session.execute(
        select(VisitorRow.id, VisitorRow.name, VisitorRow.hint, ConsentRow, func.coalesce(HostRow.name, ""))
        .outerjoin(ConsentRow, (ConsentRow.visitor_id == VisitorRow.id) & ConsentRow.withdrawn_at.is_(None))
        .outerjoin(HostRow, HostRow.id == ConsentRow.taken_by)
        .where(VisitorRow.may_remember)
        .order_by(VisitorRow.id, ConsentRow.given_at)
    )
    latest: dict[UUID, tuple[str, str, ConsentRow | None, str]] = {
        key: (name, hint, row, host) for key, name, hint, row, host in rows
    }
    for key, (name, hint, row, host) in latest.items():
        if row is None:
            yield Given(ConsentFor.NAME, key, name, hint, "", None, "")
        else:
            yield Given(ConsentFor.NAME, key, name, hint, row.text, row.given_at, host, row.under_16, row.parent)


def _calls(session: Session) -> Iterator[Given]:
    rows = session.execute(
        select(CallIfMissedRow, VisitorRow.name, VisitorRow.hint, func.coalesce(HostRow.name, ""))
        .join(VisitorRow, VisitorRow.id == CallIfMissedRow.visitor_id)
        .outerjoin(HostRow, HostRow.id == CallIfMissedRow.consent_to)
    )
    for row, name, hint, host in rows:
        yield Given(ConsentFor.CALL, row.visitor_id, name, hint, row.consent_text, row.consent_at, host)


def _contacts(session: Session) -> Iterator[Given]:
    text = translate(ASKED[ConsentFor.CONTACT])
    for table, who in ((WishRow, WishRow.asked_by), (WishSupportRow, WishSupportRow.name)):
        at = table.contact_consent_at
        for key, name, moment, host in session.execute(
            select(table.id, who, at, _written_by(at)).where(table.contact != "")
        ):
            yield Given(ConsentFor.CONTACT, key, name, "", text, moment, host)


def _questions(session: Session) -> Iterator[Given]:
    text, row = translate(ASKED[ConsentFor.QUESTION]), AdviceRequestRow
    rows = session.execute(
        select(row.id, WishRow.asked_by, row.consent_at, _written_by(row.consent_at))
        .join(WishRow, WishRow.id == row.wish_id)
        .where(row.withdrawn_at.is_(None), row.answered_at.is_(None))
    )
    for key, name, moment, host in rows:
        yield Given(ConsentFor.QUESTION, key, name, "", text, moment, host)


def _together(session: Session) -> Iterator[Given]:
    text, row = translate(ASKED[ConsentFor.TOGETHER]), WishMatchRow
    for column, who, helper in (
        (row.asker_yes_at, WishRow.asked_by, False),
        (row.helper_yes_at, WishEndingRow.whom, True),
    ):
        rows = session.execute(
            select(row.id, who, column, _written_by(column))
            .join(WishEndingRow, WishEndingRow.id == row.ending_id)
            .join(WishRow, WishRow.id == WishEndingRow.wish_id)
            .where(column.is_not(None), who != "")
        )
        for key, name, moment, host in rows:
            yield Given(ConsentFor.TOGETHER, key, name, "", text, moment, host, helper=helper)


def _testimonials(session: Session) -> Iterator[Given]:
    text, row = translate(ASKED[ConsentFor.TESTIMONIAL]), TestimonialRow
    rows = session.execute(
        select(row.id, row.name, row.consent_by, row.consent_at, _written_by(row.consent_at)).where(
            row.consent_at.is_not(None)
        )
    )
    for key, name, by, moment, host in rows:
        yield Given(ConsentFor.TESTIMONIAL, key, name, by if by != name else "", text, moment, host)


def visitor(session: Session, key: UUID) -> VisitorRow | None:
    """Give a visitor."""
    return session.get(VisitorRow, key)


def of_visitor(session: Session, key: UUID) -> Sequence[ConsentRow]:
    """Give what a visitor said yes to and did not take back."""
    return session.scalars(
        select(ConsentRow).where(ConsentRow.visitor_id == key, ConsentRow.withdrawn_at.is_(None))
    ).all()


def asker(session: Session, key: UUID) -> WishRow | WishSupportRow | None:
    """Give a wish, or the support of one, of which somebody may be reached."""
    return session.get(WishRow, key) or session.get(WishSupportRow, key)


def to_tell(session: Session, wish: UUID, contact: str) -> Sequence[TellingRow]:
    """Give who is to be told of a wish under a number."""
    return session.scalars(select(TellingRow).where(TellingRow.wish_id == wish, TellingRow.contact == contact)).all()


def match(session: Session, key: UUID) -> WishMatchRow | None:
    """Give how two residents are brought together."""
    return session.get(WishMatchRow, key)
