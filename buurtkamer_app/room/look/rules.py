"""Which colours and which logo a sheet can have."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.room.look.logo import kept_logo

if TYPE_CHECKING:
    from buurtkamer_app.room.look.records import HouseLook

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}", re.ASCII)
# Of white letters on a filled area, and of coloured ones on white; WCAG 2.2, 1.4.3.
LEAST_CONTRAST: Final = 4.5


def _light(part: int) -> float:
    level = part / 255
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def contrast_with_white(colour: str) -> float:
    """Give how well white is read on a colour (`#rrggbb`), from 1 to 21; WCAG 2.2."""
    red, green, blue = (_light(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def checked(look: HouseLook) -> HouseLook:
    """Give a look as it is kept: colours in small letters, the logo as a small PNG.

    Raises `RefusedError` for a colour on which white letters cannot be read, and as `kept_logo`.
    """
    for colour in (look.main, look.second):
        if not _COLOUR.fullmatch(colour.lower()):
            raise RefusedError("This is no colour. Choose another one.")
        if contrast_with_white(colour) < LEAST_CONTRAST:
            raise RefusedError("White letters cannot be read on this colour. Choose a darker one.")
    return replace(look, main=look.main.lower(), second=look.second.lower(), logo=kept_logo(look.logo))
