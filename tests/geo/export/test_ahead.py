"""Pieces of a file made ahead of the writing."""

from __future__ import annotations

import threading

import pytest

from geo.export.ahead import map_ahead


def test_pieces_come_in_their_order_and_the_next_is_made_while_one_is_written() -> None:
    second = threading.Event()

    def make(number: int) -> int:
        if number == 1:
            second.set()
        return number * 10

    pieces = map_ahead(make, range(5))
    assert next(pieces) == 0
    assert second.wait(60), "the second piece waits for nobody"
    assert [*pieces] == [10, 20, 30, 40]
    assert [*map_ahead(make, [])] == []


def test_what_fails_in_a_piece_is_raised_where_it_is_written() -> None:
    def make(number: int) -> int:
        return 1 // number

    pieces = map_ahead(make, [1, 0])
    assert next(pieces) == 1
    with pytest.raises(ZeroDivisionError):
        next(pieces)
