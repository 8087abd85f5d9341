"""The pages of a log about what is asked of the professional, and wishes by where they stand."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log import pictures
from buurtkamer_app.exchange.log.words import ENDINGS, STATUSES, THEMES
from buurtkamer_app.printing import words
from buurtkamer_app.printing.charts import number
from buurtkamer_app.printing.house_style import ROOM
from buurtkamer_app.printing.log_pages import Column, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from buurtkamer_app.exchange.log.records import Log, LogWish
    from buurtkamer_app.printing.dress import Dress

# What was parked before the period is only counted on paper; it is in the data.
# So many letters of the wish stand beside a question; all of it stands among the wishes.
_WISHED: Final = 160
# Of each column so many are on paper, those that came there last.
_MOST: Final = 40
_AT_REST: Final = frozenset({"done", "self_run", "parked"})


def questions(log: Log) -> Section:
    """Give what is asked of the professional, each with the wish that it is about."""
    texts = {wish.number: wish.text for wish in log.wishes}
    rows = tuple(
        (
            str(asked.wish),
            asked.text,
            shorten(texts.get(asked.wish, ""), _WISHED, placeholder=" \u2026"),
            words.said(asked.asked_on, "d MMM y") if asked.asked_on else "",
        )
        for asked in log.questions
    )
    columns = (
        Column(translate("wish"), 9, right=True),
        Column(translate("question"), 42),
        Column(translate("what was wished"), 33),
        Column(translate("asked on"), 16),
    )
    return Section(
        translate("Questions for you"), columns, rows, empty=translate("There are no open questions this time.")
    )


def wishes(log: Log, dress: Dress) -> Iterator[Section]:
    """Give how many wishes stand where, then the wishes of each column; who asked is a pseudonym."""
    if not log.wishes:
        yield Section(translate("Wishes"), (), (), empty=translate("No wishes yet."))
        return
    yield Section(
        translate("Where the wishes stand"),
        (),
        (),
        (translate("Wishes that came true before this period are not in it."),),
        picture=pictures.statuses(log, ROOM, dress),
    )
    rested = 0
    for status, heading in STATUSES.items():
        there = [wish for wish in log.wishes if wish.status == status]
        fresh = [wish for wish in there if not _earlier(wish, log)]
        rested += len(there) - len(fresh)
        if fresh:
            yield _column(translate("Wishes: {status}", status=translate(heading)), fresh)
    if rested:
        said = translate("{count} wishes were parked before this period. They are in the data.", count=number(rested))
        yield Section(translate("Earlier wishes"), (), (), empty=said)


def _earlier(wish: LogWish, log: Log) -> bool:
    return wish.status in _AT_REST and wish.moved_on is not None and wish.moved_on < log.first


def _column(heading: str, found: Sequence[LogWish]) -> Section:
    latest = sorted(found, key=_since, reverse=True)[:_MOST]
    left = len(found) - len(latest)
    notes = (translate("{count} more have stood there for longer. They are in the data.", count=number(left)),)
    rows = tuple(
        (
            str(wish.number),
            wish.text + (f" ({translate(ENDINGS[wish.ending])})" if wish.ending in ENDINGS else ""),
            translate(THEMES[wish.theme]) if wish.theme in THEMES else wish.theme,
            number(wish.supporters),
            wish.asked_by or "\u2013",
            words.said(_since(wish), "d MMM y"),
        )
        for wish in sorted(latest, key=lambda wish: wish.number)
    )
    columns = (
        Column(translate("no."), 6, right=True),
        Column(translate("wish"), 37),
        Column(translate("theme"), 18),
        Column(translate("people"), 10, right=True),
        Column(translate("asked by"), 15),
        Column(translate("there since"), 15),
    )
    return Section(heading, columns, rows, notes if left else ())


def _since(wish: LogWish) -> date:
    return wish.moved_on or wish.recorded_on
