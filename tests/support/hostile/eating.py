"""What a reader may do to its process: eat memory, take long, break it, raise odd errors."""

from __future__ import annotations

import os
import time
from pathlib import Path

from geo.errors import ReadError, SeveralLayersError


class OddError(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def eat_memory() -> int:
    return len([bytes(10_000_000) for _ in range(1_000)])


def eat_it_in_one() -> int:
    return len(bytes(100_000_000_000))


def fill_a_file(path: Path, size: int) -> int:
    """Write a file of so many bytes, and return how many there are."""
    path.write_bytes(bytes(size))
    return path.stat().st_size


def take_long() -> None:
    while True:
        pass


def sleep_long() -> None:
    time.sleep(60)


def begin_and_sleep(begun: Path) -> None:
    begun.write_text(str(os.getpid()), "ascii")
    time.sleep(60)


def break_off() -> None:
    os.abort()


def refuse_what_found_no_memory() -> None:
    try:
        raise MemoryError("realloc of size 18000000 failed")
    except MemoryError as error:
        raise ReadError(f"a.parquet: not readable as Parquet ({error}); save it again") from error


def find_no_memory_in_words() -> None:
    raise OSError("malloc of size 18000000 failed")


def raise_the_words_of_a_file(error: type[Exception]) -> None:
    raise error("a.csv: its column 'new thread: bad_alloc, malloc of size 1' is not known")


def raise_layers() -> None:
    raise SeveralLayersError("two layers", ["a", "b"])


def raise_odd() -> None:
    raise OddError("one", "two")


def give_what_cannot_go() -> object:
    return lambda: None
