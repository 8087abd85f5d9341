"""The copy to take home: sheets in one encrypted PDF, which opens in any reader with words of its own."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.exchange.delivery import delivering
from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TakenHome:
    """A copy that was made: where it is, the days that it tells of, how many pages, and the words that open it."""

    path: Path
    first: date
    last: date
    pages: int
    words: str


def keep(sheets: Sequence[bytes], path: Path, first: date, last: date, typed: str = "") -> TakenHome:
    """Put sheets in one file that opens with `typed`, or with five words that are drawn when it is empty.

    It is read back with its words before it takes its name. Raises `RefusedError` for words that are easy to guess or
    a path that cannot be a file, `StoreError` when the disk or stick refuses.
    """
    if typed:
        passphrase.acceptable(typed)
    opens_with = typed.strip() or passphrase.draw()
    content, count = _locked(sheets, opens_with)
    with delivering(path, content, lambda fresh: _prove(fresh, opens_with, count)) as place:
        place()
    return TakenHome(path, first, last, count, opens_with)


def _locked(sheets: Sequence[bytes], opens_with: str) -> tuple[bytes, int]:
    import pikepdf  # noqa: PLC0415 - few make a copy, and it is heavy

    out = io.BytesIO()
    with pikepdf.new() as whole:
        for sheet in sheets:
            with pikepdf.open(io.BytesIO(sheet)) as pdf:
                whole.pages.extend(pdf.pages)
        count = len(whole.pages)
        # The owner's passphrase is the same: an empty one would open the file for anybody.
        lock = pikepdf.Encryption(owner=opens_with, user=opens_with, R=6, aes=True, metadata=True)
        whole.save(out, encryption=lock)
    return out.getvalue(), count


def _prove(fresh: Path, opens_with: str, count: int) -> None:
    """Open what was written with its words, and count its pages."""
    import pikepdf  # noqa: PLC0415 - as above

    try:
        with pikepdf.open(fresh, password=opens_with) as pdf:
            if len(pdf.pages) == count and pdf.is_encrypted:
                return
    except pikepdf.PdfError as error:
        raise StoreError("The copy could not be read back. Nothing was kept.", details=str(type(error))) from error
    raise StoreError("The copy could not be read back. Nothing was kept.")
