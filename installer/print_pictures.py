"""The pictures of Afdrukken: its sheets, what is shared, choosing a picture, and a sign-up sheet keyed back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from wish_pictures import until

from buurtkamer_app.qt.desk.sign_up_sheet import SignUpSheetDialog

if TYPE_CHECKING:
    from pictures import Studio

    from buurtkamer_app.services import Services

_FRIDAY: Final = date(2026, 3, 13)
_NUMBER: Final = "2026-0004"


def numbered(services: Services) -> None:
    """Let the sign-up sheet of a meal get its number, the one after those of the tally sheets."""
    meal = services.activities.on_date("Eettafel", _FRIDAY).id
    services.activities.sign_up(meal, _FRIDAY, "De Boer", 2)
    services.sign_up_sheets.give(meal, _FRIDAY)


def shoot(studio: Studio, size: int) -> None:
    """Write the sheets on the page, then what belongs to them on other pages."""
    window = studio.desktop.window
    window.show_page("prints")
    page: Any = window.page("prints")
    # What bears no name is a heading.
    for name in filter(None, [page.chooser.itemData(place) for place in range(page.chooser.count())]):
        page.chosen.emit(name)
        studio.settle()
        studio.shoot(f"prints-{name.replace(' ', '_')}-{size}")
    page.chosen.emit("wall")
    _picture(studio, size)
    _keyed_back(studio, size)


def _picture(studio: Studio, size: int) -> None:
    window = studio.desktop.window
    window.show_page("activities")
    page: Any = window.page("activities")
    panel = page.show_section("series")
    until(lambda: panel.model.rowCount() > 0)
    panel.rows.setCurrentIndex(panel.model.index(0, 0))
    panel.picture.click()
    studio.write(f"picture-choice-{size}")
    studio.leave()
    page.show_section("week")


def _keyed_back(studio: Studio, size: int) -> None:
    dialog = SignUpSheetDialog(studio.desktop.tasks, studio.desktop.window, _NUMBER)
    dialog.open()
    studio.write(f"sign-up-sheet-{size}")
    studio.leave()
