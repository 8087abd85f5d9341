"""The columns in which the rows behind a figure are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import HelpTopic
from buurtkamer_app.desk.counts.records import Choice, Figure
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.tally import WORDS
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.desk.counts.records import Line
    from buurtkamer_app.evaluation.records import WishChoice, WishLine

_TOPICS: Final = {
    HelpTopic.LETTER: mark("a letter"),
    HelpTopic.MONEY: mark("money"),
    HelpTopic.HOUSING: mark("housing"),
    HelpTopic.CARE: mark("care"),
    HelpTopic.PHONE: mark("phone or computer"),
    HelpTopic.OTHER: mark("something else"),
}
_LONGEST: Final = 90  # letters of a wish


def columns(choice: Choice | WishChoice, hidden: Callable[[], bool]) -> Sequence[Column[Any]]:
    """Give the columns for the rows of a choice; `hidden` tells whether names and wishes may be read now."""
    if not isinstance(choice, Choice):
        return _wishes(hidden)
    when: tuple[Column[Any], ...] = (
        Column(mark("Date"), lambda line: dates.short_date(line.on)),
        Column(mark("Hour"), lambda line: f"{line.hour}.00", figures=True),
    )
    if choice.figure is Figure.HELP_ASKED:
        return (*when, Column(mark("About"), _topic), Column(mark("How it was counted"), _how))
    return (
        *when,
        Column(mark("What for"), lambda line: translate(WORDS[line.purpose])),
        Column(mark("Number"), lambda line: str(line.persons), figures=True),
        Column(mark("Children"), lambda line: str(line.children), figures=True),
        Column(mark("First time"), lambda line: str(line.first_time), figures=True),
        Column(mark("Name"), lambda line: _name(line, hidden=hidden())),
        Column(mark("How it was counted"), _how),
    )


def _wishes(hidden: Callable[[], bool]) -> Sequence[Column[Any]]:
    def words(line: WishLine) -> str:
        return translate("hidden") if hidden() else quoted(line.text, _LONGEST)

    return (
        Column(mark("Date"), lambda line: dates.short_date(line.on)),
        Column(mark("Number"), lambda line: str(line.number), figures=True),
        Column(mark("Wish"), words),
    )


def _topic(line: Line) -> str:
    return translate(_TOPICS[line.topic]) if line.topic is not None else translate("not said")


def _name(line: Line, *, hidden: bool) -> str:
    if not line.named:
        return translate("without name")
    return translate("with name") if hidden or not line.name else line.name


def _how(line: Line) -> str:
    """Say where a row came from, where that is not the desk itself."""
    told = []
    if line.sheet:
        told.append(translate("paper sheet {number}", number=line.sheet))
    elif line.later:
        told.append(translate("added afterwards"))
    if line.locked:
        told.append(translate("on the locked desk"))
    return ", ".join(told) or translate("at the desk")
