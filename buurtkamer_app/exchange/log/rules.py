"""What may stand in a log: small counts are hidden with what gives them away; cells are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.exchange.log.records import Cell, Hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = TypeVar("Key")
Group = TypeVar("Group")

# Fewer persons than this could be pointed at (safety.md: cells under 5).
FEWEST: Final = 5
# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), full-width forms included.
_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def shown(count: int) -> Cell:
    """Give a count of persons as it may be told: 1 to 4 is hidden."""
    return Hidden.SMALL if 0 < count < FEWEST else count


def shown_among(part: int, whole: int) -> Cell:
    """Give a count of persons who are among others: the others, whom nobody tells of, can be worked out as little."""
    if whole < FEWEST or part > whole:
        return shown(part)
    return shown_parts({"part": part, "others": whole - part})["part"]


def shown_parts(parts: Mapping[Key, int]) -> dict[Key, Cell]:
    """Give counts whose total is told as well: 1 to 4 is hidden, and neighbours until nothing can be worked out.

    That is when, total and all that is shown taken together, each small count could still be anything from 1 to 4.
    """
    if _too_few(parts):
        return dict.fromkeys(parts, Hidden.BESIDE)
    small = {key for key, count in parts.items() if shown(count) is Hidden.SMALL}
    cells: dict[Key, Cell] = {key: shown(count) for key, count in parts.items()}
    for key in _neighbours(parts, small):
        if _safe(parts, cells):
            break
        cells[key] = Hidden.BESIDE
    if not _safe(parts, cells):
        return {key: Hidden.BESIDE if count else 0 for key, count in parts.items()}
    return cells


def shown_where_any(parts: Mapping[Key, int]) -> dict[Key, Cell]:
    """Give the same of a table that has rows only where somebody was: no rows where their number tells too much."""
    return {} if _too_few(parts) else shown_parts({key: count for key, count in parts.items() if count})


def shown_groups(
    groups: Mapping[Group, Mapping[Key, int]],
) -> tuple[dict[Group, Cell], dict[Group, dict[Key, Cell]]]:
    """Give the totals of groups, and the counts within each: the total of all groups is told as well.

    Within a group whose total is hidden all counts are, since they would add up to it.
    """
    totals = shown_parts({group: sum(parts.values()) for group, parts in groups.items()})
    within: dict[Group, dict[Key, Cell]] = {
        group: dict.fromkeys(parts, Hidden.BESIDE) if isinstance(totals[group], Hidden) else shown_parts(parts)
        for group, parts in groups.items()
    }
    return totals, within


def _too_few(parts: Mapping[Key, int]) -> bool:
    """Tell whether already how many counts are not zero says that one of them must be under 4."""
    some = sum(1 for count in parts.values() if count)
    return 0 < sum(parts.values()) < some + FEWEST - 2


def _safe(parts: Mapping[Key, int], cells: Mapping[Key, Cell]) -> bool:
    small = [parts[key] for key, cell in cells.items() if cell is Hidden.SMALL]
    beside = [parts[key] for key, cell in cells.items() if cell is Hidden.BESIDE]
    # The largest that the small ones can be and the least that the others are must fit in what is left of the total.
    most = (FEWEST - 1) * len(small) + FEWEST * len(beside)
    return not small or (bool(beside) and sum(small) + sum(beside) >= most)


def _neighbours(parts: Mapping[Key, int], small: set[Key]) -> list[Key]:
    """Give the counts that may be hidden too, nearest to a small one first: chosen by place, not by size."""
    order = list(parts)
    places = [place for place, key in enumerate(order) if key in small]
    if not places:
        return []
    others = [place for place, key in enumerate(order) if parts[key] >= FEWEST]
    others.sort(key=lambda place: (min(abs(place - near) for near in places), place))
    return [order[place] for place in others]


def plain_cell(value: str | int | None) -> str:
    """Give a value as a spreadsheet's cell that is never taken for a formula; None is an empty cell."""
    if value is None:
        return ""
    # A number of ours may be negative; a text that looks like one is a text.
    if isinstance(value, str) and value.startswith(_STARTS_FORMULA):
        return f"'{value}"
    return str(value)
