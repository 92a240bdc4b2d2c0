"""A GeoPackage comes with its look, its time and its names, as QGIS takes them."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from outgoing import shipped

from geo.export.labels.column_titles import title_of
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.export.write import write_strikes
from geo.strikes.schema import KINDS

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's, for which its QGIS is
DAYS = ("2015-09-29", "2015-09-30", "2015-10-01", "2015-10-04", "2015-10-06")
# Opens the layers as QGIS does when a file is dropped on it, and counts strikes day by day.
IN_QGIS = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import *
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, Qt
app = QgsApplication([], False)
app.initQgis()
options = QgsVectorLayer.LayerOptions()
options.loadDefaultStyle = False
def load(name):
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr", options)
    return layer, layer.loadDefaultStyle()[1]
strikes, styled = load("strikes")
claims, _ = load("claims")
time = strikes.temporalProperties()
context = QgsVectorLayerTemporalContext()
context.setLayer(strikes)
def count(day):
    begin = QDateTime(QDate.fromString(day, "yyyy-MM-dd"), QTime(0, 0), Qt.UTC)
    shown = time.createFilterString(context, QgsDateTimeRange(begin, begin.addDays(1), True, False))
    return sum(1 for _ in strikes.getFeatures(QgsFeatureRequest().setFilterExpression(shown)))
QgsProject.instance().addMapLayer(strikes)
period = QgsTemporalUtils.calculateTemporalRangeForProject(QgsProject.instance())
print(json.dumps({
    "rows": [strikes.featureCount(), claims.featureCount()], "styled": styled,
    "look": {one.value(): [one.label(), one.symbol().symbolLayer(1).color().name()]
             for one in strikes.renderer().categories()},
    "names": {one.name(): one.alias() for one in strikes.fields()},
    "claims": {one.name(): one.alias() for one in claims.fields()},
    "time": time.isActive(), "days": [count(day) for day in sys.argv[2:]],
    "period": [period.begin().toString("yyyy-MM-dd"), period.end().toString("yyyy-MM-dd")],
}))
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "strikes.gpkg"
    write_strikes(shipped().strikes, shipped().claims, path)
    return path


def ask(path: Path, words: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(words).fetchall()


def test_the_style_is_that_of_the_layer_and_draws_every_kind(written: Path) -> None:
    [(table, column, qml, sld)] = ask(
        written, "SELECT f_table_name, f_geometry_column, styleQML, styleSLD FROM layer_styles "
        "WHERE useAsDefault AND f_table_name = 'strikes'"
    )  # fmt: skip
    assert ask(written, "SELECT table_name, column_name FROM gpkg_geometry_columns") == [
        (table, column)
    ]
    style = etree.fromstring(str(qml).encode())
    drawn = {one.get("value"): one.get("label") for one in style.iterfind(".//category")}
    assert drawn == {kind: KIND_COLOURS[kind].name for kind in KINDS}
    assert style.find("temporal").get("enabled") == "1"
    spaces = {"ogc": "http://www.opengis.net/ogc"}
    rules = etree.fromstring(str(sld).encode()).iterfind(".//ogc:Literal", spaces)
    assert [one.text for one in rules] == list(KINDS)


def test_gdals_validator_finds_nothing(written: Path) -> None:
    tables = "SELECT name FROM sqlite_master WHERE name LIKE 'gpkg_data_column%' ORDER BY name"
    both = [("gpkg_data_column_constraints",), ("gpkg_data_columns",)]  # the extension's two
    assert [one for one in ask(written, tables) if "autoindex" not in str(one)] == both
    listed = "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'"
    assert sorted(ask(written, listed)) == both
    validator = "osgeo_utils.samples.validate_gpkg"  # of Debian's python3-gdal
    if subprocess.run([SYSTEM_PYTHON, "-c", f"import {validator}"], capture_output=True).returncode:
        pytest.skip("needs Debian's python3-gdal; what it missed once is asked for above")
    done = subprocess.run(
        [SYSTEM_PYTHON, "-m", validator, "-k", str(written)], capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_columns_have_readable_names(written: Path) -> None:
    named = ask(written, "SELECT table_name, column_name, title FROM gpkg_data_columns")
    assert {(table, name) for table, name, _ in named} == {
        (table, name)
        for table in ("strikes", "claims")
        for (name,) in ask(written, f"SELECT name FROM pragma_table_info('{table}')")
        if name not in ("fid", "geom")
    }
    assert all(title == title_of(str(name)) for _, name, title in named)


def test_qgis_draws_it_in_the_maps_colours_and_plays_each_day(written: Path) -> None:
    if subprocess.run([SYSTEM_PYTHON, "-c", "import qgis.core"], capture_output=True).returncode:
        pytest.skip("needs Debian's python3-qgis")
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", IN_QGIS, str(written), *DAYS], capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    strikes = shipped().strikes
    assert said["rows"] == [len(strikes), len(shipped().claims)]
    assert said["styled"]
    assert said["look"] == {kind: [one.name, one.colour] for kind, one in KIND_COLOURS.items()}
    assert said["names"]["date_start"] == "First possible day"
    assert said["claims"]["toll_text"] == "Toll as worded"
    assert said["time"]
    assert said["days"] == [
        int(((strikes["date_start"] <= day) & (strikes["date_end"] >= day)).sum()) for day in DAYS
    ]
    assert said["period"][0] == str(strikes["date_start"].min().date())
