"""Pictures that somebody could choose as a logo."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw


def drawing(mode: str = "RGBA", size: tuple[int, int] = (800, 500)) -> Image.Image:
    """Draw a logo of a few shapes; nothing is behind them where the mode can say so."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0) if mode in {"RGBA", "LA", "P"} else (255, 255, 255, 255))
    wide, high = size
    pen = ImageDraw.Draw(picture)
    pen.ellipse((wide * 0.05, high * 0.1, wide * 0.5, high * 0.9), fill="#0b5563")
    pen.rectangle((wide * 0.5, high * 0.4, wide * 0.95, high * 0.6), fill="#b23a12")
    return picture.convert(mode)


def file(picture: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    """Give a picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()
