"""The pages of a log as a professional reads them: what is asked first, then the room, then how it all went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.pages_around import around
from buurtkamer_app.exchange.log.pages_done import changes, journal, reflections
from buurtkamer_app.exchange.log.pages_room import activities, figures, hours, visits
from buurtkamer_app.exchange.log.pages_wishes import questions, wishes
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import PLAIN
from buurtkamer_app.printing.house_style import ROOM
from buurtkamer_app.printing.log_pages import LogText, Section
from buurtkamer_app.printing.log_pictures import boxed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from buurtkamer_app.exchange.log.records import Log
    from buurtkamer_app.printing.dress import Dress


def log_text(log: Log, zone: ZoneInfo, dress: Dress = PLAIN) -> LogText:
    """Give all words and pictures of a log; `zone` is that of the room."""
    made = local(log.made_at, zone)
    return LogText(
        title=translate("Log of {room}", room=log.room),
        author=log.room,
        under=tuple(_under(log)),
        sections=tuple(_sections(log, dress)),
        foot=(
            log.room,
            translate("made on {date}", date=f"{words.said(made.date(), 'd MMMM y')}, {words.clock(made.time())}"),
        ),
        dress=dress,
    )


def _under(log: Log) -> Iterator[str]:
    yield words.days(log.first, log.last)
    if log.recipient:
        yield translate("For the professional {code}.", code=log.recipient)
    if log.previous_last is not None:
        yield translate("The log before this one ran to {day}.", day=words.said(log.previous_last, "d MMMM y"))
    yield translate("Names, numbers and addresses were taken out of the texts.")
    if log.names:
        yield translate("People are called by their names here. Show this log to nobody else.")
    else:
        yield translate("Here a person is a code, the same in all your logs.")


def _sections(log: Log, dress: Dress) -> Iterator[Section]:
    yield questions(log)
    yield _how_to_answer(dress)
    yield figures(log, dress)
    yield from visits(log, dress)
    yield from wishes(log, dress)
    yield from activities(log, dress)
    yield hours(log, dress)
    yield reflections(log)
    yield changes(log)
    yield from around(log)
    yield from journal(log)


def _how_to_answer(dress: Dress) -> Section:
    steps = (
        translate("Open this file with the program Buurtkamer. Choose “as a professional” there."),
        translate("Does the check code match what you hear on the phone? Then it is genuine."),
        translate("Write your answer with the question. The program makes a file of it for the room."),
    )
    return Section("", (), (), picture=boxed(ROOM, translate("How to answer"), steps, dress))
