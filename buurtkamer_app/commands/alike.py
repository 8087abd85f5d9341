"""The command `alike`: which wishes and activities of a room file mean the same as a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from uuid import UUID

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.planner.alike.records import Text
from buurtkamer_app.planner.alike.service import most_alike
from buurtkamer_app.replay.reading import read_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.replay.room_file import RoomFile

_MOST: Final = 5
# Numbers of wishes and activities are counted apart in a file: their keys here must differ all the same.
_ACTIVITIES: Final = 1 << 64


def _texts(room: RoomFile) -> Iterator[Text]:
    for wish in room.wishes:
        yield Text("wish", UUID(int=wish.id), 1, wish.id, wish.text, "", wish.theme)
    for one in room.activities:
        yield Text("activity", UUID(int=_ACTIVITIES + one.id), 1, one.id, one.name, one.about, one.theme)


def tell(text: str, room: Path | None, *, as_json: bool) -> list[str]:
    """Give lines that say what is alike in a room file (the demo room without one), best first.

    Raises `FileRefusedError` when the file is not valid.
    """
    found = most_alike(text, _texts(read_room(room or paths.demo_room())), _MOST)
    if as_json:
        entries = [
            {"kind": entry.kind, "id": entry.number, "name": entry.name, "score": entry.score} for entry in found
        ]
        return [json.dumps(entries, ensure_ascii=False)]
    words = {"wish": translate("wish"), "activity": translate("activity")}
    return [f"{entry.score:3} {words[entry.kind]} {entry.number}: {entry.name}" for entry in found]
