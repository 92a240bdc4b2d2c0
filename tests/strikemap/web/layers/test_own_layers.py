"""Own layers in the app: read, told, ordered, hidden, filtered by, and nobody else's."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from app_pages import command, numbers, open_page, press, run, table_ids
from streamlit.testing.v1 import AppTest

from geo.layers.read import read_layer
from geo.reading.read import read_seeds
from geo.strikes.filters import filter_strikes
from geo.strikes.nearness import distances_km
from geo.webmap.payload.encode import encode_base_map
from geo.workspace.files import make_workspace
from geo.workspace.layering import keep_layer, list_layers
from geo.workspace.store import Workspace
from strikemap.web import map_component
from strikemap.web.country import shared_base_map
from strikemap.web.downloads import list_downloads
from strikemap.web.filters import DEFAULT_FILTERS
from strikemap.web.ground import base_maps
from strikemap.web.start import parts
from strikemap.web.visitors import session
from strikemap.web.workspaces.folder import FOLDER
from strikemap.web.workspaces.shared import open_shared

HOSTILE = "<b>{{7*7}}</b>"
SQUARE = [[[36.0, 34.0], [37.0, 34.0], [37.0, 36.0], [36.0, 36.0], [36.0, 34.0]]]


def write(*features: tuple[dict[str, str], str, object]) -> bytes:
    listed = [
        {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": at}}
        for said, kind, at in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": listed}).encode()


CONTROL = write(
    ({"holder": "North", "since": "2012-01-01"}, "Polygon", SQUARE),
    ({"holder": HOSTILE, "since": "2012-01-01"}, "Point", [38.0, 35.0]),
    ({"holder": "South", "since": "soon"}, "Point", [38.5, 35.0]),
)
SITES = b"name,lat,lon\nMade-up clinic,36.2,37.15\n"


@pytest.fixture
def drawn(monkeypatch) -> Iterator[list[list[dict[str, object]]]]:
    """Note the layers of every map that is mounted, and that it is the first one still."""
    noted: list[list[dict[str, object]]] = []

    def note(base_map):
        noted.append(base_map.get("layers", []))
        return encode_base_map(base_map)

    def mount(key, control, heavy, on_choose):
        assert key == "strike_map_0", "layers come and go in place"
        return parts.mount_map(key, control, heavy, on_choose)

    monkeypatch.setattr(base_maps, "encode_base_map", note)
    monkeypatch.setattr(map_component, "mount_map", mount)
    return noted


def hand_over(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    uploader = next(
        one for one in page.file_uploader if one.key and one.key.startswith("own_layers")
    )
    uploader.set_value([(name, content, "") for name, content in files])
    return run(page)


def names(layers: list[dict[str, object]]) -> list[object]:
    return [layer["name"] for layer in layers]


def said(page: AppTest) -> str:
    told = [*page.sidebar.caption, *page.sidebar.error]
    return "\n".join(one.value.replace("\\", "") for one in told)


def test_layers_are_handed_over_told_otherwise_ordered_hidden_and_taken_away(drawn):
    page = hand_over(open_page(), ("control.geojson", CONTROL), ("sites.csv", SITES))
    assert names(drawn[-1]) == ["control", "sites"]
    assert "feature 3 is refused: since: " in said(page)
    page.text_input(key="own_layer_2_name").set_value("Clinics")
    page.text_input(key="own_layer_2_credit").set_value("nobody at all")
    page.selectbox(key="own_layer_2_colour").set_value("#b15928")
    page.selectbox(key="own_layer_1_by").set_value("holder")
    run(page)
    assert names(drawn[-1]) == [f"control: {HOSTILE}", "control: North", "Clinics"]
    assert len({layer["colour"] for layer in drawn[-1]}) == 3
    assert (drawn[-1][-1]["colour"], drawn[-1][-1]["credit"]) == ("#b15928", "nobody at all")
    assert {layer["of"] for layer in drawn[-1][:2]} == {"control"}
    page.button(key="own_layer_2_-1").click()
    run(page)
    assert names(drawn[-1])[0] == "Clinics"
    assert page.button(key="own_layer_2_-1").disabled
    page.checkbox(key="own_layer_2_shown").uncheck()
    run(page)
    assert "Clinics" not in names(drawn[-1])
    assert "control.geojson;name=control" in command(page)
    assert "sites.csv" not in command(page)
    page.button(key="own_layer_1_remove").click()
    run(page)
    maps = len(drawn)
    run(open_page())  # another visitor
    assert len(drawn) == maps, "nobody else has a layer"


def test_what_cannot_be_read_is_told_by_its_name_and_the_map_stays(drawn, tmp_path):
    page = hand_over(
        open_page(), ("broken.geojson", b'{"type": "FeatureCollection"'), ("empty.csv", b"a,b\n1,2")
    )
    assert "broken.geojson: is no GeoJSON" in said(page)
    assert "call them lon and lat" in said(page)
    assert not drawn
    import geopandas as gpd
    import shapely

    path = tmp_path / "two.gpkg"
    for layer in ("roads", "rivers"):
        frame = gpd.GeoDataFrame({"n": [1]}, geometry=[shapely.Point(37, 35)], crs="EPSG:4326")
        frame.to_file(path, layer=layer)
    hand_over(page, ("two.gpkg", path.read_bytes()))
    page.selectbox(key="own_layer_3_layer").set_value("rivers")
    run(page)
    assert names(drawn[-1]) == ["rivers"]
    for _ in range(2):
        hand_over(page, *((f"{at}.csv", SITES) for at in range(6)))
    assert "there are 12 layers already" in said(page)


def test_near_a_layer_is_a_filter_told_kept_in_the_address_and_in_downloads():
    page = hand_over(open_page(), ("sites.csv", SITES))
    page.selectbox(key="filter_near_layer").set_value("sites")
    run(page)
    page.number_input(key="filter_near_layer_km").set_value(30.0)
    run(page)
    strikes = filter_strikes(read_seeds().strikes, DEFAULT_FILTERS)
    away = distances_km(strikes, 37.15, 36.2)
    located = strikes["location_status"] == "located"
    possible = strikes.index[located & (away - strikes["uncertainty_km"].to_numpy() <= 30)]
    assert table_ids(page) == set(possible)
    assert f"{int((~located).sum())} without a point are not judged" in " ".join(
        [numbers(page), *(one.value.replace("\\", "") for one in (*page.markdown, *page.caption))]
    )
    assert page.query_params["near_layer"] == "sites,30"
    assert "near_layer=sites,30" in command(page)
    page.text_input(key="own_layer_1_name").set_value("Clinics")
    run(page)
    assert page.query_params["near_layer"] == "Clinics,30"
    assert page.selectbox(key="filter_near_layer").value == "Clinics"
    page.button(key="own_layer_1_remove").click()
    run(page)
    assert "near_layer" not in page.query_params
    assert table_ids(page) == table_ids(open_page())
    press(hand_over(page, ("sites.csv", SITES)), "Undo")


def test_a_link_near_a_layer_that_is_not_here_says_what_to_do(drawn):
    page = open_page({"near_layer": "sites,5"})
    assert "Own layers" in page.warning[0].value.replace("\\", "")
    assert not drawn


def test_files_carry_the_distances_only_when_they_are_asked_for():
    reading = read_seeds()
    asked = []

    def beside():
        asked.append(1)
        return reading.strikes[["kind"]].rename(columns={"kind": "distance_to_sites_km"})

    from geo.webmap.payload.encode import MapOptions

    files = list_downloads(
        reading.strikes, reading.claims, shared_base_map(("sy",)), MapOptions(), beside
    )
    assert not asked
    archive = next(file for file in files if file.file_name == "strikes.zip").make()
    assert asked
    assert isinstance(archive, bytes)


def test_layers_count_for_the_room_that_is_kept_for_visitors():
    class Layer:
        size = 400_000

    things = {session.LAYERS_KEY: (Layer(), Layer())}
    assert session._count_rows(things) == 2 * 400_000 // session.BYTES_OF_ROW
    assert session.LAYERS_KEY in session.KEPT_KEYS


def test_layers_of_the_open_workspace_are_shown_kept_in_it_and_taken_out(
    drawn, tmp_path, monkeypatch
):
    path = tmp_path / "work.gpkg"
    reading = read_seeds()
    make_workspace(path, reading.strikes, reading.claims)
    (tmp_path / "control.geojson").write_bytes(CONTROL)
    with Workspace(path) as opened:
        keep_layer(opened, read_layer(tmp_path / "control.geojson").layer)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(path))
    page = open_page()
    try:
        assert names(drawn[-1]) == ["control"]
        assert "Kept in the workspace" in said(page)
        hand_over(page, ("sites.csv", SITES))
        page.button(key="own_layer_2_keep").click()
        run(page)
        assert said(page).count("Kept in the workspace") == 2
        page.button(key="own_layer_1_keep").click()
        run(page)
        assert names(drawn[-1]) == ["sites"]
        assert "--layer 'work.gpkg;name=sites;" in command(page)
        run(open_page())  # another visitor
        assert names(drawn[-1]) == ["sites"]
    finally:
        open_shared(str(path)).close()
    with Workspace(path, writing=False) as opened:
        assert [entry.action for entry in opened.list_log()] == [
            "remove layer", "add layer", "add layer",
        ]  # fmt: skip


def test_what_is_shown_goes_with_its_layers_into_a_workspace_that_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    page = open_page()
    hand_over(page, ("control.geojson", CONTROL), ("sites.csv", SITES))
    page.text_input(key="workspace_name").set_value("mine")
    next(button for button in page.button if button.label.startswith("Make it")).click()
    run(page)
    try:
        assert said(page).count("Kept in the workspace") == 2
    finally:
        open_shared(str(tmp_path / "mine.gpkg")).close()
    with Workspace(tmp_path / "mine.gpkg", writing=False) as opened:
        assert [layer.name for layer in list_layers(opened)] == ["control", "sites"]
