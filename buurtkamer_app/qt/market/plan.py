"""The floor plan of a market: drawn to scale on the page, told in words beside it, and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.market.plan import rules, words
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.market.plan_papers import PlanPapers
from buurtkamer_app.qt.market.plan_side import PlanSide
from buurtkamer_app.qt.market.plan_size import PlanSize
from buurtkamer_app.qt.market.plan_view import QUARTER_TURN, PlanView
from buurtkamer_app.qt.market.plan_writing import Writing
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.market.plan.records import Plan, Trouble
    from buurtkamer_app.market.plan.snapping import Snap
    from buurtkamer_app.qt.tasks import Tasks

_TOLD: Final = 3  # of what is wrong stand above the drawing; all of it stands in the list
_HIGH: Final = 12  # lines of type that the drawing is high at least; it takes what the window has left
_SIGN: Final = 26
_LINES: Final = 2  # of what is chosen, whose room is kept free: nothing may move under the hand
_ROW: Final = 24  # lines of type in width on which the buttons of the drawing stand beside each other
_NEARER: Final = 1.25


class PlanPanel(Panel):
    """Follows the hand at once; what was put down is written while one goes on."""

    form: ClassVar[str] = "market/plan"
    kinds: ClassVar[frozenset[str]] = frozenset({"plan_thing", "market_event", "market_element"})
    wrong_card: QFrame
    wrong_sign: QLabel
    wrong: QLabel
    columns: QBoxLayout
    top: QBoxLayout
    tools: QBoxLayout
    nearer: QPushButton
    farther: QPushButton
    whole: QPushButton
    view: PlanView
    said: QLabel
    answer: Sentence
    keys: QLabel
    side: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.event_id: UUID | None = None
        self.actor = NOBODY
        self._late = False
        self._troubles: Sequence[Trouble] = ()
        self.extent, self.papers = PlanSize(tasks), PlanPapers(tasks)
        self.beside = PlanSide(self.view.drawing, self.extent, self.papers)
        self.writing = Writing(tasks, self.view, self.answer)
        self.side.addWidget(self.beside)
        self._connect()
        self.say()

    def open_market(self, key: UUID) -> None:
        """Show the plan of a market."""
        if key != self.event_id:
            self.event_id = self.papers.event_id = key
            self.answer.clear()
            self.view.choose()
            self.outdate()

    def set_actor(self, actor: Actor) -> None:
        """Hear who is at the desk: only the coordinator says how wide the route must be."""
        self.actor = actor
        self.outdate()

    def refresh(self) -> None:
        """Read the plan; while something is held or written, what stands here is newer than what is on record."""
        self._late = self.writing.busy or self.view.hand.busy
        if (key := self.event_id) is not None and not self._late:
            self.tasks.read(lambda services: services.floor_plans.plan(key), self._show, self.answer.trouble)

    def say(self) -> None:
        self.keys.setText(
            translate("One square is 1 m.")
            + " "
            + translate("Tab: next · arrows: move, with Shift finely · R: turn · Delete: take away · Escape: leave")
        )
        self._say_wrong()
        self._say_chosen(self._troubles)
        self.beside.show_plan(self._troubles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fields = self.beside.fields
        # Those of a page that is not seen as well: it is as wide as what is seen has to be.
        fold(self, self.columns, self.top, self.extent.size_row, fields.sizes, fields.turns, *self.papers.folding)
        fold_within(self, _ROW, self.tools)
        self.view.drawing.look.scale = self.fontInfo().pixelSize() / theme.TYPE_SIZE
        line = self.fontMetrics().height()
        self.view.setMinimumHeight(_HIGH * line)
        self.said.setFixedHeight(_LINES * line + 4)

    def _connect(self) -> None:
        view, writing = self.view, self.writing
        self.beside.adding.asked.connect(writing.add)
        self.beside.adding.row.connect(writing.ask_row)
        self.nearer.clicked.connect(lambda _=False: view.zoom(_NEARER))
        self.farther.clicked.connect(lambda _=False: view.zoom(1 / _NEARER))
        self.whole.clicked.connect(lambda _=False: view.show_whole())
        self.extent.snapping.connect(self._set_snap)
        view.chose.connect(self._chose)
        view.away.connect(writing.take_away)
        view.hand.moving.connect(self._say_chosen)
        view.hand.dropped.connect(writing.move)
        view.hand.refused.connect(writing.refused)
        view.hand.ended.connect(self._settle)
        writing.ended.connect(self.outdate)
        writing.turned_down.connect(self.beside.fields.reset)
        self.beside.fields.turn_left.clicked.connect(lambda _=False: view.turn(-QUARTER_TURN))
        self.beside.fields.turn_right.clicked.connect(lambda _=False: view.turn(QUARTER_TURN))
        self.beside.fields.remove.clicked.connect(lambda _=False: writing.take_away())
        self.beside.fields.altered.connect(writing.alter)
        self.beside.told.chose.connect(view.choose)
        self.beside.waiting.stands.connect(writing.stand)

    def _set_snap(self, snap: Snap) -> None:
        self.view.snap = snap

    def _show(self, plan: Plan) -> None:
        if plan.event_id != self.event_id:
            return
        if self.writing.busy or self.view.hand.busy:
            self._late = True
            return
        drawing = self.view.drawing
        was, drawing_now = drawing.plan, (plan.event_id, plan.wide_cm, plan.high_cm)
        drawing.show_plan(plan)
        if was is None or (was.event_id, was.wide_cm, was.high_cm) != drawing_now:
            self.view.show_whole()
        self.extent.put(plan, self.actor.role)
        self.writing.choose_new()
        self._settle()

    def _settle(self) -> None:
        """Say what stands there now that nothing moves any more."""
        drawing = self.view.drawing
        if drawing.plan is None:
            return
        self._troubles = rules.troubles(drawing.plan, drawing.things)
        drawing.mark(self._troubles)
        self._say_wrong()
        self.beside.show_plan(self._troubles)
        self._chose()
        if self._late and not self.writing.busy:
            self.outdate()

    def _chose(self) -> None:
        self.beside.show_chosen()
        self._say_chosen(self._troubles)

    def _say_wrong(self) -> None:
        """Say above the drawing whether all is well; the list says everything."""
        drawing, tints = self.view.drawing, theme.colours()
        if drawing.plan is None:
            return
        said = [words.wrong(drawing.plan, drawing.things, trouble) for trouble in self._troubles]
        well = translate("All is well: the emergency route is free.")
        sign, colour = ("triangle-exclamation", tints.brick_dark) if said else ("circle-check", tints.petrol)
        if not drawing.things:
            sign, well = "circle-info", translate("Nothing stands here yet. Begin with the emergency route.")
        side = round(_SIGN * drawing.look.scale)
        self.wrong_sign.setPixmap(icons.icon(sign, colour).pixmap(side, side))
        if len(said) > _TOLD:
            said = [*said[:_TOLD], translate("And {count} more, in the list beside it.", count=len(said) - _TOLD)]
        self.wrong.setText(" ".join(said) or well)

    def _say_chosen(self, troubles: Sequence[Trouble]) -> None:
        """Say what is chosen, where it is and what is wrong with it, at every step that it is moved."""
        drawing, said, kind = self.view.drawing, [translate("Choose something in the drawing")], "soft"
        if drawing.plan is not None and drawing.chosen:
            key = drawing.chosen[-1]
            thing = drawing.things[key]
            mine = [one for one in troubles if not words.concerns(one).isdisjoint(drawing.chosen)]
            said = [f"{words.named(drawing.plan, thing)} · {words.size(thing)} · {words.where(thing)}."]
            said += [words.wrong(drawing.plan, drawing.things, one) for one in mine[:1]]
            kind = "warning" if mine else "strong"
        if kind != self.said.property("kind"):
            self.said.setProperty("kind", kind)
            self.said.style().polish(self.said)
        if (text := " ".join(said)) != self.said.text():
            self.said.setText(text)
