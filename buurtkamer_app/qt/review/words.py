"""Words and signs for logs: whether they are genuine, why a file did not open, how far an answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.review.tables import Sign

if TYPE_CHECKING:
    from buurtkamer_app.review.records import ClosedFile, RoomLog, Written

_GENUINE: Final = Sign("shield-halved", "petrol"), mark("genuine")
_NEWER: Final = Sign("circle-info", "petrol"), mark("genuine, of a newer version")
_OTHER_KEY: Final = Sign("triangle-exclamation", "brick_dark"), mark("another key: phone first")
# By the values of `Why`.
_WHYS: Final = {
    "passphrase": (Sign("key", "ink"), mark("asks for its passphrase")),
    "wrong": (Sign("key", "brick_dark"), mark("wrong passphrase")),
    "wait": (Sign("hourglass-half", "brick_dark"), mark("waits a moment")),
    "altered": (Sign("triangle-exclamation", "brick_dark"), mark("changed: do not trust it")),
    "damaged": (Sign("triangle-exclamation", "brick_dark"), mark("not whole")),
    "no_log": (Sign("xmark", "ink"), mark("no log")),
    "newer": (Sign("circle-info", "ink"), mark("too new")),
    "twice": (Sign("check", "ink"), mark("open already")),
    "unreadable": (Sign("xmark", "brick_dark"), mark("cannot be read")),
}
_STAGES: Final = {
    "open": (Sign("circle-question", "ink"), mark("still open")),
    "draft": (Sign("pen", "petrol"), mark("written")),
    "sent": (Sign("circle-check", "petrol"), mark("saved")),
}

_NOTHING: Final = Sign("minus", "soft"), mark("nothing yet")


def genuine(log: RoomLog) -> tuple[Sign, str]:
    """Tell with a sign and in words whether a log is genuine."""
    sign, words = _OTHER_KEY if log.other_key else _NEWER if log.newer else _GENUINE
    return sign, translate(words)


def closed(file: ClosedFile) -> tuple[Sign, str]:
    """Tell with a sign and in words why a file is not open."""
    sign, words = _WHYS[file.why.value]
    return sign, translate(words)


def stage(written: Written, *, asked: bool) -> tuple[Sign, str]:
    """Tell with a sign and in words how far something is that one writes; to what nobody asked nothing is open."""
    sign, words = _STAGES[written.stage.value] if asked or written.text else _NOTHING
    return sign, translate(words)


def period(log: RoomLog) -> str:
    """Say the days of a log."""
    from buurtkamer_app.review.words import period as said

    return said(log.log.first, log.log.last)


def named(log: RoomLog) -> str:
    """Say which log it is."""
    return f"{log.called}: {period(log)}"


def counted(logs: int, rooms: int) -> str:
    """Say how many logs of how many rooms are open."""
    if not logs:
        return translate("No log is open")
    said = translate("1 log") if logs == 1 else translate("{count} logs", count=logs)
    of = translate("of 1 room") if rooms == 1 else translate("of {count} rooms", count=rooms)
    return f"{said} {of}"
