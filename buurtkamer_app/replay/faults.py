"""What is wrong in a room or daybook file, where, and what belongs there instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from msgspec import inspect

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.replay.room_file import CLEAN, CLOCK, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from msgspec import ValidationError

_PLACE: Final = re.compile(r" - at (`key` in )?`\$([\w.\[\]]*)`\Z")
_KEY: Final = re.compile(r"Object (missing required|contains unknown) field `(.*?)`(?: - at `[^`]*`)?\Z", re.DOTALL)
_EVENT: Final = re.compile(r"days\[(\d+)\]\.events\[(\d+)\]\.?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the place (`hosts[3].name`; nothing is the whole file) and a message id with its values."""

    place: str
    what: str
    values: dict[str, object] = field(default_factory=dict)


def shown(text: object, most: int = 60) -> str:
    """Give what somebody wrote so that it can stand in one line: printable, at most `most` letters."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in str(text)[: most + 1])
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def refused(path: Path, fault: Fault, data: Any) -> FileRefusedError:
    """Make the error that says in one line which file, which event of which date or which path, and what is expected.

    `data` is the whole file, from which the date of an event is read.
    """
    file, what = shown(path.name, 200), translate(fault.what, **fault.values)
    where = _EVENT.fullmatch(fault.place)
    if where:
        date = data["days"][int(where[1])].get("date")
        return FileRefusedError(
            "{file}, event {number} of {date}, {key}: {what}",
            details=fault.place,
            file=file,
            number=int(where[2]) + 1,
            date=shown(date if isinstance(date, str) else "?"),
            key=where[3] or "do",
            what=what,
        )
    if fault.place:
        return FileRefusedError("{file}, {place}: {what}", details=fault.place, file=file, place=fault.place, what=what)
    return FileRefusedError("{file}: {what}", file=file, what=what)


def from_msgspec(error: ValidationError, data: Any, kind: type) -> Fault:
    """Put what msgspec says of `data` that should be a `kind` into our words."""
    text = str(error)
    found = _PLACE.search(text)
    place = found[2].lstrip(".") if found else ""
    here = _kind_at(inspect.type_info(kind), data, place)
    key = _KEY.match(text)
    if key:
        below = _join(place, shown(key[2]))
        if key[1] == "missing required":
            return Fault(below, mark("this key is missing."))
        return Fault(below, mark("this key is not known. Known are: {known}."), {"known": _keys(here)})
    if found and found[1] and isinstance(here, inspect.DictType):
        here = here.key_type
    if "matching regex" in text and isinstance(here, inspect.StrType) and here.pattern in {CLEAN, WRITTEN}:
        return Fault(place, mark("this text is empty or holds signs that nobody can read."))
    return expected(place, here)


def expected(place: str, kind: inspect.Type) -> Fault:
    """Say what belongs in a place, from the type that the format has there."""
    return _SAID[type(kind)](place, kind)


def one_of(place: str, allowed: list[str]) -> Fault:
    """Say which values a place may have."""
    return Fault(place, mark("expected one of these: {allowed}."), {"allowed": ", ".join(allowed)})


def _of_number(place: str, kind: inspect.IntType | inspect.FloatType) -> Fault:
    values: dict[str, object] = {"low": kind.ge, "high": kind.le}
    if isinstance(kind, inspect.IntType):
        return Fault(place, mark("expected a whole number from {low} to {high}."), values)
    return Fault(place, mark("expected a number from {low} to {high}."), values)


def _of_text(place: str, kind: inspect.StrType) -> Fault:
    if kind.pattern == CLOCK:
        return Fault(place, mark("expected a time such as 09:45."))
    if kind.max_length is None:
        return Fault(place, mark("expected an hour from 0 to 23."))
    if kind.min_length:
        return Fault(place, mark("expected text of 1 to {most} letters."), {"most": kind.max_length})
    return Fault(place, mark("expected text of at most {most} letters."), {"most": kind.max_length})


def _of_list(place: str, kind: inspect.TupleType | inspect.VarTupleType) -> Fault:
    if isinstance(kind, inspect.TupleType):
        return Fault(place, mark("expected a list of {count} values."), {"count": len(kind.item_types)})
    return Fault(place, mark("expected a list, not empty.") if kind.min_length else mark("expected a list."))


def _of_keys(place: str, _kind: inspect.Type) -> Fault:
    return Fault(place, mark("expected keys with values in curly brackets."))


def _of_date(place: str, _kind: inspect.Type) -> Fault:
    return Fault(place, mark("expected a date such as 2026-03-11."))


def _of_bool(place: str, _kind: inspect.Type) -> Fault:
    return Fault(place, mark("expected true or false."))


def _of_values(place: str, kind: inspect.EnumType | inspect.LiteralType) -> Fault:
    values = [entry.value for entry in kind.cls] if isinstance(kind, inspect.EnumType) else kind.values
    return one_of(place, [str(value) for value in values])


def _of_union(place: str, kind: inspect.UnionType) -> Fault:
    tags = [str(entry.tag) for entry in kind.types if isinstance(entry, inspect.StructType)]
    if tags:
        return one_of(place, tags) if place.endswith(".do") else _of_keys(place, kind)
    return Fault(place, mark("expected the number of a wish, or the ref of an earlier one."))


_SAID: Final[dict[type[inspect.Type], Callable[[str, Any], Fault]]] = {
    inspect.UnionType: _of_union,
    inspect.IntType: _of_number,
    inspect.FloatType: _of_number,
    inspect.StrType: _of_text,
    inspect.EnumType: _of_values,
    inspect.LiteralType: _of_values,
    inspect.TupleType: _of_list,
    inspect.VarTupleType: _of_list,
    inspect.DateType: _of_date,
    inspect.BoolType: _of_bool,
    inspect.StructType: _of_keys,
    inspect.DictType: _of_keys,
}


def _keys(kind: inspect.Type) -> str:
    if not isinstance(kind, inspect.StructType):
        return "-"
    tag = [kind.tag_field] if kind.tag_field else []
    return ", ".join([*tag, *(entry.encode_name for entry in kind.fields)])


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _kind_at(kind: inspect.Type, data: Any, place: str) -> inspect.Type:
    """Follow a path such as `days[0].events[3].do` through the format, choosing the kind of event by its `do`."""
    for step in re.findall(r"\w+|\[\.\.\.\]", place):
        kind = _chosen(kind, data)
        data = data[int(step)] if isinstance(data, list) else data.get(step) if isinstance(data, dict) else None
        if isinstance(kind, inspect.StructType):
            fields = {entry.encode_name: entry.type for entry in kind.fields}
            kind = fields.get(step, kind)
        elif isinstance(kind, inspect.TupleType):
            kind = kind.item_types[int(step)]
        elif isinstance(kind, inspect.VarTupleType):
            kind = kind.item_type
        elif isinstance(kind, inspect.DictType):
            kind = kind.value_type
    return _chosen(kind, data)


def _chosen(kind: inspect.Type, data: Any) -> inspect.Type:
    """Choose from a union what the data means: what it is when not left out, the event of its `do`, else the union."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    given = [entry for entry in kind.types if not isinstance(entry, inspect.NoneType)]
    do = data.get("do") if isinstance(data, dict) else None
    tagged = [entry for entry in given if isinstance(entry, inspect.StructType) and entry.tag and entry.tag == do]
    return next(iter([*tagged, *(given if len(given) == 1 else [])]), kind)
