"""A list of small records that people keep: the list on one side, one of them on the other."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.kept.fields import Asked, AskedField
from buurtkamer_app.qt.listed import ListedPanel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class _Found(NamedTuple):
    """What was read: the records, what there is to choose from, and what an empty form begins with, by field."""

    records: Sequence[Known[Any]]
    offers: dict[str, Sequence[tuple[Any, str]]]
    starts: dict[str, Any]


class KeptPanel(ListedPanel):
    """Who inherits names the record, its fields, its columns and words, and gives the list of the services (`kept`).

    `ordered` lets records be moved up and down; `wide` are the columns that share the width. `belongs` are the values
    of fields that are not asked for, as the event that the records belong to.
    """

    form: ClassVar[str] = "kept/kept"
    record: ClassVar[type]
    asked: ClassVar[tuple[Asked, ...]]
    shown: ClassVar[tuple[Column[Any], ...]]
    heading_words: ClassVar[str]
    about_words: ClassVar[str] = ""
    none_words: ClassVar[str]
    ordered: ClassVar[bool] = False
    wide: ClassVar[frozenset[int]] = frozenset({0})
    heading: QLabel
    about: QLabel
    below: QVBoxLayout
    fields: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, RecordsModel[Any](self.shown), parent)
        share_width(self.rows, self.wide)
        self.belongs: dict[str, Any] = {}
        self.inputs = {asked.name: AskedField(asked) for asked in self.asked}
        for part in self.inputs.values():
            self.fields.addWidget(part)
        for button in (self.up, self.down, self.remove):
            button.hide()
        self.about.setVisible(bool(self.about_words))
        self._versions: dict[UUID, int] = {}
        self._read = False
        self._touched = set[str]()
        self._aside: dict[str, Any] = {}
        self._one_shown = False
        for name, part in self.inputs.items():
            part.altered.connect(lambda name=name: self._touched.add(name))
        self.walk_past()
        self.say()

    def walk_past(self, above: Sequence[QWidget] = (), below: Sequence[QWidget] = ()) -> None:
        """Let Tab go past what stands above the list, the list, what stands below it, and the fields."""
        typed = [stop for part in self.inputs.values() for stop in (part.without, part.input) if stop is not None]
        self._stops = (*above, self.rows, self.up, self.down, self.remove, *below, *typed, self.keep, self.fresh)

    def kept(self, services: Services) -> Any:
        """Give the list of the services (`storage/kept.py`)."""
        raise NotImplementedError

    def read(self, services: Services) -> Sequence[Known[Any]]:
        """Read the records that are shown."""
        found: Sequence[Known[Any]] = self.kept(services).all(**self.belongs)
        return found

    def offers(self, services: Services) -> dict[str, Sequence[tuple[Any, str]]]:
        """Read what there is to choose from, by field."""
        return {asked.name: asked.offers(services) for asked in self.asked if asked.offers is not None}

    def belong(self, **values: Any) -> None:
        """Show the records of another event, street or year."""
        if values != self.belongs:
            self.belongs = values
            self._aside = {}
            self._start_fresh()
            self.outdate()

    def put(self, records: Sequence[Any]) -> None:
        """Show the records; what moves one or takes it away is there once there is one."""
        self.remove.setVisible(bool(records))
        for button in (self.up, self.down):
            button.setVisible(self.ordered and bool(records))
        super().put(records)

    def refresh(self) -> None:
        """Read the records, and what there is to choose from."""
        starts = {asked.name: asked.start for asked in self.asked if asked.start is not None}
        self.tasks.read(
            lambda services: _Found(
                self.read(services),
                self.offers(services),
                {name: start(services) for name, start in starts.items()},
            ),
            self._show,
        )

    def say(self) -> None:
        super().say()
        self.heading.setText(translate(self.heading_words))
        self.rows.setAccessibleName(translate(self.heading_words))
        self.none.setText(translate(self.none_words))
        if self.about_words:
            self.about.setText(translate(self.about_words))
        for part in getattr(self, "inputs", {}).values():
            part.say()

    def fill(self, record: Known[Any] | None) -> None:
        """Put a record into the fields, None empties them.

        What was half typed of a new one is put aside, and is there again when somebody goes on with a new one.
        """
        if record is not None and not self._one_shown:
            self._aside = _half_typed(self.inputs)
        back, self._one_shown = self._aside if self._one_shown else {}, record is not None
        for name, part in self.inputs.items():
            part.put(getattr(record.it, name) if record is not None else back.get(name))
        if record is None:
            self._aside = {}

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down what stands in the fields; raises `RefusedError` for what is no amount."""
        new = self.record(**self.belongs, **{name: part.value() for name, part in self.inputs.items()})
        versions = dict(self._versions)

        def keep(services: Services, key: UUID | None) -> Outcome[UUID]:
            kept: Outcome[UUID] = self.kept(services).write(new, key, versions.get(key) if key else None)
            return kept

        return keep

    def moved(self, services: Services, key: UUID, by: int) -> Change:
        """Move a record up or down."""
        moved: Change = self.kept(services).move(key, by, **self.belongs)
        return moved

    def ended(self, services: Services, key: UUID) -> Change:
        """Take a record away."""
        gone: Change = self.kept(services).take_away(key)
        return gone

    def _show(self, found: _Found) -> None:
        first = not self._read
        self._read = True
        if first:
            # Not before: where a part is put into a page, its own way for Tab is cut in two.
            walk(*self._stops)
        for name, offered in found.offers.items():
            self.inputs[name].offer(offered)
        for name, start in found.starts.items():
            self.inputs[name].start = start
        self._versions = {record.id: record.version for record in found.records}
        self.put(found.records)
        if first and self.chosen is None:
            self._begin()

    def _begin(self) -> None:
        """Let fields in which nobody typed yet begin with what they begin with."""
        for name, part in self.inputs.items():
            if part.asked.start is not None and name not in self._touched:
                part.put(None)


def _half_typed(fields: Mapping[str, AskedField]) -> dict[str, Any]:
    """Give what stands in the fields, nothing when there are no words in them."""
    lines = [part.input for part in fields.values() if isinstance(part.input, QLineEdit | QPlainTextEdit)]
    if not any(one.text() if isinstance(one, QLineEdit) else one.toPlainText() for one in lines):
        return {}
    typed = {}
    for name, part in fields.items():
        with suppress(RefusedError):
            typed[name] = part.value()
    return typed
