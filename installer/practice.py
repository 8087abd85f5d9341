"""The demo: the practice room in its window, or, where there is no display, the same work on files in `practice/`."""

from __future__ import annotations

import os
import secrets
import sys
from typing import TYPE_CHECKING, Final

from commands import ROOT, run, say
from display import has_display, on_a_screen
from environment import python

if TYPE_CHECKING:
    from pathlib import Path

OUT: Final = ROOT / "practice"
DEMO: Final = ROOT / "resources" / "demo"
WEEK: Final = OUT / "week-2026-11.pdf"
LOG: Final = OUT / "log.pdf"
PASSPHRASE: Final = OUT / "log-passphrase.txt"
PICTURE: Final = OUT / "vandaag.png"
# A moment of the daybook's afternoon, so that there is something to see whatever today is.
MOMENT: Final = "2026-03-11T13:00"
PICTURE_OF_THE_DESK: Final = ("demo", "--data", str(OUT / "room"), "--at", MOMENT, "--picture", str(PICTURE))


def work(room: Path, afternoon: Path) -> list[list[str]]:
    """Give the demo's work without a window: a day replayed, the week on paper, a month's log made and read back."""
    month = ["--from", "2026-03-01", "--to", "2026-03-31"]
    return [
        ["replay", str(afternoon)],
        ["week", "--room", str(room), "--date", "2026-03-09", "--out", str(WEEK)],
        ["export", "--room", str(room), *month, "--out", str(LOG), "--log-passphrase-file", str(PASSPHRASE)],
        ["review", str(LOG), "--passphrase-file", str(PASSPHRASE)],
    ]


def show() -> bool:
    """Open the practice room, or do its work without a window; tell whether all went well."""
    buurtkamer = [str(python()), "-m", "buurtkamer_app"]
    if has_display(sys.platform, os.environ):
        say("Demo: opening the practice room (close its window to end)")
        return run([*buurtkamer, "demo"])
    say("Demo: there is no display here, so the practice room does its work without a window")
    OUT.mkdir(exist_ok=True)
    for old in _made():
        old.unlink(missing_ok=True)  # what stands there afterwards was made now
    if not PASSPHRASE.exists():
        PASSPHRASE.touch(mode=0o600)
        PASSPHRASE.write_text(secrets.token_urlsafe(12) + "\n", encoding="utf-8")
    went = [run([*buurtkamer, *words]) for words in work(DEMO / "room.json", DEMO / "afternoon.json")]
    picture, more = on_a_screen([*buurtkamer, *PICTURE_OF_THE_DESK], display=False)
    went.append(run(picture, **more))
    say("Made:")
    for path, what in _made().items():
        say(f"  {path.relative_to(ROOT)}  {what if path.exists() else 'was NOT made: see above'}")
    return all(went)


def _made() -> dict[Path, str]:
    return {
        WEEK: "the wall sheet of the week of 9 March 2026",
        LOG: f"the review log of March 2026 (its passphrase: {PASSPHRASE.relative_to(ROOT)})",
        PICTURE: "a picture of the desk page",
    }
