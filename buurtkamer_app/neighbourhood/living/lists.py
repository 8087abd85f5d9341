"""The two lists in which no two may be the same: groups by their name, ties by the groups that they join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.neighbourhood.living import queries, rules
from buurtkamer_app.neighbourhood.living.records import Group, Tie
from buurtkamer_app.storage.kept import Kept, Leans, Told
from buurtkamer_app.storage.tables.neighbourhood import GroupRow, TieRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.storage.unit_of_work import Store


class Groups(Kept[Group]):
    """The groups of the neighbourhood by name; the ties of one go with it."""

    def __init__(self, store: Store) -> None:
        told = Told(mark("A group was written down"), mark("A group was changed"), mark("A group was taken away"))
        leaning = (Leans(TieRow, "one_id"), Leans(TieRow, "other_id"))
        super().__init__(store, GroupRow, Group, rules.kept_group, told, order=("name",), leaning=leaning)

    def write(self, new: Group, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a group; raises `RefusedError` too when there is one of that name."""
        name = rules.kept_group(new).name
        told = self._told.written if key is None else self._told.changed
        with self._store.work(Label(told), self._needs) as unit:
            names = queries.group_names(unit.session)
            if any(known != key and rules.same_name(name, other) for known, other in names.items()):
                raise RefusedError("There is a group of this name already.")
            done = super().write(new, key, version)
        return Outcome(unit.change, done.value)


class Ties(Kept[Tie]):
    """The ties between groups, at most one between two of them."""

    def __init__(self, store: Store) -> None:
        told = Told(mark("A tie was written down"), mark("A tie was changed"), mark("A tie was taken away"))
        super().__init__(store, TieRow, Tie, rules.kept_tie, told)

    def write(self, new: Tie, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a tie; raises `RefusedError` too when the two groups have one, or a group is gone."""
        tie = rules.kept_tie(new)
        told = self._told.written if key is None else self._told.changed
        with self._store.work(Label(told), self._needs) as unit:
            if not {tie.one_id, tie.other_id} <= set(queries.group_names(unit.session)):
                raise RefusedError("This is not on record any more. Look at the list again.")
            if queries.tie_between(unit.session, tie.one_id, tie.other_id) not in {None, key}:
                raise RefusedError("These two groups have a tie already. Choose it in the list.")
            done = super().write(new, key, version)
        return Outcome(unit.change, done.value)
