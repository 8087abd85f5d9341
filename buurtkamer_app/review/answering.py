"""Questions of rooms, what the professional writes to them, and the file that goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

import msgspec

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.exchange.delivery import delivering
from buurtkamer_app.exchange.replies.file import LARGEST, opened, reply_file, unsealed
from buurtkamer_app.exchange.replies.records import FORMAT, SUFFIX, Answer, Remark, Reply
from buurtkamer_app.exchange.replies.rules import kept_words
from buurtkamer_app.review.kept import Draft, about_key
from buurtkamer_app.review.opened_logs import OpenedLogs
from buurtkamer_app.review.records import Question, ReplyMade, Stage, Written
from buurtkamer_app.storage.whole_file import read_at_most

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.review.kept import Kept
    from buurtkamer_app.review.profile import Profile
    from buurtkamer_app.review.records import RoomLog

_STAGES: Final = (Stage.OPEN, Stage.DRAFT, Stage.SENT)
_NOT_IN_NAMES: Final = frozenset('\\/:*?"<>|')
# In bytes: with the day and the ending no file system finds it too long.
_LONGEST_NAME: Final = 80


class Answering(OpenedLogs):
    """Logs that are open, with what is asked in them and what was written to that."""

    def questions(self) -> tuple[Question, ...]:
        """Give the questions of every room's newest log, those that nobody wrote an answer to first.

        A log that another key signed asks nothing, until it is trusted.
        """
        found = [question for log in self.newest() for question in self._questions(log)]
        return tuple(sorted(found, key=lambda question: _STAGES.index(question.written.stage)))

    def written(self, log: str, about: UUID | int | None) -> Written:
        """Give what was written down: an answer to a question (its key), a remark at a wish (its number) or advice."""
        found = self.log(log)
        return _written(found, self._book.kept.drafts.get(found.room, {}), about)

    def write_down(self, log: str, about: UUID | int | None, text: str) -> Written:
        """Keep an answer, a remark or advice as a draft in the profile, at once ("": take it away); see `written`.

        Raises `RefusedError` without a profile, for a text over 10,000 letters, for what is not in the log, for a log
        that asks for no reply, and for one that another key signed than the room's (see `trust`); `StoreError`.
        """
        found = self.log(log)
        self._mine(found)
        if about is not None and about not in _asked(found):
            raise RefusedError("This does not stand in the log. Look at the list again.")
        words, now = kept_words(text) if text.strip() else "", self._clock.now()

        def change(kept: Kept) -> Kept:
            drafts = dict(kept.drafts.get(found.room, {}))
            before = drafts.pop(about_key(about), None)
            if before is not None and before.text == words:
                return kept
            if words:
                drafts[about_key(about)] = Draft(words, now)
            return msgspec.structs.replace(kept, drafts=kept.drafts | {found.room: drafts})

        kept = self._book.change(change)
        return _written(found, kept.drafts.get(found.room, {}), about)

    def reply(self, log: str, path: Path) -> ReplyMade:
        """Save all that was written at a log as a signed, sealed file, and count its number up.

        A later reply to the same log holds what went before too, so that none is missed when one got lost.
        Raises `RefusedError` as `write_down`, and when nothing was written; `StoreError` when the disk refuses.
        """
        found = self.log(log)
        profile, id_ = self._mine(found)
        number = profile.kept.numbers.get(id_, 0) + 1
        reply = self._reply(found, profile.kept, number)
        secret = found.read.reply_secret
        content = reply_file(reply, found.room, secret, profile.kept.signing_key)

        def prove(fresh: Path) -> None:
            if unsealed(opened(read_at_most(fresh, LARGEST) or b""), secret) != reply:
                raise FileRefusedError("The answer could not be read back. Use another disk or stick.")

        with delivering(path, content, prove) as place:
            # A number that no file has harms nobody; two files with one number would.
            profile.change(lambda kept: msgspec.structs.replace(kept, numbers=kept.numbers | {id_: number}))
            place()
        profile.change(lambda kept: _sent(kept, found, reply))
        return ReplyMade(path, number, len(reply.answers), len(reply.remarks), bool(reply.advice))

    def proposed_name(self, log: str) -> str:
        """Propose the name of a reply's file, such as `Buurtkamer De Wilgenhof 2026-03-15.antwoord`."""
        found = self.log(log)
        # A room may be called anything in a log that somebody made by hand, also what turns letters around.
        letters = (" " if one in _NOT_IN_NAMES or not one.isprintable() else one for one in found.called)
        words = " ".join("".join(letters).split())
        called = words.encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .")
        return f"{called} {found.log.last.isoformat()}{SUFFIX}".strip()

    def _questions(self, log: RoomLog) -> list[Question]:
        drafts = self._book.kept.drafts.get(log.room, {})
        texts = {wish.number: wish.text for wish in log.log.wishes}
        return [
            Question(
                log.key,
                log.room,
                log.called,
                asked.wish,
                texts.get(asked.wish, ""),
                asked.id,
                asked.text,
                asked.asked_on,
                _written(log, drafts, asked.id) if asked.id is not None else Written(),
            )
            for asked in log.log.questions
        ]

    def _mine(self, log: RoomLog) -> tuple[Profile, UUID]:
        """Give the profile and what names the log in a reply; raises `RefusedError` when it cannot be answered."""
        if self.profile is None:
            raise RefusedError("Without a profile nothing is kept. Make a profile first.")
        if log.other_key:
            raise RefusedError("Another key signed this log than before. Phone the room first.")
        if log.log.id is None or not log.read.reply_secret:
            raise RefusedError("This log cannot be answered. Ask the room for a newer one.")
        return self.profile, log.log.id

    def _reply(self, log: RoomLog, kept: Kept, number: int) -> Reply:
        drafts = {
            key: draft.text
            for key, draft in kept.drafts.get(log.room, {}).items()
            if draft.sent is None or draft.sent_in == log.log.id
        }
        asked = {one.id: one.wish for one in log.log.questions if one.id is not None and about_key(one.id) in drafts}
        wishes = dict.fromkeys(wish.number for wish in log.log.wishes if about_key(wish.number) in drafts)
        return Reply(
            FORMAT,
            uuid4(),
            log.read.log.id or uuid4(),
            number,
            self._clock.now(),
            kept.name,
            kept.organisation,
            tuple(Answer(id_, wish, drafts[about_key(id_)]) for id_, wish in asked.items()),
            tuple(Remark(wish, drafts[about_key(wish)]) for wish in wishes),
            drafts.get(about_key(None), ""),
        )


def _asked(log: RoomLog) -> set[UUID | int | None]:
    """Give what may be written to: the questions and the wishes of a log."""
    return {one.id for one in log.log.questions if one.id is not None} | {wish.number for wish in log.log.wishes}


def _written(log: RoomLog, drafts: Mapping[str, Draft], about: UUID | int | None) -> Written:
    draft = drafts.get(about_key(about))
    # Advice is to one log; an answer is to its question, whichever log asked it.
    if draft is None or (about is None and draft.sent is not None and draft.sent_in != log.log.id):
        return Written()
    return Written(draft.text, Stage.SENT if draft.sent else Stage.DRAFT, draft.changed, draft.sent)


def _sent(kept: Kept, log: RoomLog, reply: Reply) -> Kept:
    """Give what is kept with what went in a reply marked so, unless it was changed meanwhile."""
    texts = {about_key(one.question): one.text for one in reply.answers}
    texts |= {about_key(one.wish): one.text for one in reply.remarks}
    texts |= {about_key(None): reply.advice} if reply.advice else {}
    drafts = {
        key: msgspec.structs.replace(draft, sent=reply.made_at, sent_in=log.log.id)
        if texts.get(key) == draft.text
        else draft
        for key, draft in kept.drafts.get(log.room, {}).items()
    }
    return msgspec.structs.replace(kept, drafts=kept.drafts | {log.room: drafts})
