"""Limits of what strangers hand over: shapes in shapes, files that were never written."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import shapely

from gazetteer.limits import NESTED, OddFileError, is_deep, require_plain

POINT = struct.pack("<BIdd", 1, 1, 36.5, 35.5)
MULTIPOINT, COLLECTION = 4, 7


def nest(levels: int, kind: int = COLLECTION, order: str = "<") -> bytes:
    return struct.pack(f"{order}BII", order == "<", kind, 1) * levels + POINT


@pytest.mark.parametrize("kind", [MULTIPOINT, COLLECTION])
@pytest.mark.parametrize("order", ["<", ">"])
def test_shapes_in_one_another_are_counted_to_the_limit(kind: int, order: str) -> None:
    assert not is_deep(nest(NESTED.most, kind, order))
    assert is_deep(nest(NESTED.most + 1, kind, order))
    assert is_deep(nest(100_000, kind, order))


def test_the_deep_one_may_stand_behind_others_of_every_kind() -> None:
    others = [
        "POINT Z (1 2 3)", "LINESTRING (1 2, 3 4)", "POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "MULTIPOINT M (1 2 3)", "POLYGON ZM ((0 0 0 0, 1 0 0 0, 1 1 0 0, 0 0 0 0))",
    ]  # fmt: skip
    for flavor in ("iso", "extended"):
        first = b"".join(shapely.to_wkb(shapely.from_wkt(wkt), flavor=flavor) for wkt in others)
        head = struct.pack("<BII", 1, COLLECTION, len(others) + 1)
        assert is_deep(head + first + nest(NESTED.most + 1)), flavor
        assert not is_deep(head + first + nest(NESTED.most - 1)), flavor


def test_wide_shapes_and_what_is_no_shape_are_not_deep() -> None:
    many = shapely.MultiPolygon([shapely.Point(at, at).buffer(0.4) for at in range(200)])
    assert not is_deep(shapely.to_wkb(many))
    assert not is_deep(b"\x01\x07" * 1_000)
    assert not is_deep(b"")


def test_a_file_with_holes_is_told_from_one_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(1_900_000_000)
    with pytest.raises(OddFileError, match="file with holes"):
        require_plain(path)
    path.write_bytes(b"place\n" * 1_000_000)
    require_plain(path)
