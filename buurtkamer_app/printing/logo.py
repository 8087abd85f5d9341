"""The room's logo on a sheet: in the height that it is given, in grey where only black ink is used."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader

from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.house_style import WHITE
from buurtkamer_app.room.look.logo import DAMAGED

if TYPE_CHECKING:
    from PIL.Image import Image

    from buurtkamer_app.printing.dress import Dress
    from buurtkamer_app.printing.house_style import Sheet

# A logo that is very wide gets lower instead.
_WIDEST: Final = 3.5  # times its height
# Above this, in bytes as a sheet would hold it, a picture is no drawing: its colours are made fewer, or it is a photo.
_LARGEST: Final = 120_000
_PLATE: Final = 4.0


def logo_size(dress: Dress, high: float) -> tuple[float, float]:
    """Tell how wide and high the logo is, in points, that is to be `high` points at most; nothing without one."""
    reader = _reader(dress.look.logo, grey=dress.ink is Ink.BLACK) if dress.look.logo else None
    if reader is None:
        return 0.0, 0.0
    wide, tall = reader.getSize()
    scale = min(high / tall, high * _WIDEST / wide)
    return wide * scale, tall * scale


def put_logo(sheet: Sheet, at: tuple[float, float], high: float, *, plate: bool = False) -> float:
    """Draw the room's logo with the upper left corner of its box `at`; give the width that it takes, 0 without a logo.

    It is in the middle of the box's height; a `plate` of white behind it keeps it readable on a filled area.
    """
    wide, tall = logo_size(sheet.dress, high)
    if not wide:
        return 0.0
    left, down = at[0], at[1] + (high - tall) / 2
    if plate:
        size = (wide + 2 * _PLATE, tall + 2 * _PLATE)
        sheet.frame((left - _PLATE, down - _PLATE), size, line=WHITE, fill=WHITE)
    reader = _reader(sheet.dress.look.logo, grey=sheet.dress.ink is Ink.BLACK)
    # It is in the file once, however many pages it stands on.
    sheet.canvas.drawImage(reader, left, sheet.paper.high - down - tall, wide, tall, mask="auto")
    return wide


@lru_cache(maxsize=4)
def _reader(logo: bytes, *, grey: bool) -> ImageReader | None:
    """Give the logo as ReportLab takes it, small enough for a sheet; None for one that was damaged on the disk."""
    try:
        return _read(logo, grey=grey)
    except DAMAGED:
        return None


def _read(logo: bytes, *, grey: bool) -> ImageReader:
    # Only a room with a logo waits for this.
    from PIL import PngImagePlugin  # noqa: PLC0415

    picture: Image = PngImagePlugin.PngImageFile(io.BytesIO(logo))
    see_through = picture.has_transparency_data
    picture = picture.convert("RGBA" if see_through else "RGB")
    if grey:
        picture = picture.convert("LA" if see_through else "L")
    if _packed(picture) <= _LARGEST:
        return ImageReader(picture)
    if see_through:
        return ImageReader(picture.convert("RGBA").quantize(64).convert("RGBA"))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88, optimize=True)
    out.seek(0)
    return ImageReader(out)


def _packed(picture: Image) -> int:
    """Tell how many bytes a sheet would hold of a picture."""
    return len(zlib.compress(picture.tobytes()))
