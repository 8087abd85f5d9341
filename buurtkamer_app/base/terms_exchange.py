"""The words of what goes out and comes back, as they are kept: values stand in the store and in files."""

from __future__ import annotations

import enum


class Said(enum.StrEnum):
    """What a professional wrote: the answer to a question, a remark with a wish, or advice for the room."""

    ANSWER = "answer"
    REMARK = "remark"
    ADVICE = "advice"
