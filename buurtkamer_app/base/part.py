"""A part that is loaded and made when it is first asked for, so that what is needed first need not wait."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE: Final = "buurtkamer_app"
T = TypeVar("T")
W = TypeVar("W")


class Part(Generic[W, T]):
    """Names a part of a whole `W`: where its class `T` stands in this package, and how it is made of other parts.

    Each whole makes its own, once, and is for one thread; the class is loaded once for all threads, which Python's own
    lock on importing sees to.
    """

    def __init__(self, where: str, make: Callable[[type[T], W], T]) -> None:
        self.where, self._make = where, make
        self._name = ""

    def __set_name__(self, owner: type[W], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, whole: None, owner: type[W]) -> Self: ...

    @overload
    def __get__(self, whole: W, owner: type[W]) -> T: ...

    def __get__(self, whole: W | None, owner: type[W]) -> Self | T:
        if whole is None:
            return self
        module, _, name = self.where.rpartition(".")
        made = self._make(getattr(import_module(f"{_PACKAGE}.{module}"), name), whole)
        # Kept on the whole, where it is found before this is asked again.
        vars(whole)[self._name] = made
        return made
