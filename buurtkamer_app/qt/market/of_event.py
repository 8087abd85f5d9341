"""A list of what belongs to the market that is opened: its names hide with the others, and each row may have a sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import icons
from buurtkamer_app.qt.kept.fields import Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.table_model import EDGE, WholeLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.table_model import RecordsModel
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

    Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Seen:
    """A record with what is shown beside it, which nobody types."""

    id: UUID
    version: int
    it: Any
    beside: Any


class Signs(WholeLines):
    """Draws an icon before the word of a cell; `sign` gives its name and colour."""

    def __init__(
        self, view: QAbstractItemView, model: RecordsModel[Any], sign: Callable[[Any], tuple[str, str] | None]
    ) -> None:
        super().__init__(view)
        self._model, self._sign = model, sign

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The published stubs know no attributes of an option.
        shown: Any = option
        if (sign := self._sign(self._model.record(index))) is not None:
            side = round(1.2 * shown.fontMetrics.height())
            shown.icon = icons.icon(*sign)
            shown.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            shown.decorationSize = QSize(side, side)
            self.break_words(option, side + EDGE)


class OfEvent(KeptPanel):
    """`private` are the fields with names and numbers of people: hidden where somebody may read along."""

    private: ClassVar[frozenset[str]] = frozenset()
    seen_lines: ClassVar[int] = 22  # of type: some eight rows with their header

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self._seen: dict[UUID, Any] = {}
        self.today: date | None = None
        # A day that is left out begins with today, once it is not left out any more.
        tasks.read(lambda services: services.room.today(), self._begin_today)

    def open_market(self, key: UUID) -> None:
        """Show what belongs to another market."""
        self.belong(event_id=key)

    def hide_names(self, hidden: bool) -> None:
        """Hide names and numbers, or show them again; what is typed stays."""
        self.names_hidden = hidden
        for name in self.private:
            self.inputs[name].setHidden(hidden)
        self.say()
        self.put([*self._seen.values()])

    def refresh(self) -> None:
        """Read the records once a market is opened."""
        if self.belongs:
            super().refresh()

    def put(self, records: Sequence[Any]) -> None:
        """Show these records, without names while these are hidden."""
        self._seen = {record.id: record for record in records}
        super().put([self._shown(record) for record in records])

    def fill(self, record: Known[Any] | None) -> None:
        """Put a record into the fields, as it is and not as it is shown."""
        super().fill(self._seen.get(record.id) if record is not None else None)

    def say(self) -> None:
        super().say()
        if getattr(self, "names_hidden", False) and self.private:
            self.about.setText(translate("Names are hidden. Press F8 on Today to see them."))
            self.about.show()
        else:
            self.about.setVisible(bool(self.about_words))

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down what stands in the fields; what is not asked for stays as it was."""
        typed = self.typed()
        was = self._seen.get(self.chosen) if self.chosen is not None else None
        new = replace(was.it, **typed) if was is not None else self.record(**self.belongs, **typed)
        version = was.version if was is not None else None

        def keep(services: Services, key: UUID | None) -> Outcome[UUID]:
            kept: Outcome[UUID] = self.kept(services).write(new, key, version)
            return kept

        return keep

    def typed(self) -> dict[str, Any]:
        """Give what stands in the fields, by field; raises `RefusedError` for what cannot be read."""
        return {name: part.value() for name, part in self.inputs.items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let more rows be in sight than of a short list."""
        super().resizeEvent(event)
        self.rows.setMinimumHeight(self.seen_lines * self.rows.fontMetrics().height())

    def _shown(self, record: Any) -> Any:
        if not self.names_hidden:
            return record
        hidden = {name: translate("hidden") for name in self.private if getattr(record.it, name)}
        return replace(record, it=replace(record.it, **hidden))

    def _begin_today(self, today: date) -> None:
        self.today = today
        for part in self.inputs.values():
            if part.asked.holds is Holds.DAY and part.without is not None and part.without.isChecked():
                part.held.put(today)
