"""Two hosts swap shifts, or one gives a shift away: with whom, for which shift, and what it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.cover_strip import StripOffer
from buurtkamer_app.qt.rota.said import moment, times
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change, Label
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.rota.swapping import Held, Swappable

_SEEN: Final = 7  # lines of type: some three shifts


class SwapDialog(DialogForm):
    """Says what a swap breaks before it is done; afterwards it offers the strips of paper."""

    form: ClassVar[str] = "rota/swap"
    heading: QLabel
    about: QLabel
    fields: QWidget
    whom: QComboBox
    which: QListWidget
    warning: QLabel
    swap: QPushButton
    strip_slot: QVBoxLayout
    told: Sentence
    back: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        place: UUID,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._place = tasks, place
        self._found: Swappable | None = None
        self._broken: tuple[Label, ...] = ()
        self._asked: Asked | None = None
        self._done = False
        self.strip = StripOffer(tasks)
        self.strip.hide()
        self.strip_slot.addWidget(self.strip)
        self.fields.hide()
        self.whom.currentIndexChanged.connect(self._choose_host)
        self.which.currentRowChanged.connect(self._weigh)
        self.swap.clicked.connect(self._swap)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.which.setMinimumHeight(_SEEN * self.fontMetrics().height())
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(46 * em, room.width()), min(40 * em, round(0.95 * room.height())))
        tasks.read(lambda s: s.swapping.choices(place), while_there(self, self._show), while_there(self, self._refused))

    def say(self) -> None:
        self.setWindowTitle(translate("Swap a shift"))
        if self._found is None:
            self.heading.setText(translate("Swap a shift"))
            return
        mine = self._found.mine
        if self._done:
            self.heading.setText(translate("This is agreed. The rota shows it already."))
        else:
            name = first_name(mine.place.host_name)
            self.heading.setText(translate("With whom does {name} swap this shift?", name=name))
        self.about.setText(_said(mine.shift))
        chosen = self._which()
        for row, words in enumerate(self._rows()):
            self.which.item(row).setText(words)
        self.warning.setText("\n".join(label.say() for label in self._broken))
        self.warning.setVisible(bool(self._broken))
        # Nobody is held back: what it breaks is read, and the two agree on it or not.
        swap, anyway = (
            (translate("Swap the shifts"), translate("Swap all the same"))
            if chosen is not None
            else (translate("Give the shift away"), translate("Give it away all the same"))
        )
        self.swap.setText(anyway if self._broken else swap)

    def _show(self, found: Swappable) -> None:
        self._found = found
        self.fields.setVisible(bool(found.hosts))
        if not found.hosts:
            self.told.tell(lambda: translate("There is nobody to swap with. Ask the coordinator."))
        for host in found.hosts:
            self.whom.addItem(host.name)
        self.say()
        self.whom.setFocus()

    def _choose_host(self) -> None:
        """Show which shifts the chosen host holds; the first row is for none."""
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems(self._rows())
        self.which.blockSignals(False)
        self.which.setCurrentRow(min(1, self.which.count() - 1))
        self._weigh()

    def _weigh(self) -> None:
        """Ask what it breaks as it is chosen now."""
        host, theirs, place = self._host(), self._which(), self._place
        if host is None:
            return
        self.told.clear()
        if self._asked is not None:
            self._asked.cancel()
        to, given = host.id, theirs.place.id if theirs is not None else None
        self._asked = self._tasks.read(
            lambda s: s.swapping.would_break(place, to, given),
            while_there(self, self._warn),
            while_there(self, self._refused),
        )

    def _warn(self, broken: tuple[Label, ...]) -> None:
        self._broken = broken
        self.say()

    def _swap(self) -> None:
        host, theirs, place = self._host(), self._which(), self._place
        if host is None or self._done:
            return
        to, given = host.id, theirs.place.id if theirs is not None else None
        changed = self._changed(theirs)
        done = while_there(self, lambda _: self._swapped(changed))
        trouble = while_there(self, self._refused, self._tasks.troubled.emit)

        def work(services: Any) -> Change:
            made: Change = services.swapping.give(place, to) if given is None else services.swapping.swap(place, given)
            return made

        self._tasks.write(work, done, trouble)

    def _changed(self, theirs: Held | None) -> list[tuple[UUID, str]]:
        """Give the places that change hands, each with who held it until now."""
        held = [one for one in (self._found.mine if self._found else None, theirs) if one is not None]
        return [(one.place.id, one.place.host_name) for one in held]

    def _swapped(self, changed: list[tuple[UUID, str]]) -> None:
        self._done = True
        self.fields.hide()
        self.strip.put(*changed)
        self.say()
        self.strip.print.setFocus()

    def _host(self) -> Host | None:
        at = self.whom.currentIndex()
        return self._found.hosts[at] if self._found is not None and at >= 0 else None

    def _theirs(self) -> tuple[Held, ...]:
        host = self._host()
        return self._found.theirs[host.id] if self._found is not None and host is not None else ()

    def _which(self) -> Held | None:
        """Give the shift that comes back, None when the shift is given away."""
        at, theirs = self.which.currentRow() - 1, self._theirs()
        return theirs[at] if 0 <= at < len(theirs) else None

    def _rows(self) -> list[str]:
        host = self._host()
        if host is None:
            return []
        none = translate("None: {name} takes the shift over", name=first_name(host.name))
        return [none, *(_said(held.shift) for held in self._theirs())]

    def _refused(self, error: BuurtkamerError) -> None:
        self.told.trouble(error)


def _said(shift: Shift) -> str:
    return f"{moment(shift)}, {times(shift)}"
