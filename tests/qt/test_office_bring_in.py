"""A list comes in through the page of Beheer: chosen, guessed, changed by hand, looked at, brought in, undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.lists.records import Does
from buurtkamer_app.exchange.tables.columns import Field, ListKind
from buurtkamer_app.qt.exchange.bring_in import BringInPanel
from buurtkamer_app.qt.exchange.bring_in_column import letters
from tests.qt.office_room import OfficeRoom, ask, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QTableView, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

_TALLIES = (
    "Turven 2025",
    "Datum;Bezoekers;Kinderen;BSN",
    "6-1-2025;23;2;",
    "7-1-2025;veel;4;",
    "8-1-2025;11;20;",
    "9-1-2025;12;0;",
    "Totaal;46;;",
)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> BringInPanel:
    made = BringInPanel(room.tasks)
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.show()
    return made


def file_of(folder: Path, *lines: str, name: str = "oud.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def opened(panel: BringInPanel, qtbot: QtBot, path: Path) -> None:
    panel.choose.click()
    choose(panel.dialog, path)
    seen(panel, qtbot)


def seen(panel: BringInPanel, qtbot: QtBot) -> None:
    """Wait until what is chosen was looked at."""
    qtbot.waitUntil(lambda: panel.look.looked is not None and panel.look.looked.chosen == panel.chosen)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def visits(room: OfficeRoom, qtbot: QtBot) -> int:
    year = (date(2025, 1, 1), date(2025, 12, 31))
    return int(ask(room, qtbot, lambda services: services.desk.figures(*year).visits))


def test_a_list_goes_from_its_file_to_the_figures_and_back(
    panel: BringInPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    assert panel.choices.isHidden()
    opened(panel, qtbot, file_of(tmp_path, *_TALLIES))
    choices, look = panel.choices, panel.look
    assert choices.kind.currentData() == ListKind.TALLIES
    assert choices.sheet_frame.isHidden()
    assert choices.heads.currentText() == translate("Line {number}", number=2)
    assert [line.says.currentData() for line in choices.lines] == [Field.DATE, Field.VISITS, Field.CHILDREN, None]
    assert "BSN" in choices.never_words.text()
    assert [row[0] for row in cells(look.wrong)] == ["4", "5"]
    assert cells(look.wrong)[0][1:3] == ["Bezoekers", "veel"]
    assert [row[0] for row in cells(look.preview)] == ["3", "6", "7"]
    assert not look.bring_in.isEnabled()
    look.leave_out.click()
    assert look.bring_in.isEnabled()
    look.bring_in.click()
    qtbot.waitUntil(lambda: panel.brought.text() != "")
    assert panel.brought.text() == translate("Brought in: {count}. You can still undo it.", count=2)
    assert panel.choices.isHidden()
    assert visits(room, qtbot) == 35
    last = ask(room, qtbot, lambda services: services.history.last())
    ask(room, qtbot, lambda services: services.history.undo(last.unit))
    assert visits(room, qtbot) == 0


def test_a_column_is_changed_by_hand_and_what_it_does_is_shown(
    panel: BringInPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(panel, qtbot, file_of(tmp_path, *_TALLIES))
    visits_column, children = panel.choices.lines[1], panel.choices.lines[2]
    visits_column.says.setCurrentIndex(visits_column.says.findData(Field.CHILDREN))
    visits_column.says.activated.emit(visits_column.says.currentIndex())
    assert children.says.currentData() is None
    seen(panel, qtbot)
    date_column = panel.choices.lines[0]
    date_column.says.setCurrentIndex(0)
    date_column.says.activated.emit(0)
    seen(panel, qtbot)
    assert translate("Date") in panel.look.trouble.text()
    assert not panel.look.bring_in.isEnabled()


def test_another_kind_and_another_line_of_heads_are_looked_at_anew(
    panel: BringInPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(panel, qtbot, file_of(tmp_path, "Wens;Datum", "Dansen;9-3-2025"))
    assert panel.choices.kind.currentData() == ListKind.WISHES
    panel.choices.heads.setCurrentIndex(0)
    panel.choices.heads.activated.emit(0)
    seen(panel, qtbot)
    assert panel.choices.lines[0].head.text() == translate("Column {letters}", letters="A")
    assert panel.look.looked is not None
    assert panel.look.looked.count(Does.WRONG) == 1
    panel.choices.kind.setCurrentIndex(panel.choices.kind.findData(ListKind.VISITORS))
    panel.choices.kind.activated.emit(panel.choices.kind.currentIndex())
    qtbot.waitUntil(lambda: panel.chosen is not None and panel.chosen.kind is ListKind.VISITORS)
    seen(panel, qtbot)
    assert panel.look.agreed.isVisible()


def test_names_come_in_only_when_these_people_said_yes(
    panel: BringInPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(panel, qtbot, file_of(tmp_path, "Bezoeker;Eerste keer", "Wobbe de Vriend;1-2-2024"))
    assert not panel.look.bring_in.isEnabled()
    panel.look.agreed.click()
    qtbot.waitUntil(panel.look.bring_in.isEnabled)
    panel.look.bring_in.click()
    qtbot.waitUntil(lambda: panel.brought.text() != "")
    assert ask(room, qtbot, lambda services: services.people.find("Wobbe de Vriend"))
    opened(panel, qtbot, file_of(tmp_path, "Bezoeker", "Iemand Anders"))
    assert not panel.look.agreed.isChecked()


def test_hidden_names_are_not_on_the_page(panel: BringInPanel, tmp_path: Path, qtbot: QtBot) -> None:
    opened(panel, qtbot, file_of(tmp_path, "Bezoeker;Eerste keer", "Wobbe de Vriend;1-2-2024", "Wobbe de Vriend;"))
    assert panel.look.preview.isVisible()
    panel.hide_names(True)
    assert panel.look.preview.isHidden()
    assert panel.look.wrong.isHidden()
    assert not any("Wobbe" in line.samples.text() for line in panel.choices.lines)
    panel.hide_names(False)
    assert panel.look.preview.isVisible()


def test_tab_goes_from_the_file_to_the_button_as_the_eye_does(
    panel: BringInPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(panel, qtbot, file_of(tmp_path, *_TALLIES))
    stops = [panel.choose, *panel.choices.stops(), *panel.look.stops()]
    chain: list[QWidget] = [panel.choose]
    for _ in range(400):
        after = chain[-1].nextInFocusChain()
        assert after is not None
        chain.append(after)
    assert [one for one in dict.fromkeys(chain) if one in stops] == stops


def test_a_file_that_is_dropped_on_the_page_is_opened(panel: BringInPanel, tmp_path: Path, qtbot: QtBot) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file_of(tmp_path, *_TALLIES)))])
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    seen(panel, qtbot)
    assert "oud.csv" in panel.file_name.text()


def test_a_file_that_is_no_list_is_refused_beside_the_button(panel: BringInPanel, tmp_path: Path, qtbot: QtBot) -> None:
    opened(panel, qtbot, file_of(tmp_path, *_TALLIES))
    panel.open_file(file_of(tmp_path, "%PDF-1.7", name="brief.csv"))
    qtbot.waitUntil(lambda: panel.refused.text() != "")
    told = translate("This is no table. Save it as .xlsx or .csv, then bring it in.")
    assert panel.refused.text() == told
    assert panel.choices.isHidden()


def test_a_day_that_was_counted_meanwhile_is_told_and_looked_at_again(
    panel: BringInPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    path = file_of(tmp_path, "Datum;Bezoekers", "6-1-2025;23")
    opened(panel, qtbot, path)

    def faster(services: object) -> object:
        bringing = room.services.bringing_in
        found = bringing.open(path)
        return bringing.bring_in(bringing.look(found, found.guessed))

    ask(room, qtbot, faster)
    panel.look.bring_in.click()
    qtbot.waitUntil(lambda: panel.look.answer.text() != "")
    qtbot.waitUntil(lambda: panel.look.looked is not None and panel.look.looked.count(Does.THERE) == 1)
    assert visits(room, qtbot) == 23


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_without_a_head_are_called_as_spreadsheets_do(place: int, name: str) -> None:
    assert letters(place) == name
