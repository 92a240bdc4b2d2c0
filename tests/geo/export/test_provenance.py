"""Every file says whose data it holds, which rows, located with what, and their hash."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from outgoing import BASE_MAP, shipped

from geo.export.format import Outgoing
from geo.export.provenance import describe_file
from geo.export.registry import list_formats
from geo.export.write import write_outgoing
from geo.strikes.filters import claims_of
from geo.strikes.ids import hash_data
from geo.webmap.payload.encode import MapOptions

FILTERS = "airstrike; Idlib"
EDITION = "sy sy 0.1.0 0123456789ab-ba9876543210"


def outgoing() -> Outgoing:
    strikes = shipped().strikes.iloc[:5]
    own = claims_of(shipped().claims, strikes)
    return Outgoing(strikes, own, BASE_MAP, MapOptions(filters_in_words=FILTERS), EDITION, "UCDP")


def test_what_is_said_is_of_the_rows_that_go_out() -> None:
    said = describe_file(outgoing())
    assert said["data_sha256"] == hash_data(shipped().strikes.iloc[:5], shipped().claims)
    assert said["totals"]["rows"] == 5
    assert said["gazetteer"] == "places of sy, edition 0123456789ab"
    assert said["boundaries"] == "areas of sy, edition ba9876543210"
    bare = describe_file(Outgoing(shipped().strikes, shipped().claims))
    assert {"filters", "gazetteer", "title", "dataset"} & set(bare) == set()


@pytest.mark.parametrize("ending", [each.suffixes[0] for each in list_formats()])
def test_every_format_carries_it(tmp_path: Path, ending: str) -> None:
    written = write_outgoing(outgoing(), tmp_path / f"strikes{ending}")
    said = describe_file(outgoing())
    whole = "".join(read_everything(path) for path in written)
    for key in ("data_sha256", "filters", "gazetteer", "boundaries", "attribution", "dataset"):
        assert str(said[key]) in whole, key


def read_everything(path: Path) -> str:
    """Return all texts of a file, whatever it is."""
    content = path.read_bytes()
    if path.suffix == ".parquet":
        noted = pq.read_schema(io.BytesIO(content)).metadata
        return json.dumps(json.loads(noted[b"strikemap:said"]), ensure_ascii=False)
    if path.suffix == ".gpkg":
        with sqlite3.connect(path) as connection:
            rows = connection.execute("SELECT metadata FROM gpkg_metadata").fetchall()
            rows += connection.execute("SELECT description FROM gpkg_contents").fetchall()
        return "".join(str(row[0]) for row in rows)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as package:
            return "".join(package.read(name).decode() for name in package.namelist())
    text = content.decode("utf-8-sig")
    if path.suffix == ".html":
        return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)
    return text
