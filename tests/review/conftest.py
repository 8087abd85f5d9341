"""A professional's computer: a profile made once, logs made once, and a clock that tests set."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.review.profile import Profile
from buurtkamer_app.review.service import Reviews
from tests.conftest import NOON
from tests.review import rooms

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "wortel fiets molen kaars sneeuw"


@dataclass
class Computer:
    """The computer of a professional: two folders, and its clock."""

    folder: Path
    secrets: Path
    clock: SetClock

    def unlock(self) -> Profile:
        """Open the profile that is on it."""
        return Profile.unlock(self.folder, self.secrets, PASSPHRASE)

    def start(self) -> Reviews:
        """Start the program on it, as after a restart."""
        return Reviews(self.clock, self.unlock())


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a profile, once: stretching a passphrase takes long by design."""
    folder = tmp_path_factory.mktemp("professional")
    Profile.create(
        folder / "review", folder / "secrets", name="Sam de Wit", organisation="Dichtbij", passphrase=PASSPHRASE,
        on=NOON.date(),
    )  # fmt: skip
    return folder


@pytest.fixture
def computer(made: Path, tmp_path: Path) -> Computer:
    """Give a computer with a profile."""
    shutil.copytree(made, tmp_path / "home")
    return Computer(tmp_path / "home" / "review", tmp_path / "home" / "secrets", SetClock(NOON))


@pytest.fixture
def reviews() -> Reviews:
    """Give somebody who only looks: without a profile."""
    return Reviews(SetClock(NOON))


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the logs of March of three rooms, and of April of the first."""
    folder = tmp_path_factory.mktemp("logs")
    for number in range(3):
        rooms.put(folder, number)
    rooms.put(folder, 0, rooms.april(0), "kamer-0000-april.pdf")
    return folder


@pytest.fixture(scope="session")
def words() -> list[str]:
    """Give the passphrases of the three rooms."""
    return [rooms.words(number) for number in range(3)]
