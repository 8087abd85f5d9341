"""A market at a glance: what is still open, what clashes, what is to be asked for, and what there is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import PermitState
from buurtkamer_app.market.words import KIND_SIGNS, KINDS, MOTIVES, PERMITS, ROLES, SESSIONS
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.market.signed_line import SignedLine
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from buurtkamer_app.market.records import Overview
    from buurtkamer_app.qt.tasks import Tasks

    Line = tuple[str, tuple[str, str], str]  # words, the sign with its colour, how the words look

_MOST: Final = 8  # lines of a card; the section has the rest
_OPEN: Final = frozenset({PermitState.LATE, PermitState.SOON})
# The part of the market that each card opens, with what it is headed and what its button says.
_CARDS: Final = {
    "roles": (mark("Who carries the market"), mark("To the roles"), "users"),
    "elements": (mark("What clashes"), mark("To the parts"), "shop"),
    "permits": (mark("Permits and agreements"), mark("To the permits"), "envelope"),
    "meetings": (mark("Actions and meetings"), mark("To the meetings"), "comments"),
    "made_of": (mark("What the market is made of"), "", ""),
    "talents": (mark("Talents and goals"), mark("To the talents"), "star"),
}
_LEFT: Final = ("roles", "elements", "permits")


class Glance(Form):
    """A card of the overview."""

    form: ClassVar[str] = "market/glance"
    heading: QLabel
    lines: QVBoxLayout
    more: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: list[QWidget] = []
        self._lines: list[Line] = []

    def put(self, lines: list[Line]) -> None:
        """Show these lines, and how many more there are."""
        if lines == self._lines:
            return
        self._lines = lines
        discard(self.lines, self.shown)
        if len(lines) > _MOST + 1:
            tints, more = theme.colours(), len(lines) - _MOST
            lines = [*lines[:_MOST], (translate("and {count} more", count=more), ("circle-info", tints.soft), "soft")]
        for line in lines:
            shown = SignedLine(*line)
            self.lines.addWidget(shown)
            self.shown.append(shown)


class OverviewPanel(Panel):
    """`asked` names the section that somebody wants to see."""

    form: ClassVar[str] = "market/overview"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "market_event",
            "market_role",
            "market_element",
            "market_session",
            "market_action",
            "market_goal",
            "talent",
            "permit_step",
            "shift",
            "place",
            "series",
        }
    )
    columns: QBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._key: UUID | None = None
        self._overview: Overview | None = None
        self._hidden = False
        self.cards = {name: Glance() for name in _CARDS}
        for name, card in self.cards.items():
            (self.left if name in _LEFT else self.right).addWidget(card)
            card.more.setVisible(bool(_CARDS[name][1]))
            if _CARDS[name][2]:
                dress(card.more, _CARDS[name][2])
            card.more.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.left.addStretch()
        self.right.addStretch()
        self.say()

    def open_market(self, key: UUID) -> None:
        """Show another market."""
        if key != self._key:
            self._key, self._overview = key, None
            self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Hide who has which role and who clashes, or show it again."""
        self._hidden = hidden
        self.say()

    def refresh(self) -> None:
        """Read all of it at one moment."""
        if (key := self._key) is not None:
            self.tasks.read(lambda services: services.markets.overview(key), self._show)

    def say(self) -> None:
        for name, card in self.cards.items():
            card.heading.setText(translate(_CARDS[name][0]))
            card.more.setText(translate(_CARDS[name][1]) if _CARDS[name][1] else "")
        if (seen := self._overview) is not None:
            self.cards["roles"].put(list(_roles(seen, hidden=self._hidden)))
            self.cards["elements"].put(list(_clashes(seen, hidden=self._hidden)))
            self.cards["permits"].put(list(_permits(seen)))
            self.cards["meetings"].put(list(_actions(seen, hidden=self._hidden)))
            self.cards["made_of"].put(list(_made_of(seen)))
            self.cards["talents"].put(list(_talents(seen)))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def _show(self, seen: Overview) -> None:
        if seen.event.id == self._key:
            self._overview = seen
            self.say()


def _bad(icon: str = "triangle-exclamation") -> tuple[str, str]:
    return icon, theme.colours().brick_dark


def _good(icon: str = "circle-check") -> tuple[str, str]:
    return icon, theme.colours().petrol


def _plain(icon: str) -> tuple[str, str]:
    return icon, theme.colours().soft


def _roles(seen: Overview, *, hidden: bool) -> Iterator[Line]:
    for role in sorted(seen.roles, key=lambda role: not role.vacant):
        name = translate(ROLES[role.role])
        if role.vacant:
            yield translate("{role}: nobody yet", role=name), _bad(), "warning"
        else:
            yield f"{name}: {translate('hidden') if hidden else role.who}", _good("user-check"), ""


def _clashes(seen: Overview, *, hidden: bool) -> Iterator[Line]:
    for clash in seen.clashes:
        shown = clash.without_names() if hidden else clash
        yield shown.say(), _bad(), "warning"
    if not seen.clashes:
        yield translate("Nothing clashes: places, people and times fit."), _good(), ""


def _permits(seen: Overview) -> Iterator[Line]:
    for permit in seen.permits:
        if permit.state in _OPEN:
            word, icon = PERMITS[permit.state]
            what, day = permit.step.it.what, dates.day_and_year(permit.by)
            yield translate("{state}: {what}, before {day}", state=translate(word), what=what, day=day), _bad(icon), ""
    waiting = [permit for permit in seen.permits if permit.state is PermitState.ASKED]
    for permit in waiting:
        yield translate("Asked, no answer yet: {what}", what=permit.step.it.what), _plain("envelope"), ""
    later = [permit for permit in seen.permits if permit.state is PermitState.LATER]
    if later:
        first = later[0]
        what, day = first.step.it.what, dates.day_and_year(first.by)
        yield translate("Next: {what}, before {day}", what=what, day=day), _plain("clock"), ""
    done = sum(permit.state is PermitState.DONE for permit in seen.permits)
    if seen.permits:
        yield translate("{done} of {count} arranged", done=done, count=len(seen.permits)), _good(), ""


def _actions(seen: Overview, *, hidden: bool) -> Iterator[Line]:
    for known in seen.late:
        who = translate("hidden") if hidden and known.it.who else known.it.who
        said = " · ".join(filter(None, (known.it.what, who)))
        yield translate("Too late: {what}", what=said), _bad(), "warning"
    to_do = sum(known.it.done_on is None for known in seen.actions) - len(seen.late)
    if to_do:
        one = translate("1 action still to do")
        words = one if to_do == 1 else translate("{count} actions still to do", count=to_do)
        yield words, _plain("clock"), ""
    elif not seen.late:
        yield translate("No action is waiting."), _good(), ""
    coming = [met.it for met in seen.sessions if met.it.on_date >= seen.today]
    for it in coming[:2]:
        words = f"{translate(SESSIONS[it.kind])} · {dates.day_and_date(it.on_date)}"
        yield words, _plain("comments"), ""
    if not seen.sessions:
        yield translate("Nobody came together yet. Begin with the joint start."), _plain("comments"), ""


def _made_of(seen: Overview) -> Iterator[Line]:
    kinds = Counter(known.it.kind for known in seen.elements)
    for kind, word in KINDS.items():
        yield f"{translate(word)}: {kinds[kind]}", _good(KIND_SIGNS[kind]), ""
    yield translate("What people come for"), _plain("circle-info"), "soft"
    motives = Counter(known.it.motive for known in seen.elements)
    for motive, word in MOTIVES.items():
        sign = _good("circle-check") if motives[motive] else _bad("circle-question")
        yield f"{translate(word)}: {motives[motive]}", sign, ""


def _talents(seen: Overview) -> Iterator[Line]:
    if seen.talents_to_match:
        one, count = translate("1 talent has no part yet"), seen.talents_to_match
        words = one if count == 1 else translate("{count} talents have no part yet", count=count)
        yield words, _bad("circle-question"), ""
    else:
        yield translate("Every talent has a part."), _good("handshake"), ""
    if seen.goals:
        one = translate("1 goal for this place")
        words = one if seen.goals == 1 else translate("{count} goals for this place", count=seen.goals)
        yield words, _good("bullseye"), ""
    else:
        yield translate("There are no goals for this place yet."), _bad("bullseye"), ""
