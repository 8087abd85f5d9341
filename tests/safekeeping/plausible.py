"""Makes what a use case is asked with, from the types of its arguments and the words for them, out of a real room."""

from __future__ import annotations

import ast
import collections.abc
import dataclasses
import enum
import functools
import importlib
import inspect
import sys
import types
import typing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from uuid_utils.compat import uuid7

from buurtkamer_app.base.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
_PLAIN: dict[Any, Callable[[], object]] = {
    UUID: uuid7,
    str: lambda: "Ria",
    bool: lambda: True,
    int: lambda: 1,
    float: lambda: 1.0,
    bytes: lambda: bytes(32),
    date: lambda: WEDNESDAY,
    datetime: lambda: datetime(2026, 3, 11, 12, tzinfo=UTC),
    time: lambda: time(13),
    timedelta: lambda: timedelta(minutes=30),
    Progress: Progress,
}
_LISTS = (list, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Collection)
_SETS = (set, frozenset, collections.abc.Set)
_TABLES = (dict, collections.abc.Mapping)


@functools.cache
def _names_of(module: str) -> dict[str, Any]:
    """Give all that the types in a module may be called, also what is only imported for checking types."""
    found = dict(vars(sys.modules[module]))
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.ImportFrom) and node.module:
            source = importlib.import_module(node.module)
            found |= {
                one.asname or one.name: getattr(source, one.name) for one in node.names if hasattr(source, one.name)
            }
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, Any)
    return found


class Plausible:
    """Gives arguments; `known` are values by the name and type of an argument or a field, before those by type only."""

    def __init__(self, services: Services, folder: Path) -> None:
        on = next(one for one in services.activities.occurrences(WEDNESDAY, WEDNESDAY) if one.series.sign_up)
        host = services.people.hosts()[0]
        self._known: dict[tuple[str, Any], object] = {
            ("host", UUID): host.id,
            ("to", UUID): host.id,
            ("lead", UUID): host.id,
            ("series", UUID): on.series.id,
            ("space", str): on.series.space,
            ("name", str): "Iemand",
            ("starts", time): time(13),
            ("ends", time): time(15),
            ("start", time): time(13),
            ("end", time): time(15),
            ("opens", time): time(9),
            ("closes", time): time(17),
            ("phone", str): "06 12345678",
            ("number", str): "06 12345678",
            ("contact", str): "06 12345678",
            ("pin", str): "482915",
            ("country", str): "NL",
            ("region", str): "noord",
            ("year", int): 2026,
            ("wish", UUID): services.wishes.numbered(1),
            ("kind", str): "visitors",
            ("timezone", str): "Europe/Amsterdam",
        }
        last = services.history.last()
        self._told: dict[str, Any] = {
            "host": host.id,
            "host_name": host.name,
            "colleague": services.people.hosts()[1].id,
            "activity": on.series.name,
            "space": on.series.space,
            "on": WEDNESDAY,
            "unit": last.unit if last is not None else None,
        }
        self._folder = folder

    def known(self, name: str) -> Any:
        """Give what there really is of a name: a host, an activity and its space, the last step that can be undone."""
        return self._told[name]

    def arguments(self, function: Callable[..., Any]) -> dict[str, Any]:
        """Give what a function must be given at least."""
        hints = typing.get_type_hints(function, localns=_names_of(function.__module__))
        needed = inspect.signature(function).parameters.values()
        return {
            one.name: self.value(hints[one.name], one.name)
            for one in needed
            if one.name != "self" and one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
        }

    def value(self, kind: Any, name: str = "") -> Any:  # noqa: PLR0911 - one way out for each kind of type
        """Give something of a type."""
        if (name, kind) in self._known:
            return self._known[name, kind]
        if kind in _PLAIN:
            return _PLAIN[kind]()
        if kind is Path:
            return self._folder / "made"
        origin, within = typing.get_origin(kind), typing.get_args(kind)
        if origin is not None:
            return self._of_parts(origin, within, name)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return next(iter(kind))
        if isinstance(kind, type) and (dataclasses.is_dataclass(kind) or issubclass(kind, (msgspec.Struct, tuple))):
            return self._record(kind)
        return None

    def _of_parts(self, origin: Any, within: tuple[Any, ...], name: str) -> Any:  # noqa: PLR0911 - as `value`
        if origin in (typing.Union, types.UnionType):
            return None if type(None) in within else self.value(within[0], name)
        if origin is tuple:
            each = within[:1] if within[-1:] == (Ellipsis,) else within
            return tuple(self.value(one) for one in each)
        if origin in _LISTS:
            return [self.value(within[0])]
        if origin in _SETS:
            return frozenset([self.value(within[0])])
        if origin in _TABLES:
            return {}
        if origin is collections.abc.Callable:
            return lambda *_, **__: None
        return self.value(within[0], name) if origin is typing.Annotated else within[0] if within else None

    def _record(self, kind: type[Any]) -> Any:
        hints = typing.get_type_hints(kind, localns=_names_of(kind.__module__))
        needed = inspect.signature(kind).parameters.values()
        return kind(**{one.name: self.value(hints[one.name], one.name) for one in needed if one.default is one.empty})
