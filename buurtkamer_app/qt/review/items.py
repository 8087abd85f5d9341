"""What one can write to: questions, other wishes, and a room as a whole; read away from the main thread."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.tables import Sign, SignedModel
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QObject

    from buurtkamer_app.exchange.log.records import LogWish
    from buurtkamer_app.review.records import RoomLog, Written
    from buurtkamer_app.review.service import Reviews


class What(enum.StrEnum):
    """What one writes: an answer to a question, a remark with a wish, advice for a room."""

    ANSWER = "answer"
    REMARK = "remark"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Item:
    """Something one can write to: its log, what it is in it (None: the room), its words, and what was written."""

    what: What
    log: RoomLog
    about: UUID | int | None
    asked: str
    wish: LogWish | None
    written: Written

    @property
    def key(self) -> tuple[str, UUID | int | None]:
        """Tell it from all others."""
        return self.log.key, self.about

    @property
    def answerable(self) -> bool:
        """Tell whether one can write to it: a question of an old log has nothing that an answer could name."""
        return self.what is not What.ANSWER or self.about is not None

    @property
    def stage(self) -> tuple[Sign, str]:
        """Tell with a sign and in words how far it is."""
        return words.stage(self.written, asked=self.what is What.ANSWER)

    @property
    def said(self) -> str:
        """Say in one line what it is."""
        if self.what is What.ADVICE:
            return words.period(self.log)
        return self.asked or (f"{self.wish.number}. {self.wish.text}" if self.wish is not None else "")


@dataclass(frozen=True, slots=True)
class Ready:
    """How much was written for a room and is in no answer yet."""

    answers: int
    remarks: int
    advice: int
    sent: int

    @property
    def any(self) -> bool:
        """Tell whether there is something that no answer holds."""
        return bool(self.answers or self.remarks or self.advice)


def items(reviews: Reviews, what: What) -> tuple[Item, ...]:
    """Give what one can write of one sort, over all rooms."""
    newest = {log.key: log for log in reviews.newest()}
    if what is What.ANSWER:
        wishes = {key: {wish.number: wish for wish in log.log.wishes} for key, log in newest.items()}
        return tuple(
            Item(what, newest[one.log], one.id, one.text, wishes[one.log].get(one.wish), one.written)
            for one in reviews.questions()
        )
    if what is What.REMARK:
        return tuple(
            Item(what, log, wish.number, "", wish, reviews.written(log.key, wish.number))
            for log in newest.values()
            for wish in log.log.wishes
        )
    return tuple(Item(what, log, None, "", None, reviews.written(log.key, None)) for log in newest.values())


def ready(reviews: Reviews, key: str) -> Ready:
    """Count what was written at a log."""
    from buurtkamer_app.review.records import Stage

    log = reviews.log(key).log

    def count(abouts: list[UUID | int | None], stage: Stage) -> int:
        return sum(reviews.written(key, about).stage is stage for about in abouts)

    answers: list[UUID | int | None] = [one.id for one in log.questions if one.id is not None]
    remarks: list[UUID | int | None] = [wish.number for wish in log.wishes]
    return Ready(
        count(answers, Stage.DRAFT),
        count(remarks, Stage.DRAFT),
        count([None], Stage.DRAFT),
        count([*answers, *remarks, None], Stage.SENT),
    )


class ItemsModel(SignedModel[Item]):
    """Shows what one can write to, with how far each is."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: tuple[Column[Item], ...] = (
            Column(mark("Room"), lambda item: item.log.called),
            Column(mark("About"), lambda item: item.said),
            Column(mark("How far"), lambda item: item.stage[1]),
        )
        super().__init__(columns, 2, lambda item: item.stage[0], parent)

    def place(self, key: tuple[str, UUID | int | None]) -> int | None:
        """Give the row of something, None when it is not in sight."""
        return next((row for row, item in enumerate(self._records) if item.key == key), None)

    def renew(self, row: int, item: Item) -> None:
        """Show what became of one; it stays where it is."""
        self._records = (*self._records[:row], item, *self._records[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))


def standing(wish: LogWish) -> str:
    """Say what a log tells of a wish, in one line."""
    from buurtkamer_app.exchange.log.words import STATUSES, THEMES
    from buurtkamer_app.qt import dates

    people = translate("1 resident") if wish.supporters == 1 else translate("{count} residents", count=wish.supporters)
    # A newer version may say what this one does not know.
    theme, status = THEMES.get(wish.theme, ""), STATUSES.get(wish.status, "")
    day = dates.day_and_year(wish.recorded_on)
    said = (translate(theme), translate(status), people, translate("since {day}", day=day))
    return " · ".join(part for part in said if part)
