"""The words of what people agreed to, as they are kept: values stand in the store."""

from __future__ import annotations

import enum


class ConsentFor(enum.StrEnum):
    """What somebody said yes to."""

    NAME = "name"
    CALL = "call"
    CONTACT = "contact"
    QUESTION = "question"
    TOGETHER = "together"
    TESTIMONIAL = "testimonial"


class BackupPlace(enum.StrEnum):
    """Where a backup went: the folder or the stick of the schedule, or where somebody chose."""

    FOLDER = "folder"
    STICK = "stick"
    BY_HAND = "by_hand"


class Reach(enum.StrEnum):
    """Whether a stranger can have seen data, or have it."""

    NO = "no"
    UNSURE = "unsure"
    YES = "yes"
