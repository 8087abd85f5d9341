"""The logo as it is kept: a small picture of which only the picture is left, whatever file it came in."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

# Of the longer side, in pixels: 5 cm at 300 to the inch.
LONGEST_SIDE: Final = 600
LARGEST_KEPT: Final = 150_000  # bytes, so that it fits into every sheet
LARGEST_FILE: Final = 30_000_000  # bytes
MOST_PIXELS: Final = 40_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_HEADS: Final = {_PNG: "PNG", b"\xff\xd8\xff": "JPEG", b"GIF87a": "GIF", b"GIF89a": "GIF"}
# What a PNG holds of the picture itself; all else says where, when and with what it was made.
_OF_THE_PICTURE: Final = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
# What damaged files make Pillow raise while it reads them.
DAMAGED: Final = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error)


def kept_logo(file: bytes) -> bytes:
    """Give a picture (PNG, JPEG, WebP or GIF) as a small PNG without anything beside the picture; nothing stays so.

    The same file gives the same bytes, and what was made here stays as it is.
    Raises `RefusedError` for what is no picture, is damaged, or is too large to be opened.
    """
    if not file:
        return b""
    if len(file) > LARGEST_FILE:
        raise RefusedError("This file is too large for a logo. Choose a smaller one.")
    if _is_made_here(file):
        return file
    tries = _tries(_small(_read(file)))
    # The last one is small whatever it shows.
    return next((png for png in tries if len(png) <= LARGEST_KEPT), b"")


def _kind(file: bytes) -> str:
    if file[:4] == b"RIFF" and file[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for head, kind in _HEADS.items() if file.startswith(head)), "")


def _opened(file: bytes) -> ImageFile:
    """Open a picture by its own kind: only its head is read, so that its size is known before it is decoded."""
    from PIL import GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: PLC0415 - 60 ms

    kinds: dict[str, Callable[[io.BytesIO], ImageFile]] = {
        "PNG": PngImagePlugin.PngImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "WEBP": WebPImagePlugin.WebPImageFile,
    }
    return kinds[_kind(file)](io.BytesIO(file))


def _read(file: bytes) -> Image:
    """Decode the first picture of a file the way up that it is meant to be seen; raises as `kept_logo`."""
    from PIL import Image as pillow  # noqa: N813, PLC0415 - a module with the name of its class
    from PIL import ImageOps  # noqa: PLC0415

    if not _kind(file):
        raise RefusedError("This is not a picture. Choose a PNG, JPEG, WebP or GIF.")
    try:
        picture = _opened(file)
        if picture.width * picture.height > MOST_PIXELS:
            raise RefusedError("This picture is too large for a logo. Choose a smaller one.")
        # A photograph is decoded at no more than it takes.
        picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
        picture.load()
        return ImageOps.exif_transpose(picture)
    except (*DAMAGED, pillow.DecompressionBombError, MemoryError) as error:
        raise RefusedError("This picture is damaged. Choose another one.") from error


def _small(picture: Image) -> Image:
    """Give a picture in eight bits a colour, see-through only where it was, at most 600 pixels on its longer side."""
    if picture.mode.startswith("I"):
        # Sixteen bits of grey: Pillow would make all that is not nearly black white.
        picture = picture.convert("I").point(lambda level: level * (1 / 257)).convert("L")
    see_through = picture.has_transparency_data
    plain = picture.convert("RGBA" if see_through else "RGB")
    if see_through and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return plain


def _tries(picture: Image) -> Iterator[bytes]:
    """Give the picture as PNG from best to smallest: in all its colours, in 256 of them, then with fewer pixels."""
    yield _png(picture)
    for side in (LONGEST_SIDE, 450, 300, 150):
        fewer = picture.copy()
        fewer.thumbnail((side, side))
        yield _png(fewer.quantize(256))


def _png(picture: Image) -> bytes:
    out = io.BytesIO()
    # What a file told of itself beside the picture (where it was taken, with what) stays behind.
    picture.info = {}
    picture.save(out, "PNG", optimize=True, icc_profile=None)
    return out.getvalue()


def _is_made_here(file: bytes) -> bool:
    """Tell whether a file is a PNG as they are made here, so that keeping a logo again changes nothing."""
    if len(file) > LARGEST_KEPT or not file.startswith(_PNG):
        return False
    at, parts = len(_PNG), []
    while at + 8 <= len(file):
        length, name = struct.unpack(">I4s", file[at : at + 8])
        parts.append(name)
        at += length + 12
    if at != len(file) or not _OF_THE_PICTURE.issuperset(parts) or parts[-1:] != [b"IEND"]:
        return False
    picture = _read(file)
    return picture.mode in {"P", "RGB", "RGBA"} and max(picture.size) <= LONGEST_SIDE
