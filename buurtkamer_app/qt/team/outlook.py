"""What the expense allowances of this year come to, for each host and together, and what the target means for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.team import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.allowance.records import Foresight, Outlook


class OutlookPanel(Panel):
    """Is for the coordinator; says so when it is too early to foresee anything."""

    form: ClassVar[str] = "team/outlook"
    kinds: ClassVar[frozenset[str]] = frozenset({"sign_on", "contributed", "allowance", "allowance_rate", "host_card"})
    together: QLabel
    lines: QVBoxLayout
    early: QLabel
    sign: QLabel
    target: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.setProperty("kind", "card")
        self._outlook: Outlook | None = None
        self._made: list[QWidget] = []
        self._reading: Asked | None = None
        self.say()

    def refresh(self) -> None:
        """Read what is foreseen."""
        self.stop()
        self._reading = self.tasks.read(lambda services: services.allowances.outlook(), self._show)

    def stop(self) -> None:
        """Want no answer any more."""
        if self._reading is not None:
            self._reading.cancel()

    def say(self) -> None:
        discard(self.lines, self._made)
        seen = self._outlook
        rows = seen.rows if seen is not None else ()
        for row in rows:
            label = QLabel(_said(row))
            label.setWordWrap(True)
            self.lines.addWidget(label)
            self._made.append(label)
        self.together.setVisible(bool(rows))
        self.early.setVisible(not rows)
        self.early.setText(_nothing_yet(seen))
        told = _target(seen) if seen is not None else ""
        show_icon(self.sign, "circle-info", theme.colours().ink)
        self.target.setText(told)
        for part in (self.sign, self.target):
            part.setVisible(bool(told))
        if seen is not None:
            self.together.setText(translate("All together this year: about {euros}.", euros=words.about(seen.year)))

    def _show(self, seen: Outlook | None) -> None:
        self._outlook = seen
        self.say()


def _nothing_yet(seen: Outlook | None) -> str:
    if seen is None:
        return translate("Without the amounts of this year nothing can be foreseen.")
    if seen.too_early:
        return translate("It is too early to say how the year will end.")
    return translate("Nobody takes an allowance yet.")


def _said(row: Foresight) -> str:
    name = row.taker.name
    if row.reached is not None:
        return translate(
            "At this pace {name} reaches the most of the year in {month}.", name=name, month=dates.month(row.reached)
        )
    if row.uncapped > row.year:
        return translate(
            "{name}: about {euros} this year. The caps hold back {rest}.",
            name=name,
            euros=words.about(row.year),
            rest=words.about(row.uncapped - row.year),
        )
    return translate("{name}: about {euros} this year.", name=name, euros=words.about(row.year))


def _target(seen: Outlook) -> str:
    """Say early what the highest mark of the team asks of each, when the allowance does not cover that."""
    if seen.target_each is None or seen.rate.by is not AllowanceBy.HOUR or seen.target_each * 60 <= seen.covered:
        return ""
    each = translate(
        "For {target} hours each of the {count} members gives {hours} a year.",
        target=words.number(seen.target or 0),
        count=seen.members,
        hours=seen.target_each,
    )
    return f"{each} {translate('The allowance covers {hours} hours.', hours=seen.covered // 60)}"
