"""Takes from the data of a log what this version knows, and tells whether something was left out.

A later version may have added fields, sections and words: what cannot be understood is left out, and nothing else.
"""

from __future__ import annotations

import types
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from buurtkamer_app.exchange.log.records import Hidden

T = TypeVar("T", bound=msgspec.Struct)
_UNIONS: Final = (Union, types.UnionType)


def understood(written: bytes, kind: type[T]) -> tuple[T, bool]:
    """Read a record from JSON; True when something in it is not known here.

    Raises `msgspec.DecodeError` for what is no JSON, `msgspec.ValidationError` when what must be there cannot be read.
    """
    try:
        record = msgspec.json.decode(written, type=kind)
    except msgspec.ValidationError:
        return msgspec.convert(_known(msgspec.json.decode(written), kind), kind), True
    # An older version wrote less, in the same spelling: only what it says and we do not is new.
    same = msgspec.json.encode(record, order="sorted") == written
    return record, not same and _says_more(msgspec.json.decode(written), msgspec.to_builtins(record))


def _says_more(raw: Any, kept: Any) -> bool:
    """Tell whether the one holds a field that the other does not."""
    if isinstance(raw, dict) and isinstance(kept, dict):
        return any(name not in kept or _says_more(value, kept[name]) for name, value in raw.items())
    if isinstance(raw, list) and isinstance(kept, (list, tuple)):
        return any(_says_more(one, other) for one, other in zip(raw, kept, strict=True))
    return False


def _known(raw: Any, kind: Any) -> Any:
    """Give of a value what fits a type, without entries that do not; raises `ValidationError` when none would do."""
    origin, inside = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _known_fields(raw, kind)
    if origin is tuple and isinstance(raw, list):
        return [found for one in raw for found in _tried(one, inside[0])]
    if origin is dict and isinstance(raw, dict):
        return {name: found for name, one in raw.items() for found in _tried(one, inside[1])}
    if origin in _UNIONS and Hidden in inside and isinstance(raw, str) and raw not in set(Hidden):
        # Hidden in a way that came later: nothing is known of it here but that it is.
        return Hidden.BESIDE.value
    msgspec.convert(raw, kind)
    return raw


def _tried(raw: Any, kind: Any) -> list[Any]:
    try:
        return [_known(raw, kind)]
    except msgspec.ValidationError:
        return []


def _known_fields(raw: Any, kind: type[msgspec.Struct]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise msgspec.ValidationError
    types_of = get_type_hints(kind)
    known: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name not in raw:
            continue
        found = _tried(raw[field.name], types_of[field.name])
        if found:
            known[field.name] = found[0]
        elif field.required and get_origin(types_of[field.name]) is tuple:
            known[field.name] = []
        elif field.required:
            raise msgspec.ValidationError
    return known
