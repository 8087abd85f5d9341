"""Sheets that get a number when they go to paper: none gets two, and no two papers get one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.printing import making

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Made, Wanted
    from buurtkamer_app.qt.tasks import Tasks


class _Given(NamedTuple):
    """A number that was given for a sheet that is not on paper yet."""

    kind: SheetKind
    asked: Wanted
    numbered: Wanted


class Numbering:
    """Gives sheets their numbers and makes them; a number whose paper never came out is used again."""

    def __init__(self, tasks: Tasks[Any], owner: QWidget) -> None:
        self._tasks, self._owner = tasks, owner
        self._given: list[_Given] = []
        self._made: list[tuple[Made, _Given]] = []

    def make(
        self,
        kind: SheetKind,
        asked: Wanted,
        count: int,
        then: Callable[[list[Made]], None],
        trouble: Callable[[BuurtkamerError], None],
    ) -> None:
        """Make so many sheets, each with a number of its own."""
        left = [one for one in self._given if (one.kind, one.asked) == (kind, asked)][:count]

        def given(fresh: list[Wanted]) -> None:
            added = [_Given(kind, asked, one) for one in fresh]
            self._given += added
            self._make(kind, [*left, *added], then, trouble)

        work = partial(making.numbered, kind=kind, asked=asked, count=count - len(left))
        self._tasks.write(work, while_there(self._owner, given), while_there(self._owner, trouble))

    def came_out(self, sheet: Made) -> None:
        """Hear that a sheet is on paper, or in a file: the next one gets another number."""
        for made, given in self._made:
            if made is sheet and given in self._given:
                self._given.remove(given)
        self._made = [pair for pair in self._made if pair[0] is not sheet]

    def _make(
        self,
        kind: SheetKind,
        wanted: list[_Given],
        then: Callable[[list[Made]], None],
        trouble: Callable[[BuurtkamerError], None],
    ) -> None:
        def made(sheets: list[Made]) -> None:
            self._made += zip(sheets, wanted, strict=False)
            then(sheets)

        numbered = [one.numbered for one in wanted]
        words = translate("The sheet is being made…")
        self._tasks.read_long(
            words,
            lambda services, stop: making.all_made(services, kind, numbered, stop),
            while_there(self._owner, made),
            while_there(self._owner, trouble),
        )
