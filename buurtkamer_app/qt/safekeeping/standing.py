"""How things stand with what is entrusted to the room, at one look; and the check-up of this computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.said import Block, label
from buurtkamer_app.qt.said import State as Sign
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.safekeeping.checkup.records import STATES, TOPICS, State, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.checkup.records import CheckUp, Finding

SIGNS: Final = {
    State.GOOD: ("circle-check", "leaf"),
    State.LOOK: ("triangle-exclamation", "sun"),
    State.BAD: ("triangle-exclamation", "rose"),
    State.UNKNOWN: ("circle-question", "straw"),
}
# Where something is done about it: a section of Beheer.
LEADS: Final = {
    Topic.BACKUP: "backup",
    Topic.TRIED: "backup",
    Topic.KEYS: "keys",
    Topic.RETENTION: "retention",
    Topic.CONCERNS: "concerns",
    Topic.LEAKS: "breaches",
}
_AS_A_WHOLE: Final = {
    State.GOOD: mark("All is well."),
    State.LOOK: mark("Something asks for a look."),
    State.BAD: mark("Something is not good. Do that first."),
}


_ORDER: Final = (State.BAD, State.LOOK, State.UNKNOWN, State.GOOD)


class FindingBlock(Block):
    """How one topic stands."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        topic = translate(TOPICS[finding.topic])
        self.put(label(topic, "strong"))
        self.sign = Sign(*SIGNS[finding.state], translate(STATES[finding.state]))
        self.put(self.sign)
        self.put(label(finding.label.say()))


class StandingPanel(Panel):
    """Shows each finding as a block; `go_asked` gives the section to go to, `check_asked` that all is to be checked."""

    form: ClassVar[str] = "safekeeping/standing"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"backup_made", "key_holder", "concern", "breach", "retention_rule", "day", "visitor", "consent"}
    )
    whole: Sentence
    blocks: QGridLayout
    check: QPushButton
    answer: Sentence
    found: QGridLayout

    go_asked = Signal(str)
    check_asked = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.standing: list[QWidget] = []
        self.checked: list[QWidget] = []
        self._shown: tuple[Finding, ...] = ()
        self._checked: CheckUp | None = None
        self.check.clicked.connect(self._check)

    def refresh(self) -> None:
        """Read how the room stands."""
        self.tasks.read(lambda services: services.standing.now(), self._show)

    def say(self) -> None:
        self._show(self._shown)
        if self._checked is not None:
            self.show_checked(self._checked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.blocks, self.standing)
        self._lay(self.found, self.checked)

    def show_checked(self, checked: CheckUp) -> None:
        """Show what a check-up found: what is not good first, then the rest."""
        self._checked = checked
        self.check.setEnabled(True)
        discard(self.found, self.checked)
        worst_first = sorted(checked.findings, key=lambda one: _ORDER.index(one.state))
        self.checked += [FindingBlock(finding) for finding in worst_first]
        self._lay(self.found, self.checked)
        if checked.trouble is not None:
            self.answer.trouble(checked.trouble)
        else:
            words = _AS_A_WHOLE[checked.state]
            self.answer.tell(lambda: translate(words))

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why there was no check-up."""
        self.check.setEnabled(True)
        self.answer.trouble(error)

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.answer.tell(lambda: translate("Everything is being looked at…"))
        self.check_asked.emit()

    def _show(self, standing: Sequence[Finding]) -> None:
        self._shown = tuple(standing)
        discard(self.blocks, self.standing)
        for finding in standing:
            block = FindingBlock(finding)
            lead, topic = LEADS[finding.topic], translate(TOPICS[finding.topic])
            block.offer(translate("Go there"), "arrow-right", topic, partial(self.go_asked.emit, lead))
            self.standing.append(block)
        self._lay(self.blocks, self.standing)
        states = {finding.state for finding in standing}
        worst = next((state for state in (State.BAD, State.LOOK) if state in states), State.GOOD)
        self.whole.setVisible(bool(standing))
        if standing:
            self.whole.tell(lambda: translate(_AS_A_WHOLE[worst]))

    def _lay(self, grid: QGridLayout, blocks: Sequence[QWidget]) -> None:
        """Put the blocks in as many columns as the size of the type leaves room for."""
        across = 1 if narrow(self) else 3
        for column in range(3):
            grid.setColumnStretch(column, 1 if column < across else 0)
        for number, block in enumerate(blocks):
            grid.addWidget(block, *divmod(number, across))
