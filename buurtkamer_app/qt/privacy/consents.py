"""Everything that somebody said yes to: who, when, in which words, to whom; and taking it back in one click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.privacy.consents.records import Given
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_SEEN: Final = 16  # lines of type
_WHERE_WIDE: Final = (2, 3)  # columns; with large type what was chosen tells them
WHAT: Final = {
    ConsentFor.NAME: mark("Keep the name"),
    ConsentFor.CALL: mark("Call when missed"),
    ConsentFor.CONTACT: mark("Reach about a wish"),
    ConsentFor.QUESTION: mark("Ask a professional"),
    ConsentFor.TOGETHER: mark("Bring together"),
    ConsentFor.TESTIMONIAL: mark("Name beside words"),
}
_MEANS: Final = {
    ConsentFor.NAME: mark("Withdrawn, the name goes at the next opening. The visits stay counted."),
    ConsentFor.CALL: mark("Withdrawn, the number goes. Nobody is called any more."),
    ConsentFor.CONTACT: mark("Withdrawn, the number goes. The wish stays."),
    ConsentFor.QUESTION: mark("Withdrawn, the question is not asked any more."),
    ConsentFor.TOGETHER: mark("Withdrawn, the two are not brought together."),
    ConsentFor.TESTIMONIAL: mark("Withdrawn, the name goes. The words stay."),
}


class ConsentsPanel(Panel):
    """A list that is searched by name; what was chosen is said in full beside it."""

    form: ClassVar[str] = "privacy/consents"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "consent",
            "visitor",
            "call_if_missed",
            "wish",
            "wish_support",
            "wish_match",
            "wish_ending",
            "advice_request",
            "testimonial",
        }
    )
    hidden: QLabel
    columns: QBoxLayout
    listed: QFrame
    search: QLineEdit
    count: QLabel
    rows: QTableView
    chosen: QFrame
    title: QLabel
    text: QLabel
    when: QLabel
    parent_said: QLabel
    means: QLabel
    answer: Sentence
    withdraw: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: list[Given] = []
        self._picked: Given | None = None
        self._names_hidden = False
        self.model = RecordsModel[Given](
            (
                Column(mark("Who"), _who),
                Column(mark("Yes to what"), lambda given: translate(WHAT[given.purpose])),
                Column(mark("Since"), _since),
                Column(mark("Said to"), lambda given: given.taken_by or "–"),
            ),
            self,
        )
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.search.textChanged.connect(self.refresh)
        self.withdraw.clicked.connect(self._withdraw)
        self.hide_names(hidden=False)
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of anybody, or all of it again; what is typed stays."""
        self._names_hidden = hidden
        self.hidden.setVisible(hidden)
        self.listed.setHidden(hidden)
        self.chosen.setHidden(hidden or self._picked is None)

    def refresh(self) -> None:
        """Read who said yes to what, of those whose name is typed."""
        typed = self.search.text()
        self.tasks.read(
            lambda services: (typed, services.consents.given(typed)),
            while_there(self, self._show),
            while_there(self, self.answer.trouble),
        )

    def say(self) -> None:
        self.model.say()
        self._say_count()
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let many lines be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())
        for told_below in _WHERE_WIDE:
            self.rows.setColumnHidden(told_below, narrow(self))
        share_width(self.rows, {0})

    def _show(self, answer: tuple[str, list[Given]]) -> None:
        typed, found = answer
        if typed != self.search.text():
            return
        picked = self._picked
        self._found = found
        self.rows.selectionModel().blockSignals(True)
        self.model.put(found)
        place = next((row for row, one in enumerate(found) if picked is not None and _same(one, picked)), None)
        if place is not None:
            self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        self._picked = found[place] if place is not None else None
        self.rows.setVisible(bool(found))
        share_width(self.rows, {0})
        self.say()

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            self.answer.clear()
            self._picked = self.model.record(picked[0])
            self._say_chosen()

    def _say_count(self) -> None:
        number = len(self._found)
        if number == 0:
            nobody = translate("Nobody of this name said yes to anything.")
            self.count.setText(nobody if self.search.text().strip() else translate("Nobody said yes to anything yet."))
        elif number == 1:
            self.count.setText(translate("1 permission"))
        else:
            self.count.setText(translate("{count} permissions", count=number))

    def _say_chosen(self) -> None:
        given = self._picked
        self.chosen.setHidden(given is None or self._names_hidden)
        if given is None:
            return
        self.title.setText(f"{_who(given)} · {translate(WHAT[given.purpose])}")
        self.text.setText(f"“{given.text}”" if given.text else translate("The words were not written down then."))
        self.when.setText(_when(given))
        self.parent_said.setVisible(given.under_16)
        self.parent_said.setText(translate("Younger than 16: {name} said yes as a parent.", name=given.parent))
        self.means.setText(translate(_MEANS[given.purpose]))

    def _withdraw(self) -> None:
        given = self._picked
        if given is not None:
            self.tasks.write(
                lambda services: services.consents.withdraw(given),
                while_there(self, self._withdrawn),
                while_there(self, self.answer.trouble, self.tasks.troubled.emit),
            )

    def _withdrawn(self, _: Change) -> None:
        self._picked = None
        self.rows.clearSelection()
        self._say_chosen()


def _same(one: Given, other: Given) -> bool:
    return (one.purpose, one.key, one.helper) == (other.purpose, other.key, other.helper)


def _who(given: Given) -> str:
    who = given.who or translate("Somebody without a name")
    return f"{who} · {given.hint}" if given.hint else who


def _since(given: Given) -> str:
    return dates.day_and_year(given.given_at.date()) if given.given_at else "–"


def _when(given: Given) -> str:
    if given.given_at is None:
        return translate("When and to whom was not written down then.")
    day = dates.day_and_date(given.given_at.date())
    if given.taken_by:
        return translate("Said on {day} to {host}.", day=day, host=given.taken_by)
    return translate("Said on {day}.", day=day)
