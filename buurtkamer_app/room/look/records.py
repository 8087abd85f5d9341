"""How the sheets of this room look: its two colours and its logo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class HouseLook:
    """Two colours (`#rrggbb`), both dark enough for white letters on them, and a logo as a PNG (empty: none)."""

    main: str = "#0b5563"
    second: str = "#b23a12"
    logo: bytes = b""


USUAL: Final = HouseLook()
