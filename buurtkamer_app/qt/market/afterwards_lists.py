"""What came of a market, as lists: outcomes of the goals, new ties, and what people said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.afterwards.records import NewTestimonial, NewTie
from buurtkamer_app.market.records import Goal
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_SHORT: Final = 120
_CONSENT: Final = 1


class OutcomesPanel(OfEvent):
    """The goals as they were set before; only what came of each is written here."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_goal"})
    record: ClassVar[type] = Goal
    asked: ClassVar[tuple[Asked, ...]] = (Asked("outcome", mark("What came of it?"), Holds.TEXT),)
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Goal"), lambda known: known.it.goal),
        Column(mark("What came of it"), lambda known: known.it.outcome or translate("not known yet")),
    )
    heading_words: ClassVar[str] = mark("Goals, and what came of them")
    about_words: ClassVar[str] = mark("Choose a goal, and write what came of it.")
    none_words: ClassVar[str] = mark("No goals were set. Write them down under Goals.")
    wide: ClassVar[frozenset[int]] = frozenset({0, 1})
    seen_lines: ClassVar[int] = 10

    def kept(self, services: Services) -> Any:
        """Give the goals."""
        return services.markets.goals

    def keeping(self) -> Callable[[Any, UUID | None], Any]:
        """Give what writes down what came of the goal that is chosen."""
        outcome: str = self.inputs["outcome"].value()

        def keep(services: Services, key: UUID | None) -> Change:
            if key is None:
                raise RefusedError("Choose a goal from the list first.")
            return services.market_afterwards.say_outcome(key, outcome)

        return keep

    def _say_chosen(self) -> None:
        super()._say_chosen()
        picked = getattr(self, "_seen", {}).get(self.chosen)
        self.title.setText(picked.it.goal if picked is not None else translate("Choose a goal from the list"))
        self.keep.setText(translate("Keep what came of it"))
        self.keep.setEnabled(picked is not None)
        for button in (self.remove, self.fresh):
            button.hide()


class TiesPanel(OfEvent):
    """Groups, initiatives and professionals who found each other."""

    kinds: ClassVar[frozenset[str]] = frozenset({"new_tie"})
    record: ClassVar[type] = NewTie
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("between", mark("Between whom?"), hint=mark("A group, initiative or service. No names of residents.")),
        Asked("and_with", mark("And with whom?")),
        Asked("about", mark("What will they do together?")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Between"), lambda known: known.it.between),
        Column(mark("And"), lambda known: known.it.and_with),
        Column(mark("Together"), lambda known: known.it.about),
    )
    heading_words: ClassVar[str] = mark("New ties from the network moment")
    about_words: ClassVar[str] = mark("Between residents, professionals and initiatives.")
    none_words: ClassVar[str] = mark("No new ties yet. Who found each other?")
    wide: ClassVar[frozenset[int]] = frozenset({0, 1, 2})
    seen_lines: ClassVar[int] = 10

    def kept(self, services: Services) -> Any:
        """Give the ties."""
        return services.market_afterwards.ties


class SaidPanel(OfEvent):
    """What people said: with a name only with their yes, which is taken back with one press."""

    kinds: ClassVar[frozenset[str]] = frozenset({"testimonial"})
    record: ClassVar[type] = NewTestimonial
    private: ClassVar[frozenset[str]] = frozenset({"name", "consent_by"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("text", mark("What was said?"), Holds.TEXT),
        Asked("agreed", mark("Their name may stand there: they said yes"), Holds.TICK),
        Asked("name", mark("Name"), hint=mark("Leave it empty without a yes.")),
        Asked("consent_by", mark("Who said yes, if somebody else?"), hint=mark("Under 16 years: a parent.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Said"), lambda known: _short(known.it.text)),
        Column(mark("Name"), lambda known: known.it.name or translate("without a name")),
        Column(mark("Yes"), lambda known: _yes(known.it)),
    )
    heading_words: ClassVar[str] = mark("What people said")
    about_words: ClassVar[str] = mark("A name stands there only with their yes.")
    none_words: ClassVar[str] = mark("Nothing was written down yet. What did people say?")
    seen_lines: ClassVar[int] = 10

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.withdraw = QPushButton()
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_CONSENT, Signs(self.rows, self.model, _sign))
        self.withdraw.setAutoDefault(False)
        dress(self.withdraw, "user")
        self.withdraw.clicked.connect(lambda _=False: self._withdraw())
        self.below.addWidget(self.withdraw)

    def kept(self, services: Services) -> Any:
        """Give what was said."""
        return services.market_afterwards.testimonials

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down what stands in the fields."""
        new = NewTestimonial(**self.belongs, **self.typed())
        was = self._seen.get(self.chosen) if self.chosen is not None else None
        version = was.version if was is not None else None
        return lambda services, key: services.market_afterwards.testimonials.write(new, key, version)

    def say(self) -> None:
        super().say()
        self.withdraw.setText(translate("The yes is taken back: name away"))

    def _say_chosen(self) -> None:
        super()._say_chosen()
        picked = getattr(self, "_seen", {}).get(self.chosen)
        self.withdraw.setEnabled(picked is not None and picked.it.agreed)

    def _withdraw(self) -> None:
        if (key := self.chosen) is not None:
            self.tasks.write(
                lambda services: services.market_afterwards.testimonials.withdraw(key), self._gone, self.answer.trouble
            )

    def _gone(self, _: Change) -> None:
        self._start_fresh()
        self.answer.tell(lambda: translate("The name is gone. What was said stays."))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


def _yes(said: Any) -> str:
    if said.consent_at is None:
        return translate("no")
    return translate("{who}, {day}", who=said.consent_by, day=f"{said.consent_at:%d-%m-%Y}")


def _sign(known: Any) -> tuple[str, str]:
    tints = theme.colours()
    return ("user-check", tints.petrol) if known.it.agreed else ("user", tints.soft)
