"""Something got lost: what was on it, what that means, and one press into the register of data leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QComboBox

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.safekeeping.days.page import DayPage
from buurtkamer_app.qt.said import Block, label
from buurtkamer_app.qt.said import State as Sign
from buurtkamer_app.safekeeping.hard_days.losing import EVERY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.hard_days.records import LostSeen

_LOCKED: Final = {
    True: ("lock", "leaf", mark("It was locked")),
    False: ("triangle-exclamation", "rose", mark("It was not locked")),
}


class LosingPage(DayPage):
    """Asks what got lost, and tells at once."""

    kinds: ClassVar[frozenset[str]] = frozenset({"backup_made", "export", "archive", "taken_home"})
    title = mark("Something got lost")
    intro = mark("Say what it was. Then you see what to do now.")

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        asking = Block()
        self.asked = label("", "strong")
        self.what = QComboBox()
        asking.put(self.asked)
        asking.put(self.what)
        self.body.addWidget(asking)
        for one in EVERY:
            self.what.addItem("", one.thing)
        self._name()
        self.what.currentIndexChanged.connect(lambda _: self._other())

    def say(self) -> None:
        self._name()
        super().say()

    def refresh(self) -> None:
        """Read what is known of the thing."""
        thing = self.what.currentData()
        self.tasks.read(lambda s: s.hard_days.lost(thing), self._show, self.answer.trouble)

    def _other(self) -> None:
        self.answer.clear()
        self.outdate()

    def _name(self) -> None:
        words = translate("What got lost?")
        self.asked.setText(words)
        self.what.setAccessibleName(words)
        for number, one in enumerate(EVERY):
            self.what.setItemText(number, translate(one.title))

    def _show(self, seen: LostSeen) -> None:
        found = seen.lost
        self.clear()
        block = self.told(translate(found.on_it), strong=translate("What was on it"))
        glyph, colour, words = _LOCKED[found.locked]
        block.put(Sign(glyph, colour, translate(words)))
        for one in seen.last:
            day = dates.day_and_year(one.at.astimezone().date())
            block.put(label(f"{day} · {one.name}" if one.name else day, "soft"))
        self.told(translate(found.means), strong=translate("What that means"))
        todo = self.told(translate(found.to_do), strong=translate("What to do now"))
        title = translate(found.title)
        if found.lead is not None:
            page, section = found.lead
            todo.offer(translate("Go there"), "arrow-right", title, lambda: self.go_asked.emit(page, section))
        todo.offer(translate("Write down as a data leak"), "bell", title, self._write)

    def _write(self) -> None:
        thing = self.what.currentData()
        self.tasks.write(lambda s: s.hard_days.write_leak(thing), lambda _: self._written(), self.answer.trouble)

    def _written(self) -> None:
        self.answer.tell(lambda: translate("It stands in the register of data leaks. Fill in the rest there."))
        self.go_asked.emit("office", "breaches")
