"""The words of the keys of the data, as they are kept: values stand in the store."""

from __future__ import annotations

import enum


class HeldAs(enum.StrEnum):
    """What a key holder opens the room with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a passphrase
    STICK = "stick"


class WhyRenewed(enum.StrEnum):
    """Why the data got another key."""

    STICK_LOST = "stick_lost"
    HOLDER_GONE = "holder_gone"
    PAPER_LOST = "paper_lost"
    ASKED = "asked"
