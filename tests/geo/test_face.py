"""The public face: its names, what they load, and the short path from a table to a map."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from doctest import DocTestFinder, DocTestRunner
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd
import pytest
from paths import ROOT

import geo
from geo.errors import ExportError, SchemaError

CSV = """date,town,province,killed,source
2015-09-30,Talbisah,Homs,,SOHR
2015-10,several towns,,,local report
"""
EXPORTS = {name: getattr(geo, name) for name in geo.__all__}


def imports_for_type_checkers() -> dict[str, str]:
    tree = ast.parse((ROOT / "geo" / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {
        alias.name: str(node.module)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_names_are_the_same_for_python_and_for_type_checkers():
    assert imports_for_type_checkers() == geo._ROOMS
    assert sorted(geo._ROOMS) == sorted(geo.__all__)
    assert set(geo.__all__) <= set(dir(geo))


@pytest.mark.parametrize("name", geo.__all__)
def test_a_name_comes_from_the_module_that_defines_it(name):
    assert EXPORTS[name].__module__ == geo._ROOMS[name]


def test_any_other_name_is_no_attribute():
    with pytest.raises(AttributeError, match="module 'geo' has no attribute 'nonsense'"):
        _ = geo.nonsense


@pytest.mark.parametrize("statement", ["import geo", "import geo.strikes.schema"])
def test_the_face_and_the_schema_load_neither_map_nor_drawing_nor_app(statement):
    heavy = ["streamlit", "folium", "matplotlib"]
    code = f"import sys; {statement}; print(*(name for name in {heavy} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""


# Documented: one sentence, then what goes in, what comes out and what is raised.


@pytest.mark.parametrize("name", geo.__all__)
def test_a_name_is_documented(name):
    text = EXPORTS[name].__doc__ or ""
    assert re.match(r"[A-Z].{20,}[.:]", text, re.DOTALL), f"geo.{name} has no docstring"


@pytest.mark.parametrize("name", geo.__all__)
def test_the_examples_in_the_docstrings_hold(name):
    runner = DocTestRunner(verbose=False)
    module = sys.modules[geo._ROOMS[name]]
    for example in DocTestFinder().find(EXPORTS[name], name, globs=dict(vars(module))):
        said: list[str] = []
        assert runner.run(example, out=said.append).failed == 0, "".join(said)


# The short path.


def readme_example() -> str:
    """Return the README's Python block of the short path."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    return next(block for block in blocks if "from geo import" in block)


def run_readme(folder: Path, monkeypatch: pytest.MonkeyPatch, **names: object) -> dict[str, object]:
    monkeypatch.chdir(folder)
    code = readme_example()
    if names:
        code = code.replace('"mine.csv"', "table")
    space: dict[str, object] = dict(names)
    exec(compile(code, "README.md", "exec"), space)  # what a reader pastes
    return space


def test_the_readmes_lines_make_a_map_of_a_file(tmp_path, monkeypatch):
    (tmp_path / "mine.csv").write_text(CSV, encoding="utf-8")
    space = run_readme(tmp_path, monkeypatch)
    assert space["placed"].strikes["place_name"].dropna().tolist() == ["Talbiseh"]
    assert (tmp_path / "map.html").stat().st_size > 100_000


def test_the_readmes_lines_make_the_same_map_of_a_dataframe(tmp_path, monkeypatch):
    (tmp_path / "mine.csv").write_text(CSV, encoding="utf-8")
    of_file = run_readme(tmp_path, monkeypatch)["placed"]
    table = pd.read_csv(tmp_path / "mine.csv")
    of_frame = run_readme(tmp_path, monkeypatch, table=table)["placed"]
    ids = of_frame.strikes.set_axis(of_file.strikes.index)
    assert ids.equals(of_file.strikes)
    assert (tmp_path / "map.html").stat().st_size > 100_000


def test_the_short_path_is_three_lines():
    lines = readme_example().splitlines()
    steps = [line for line in lines if re.match(r"strikes = |placed = |strike_map\(", line)]
    assert len(steps) == 3


def test_points_typed_dates_and_an_index_of_its_own_come_through():
    table = gpd.GeoDataFrame(
        {"date": pd.to_datetime(["2015-09-30", "2015-10-01"]), "source": ["SOHR", None]},
        geometry=gpd.points_from_xy([36.73, 38.284], [34.84, 34.5624]),
        index=["b", "b"],
        crs="EPSG:4326",
    ).to_crs("EPSG:32637")
    placed = geo.locate(geo.read_strikes(table))
    assert placed.strikes["adm1_name"].tolist() == ["Homs", "Homs"]
    assert placed.strikes["date_start"].astype(str).tolist() == ["2015-09-30", "2015-10-01"]
    assert placed.claims["claimant"].tolist() == ["SOHR"]
    assert isinstance(geo.strike_map(placed), folium.Map)


def test_a_strikes_table_alone_is_a_map_too_and_filters_take_it():
    placed = geo.locate(geo.read_strikes(CSV.encode()))
    chosen = geo.filter_strikes(placed.strikes, geo.Filters.from_query("from=2015-09-30"))
    page = geo.render_html(geo.strike_map(chosen, placed.claims, height=300))
    assert "strikeMap.mount" in page
    assert geo.count_totals(chosen).located == 1


@pytest.mark.parametrize(
    "step", [geo.locate, geo.join_areas, geo.strike_map, geo.count_totals], ids=lambda s: s.__name__
)
@pytest.mark.parametrize("given", [pd.DataFrame({"town": ["Homs"]}), "mine.csv", None])
def test_what_is_no_strikes_table_is_refused_with_the_remedy(step, given):
    with pytest.raises(SchemaError, match=f"{step.__name__}: .*read it first: read_strikes"):
        step(given)


def test_filters_and_totals_take_the_strikes_of_a_reading():
    seeds = geo.read_seeds()
    with pytest.raises(SchemaError, match=r"filter_strikes: .*; pass its \.strikes"):
        geo.filter_strikes(seeds, geo.Filters())
    with pytest.raises(SchemaError, match=r"count_totals: .*; pass its \.strikes"):
        geo.count_totals(seeds)


def test_a_page_is_made_of_a_map_only():
    with pytest.raises(ExportError, match="not a Reading; make it with strike_map"):
        geo.render_html(geo.read_seeds())


def test_strikes_and_sheets_are_written(tmp_path):
    seeds = geo.read_seeds()
    written = geo.write_strikes(seeds.strikes, seeds.claims, tmp_path / "strikes.geojson")
    assert [path.name for path in written] == ["strikes.geojson"]
    boundaries = geo.load_boundaries("sy")
    geo.write_sheets([geo.make_sheet(seeds.strikes, seeds.claims, boundaries)], tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size > 10_000
    assert len(geo.make_atlas(seeds.strikes, seeds.claims, boundaries)) > 1
