"""What the coordinator sees of worries and incidents: a list, one opened at a time, one on paper."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.desk.concern_row import ConcernRow
from buurtkamer_app.qt.desk.concerns import ConcernsPanel
from tests.qt.concern_room import TEXT, click, sit, sit_coordinator
from tests.qt.file_printers import with_papers
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.desk.opened_concern import OpenedConcern
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    for made in furnished(tmp_path, clock, qtbot):
        sit(made)
        yield made


def panel(room: OfficeRoom, qtbot: QtBot, **given: Any) -> ConcernsPanel:
    made = ConcernsPanel(room.tasks, **given)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.lines) or made.none.isVisible())
    return made


def row(line: QWidget) -> ConcernRow:
    assert isinstance(line, ConcernRow)
    return line


def reading(made: ConcernsPanel, qtbot: QtBot) -> OpenedConcern:
    """Open the first concern of the list."""
    click(row(made.lines[0]).open)
    qtbot.waitUntil(lambda: made.reading is not None)
    assert made.reading is not None
    return made.reading


def test_an_empty_list_says_what_it_is_for(room: OfficeRoom, qtbot: QtBot) -> None:
    sit_coordinator(room)
    made = panel(room, qtbot)
    assert made.none.text() == "Nobody is worried now. A host writes it down on Today."
    assert made.no_incidents.isVisible()


def test_the_coordinator_opens_decides_and_closes(room: OfficeRoom, qtbot: QtBot) -> None:
    ask(room, qtbot, lambda services: services.concerns.write(TEXT, urgent=True))
    sit_coordinator(room)
    made = panel(room, qtbot)
    first = row(made.lines[0])
    assert first.words.text() == "Wednesday 11 March 2026 · Ria Postma"
    assert first.states == ("Urgent", "Not read yet")
    assert "jas" not in " ".join(label.text() for label in made.findChildren(QLabel))
    opened = reading(made, qtbot)
    assert opened.quote.text() == f"“{TEXT}”"
    qtbot.waitUntil(lambda: row(made.lines[0]).states == ("Urgent", "Read"))
    QTest.keyClicks(opened.decided, "De huisarts weet het")
    opened.again.setChecked(True)
    click(opened.keep)
    qtbot.waitUntil(lambda: not made.drafts)
    qtbot.waitUntil(lambda: row(made.lines[0]).states == ("Urgent", "Look again on Wednesday 18 March 2026"))
    opened = reading(made, qtbot)
    assert opened.decided.toPlainText() == "De huisarts weet het"
    click(opened.close_it)
    qtbot.waitUntil(lambda: not made.lines)
    assert made.none.isVisible()
    made.closed_too.setChecked(True)
    qtbot.waitUntil(lambda: bool(made.lines))
    assert row(made.lines[0]).states[-1].startswith("Closed on")
    (line,) = ask(room, qtbot, lambda services: services.concerns.concerns(include_closed=True))
    assert len(ask(room, qtbot, lambda services: services.concerns.readings(line.id))) == 2


def test_an_opened_concern_is_put_away_with_the_page_and_its_decision_is_a_draft(
    room: OfficeRoom, qtbot: QtBot
) -> None:
    ask(room, qtbot, lambda services: services.concerns.write(TEXT))
    sit_coordinator(room)
    made = panel(room, qtbot)
    QTest.keyClicks(reading(made, qtbot).decided, "Nog niet af")
    made.hide()
    assert not made.drafts
    ask(room, qtbot, lambda _: None)
    made.show()
    qtbot.waitUntil(lambda: bool(made.lines))
    assert reading(made, qtbot).decided.toPlainText() == "Nog niet af"
    made.hide_names(True)
    assert not made.drafts
    assert not made.rows_frame.isVisible()


def fell(services: Services) -> Any:
    return services.concerns.write_incident(NewIncident(IncidentKind.FALL, "Viel bij de deur", WEDNESDAY, time(12)))


def test_an_incident_goes_to_paper_and_without_a_printer_to_a_file(
    room: OfficeRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(room, qtbot, fell)
    sit_coordinator(room)
    made = panel(room, qtbot)
    qtbot.waitUntil(lambda: bool(made.incident_lines))
    assert row(made.incident_lines[0]).words.text() == "Wednesday 11 March 2026, 12.00 · Somebody fell · Ria Postma"
    click(row(made.incident_lines[0]).open)
    qtbot.waitUntil(lambda: bool(made.papers.keeps), timeout=15000)
    made.papers.keeps[0].click()  # type: ignore[attr-defined] # a button
    file = tmp_path / "voorval.pdf"
    choose(made.papers.dialog, file)
    told = "Saved as voorval.pdf. Print it, then remove the file."
    qtbot.waitUntil(lambda: made.papers.answer.text() == told, timeout=15000)
    assert file.read_bytes().startswith(b"%PDF")


def test_one_press_puts_an_incident_on_paper(room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    computer = with_papers(tmp_path / "papers")
    ask(room, qtbot, fell)
    sit_coordinator(room)
    made = panel(room, qtbot)
    qtbot.waitUntil(lambda: bool(made.incident_lines))
    click(row(made.incident_lines[0]).open)
    qtbot.waitUntil(lambda: made.papers.answer.text() == "The sheet went to the printer.", timeout=15000)
    assert computer.papers()[0].startswith(b"%PDF")


def test_with_large_type_what_was_opened_comes_into_sight(room: OfficeRoom, qtbot: QtBot, qapp: QApplication) -> None:
    def several(services: Services) -> None:
        for _ in range(8):
            services.concerns.write(TEXT)

    ask(room, qtbot, several)
    sit_coordinator(room)
    theme.start(qapp, 200)
    try:
        made, area = ConcernsPanel(room.tasks), QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(made)
        qtbot.addWidget(area)
        area.resize(1086, 640)
        area.show()
        qtbot.waitUntil(lambda: len(made.lines) == 8)
        opened = reading(made, qtbot)
        qtbot.waitUntil(lambda: not opened.heading.visibleRegion().isEmpty())
        assert not area.horizontalScrollBar().isVisible()
    finally:
        theme.start(qapp, 100)
