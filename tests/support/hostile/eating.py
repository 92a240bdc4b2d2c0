"""What a reader may do to its process: eat memory, take long, break it, raise odd errors."""

from __future__ import annotations

import os
import time

from geo.errors import SeveralLayersError


class OddError(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def eat_memory() -> int:
    return len([bytes(10_000_000) for _ in range(1_000)])


def eat_it_in_one() -> int:
    return len(bytes(100_000_000_000))


def take_long() -> None:
    while True:
        pass


def sleep_long() -> None:
    time.sleep(60)


def break_off() -> None:
    os.abort()


def raise_layers() -> None:
    raise SeveralLayersError("two layers", ["a", "b"])


def raise_odd() -> None:
    raise OddError("one", "two")


def give_what_cannot_go() -> object:
    return lambda: None
