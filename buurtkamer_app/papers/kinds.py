"""A kind of sheet: what it is called, what it is for, what can be chosen, and what makes it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.records import USUAL, Choice, Choices, Group, Made, Per, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet: `title` and `about` are message ids, `usual` what is chosen before anybody chose.

    `maker` names the function that makes it, `module.function` in this folder; it is loaded when it is first asked for.
    `weekly` are the sheets that come out when all of a week is asked for.
    """

    name: str
    title: str
    about: str
    icon: str
    group: Group
    per: Per
    maker: str
    choices: frozenset[Choice] = frozenset()
    usual: Choices = USUAL
    needs: Role = Role.HOST
    weekly: bool = False

    def make(self, services: Services, wanted: Wanted) -> Made:
        """Make it; raises what the services raise, `StoreError` when the letters are missing."""
        module, _, name = self.maker.rpartition(".")
        made: Callable[[Services, Wanted], Made] = getattr(import_module(f"buurtkamer_app.papers.{module}"), name)
        return made(services, wanted)
