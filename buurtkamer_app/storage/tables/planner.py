"""The table of the planner: what a sentence means, as numbers, so that it is worked out once."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.storage.tables.base import Base


class SentenceVectorRow(Base):
    """The meaning of a text as numbers, found by the digest of that text; made from it, so never journalled."""

    __tablename__ = "sentence_vector"

    digest: Mapped[str] = mapped_column(primary_key=True)
    vector: Mapped[bytes]
