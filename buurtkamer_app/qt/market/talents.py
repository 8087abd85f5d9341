"""What people like and are good at, and the part of the market that fits: a proposal is taken with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import Talent
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Suits
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_PART: Final = 2
_MOST: Final = 6  # proposals in sight; the next ones come when these are taken


class Does(NamedTuple):
    """What the part of somebody is called ("" : none yet), and else the part that fits with what it is called."""

    part: str
    fits: Suits | None
    fitting: str


class ProposalLine(Form):
    """A talent, the part that fits, the words that both have, and the button that takes it."""

    form: ClassVar[str] = "market/proposal_line"
    words: QLabel
    match: QPushButton


class ProposalsForm(Form):
    """The best part for each talent that has none; `taken` gives the proposal."""

    form: ClassVar[str] = "market/proposals"
    lines: QVBoxLayout
    answer: Sentence

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: list[QWidget] = []
        self.hide()

    def put(self, proposals: Sequence[tuple[Any, str, str]]) -> None:
        """Show proposals: each with who it is of and what the part is called."""
        discard(self.lines, self.shown)
        for suits, who, part in proposals[:_MOST]:
            line = ProposalLine()
            words = ", ".join(suits.words)
            line.words.setText(breakable(translate("{who} → {part} ({words})", who=who, part=part, words=words)))
            line.match.setAccessibleName(translate("Match {who} with {part}", who=who, part=part))
            line.match.clicked.connect(lambda _=False, suits=suits: self.taken.emit(suits))
            self.lines.addWidget(line)
            self.shown.append(line)
        self.setVisible(bool(proposals))


class TalentsPanel(OfEvent):
    """Who has no part yet stands first in the proposals below the list."""

    kinds: ClassVar[frozenset[str]] = frozenset({"talent", "market_element"})
    record: ClassVar[type] = Talent
    private: ClassVar[frozenset[str]] = frozenset({"name", "contact"})
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("name", mark("Who")),
        Asked("likes", mark("What do you like?")),
        Asked("good_at", mark("What are you good at?")),
        Asked("contact", mark("How to reach them"), hint=mark("Never on a sheet that others see.")),
        Asked("element_id", mark("Does this at the market"), Holds.CHOICE, offers=lambda _: []),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Who"), lambda seen: seen.it.name),
        Column(mark("Likes and is good at"), lambda seen: "\n".join(filter(None, (seen.it.likes, seen.it.good_at)))),
        Column(mark("Does this"), lambda seen: seen.beside.part or translate("nothing yet")),
    )
    heading_words: ClassVar[str] = mark("Talents")
    about_words: ClassVar[str] = mark("What do you like, and what are you good at?")
    none_words: ClassVar[str] = mark("There are no talents yet. Ask around.")
    wide: ClassVar[frozenset[int]] = frozenset({0, 1, 2})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_PART, Signs(self.rows, self.model, _sign))
        self.proposals = ProposalsForm()
        self.proposals.taken.connect(self._match)
        self.below.addWidget(self.proposals)

    def kept(self, services: Services) -> Any:
        """Give the talents."""
        return services.markets.talents

    def read(self, services: Services) -> Sequence[Any]:
        """Read the talents by name, with what each does, and what fits those who do nothing yet."""
        event = self.belongs["event_id"]
        with services.seeing():
            parts = {known.id: known.it.name for known in services.markets.elements.all(event_id=event)}
            found = services.markets.talents.all(event_id=event)
            fits = {suits.talent: suits for suits in services.markets.suits(event)}

        def does(known: Known[Talent]) -> Does:
            suits, element = fits.get(known.id), known.it.element_id
            return Does(parts.get(element, "") if element else "", suits, parts[suits.element] if suits else "")

        return [Seen(known.id, known.version, known.it, does(known)) for known in found]

    def offers(self, services: Services) -> dict[str, Sequence[tuple[Any, str]]]:
        """Read the parts that somebody can do."""
        parts = services.markets.elements.all(**self.belongs)
        named = [(known.id, f"{known.it.number} · {known.it.name}") for known in parts]
        return {"element_id": [(None, translate("nothing yet")), *named]}

    def put(self, records: Sequence[Any]) -> None:
        """Show the talents, and what fits those without a part."""
        super().put(records)
        hidden = translate("hidden") if self.names_hidden else ""
        waiting = [seen for seen in records if seen.beside.fits is not None]
        self.proposals.put([(seen.beside.fits, hidden or seen.it.name, seen.beside.fitting) for seen in waiting])

    def _match(self, suits: Any) -> None:
        self.tasks.write(
            lambda services: services.markets.match(suits.talent, suits.element),
            lambda _: self.proposals.answer.clear(),
            self.proposals.answer.trouble,
        )


def _sign(seen: Any) -> tuple[str, str]:
    tints = theme.colours()
    return ("handshake", tints.petrol) if seen.beside.part else ("circle-question", tints.soft)
