"""Who and what there is as a list that one searches, and one of them in fields; the partners of the room among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources import rules
from buurtkamer_app.neighbourhood.resources.records import Resource
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.neighbourhood.map_words import HIDDEN, name_of, where
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.neighbourhood.resources.records import OnMap
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _partners(services: Services) -> list[tuple[UUID | None, str]]:
    return [(None, translate("No")), *services.resources.partners()]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list: what it is, with its number on the map and where it is there; `veiled` hides a resident."""

    id: UUID
    version: int
    it: Resource
    at: OnMap

    def name(self, *, veiled: bool) -> str:
        """Say what it is called, and on a line under that what kind it is."""
        return f"{name_of(self.it, hidden=veiled)}\n{translate(KINDS[self.it.kind].one)}"

    def phone(self, *, veiled: bool) -> str:
        """Say its number, nothing of a resident while names are hidden."""
        return HIDDEN if veiled and self.it.kind is ResourceKind.RESIDENT else self.it.phone


class ResourceList(KeptPanel):
    """The list; `picked` gives the key of what was chosen in it."""

    kinds: ClassVar[frozenset[str]] = frozenset({"resource", "partner"})
    record: ClassVar[type] = Resource
    heading_words: ClassVar[str] = mark("Who and what there is")
    about_words: ClassVar[str] = mark("Partners of the room are in it by themselves.")
    none_words: ClassVar[str] = mark("Nothing is found. Write down who or what adds something here.")
    wide: ClassVar[frozenset[int]] = frozenset({1, 2})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("name", mark("Name")),
        Asked("kind", mark("What is it?"), Holds.CHOICE, choices={kind: look.one for kind, look in KINDS.items()}),
        Asked("adds", mark("Adds… (may stay empty)"), hint=mark("Like: chairs to borrow, a hall on Mondays")),
        Asked("contact", mark("Contact (may stay empty)")),
        Asked("phone", mark("Phone (may stay empty)")),
        Asked("address", mark("Address (may stay empty)")),
        Asked("partner_id", mark("Is this a partner of the room?"), Holds.CHOICE, offers=_partners),
    )
    listing: QVBoxLayout
    those: QFrame
    one: QFrame

    picked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self._veiled = False
        self._typed = ""
        self._wanted: UUID | None = None
        self.shown = (  # type: ignore[misc] # the columns ask this panel whether names are hidden
            Column(mark("No."), lambda one: str(one.at.number), figures=True),
            Column(mark("Who or what"), lambda one: one.name(veiled=self._veiled)),
            Column(mark("Adds"), lambda one: one.it.adds),
            Column(mark("Phone"), lambda one: one.phone(veiled=self._veiled)),
            Column(mark("Where"), lambda one: where(one.at.spot).replace(", ", "\n")),
        )
        super().__init__(tasks, parent)
        self.search, self.search_label = QLineEdit(), QLabel()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search_label.setBuddy(self.search)
        self.listing.insertWidget(2, self.search_label)
        self.listing.insertWidget(3, self.search)
        self.listing.setStretchFactor(self.rows, 1)
        for place, share in enumerate((2, 1)):
            self.columns.setStretch(place, share)
        self.search.textChanged.connect(self._seek)
        self.say()

    def kept(self, services: Services) -> Any:
        return services.resources

    def read(self, services: Services) -> Sequence[Known[Any]]:
        marks = services.resources.map().marks
        found = {entry.id: place for place, entry in enumerate(rules.found(self._typed, [at.entry for at in marks]))}
        those = sorted((at for at in marks if at.entry.id in found), key=lambda at: found[at.entry.id])
        lines: Any = [Listed(at.entry.id, at.entry.version, at.entry.it, at) for at in those]
        return lines  # type: ignore[no-any-return] # a line of the list has what `Known` has

    def hide_names(self, hidden: bool) -> None:
        """Show no residents' names and numbers, and none of the fields."""
        self._veiled = hidden
        self.one.setHidden(hidden)
        self.say()
        self.rows.viewport().update()

    def choose(self, key: UUID) -> None:
        """Let the line of a key be the chosen one, as soon as it is there."""
        self._wanted = key
        self._choose_wanted()

    def put(self, records: Sequence[Any]) -> None:
        super().put(records)
        self._choose_wanted()

    def say(self) -> None:
        super().say()
        if self._veiled:
            self.about.setText(translate("Names are hidden. Press F8 on Today to see them."))
        if hasattr(self, "search"):
            self.search_label.setText(translate("Who or what are you looking for? Type a few letters."))
            self.search.setAccessibleName(self.search_label.text())

    def _choose_wanted(self) -> None:
        rows = range(self.model.rowCount())
        row = next((row for row in rows if self.model.record(self.model.index(row, 0)).id == self._wanted), None)
        if self._wanted is not None and row is not None:
            self._wanted = None
            self.rows.selectRow(row)
            self.rows.scrollTo(self.model.index(row, 0))

    def _choose(self) -> None:
        super()._choose()
        if self.chosen is not None and self.rows.selectionModel().selectedRows():
            self.picked.emit(self.chosen)

    def _seek(self, typed: str) -> None:
        self._typed = typed
        self.refresh()
