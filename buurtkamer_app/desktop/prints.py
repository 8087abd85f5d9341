"""Puts the page Afdrukken together: its tiles, the sheet that is looked at, the whole week, and what is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.headings import GROUPS, heading
from buurtkamer_app.papers.records import Choice, Group, Per
from buurtkamer_app.qt.pages.prints import PrintsPage
from buurtkamer_app.qt.printing.making import Question
from buurtkamer_app.qt.printing.sheet import SheetPanel
from buurtkamer_app.qt.printing.tile import TileWords
from buurtkamer_app.qt.printing.tiles import TileColumn
from buurtkamer_app.qt.printing.whole_week import WholeWeekPanel
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.terms_around import Programme
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.printing.making import Seen
    from buurtkamer_app.qt.printing.to_share import ToSharePanel
    from buurtkamer_app.qt.tasks import Tasks

_WEEK: Final = "all of the week"
_SHARE: Final = "to share"
_ADDED: Final = {
    Group.WALL: TileWords(
        _WEEK,
        mark("All of this week"),
        mark("All sheets of the week in one go"),
        "calendar-days",
        GROUPS[Group.WALL],
    ),
    Group.GIVE: TileWords(
        _SHARE,
        mark("To share"),
        mark("The week as a picture and as text"),
        "comment",
        GROUPS[Group.GIVE],
    ),
}


class Prints:
    """The page and its parts, which hear who is at the desk; `today` says whether names are hidden."""

    def __init__(self, tasks: Tasks[Any], today: TodayPage | None, kinds: Sequence[SheetKind] = EVERY) -> None:
        self._tasks, self._every = tasks, kinds
        self._actor = NOBODY
        self._programmes: frozenset[Programme] = frozenset()
        self._hidden = False
        self.sheet = SheetPanel(tasks)
        self.tiles = TileColumn(tasks, self._question, lambda: self.sheet.busy)
        self.page = PrintsPage(self.tiles, self.sheet)
        self.page.add(_WEEK, self._whole_week)
        self.page.add(_SHARE, self._to_share)
        self.whole_week: WholeWeekPanel | None = None
        self.share: ToSharePanel | None = None
        self._chosen = ""
        self.page.chosen.connect(self.choose)
        self.tiles.chosen.connect(self.choose)
        self.sheet.seen.connect(self._seen)
        self.sheet.paper.closer.toggled.connect(self.page.look_closer)
        self.sheet.moved.connect(self.tiles.outdate)
        self.sheet.out.whole_week.connect(lambda: self.choose(_WEEK))
        if today is not None:
            self._hide(today.hide_names.isChecked())
            today.names_hidden.connect(self._hide)

    @property
    def kinds(self) -> dict[str, SheetKind]:
        """Give the sheets that whoever is at the desk may make."""
        return {
            kind.name: kind
            for kind in self._every
            if self._actor.role >= kind.needs and (kind.programme is None or kind.programme in self._programmes)
        }

    def set_actor(self, actor: Actor) -> None:
        """Show the sheets of whoever is at the desk; what was seen goes with who leaves."""
        changed, self._actor = self._actor.role != actor.role, actor
        if actor.role is NOBODY.role:
            self.sheet.forget()
            self.tiles.offer(())
        if changed:
            self._offer()

    def show_programmes(self, programmes: frozenset[Programme]) -> None:
        """Show the sheets of these programmes, beside those that belong to none."""
        changed, self._programmes = self._programmes != programmes, programmes
        if changed:
            self._offer()

    def _offer(self) -> None:
        if not self.kinds or self._actor.role is NOBODY.role:
            return
        words = [one for group in Group for one in self._of_group(group)]
        self.tiles.offer(words)
        self.sheet.tile = self.tiles.room()
        self.page.offer(words)
        walk(self.page.chooser, self.tiles.groups, *self.tiles.tiles.values(), *self.sheet.stops)
        if self.whole_week is not None:
            self.whole_week.offer(self._weekly())
        self.choose(self._chosen if self._chosen in self.tiles.tiles else words[0].name)

    def choose(self, name: str) -> None:
        """Show a sheet, the whole week or what is shared, by its name."""
        self._chosen = name
        self.tiles.tick(name)
        kind = self.kinds.get(name)
        self.page.show_part(name)
        if name == _WEEK and self.whole_week is not None:
            self.whole_week.offer(self._weekly())
            self.whole_week.show_week(self.sheet.when.day)
        if name == _SHARE and self.share is not None:
            self.share.show_week(self.sheet.when.day)
        if kind is not None and kind is not self.sheet.kind:
            self.sheet.show_kind(kind)

    def _of_group(self, group: Group) -> list[TileWords]:
        found = [
            TileWords(kind.name, kind.title, kind.about, kind.icon, heading(kind))
            for kind in self.kinds.values()
            if kind.group is group
        ]
        return [*found, _ADDED[group]] if group in _ADDED else found

    def _question(self, name: str) -> Question | None:
        """Say which sheet a tile is a picture of; no one sees one with names while they are hidden."""
        kind = self.kinds.get(name)
        if kind is None or (self._hidden and _with_names(kind)):
            return None
        when = self.sheet.when
        return Question(kind, when.day, None, *when.picked(kind.per))

    def _seen(self, seen: Seen) -> None:
        self.tiles.put(seen.kind.name, seen.tile)

    def _weekly(self) -> list[SheetKind]:
        found = [kind for kind in self.kinds.values() if kind.weekly and kind.per is not Per.ACTIVITY]
        return [kind for kind in found if not (self._hidden and _with_names(kind))]

    def _whole_week(self) -> QWidget:
        self.whole_week = WholeWeekPanel(self._tasks)
        return self.whole_week

    def _to_share(self) -> QWidget:
        from buurtkamer_app.qt.printing.to_share import ToSharePanel

        self.share = ToSharePanel(self._tasks)
        return self.share

    def _hide(self, hidden: bool) -> None:
        self._hidden = hidden
        self.sheet.hide_names(hidden)
        self.tiles.outdate()
        if self.whole_week is not None:
            self.whole_week.offer(self._weekly())


def _with_names(kind: SheetKind) -> bool:
    """Tell whether names or numbers of people can stand on a sheet."""
    return kind.private or Choice.NUMBERS in kind.choices
