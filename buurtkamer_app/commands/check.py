"""The check-up of a data folder as a command: every finding a line in plain words, or one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.commands import rooms
from buurtkamer_app.safekeeping.checkup.records import STATES, TOPICS
from buurtkamer_app.safekeeping.checkup.whole import check_up
from buurtkamer_app.startup import KEY_HOLDER, look_into
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.safekeeping.checkup.records import CheckUp, Finding


def look(room: Path | None, data: Path | None, file: Path | None) -> CheckUp:
    """Check up a folder, or a fresh room from a room file; nothing is changed."""
    rooms.which(room, data)
    if room is None:
        return _look_at(rooms.folder_of(data), file)
    with rooms.opened(room, None, file) as house:
        return _look_at(house.folder, file)


def told(checked: CheckUp) -> list[str]:
    """Give the lines that a person reads, a topic each."""
    wide = max(len(translate(words)) for words in STATES.values())
    return [
        f"{translate(STATES[one.state]):<{wide}}  {translate(TOPICS[one.topic])}: {one.label.say()}"
        for one in checked.findings
    ]


def as_json(checked: CheckUp) -> str:
    """Give the same for machines: topics and states by their fixed English names, sentences as they are said."""
    trouble = checked.trouble.sentence() if checked.trouble is not None else None
    findings = [{"topic": one.topic, "state": one.state, "sentence": one.label.say()} for one in checked.findings]
    return json.dumps({"state": checked.state, "findings": findings, "trouble": trouble}, ensure_ascii=False, indent=1)


def _look_at(folder: Path, file: Path | None) -> CheckUp:
    clock, opened = SystemClock(), list[vault.Opened]()

    def unlock() -> vault.Opened:
        opened.append(rooms.unlock(vault.load(folder), file))
        return opened[0]

    def standing() -> list[Finding]:
        services = look_into(folder, opened[0], clock, Seat(KEY_HOLDER))
        try:
            return services.standing.now()
        finally:
            services.close()

    return check_up(folder, paths.user_secrets(), unlock, standing, clock.now())
