"""The logo on a sheet keeps its proportions, is in the file once, and is grey where only black ink is used."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house_style import HEIGHT, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.preview import page, sizes
from buurtkamer_app.room.look.logo import kept_logo
from buurtkamer_app.room.look.records import HouseLook
from tests.logos import drawing, file

LOGOS = {
    "drawing": kept_logo(file(drawing())),
    "opaque": kept_logo(file(drawing("RGB"))),
    "wide": kept_logo(file(drawing(size=(3000, 30)))),
    "tall": kept_logo(file(drawing(size=(30, 3000)))),
    "photo": kept_logo(file(Image.effect_noise((900, 700), 90).convert("RGB"))),
    "photo of which you see through": kept_logo(file(Image.effect_noise((900, 700), 90).convert("LA"))),
    "dot": kept_logo(file(drawing(size=(1, 1)))),
}


def sheet(logo: bytes, ink: Ink = Ink.SAVING, copies: int = 1) -> tuple[bytes, float]:
    """Make a sheet with a logo 100 points from left and top, 60 points high; give it and the width of the logo."""
    made, wide = Sheet("Logo", "Buurtkamer", dress=Dress(HouseLook(logo=logo), ink)), 0.0
    for _ in range(copies):
        wide = put_logo(made, (100, 100), 60)
        made.turn()
    return made.done(), wide


@pytest.mark.parametrize("name", LOGOS)
@pytest.mark.parametrize("ink", Ink)
def test_it_stands_in_its_box_in_its_own_proportions(name: str, ink: Ink) -> None:
    pdf, wide = sheet(LOGOS[name], ink)
    with pypdfium2.PdfDocument(pdf) as document:
        (drawn,) = [one for one in document[0].get_objects() if one.type == raw.FPDF_PAGEOBJ_IMAGE]
        left, bottom, right, top = drawn.get_bounds()
    assert (left, right - left) == pytest.approx((100, wide), abs=0.01)
    assert HEIGHT - 160.01 <= bottom < top <= HEIGHT - 99.99
    assert (bottom + top) / 2 == pytest.approx(HEIGHT - 130, abs=0.01)
    high = top - bottom
    assert wide <= 60 * 3.5 + 0.01
    assert logo_size(Dress(HouseLook(logo=LOGOS[name]), ink), 60) == pytest.approx((wide, high), abs=0.01)
    assert len(pdf) < 260_000


@pytest.mark.parametrize("name", LOGOS)
def test_it_is_in_the_file_once_and_the_same_again(name: str) -> None:
    one, many = sheet(LOGOS[name])[0], sheet(LOGOS[name], copies=20)[0]
    assert many.count(b"/Subtype /Image") == one.count(b"/Subtype /Image") <= 2
    assert sheet(LOGOS[name], copies=20)[0] == many


def test_without_a_logo_nothing_is_drawn() -> None:
    pdf, wide = sheet(b"")
    assert wide == 0
    assert b"/Image" not in pdf.replace(b"/ImageB /ImageC /ImageI", b"")


@pytest.mark.parametrize("name", ["drawing", "photo"])
def test_in_black_it_is_grey(name: str) -> None:
    def coloured(ink: Ink) -> bool:
        made = sheet(LOGOS[name], ink)[0]
        assert len(sizes(made)) == 1
        seen = page(made, 0, 600).rgbx
        pixels = {seen[at : at + 3] for at in range(0, len(seen), 4)}
        return any(max(pixel) - min(pixel) > 8 for pixel in pixels)

    assert not coloured(Ink.BLACK)
    assert coloured(Ink.SAVING) == (name == "drawing")
