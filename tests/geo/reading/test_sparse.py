"""Records that each name others: their table would hold hardly more than empty cells."""

from __future__ import annotations

import json
import time

import pytest

from geo.errors import LayerError, ReadError
from geo.layers.option import LayerRequest
from geo.layers.read import read_layer
from geo.reading.inputs import read_table
from geo.reading.opening.nested import find_records, flatten_all

NAMES = [f"n{number}" for number in range(1_990)]
EMPTY = 3_000


def collection(properties):
    features = [{"type": "Feature", "geometry": None, "properties": one} for one in properties]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


ALONE = [{name: 1} for name in NAMES] + [{}] * EMPTY
OWN = [{"location_status": "exact", **ALONE[0]}, *ALONE[1:]]
CLAIMS = [{"strike_id": "s", "claims": ALONE}]
INNER = [{f"k{number % 5}": {name: 1}} for number, name in enumerate(NAMES)] + [{}] * EMPTY
DATA = "<Placemark><ExtendedData><Data name='{}'><value>1</value></Data></ExtendedData></Placemark>"
PINS = "".join(map(DATA.format, NAMES)) + "<Placemark/>" * EMPTY
KML = f"<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{PINS}</Document></kml>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("records.json", json.dumps(ALONE).encode()),
        ("lines.jsonl", b"\n".join(json.dumps(one).encode() for one in ALONE)),
        ("features.geojson", collection(ALONE)),
        ("own.geojson", collection(OWN)),
        ("claims.json", json.dumps(CLAIMS).encode()),
        ("inner.json", json.dumps(INNER).encode()),
        ("pins.kml", KML.encode()),
        ("short.csv", ",".join(NAMES).encode() + b"\n1" * EMPTY),
    ],
)
def test_a_table_hardly_filled_is_refused_before_it_is_made(name, content):
    begun = time.process_time()
    with pytest.raises(ReadError, match=f"{name}.*at most .* of them are filled") as raised:
        read_table(content, name=name)
    assert "\n" not in str(raised.value)
    assert time.process_time() - begun < 5


def test_so_is_that_of_a_layer(tmp_path):
    path = tmp_path / "layer.geojson"
    path.write_bytes(collection(ALONE))
    with pytest.raises(LayerError, match="of them are filled"):
        read_layer(path, LayerRequest(str(path)))


def test_columns_kept_by_row_become_no_table_of_empty_cells():
    columns = {name: {"all": 1, name: 1} for name in NAMES}
    columns["n0"] |= {str(row): 1 for row in range(EMPTY)}
    found = find_records(columns)
    assert found is not None
    assert sum(map(len, found)) < 20_000


def test_lists_whose_records_each_name_others_stay_one_value():
    odd = [{name: 1} for name in NAMES]
    alike = [{"who": "a", "what": "b"}, {"who": "c"}]
    columns = flatten_all([{"odd": odd, "alike": alike}], "a.json")
    assert columns == {"odd": [odd], "who": ["a;c"], "what": ["b;"]}


def test_a_large_table_of_which_one_in_fifty_is_filled_is_read():
    rows = [{"date": "2015-10-04", NAMES[number % 60]: 1} for number in range(50_010)]
    assert len(flatten_all(rows, "a.json")) == 61
