"""The wall sheet of this week is on paper in two clicks, and the paper is what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.qt.pdf_pages import drawn_page
from tests.qt.file_printers import with_papers
from tests.qt.prints_room import apart, pictures_apart, sizes_of, text_of

from .hands import Mouse
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .whole_afternoon import asked, before

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from .conftest import Person

# As much as the dots of a picture differ that is drawn once more at another size, of 255.
SAME = 3.0


def test_two_clicks_put_this_week_on_the_wall(
    open_desk: Callable[[], Person], tmp_path_factory: pytest.TempPathFactory
) -> None:
    computer = with_papers(tmp_path_factory.mktemp("papers"))
    person = open_desk()
    asked(person, before)
    mouse = Mouse(person)
    mouse.at("12:45")
    sign_in_with_mouse(mouse, "Ria Postma")
    mouse.clicks = 0

    mouse.on(person.desktop.window.rail.buttons["prints"])
    mouse.click("print_now")
    prints = person.desktop.pages.prints
    assert prints is not None
    out = prints.sheet.out
    person.wait(lambda: not out.papers.busy and bool(computer.opened))

    assert mouse.clicks == 2
    shown = prints.sheet.shown
    assert shown is not None
    assert shown.kind.name == "wall"
    (paper,) = computer.papers()
    assert sizes_of(paper) == [(595, 842)]
    assert apart(paper, shown.made.pdf) < SAME
    assert "Papierwinkel" in text_of(shown.made.pdf)
    view = prints.sheet.paper
    person.wait(lambda: view.drawn is not None and view.drawn.width() == view.pixels())
    assert view.drawn is not None
    # Letters of a few dots are drawn on the dots of the screen.
    assert pictures_apart(view.drawn, drawn_page(paper, 0, view.pixels())) < 3 * SAME
