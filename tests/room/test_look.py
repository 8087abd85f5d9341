"""What can be the logo and the colours of a room, and what of a file is kept."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.room.look.logo import LARGEST_FILE, LARGEST_KEPT, LONGEST_SIDE, kept_logo
from buurtkamer_app.room.look.records import USUAL, HouseLook
from buurtkamer_app.room.look.rules import checked
from tests.logos import drawing, file

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

TURNED = 6  # as a telephone held upright says it in its pictures
GOOD = file(drawing(size=(80, 50)))
FILES = {
    "png": file(drawing()),
    "png of 256 colours": file(drawing("P")),
    "black and white": file(drawing("1")),
    "grey, see-through": file(drawing("LA")),
    "jpeg": file(drawing("RGB"), "JPEG"),
    "jpeg for printers": file(drawing("CMYK"), "JPEG"),
    "webp": file(drawing(), "WEBP"),
    "gif": file(drawing("P"), "GIF"),
    "moving gif": file(drawing("P"), "GIF", save_all=True, append_images=[drawing("P").rotate(90)]),
    "moving webp": file(drawing(), "WEBP", save_all=True, append_images=[drawing().rotate(90)]),
    "narrow": file(drawing(size=(2, 3000))),
    "tiny": file(drawing(size=(1, 1))),
}


def opened(logo: bytes) -> Image.Image:
    return Image.open(io.BytesIO(logo))


@pytest.mark.parametrize("name", FILES)
def test_a_picture_of_any_kind_becomes_a_small_png(name: str) -> None:
    kept = kept_logo(FILES[name])
    picture = opened(kept)
    assert (picture.format, getattr(picture, "n_frames", 1)) == ("PNG", 1)
    assert max(picture.size) <= LONGEST_SIDE
    assert len(kept) <= LARGEST_KEPT
    assert kept_logo(FILES[name]) == kept
    assert kept_logo(kept) == kept


def test_a_photograph_is_made_to_fit() -> None:
    noise = Image.effect_noise((1500, 1000), 80).convert("RGB")
    kept = kept_logo(file(noise, "JPEG"))
    assert len(kept) <= LARGEST_KEPT
    wide, high = opened(kept).size
    assert wide / high == pytest.approx(1.5, abs=0.02)


def test_sixteen_bits_of_grey_stay_grey() -> None:
    deep = Image.new("I;16", (4, 4), 32768)
    assert opened(kept_logo(file(deep))).convert("L").getpixel((1, 1)) == pytest.approx(128, abs=2)


def test_what_a_file_tells_beside_the_picture_is_gone() -> None:
    told = Image.Exif()
    told[0x9286] = told[0x010E] = "Wilgenpad 12, achterdeur"
    photo = file(drawing("RGB"), "JPEG", exif=told, comment=b"Wilgenpad 12")
    assert b"Wilgenpad" in photo
    kept = opened(kept_logo(photo))
    kept.load()
    assert kept.info == {}
    assert b"Wilgenpad" not in kept_logo(photo)


def test_a_picture_of_a_telephone_stands_upright() -> None:
    told = Image.Exif()
    told[0x0112] = TURNED
    assert opened(kept_logo(file(drawing("RGB", (300, 200)), "JPEG", exif=told))).size == (200, 300)


@pytest.mark.parametrize(
    "no_picture",
    [
        b"hello",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
        GOOD[: len(GOOD) // 2],
        FILES["jpeg"][:200],
        FILES["webp"][:60],
        FILES["gif"][:40],
        b"\x00" * (LARGEST_FILE + 1),
    ],
)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(no_picture: bytes) -> None:
    with pytest.raises(RefusedError):
        kept_logo(no_picture)


def test_a_picture_of_a_hundred_megapixels_is_refused_before_it_is_opened() -> None:
    # Only its head says how large it is: what should follow is not even there.
    huge = file(Image.new("1", (10_000, 10_000)))
    head = huge[:200]
    for one in (huge, head, huge[:60]):
        with pytest.raises(RefusedError) as told:
            kept_logo(one)
        assert "too large" in told.value.message


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_picture_is_made_into_a_logo_or_refused(name: str, data: st.DataObject) -> None:
    whole = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        kept = kept_logo(bytes(whole))
    except RefusedError:
        return
    assert max(opened(kept).size) <= LONGEST_SIDE


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#gggggg", "#\u0661\u0662\u0663456", "#ffffff", "#ffd700"])
def test_a_colour_that_is_none_or_too_light_is_refused(colour: str) -> None:
    for look in (HouseLook(main=colour), HouseLook(second=colour)):
        with pytest.raises(RefusedError):
            checked(look)


def test_the_look_is_kept_and_taken_back(demo: Services) -> None:
    change = demo.looks.set_look(HouseLook("#5B3A8C", "#2a602a", FILES["jpeg"]))
    kept = demo.looks.look()
    assert (kept.main, kept.second, kept.logo) == ("#5b3a8c", "#2a602a", kept_logo(FILES["jpeg"]))
    demo.looks.set_look(replace(kept, main="#1f4e8c"))
    assert demo.looks.look() == replace(kept, main="#1f4e8c")
    assert change.unit is not None
    demo.history.undo(change.unit, over_later=True)
    assert demo.looks.look() == USUAL


def test_only_the_coordinator_changes_the_look(demo: Services) -> None:
    host = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, host.id, host.name))
    with pytest.raises(NotAllowedError):
        demo.looks.set_look(HouseLook("#5b3a8c"))
