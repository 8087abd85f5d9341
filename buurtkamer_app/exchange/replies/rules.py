"""What a reply must be, and where each thing in it lands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.exchange.replies.records import Landing
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.exchange.replies.records import Answer, Remark, Reply, Told

# More than a log has wishes; a reply that holds more is none of ours.
MOST_TEXTS: Final = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands now, with the number of its wish."""

    wish: int
    wish_id: UUID
    wish_text: str
    text: str
    taken_back: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that the room has already, in reply to which log, and when it was written."""

    text: str
    log: UUID
    made_at: datetime


@dataclass(frozen=True, slots=True)
class WishNow:
    """A wish as far as a remark needs it."""

    id: UUID
    text: str
    recorded_on: date


def kept_words(text: str) -> str:
    """Give what a professional wrote as it is sent and kept; a reply takes no other spelling.

    Raises `RefusedError` when it says nothing, has over 10,000 letters, or holds what no keyboard types.
    """
    return kept_text(text)


def is_sound(reply: Reply) -> bool:
    """Say whether every text is one that a room can keep, and every question is answered once; nor is it too much."""
    texts = [answer.text for answer in reply.answers] + [remark.text for remark in reply.remarks]
    texts.extend([reply.advice] if reply.advice else [])
    questions = {answer.question for answer in reply.answers}
    try:
        kept = all(kept_words(text) == text for text in texts)
        named = all(one_line(line) == line for line in (reply.said_by, reply.organisation))
    except RefusedError:
        return False
    return kept and named and len(questions) == len(reply.answers) and len(texts) <= MOST_TEXTS


def answer_lands(answer: Answer, reply: Reply, asked: Asked | None, given: Sequence[Given]) -> Landing:
    """Say where an answer ends up; `given` are the answers of the same person to that question, the newest first.

    Of an answer to the same log a later one is always newer; of logs apart the clocks of who answered say it.
    """
    if asked is None or asked.wish != answer.wish:
        return Landing.GONE
    if asked.anew:
        return Landing.ANEW
    if asked.taken_back:
        return Landing.TAKEN_BACK
    if given and given[0].text == answer.text:
        return Landing.HERE
    if any(one.log != reply.log and one.made_at > reply.made_at for one in given):
        return Landing.NEWER
    return Landing.LANDS


def remark_lands(remark: Remark, wish: WishNow | None, log_made: date, said: Collection[str]) -> Landing:
    """Say where a remark ends up; `said` are the remarks of the same person at that wish.

    A wish that was written down after the day on which the log was made is another one under a number that was free.
    """
    if wish is None or wish.recorded_on > log_made:
        return Landing.GONE
    return Landing.HERE if remark.text in said else Landing.LANDS


def newest(told: Iterable[Told]) -> list[Told]:
    """Leave out answers that the same person corrected later; the order stays."""
    found = list(told)
    last: dict[tuple[object, bytes], datetime] = {}
    for one in found:
        if one.kind is Said.ANSWER:
            key = one.question_id, one.signed_by
            last[key] = max(one.brought_at, last.get(key, one.brought_at))
    return [
        one for one in found if one.kind is not Said.ANSWER or last[one.question_id, one.signed_by] == one.brought_at
    ]
