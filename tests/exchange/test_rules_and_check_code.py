"""Small counts stay hidden, cells stay plain, codes survive being read out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.exchange.log.check_code import check_code, same_code
from buurtkamer_app.exchange.log.records import Cell, Hidden
from buurtkamer_app.exchange.log.rules import plain_cell, shown, shown_parts


@given(st.integers(0, 10_000))
def test_only_one_to_four_is_hidden(count: int) -> None:
    assert shown(count) == (Hidden.SMALL if count in {1, 2, 3, 4} else count)


@given(st.dictionaries(st.integers(0, 23), st.integers(0, 40), max_size=12))
def test_a_shown_part_is_true_and_a_small_one_is_never_shown(parts: dict[int, int]) -> None:
    cells = shown_parts(parts)
    assert cells.keys() == parts.keys()
    for key, cell in cells.items():
        assert cell not in {1, 2, 3, 4}
        assert isinstance(cell, Hidden) or cell == parts[key]
        assert cell is not Hidden.SMALL or parts[key] in {1, 2, 3, 4}


@given(st.dictionaries(st.integers(0, 23), st.integers(0, 40), max_size=12))
def test_a_small_part_cannot_be_worked_out_from_the_total(parts: dict[int, int]) -> None:
    cells = shown_parts(parts)
    small = [key for key, cell in cells.items() if cell is Hidden.SMALL]
    if not small:
        return
    beside = [key for key, cell in cells.items() if cell is Hidden.BESIDE]
    left = sum(parts[key] for key in (*small, *beside))
    # Whatever the small ones are taken to be, what is left of the total fits the others (5 or more each).
    for guess in product(range(1, 5), repeat=min(len(small), 4)):
        rest = left - sum(guess) - 4 * (len(small) - len(guess))
        assert beside
        assert rest >= 5 * len(beside)


def test_one_small_hour_takes_its_neighbour_along() -> None:
    cells: dict[int, Cell] = {10: Hidden.SMALL, 11: Hidden.BESIDE, 12: 30}
    assert shown_parts({10: 2, 11: 20, 12: 30}) == cells


def test_a_total_of_one_small_hour_is_not_shown_in_parts() -> None:
    assert shown_parts({10: 2, 11: 3}) == {10: Hidden.BESIDE, 11: Hidden.BESIDE}


@given(st.text(max_size=20))
def test_no_cell_of_text_is_taken_for_a_formula(text: str) -> None:
    cell = plain_cell(text)
    assert cell.lstrip("'") == text.lstrip("'")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_a_formula_becomes_a_text(start: str) -> None:
    assert plain_cell(f"{start}1+1") == f"'{start}1+1"


def test_numbers_and_empty_cells_are_left_alone() -> None:
    assert [plain_cell(-5), plain_cell(7), plain_cell(None), plain_cell("koffie")] == ["-5", "7", "", "koffie"]


@given(st.binary(max_size=100))
def test_a_check_code_is_twelve_letters_that_survive_being_read_out(content: bytes) -> None:
    code = check_code(content)
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")
    assert same_code(code.lower().replace("-", " ").replace("0", "o").replace("1", "l"), code)
    assert not same_code(check_code(content + b"."), code)
