"""A coordinator who hands over: who takes over, and what goes to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QComboBox

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.safekeeping.days.page import DayPage
from buurtkamer_app.qt.said import Block, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.hard_days.records import Handover, Step


class HandingPage(DayPage):
    """First asks who takes over; then shows the steps, each done here or on its own page."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"hard_day", "hard_step", "host", "pin", "key_holder", "key_renewal", "concern"}
    )
    title = mark("Another coordinator")
    intro = mark("Professionals and what was agreed stay as they are.")

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.who: QComboBox | None = None
        self.goes: QComboBox | None = None
        self.papers = Papers(tasks)
        self.body.addWidget(self.papers)

    def refresh(self) -> None:
        """Read how far it is."""
        self.tasks.read(lambda s: (s.turning.handing(), s.people.hosts()), self._show, self.answer.trouble)

    def _show(self, found: tuple[Handover | None, Sequence[Host]]) -> None:
        handing, hosts = found
        self.clear()
        if handing is None:
            self._ask(hosts)
            return
        head = self.told(strong=translate("{name} takes over.", name=handing.new_name))
        if not all(step.done for step in handing.steps):
            other = translate("Choose somebody else")
            head.offer(other, "arrow-left", translate(self.title), self._end)
        self.show_steps(handing.steps, self._tick, self._offer)
        if all(step.done for step in handing.steps):
            end = self.told(translate("All is handed over."))
            end.offer(translate("Ready"), "check", translate(self.title), self._end)

    def _ask(self, hosts: Sequence[Host]) -> None:
        block = Block()
        leads = [host for host in hosts if host.role is Role.COORDINATOR]
        self.goes = _choice(block, translate("Who goes?"), leads)
        self.who = _choice(
            block, translate("Who takes over?"), [*(host for host in hosts if host not in leads), *leads]
        )
        block.offer(translate("Begin"), "arrow-right", translate(self.title), self._begin)
        self.add(block)

    def _begin(self) -> None:
        if self.who is not None and self.goes is not None and (new := self.who.currentData()) is not None:
            goes = self.goes.currentData()
            self._do(lambda s: s.turning.begin_handing(new, goes))

    def _offer(self, block: Block, step: Step) -> None:
        words = translate(step.words)
        if step.name == "role":
            block.offer(
                translate("Make coordinator"),
                "user-shield",
                words,
                partial(self._do, lambda s: s.turning.make_coordinator()),
            )
        elif step.name == "concerns":
            block.offer(
                translate("Hand over the concerns"),
                "arrow-right",
                words,
                partial(self._do, lambda s: s.turning.give_concerns()),
            )
        elif step.name == "paper":
            block.offer(translate("Print the list"), "print", words, self._print)

    def _print(self) -> None:
        from buurtkamer_app.papers.hard_days import handing_list

        words = translate("The sheet is being drawn…")
        self.tasks.read_long(
            words, lambda s, _: handing_list(s), lambda made: self.papers.put_on([made]), self.answer.trouble
        )

    def _end(self) -> None:
        self._do(lambda s: s.turning.end_handing())

    def _tick(self, step: str, done: bool) -> None:
        self._do(lambda s: s.turning.tick_handing(step, done=done))

    def _do(self, work: Any) -> None:
        self.tasks.write(work, lambda _: self.outdate(), self.answer.trouble)


def _choice(block: Block, words: str, hosts: Sequence[Host]) -> QComboBox:
    """Put a choice of people under its words."""
    block.put(label(words, "strong"))
    made = QComboBox()
    made.setAccessibleName(words)
    for host in hosts:
        made.addItem(host.name, host.id)
    block.put(made)
    return made
