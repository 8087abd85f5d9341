"""How people here live together: what there is to do and who does it, customs, groups, rounds past doors, spots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.neighbourhood.living import queries, rules
from buurtkamer_app.neighbourhood.living.lists import Groups, Ties
from buurtkamer_app.neighbourhood.living.records import (
    Custom,
    MeetingSpot,
    Outreach,
    OutreachSum,
    Perhaps,
    Task,
    TaskSeen,
    TieSeen,
    Web,
)
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.neighbourhood import CustomRow, MeetingSpotRow, OutreachRow, TaskRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.people.service import People
    from buurtkamer_app.planner.slots.records import Lead
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Living:
    """Use cases of living together; hosts read and write all of it."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store, self._room, self._people = store, room, people
        self.tasks = Kept(
            store,
            TaskRow,
            Task,
            rules.kept_task,
            Told(mark("A task was written down"), mark("A task was changed"), mark("A task was taken away")),
        )
        self.customs = Kept(
            store,
            CustomRow,
            Custom,
            rules.kept_custom,
            Told(
                mark("A custom was written down"),
                mark("A custom was changed"),
                mark("A custom was taken away"),
                mark("The customs were put in another order"),
            ),
            order=("position",),
        )
        self.groups, self.ties = Groups(store), Ties(store)
        self.outreach = Kept(
            store,
            OutreachRow,
            Outreach,
            rules.kept_round,
            Told(mark("A round was written down"), mark("A round was changed"), mark("A round was taken away")),
            order=("on_date",),
        )
        self.spots = Kept(
            store,
            MeetingSpotRow,
            MeetingSpot,
            rules.kept_spot,
            Told(mark("A spot was written down"), mark("A spot was changed"), mark("A spot was taken away")),
            order=("name",),
        )

    def seen_tasks(self) -> list[TaskSeen]:
        """Give the tasks: first the open ones with who may like them, then those that somebody has, then the rest."""
        found, leads = self.tasks.all(), self._leads()
        of_them = [TaskSeen(known, tuple(_perhaps(known.it, leads)) if known.it.is_open else ()) for known in found]
        return sorted(of_them, key=lambda seen: (seen.known.it.ended_on is not None, not seen.known.it.is_open))

    def take_task(self, task: UUID, who: str, contact: str = "") -> Change:
        """Write down who takes a task, and how to reach them.

        Raises `RefusedError` without a name or when the task is gone.
        """
        today = self._room.today()
        return self._alter(task, mark("Somebody took a task"), lambda now: rules.taken(now, who, contact, today))

    def give_back_task(self, task: UUID) -> Change:
        """Let a task be open again; raises `RefusedError` when it is gone."""
        return self._alter(task, mark("A task is open again"), rules.given_back)

    def end_task(self, task: UUID) -> Change:
        """Write down that a task is over; raises `RefusedError` when it is gone."""
        today = self._room.today()
        return self._alter(task, mark("A task is over"), lambda now: rules.ended(now, today))

    def seen_ties(self) -> list[TieSeen]:
        """Give the ties with the names of their groups, the strongest first."""
        known = self.ties.all()
        with self._store.reading() as session:
            names = queries.group_names(session)
        seen = [TieSeen(tie, *sorted((names[tie.it.one_id], names[tie.it.other_id]))) for tie in known]
        return sorted(seen, key=lambda tie: (-tie.it.strength, tie.one, tie.other))

    def web(self) -> Web:
        """Give the groups and what ties them to each other."""
        groups = tuple(known.it.name for known in self.groups.all())
        return Web(groups, tuple((tie.one, tie.other, tie.it.strength, tie.it.through) for tie in self.seen_ties()))

    def rounds_added_up(self) -> Sequence[OutreachSum]:
        """Give the rounds past doors, added up by year and street."""
        return rules.sums(known.it for known in self.outreach.all())

    def _alter(self, task: UUID, label: str, alter: Callable[[Task], Task]) -> Change:
        with self._store.work(Label(label)) as unit:
            self.tasks.write(alter(self.tasks.one(task).it), task)
        return unit.change

    def _leads(self) -> list[Lead]:
        # The planner is only loaded by who looks for people.
        from buurtkamer_app.planner.slots.records import Lead  # noqa: PLC0415

        with self._store.reading() as session:
            can = queries.skills(session)
        return [Lead(host.name, host.id, tuple(can.get(host.id, ()))) for host in self._people.hosts()]


def _perhaps(task: Task, leads: Sequence[Lead]) -> list[Perhaps]:
    """Give who said that they can do what a task is about, by name."""
    # As above.
    from buurtkamer_app.planner.slots.leading import who_can  # noqa: PLC0415
    from buurtkamer_app.planner.slots.records import Asked  # noqa: PLC0415

    asked = Asked(None, 0, task.what, (task.what, task.asks), task.theme, 1, ())
    return [Perhaps(lead.name, said) for lead, said in who_can(asked, leads)]
