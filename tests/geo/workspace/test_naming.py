"""What names a workspace: a database's address, or a GeoPackage with its tables."""

from __future__ import annotations

import pytest

from geo.reading.read import read_seeds
from geo.workspace.files import make_workspace
from geo.workspace.naming import is_address, name_safely, names_workspace


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("postgresql://db/strikes", True),
        ("postgresql+psycopg://a:b@db/strikes", True),
        ("PostgreSQL://db/strikes", True),
        ("postgresql", False),
        ("https://db/strikes", False),
        ("folder/postgresql", False),
    ],
)
def test_an_address_is_told_from_a_file(name: str, is_one: bool):
    assert is_address(name) is is_one


def test_a_workspace_is_told_from_another_geopackage(tmp_path):
    seeds = read_seeds()
    path, plain = tmp_path / "work.gpkg", tmp_path / "plain.gpkg"
    make_workspace(path, seeds.strikes, seeds.claims)
    seeds.strikes.reset_index().to_file(plain, layer="strikes")
    noise = tmp_path / "noise.gpkg"
    noise.write_bytes(b"no database")
    renamed = tmp_path / "work.csv"
    renamed.write_bytes(path.read_bytes())
    assert names_workspace(str(path))
    for other in (plain, noise, renamed, tmp_path / "none.gpkg"):
        assert not names_workspace(str(other)), other


def test_who_signs_in_is_never_shown():
    shown = name_safely("postgresql+psycopg://me:secret@db:5433/strikes?password=secret#secret")
    assert shown == "postgresql+psycopg://db:5433/strikes"
    assert name_safely("folder/work.gpkg") == "folder/work.gpkg"
