"""What a check-up found: one finding a topic, with how it stands and a sentence."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.base.errors import BuurtkamerError


class State(enum.StrEnum):
    """How something stands: well, to be looked at, wrong, or not to be known here."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    UNKNOWN = "unknown"


class Topic(enum.StrEnum):
    """What is looked at."""

    FOLDER = "folder"
    SPACE = "space"
    KEY_FILE = "key_file"
    COMPUTER = "computer"
    SETTINGS = "settings"
    REMAINS = "remains"
    VERSION = "version"
    PAGES = "pages"
    FIGURES = "figures"
    CLOCK = "clock"
    BACKUP = "backup"
    TRIED = "tried"
    KEYS = "keys"
    RETENTION = "retention"
    CONCERNS = "concerns"
    LEAKS = "leaks"


TOPICS: Final = {
    Topic.FOLDER: mark("The room's folder"),
    Topic.SPACE: mark("Space on the disk"),
    Topic.KEY_FILE: mark("Key file"),
    Topic.COMPUTER: mark("This computer's part of the key"),
    Topic.SETTINGS: mark("Settings of this computer"),
    Topic.REMAINS: mark("What was left behind"),
    Topic.VERSION: mark("Version of the data"),
    Topic.PAGES: mark("Every page of the data"),
    Topic.FIGURES: mark("Figures"),
    Topic.CLOCK: mark("Clock"),
    Topic.BACKUP: mark("Last backup"),
    Topic.TRIED: mark("Last backup that was tried out"),
    Topic.KEYS: mark("Who can open the room"),
    Topic.RETENTION: mark("What goes next"),
    Topic.CONCERNS: mark("Open concerns"),
    Topic.LEAKS: mark("Data leaks"),
}

STATES: Final = {
    State.GOOD: mark("Good"),
    State.LOOK: mark("Look at this"),
    State.BAD: mark("Not good"),
    State.UNKNOWN: mark("Not known here"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """How one topic stands, and what was found in a sentence."""

    topic: Topic
    state: State
    label: Label


@dataclass(frozen=True, slots=True)
class CheckUp:
    """Everything that was found; `trouble` is why the room's data could not be looked at (None: it could)."""

    findings: tuple[Finding, ...]
    trouble: BuurtkamerError | None = None

    @property
    def state(self) -> State:
        """Give how it stands as a whole: as its worst part, where what is not known counts as well."""
        found = {finding.state for finding in self.findings}
        if self.trouble is not None:
            return State.BAD
        return next((state for state in (State.BAD, State.LOOK) if state in found), State.GOOD)

    @property
    def is_bad(self) -> bool:
        """Tell whether something is wrong, and not only to be looked at."""
        return self.state is State.BAD
