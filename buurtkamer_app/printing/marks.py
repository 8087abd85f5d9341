"""Signs in a line of text that have a meaning for how it is laid out."""

from __future__ import annotations

from typing import Final

# Between two facts in a row: each is laid out by itself.
BETWEEN: Final = " · "
# At the start of a text: it goes from right to left by and large, whatever its first letter is (Unicode's own mark).
RIGHT_TO_LEFT: Final = "\u200f"
