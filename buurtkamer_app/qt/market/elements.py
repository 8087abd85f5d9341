"""What a market is made of: stalls, children's activities, workshops, performances, and what is in their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.market.records import Element
from buurtkamer_app.market.words import KINDS, MOTIVES, when
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.market.stalls import StallsForm
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_NOTE: Final = 3
_CLASHES: Final = "clashes"
_BEGINS, _ENDS = time(11), time(12)
_ORDERS: Final[tuple[tuple[str, Callable[[Any], Any]], ...]] = (
    (mark("number"), lambda seen: seen.it.number),
    (mark("time"), lambda seen: (seen.it.starts or time.min, seen.it.number)),
    (mark("place"), lambda seen: (not seen.it.place, words(seen.it.place), seen.it.number)),
)


class ElementOrder(Form):
    """Which parts are shown, and in which order."""

    form: ClassVar[str] = "market/element_order"
    kind: QComboBox
    by: QComboBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value in ("", *KINDS, _CLASHES):
            self.kind.addItem("", value)
        for name, _ in _ORDERS:
            self.by.addItem("", name)
        self.say()

    def say(self) -> None:
        self.kind.setItemText(0, translate("Everything"))
        for row, kind in enumerate(KINDS.values(), 1):
            self.kind.setItemText(row, translate(kind))
        self.kind.setItemText(len(KINDS) + 1, translate("Only what clashes"))
        for row, (name, _) in enumerate(_ORDERS):
            self.by.setItemText(row, translate(name))

    def arranged(self, records: Sequence[Any]) -> list[Any]:
        """Give the records that are to be shown, in their order."""
        chosen = self.kind.currentData()
        # Qt keeps the kind as the text that it is.
        shown = (
            seen for seen in records if not chosen or seen.it.kind == chosen or (chosen == _CLASHES and seen.beside)
        )
        return sorted(shown, key=_ORDERS[self.by.currentIndex()][1])


class ElementsPanel(OfEvent):
    """The list with what clashes beside each part, the form of one, and several stalls at once."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"market_element", "market_event", "market_role", "talent", "shift", "place", "series"}
    )
    record: ClassVar[type] = Element
    private: ClassVar[frozenset[str]] = frozenset({"owner", "contact"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("kind", mark("Kind"), Holds.CHOICE, choices=KINDS),
        Asked("name", mark("What it is"), hint=mark("For example: second-hand books.")),
        Asked("owner", mark("Who does it")),
        Asked("contact", mark("How to reach them"), hint=mark("Never on a sheet that others see.")),
        Asked("starts", mark("From"), Holds.TIME, without=mark("All day")),
        Asked("ends", mark("Until"), Holds.TIME, without=mark("All day")),
        Asked("place", mark("Where")),
        Asked("motive", mark("What people come for"), Holds.CHOICE, choices=MOTIVES),
        Asked("needs", mark("What it needs"), hint=mark("For example: electricity, a table, two helpers.")),
        Asked("number", mark("Its number"), Holds.NUMBER, without=mark("The next number that is free"), least=1),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("No."), lambda seen: str(seen.it.number), figures=True),
        Column(mark("What"), lambda seen: "\n".join(filter(None, (seen.it.name, _told(seen.it))))),
        Column(mark("When and where"), lambda seen: "\n".join(filter(None, (when(seen.it), seen.it.place)))),
        Column(mark("To look at"), lambda seen: "\n".join(clash.say() for clash in seen.beside)),
    )
    heading_words: ClassVar[str] = mark("Parts of the market")
    none_words: ClassVar[str] = mark("There are no parts yet. Begin with the stalls.")
    wide: ClassVar[frozenset[int]] = frozenset({1, 2, 3})
    listing: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.order_by, self.stalls = ElementOrder(), StallsForm(tasks)
        self.listing.insertWidget(2, self.order_by)
        self.below.addWidget(self.stalls)
        at_once = (self.stalls.count, self.stalls.name, self.stalls.place, self.stalls.add)
        self.walk_past((self.order_by.kind, self.order_by.by), at_once)
        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 2)
        for box in (self.order_by.kind, self.order_by.by):
            box.currentIndexChanged.connect(lambda _: self.put([*self._seen.values()]))
        self.rows.setItemDelegateForColumn(_NOTE, Signs(self.rows, self.model, _sign))
        starts, ends = self.inputs["starts"], self.inputs["ends"]
        if starts.without is not None and ends.without is not None:
            ends.without.hide()
            starts.without.toggled.connect(self._all_day)
        ends.hide()

    def kept(self, services: Services) -> Any:
        """Give the parts."""
        return services.markets.elements

    def open_market(self, key: UUID) -> None:
        """Show the parts of another market."""
        super().open_market(key)
        self.stalls.event_id = key

    def read(self, services: Services) -> Sequence[Any]:
        """Read the parts, with what stands in the way of each."""
        event = self.belongs["event_id"]
        with services.seeing():
            clashes = services.markets.clashes(event)
            return [
                Seen(known.id, known.version, known.it, tuple(clash for clash in clashes if known.id in clash.elements))
                for known in services.markets.elements.all(event_id=event)
            ]

    def put(self, records: Sequence[Any]) -> None:
        """Show the parts that were chosen to be seen, in their order; the others are kept in mind."""
        self._seen = {record.id: record for record in records}
        shown = self.order_by.arranged(records)
        super(OfEvent, self).put([self._shown(record) for record in shown])
        self.rows.setColumnHidden(_NOTE, not any(record.beside for record in shown))

    def typed(self) -> dict[str, Any]:
        """Give what stands in the fields; 0 stands for the next number that is free."""
        typed = super().typed()
        return {**typed, "number": typed["number"] or 0}

    def _shown(self, record: Any) -> Any:
        shown = super()._shown(record)
        if not self.names_hidden:
            return shown
        return replace(shown, beside=tuple(clash.without_names() for clash in shown.beside))

    def _all_day(self, all_day: bool) -> None:
        """Say all day once, of both times; who takes it back begins with an hour."""
        starts, ends = self.inputs["starts"], self.inputs["ends"]
        if ends.without is not None:
            ends.without.setChecked(all_day)
        ends.setHidden(all_day)
        if not all_day and starts.held.value() >= ends.held.value():
            starts.held.put(_BEGINS)
            ends.held.put(_ENDS)


def _told(it: Any) -> str:
    return " · ".join(filter(None, (translate(KINDS[it.kind]), it.owner)))


def _sign(seen: Any) -> tuple[str, str] | None:
    return ("triangle-exclamation", theme.colours().brick_dark) if seen.beside else None
