"""`strikemap export`: strikes, located, in the format of the ending, and what is said of them."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess

import pytest
from command import Command, cells_of
from paths import JS_TESTS, REFERENCE, ROOT
from PIL import Image
from tile_files import write_mbtiles

from geo.reading.read import read_seeds, read_strikes
from geo.strikes.totals import count_totals

SEEDS = ROOT / "geo" / "data" / "seeds"
BOUNDARIES = REFERENCE / "ocha_boundaries"
PAYLOAD_READER = JS_TESTS / "read_payload.js"


def test_export_writes_every_shipped_strike_with_no_point_for_an_area(run: Command) -> None:
    done = run("export", "seeds", "--out", "strikes.geojson")
    assert done.returncode == 0, done.stderr
    collection = json.loads((run.folder / "strikes.geojson").read_text(encoding="utf-8"))
    totals = count_totals(read_seeds().strikes)
    features = collection["features"]
    located = [feature for feature in features if feature["geometry"] is not None]
    assert len(features) == totals.rows
    assert len(located) == totals.located >= 20
    assert {f["properties"]["location_status"] for f in located} == {"located"}
    assert f"{totals.rows} of {totals.rows} strikes: {totals.located} located" in done.last_line


@pytest.mark.parametrize("ending", ["csv", "gpkg", "parquet", "kml", "html"])
def test_export_writes_the_formats(run: Command, ending: str) -> None:
    done = run("export", "seeds", "--out", f"strikes.{ending}")
    assert done.returncode == 0, done.stderr
    beside = ["claims.csv", "strikes.csv-metadata.json"] if ending == "csv" else []
    assert run.files() == sorted([*beside, f"strikes.{ending}"])
    if ending not in ("kml", "html"):
        written = read_strikes(run.folder / f"strikes.{ending}")
        assert len(written.claims) == len(read_seeds().claims)


def test_export_writes_what_other_programs_take_and_says_of_it_what_was_asked(
    run: Command,
) -> None:
    for name in ("a.xlsx", "a.kepler.json", "a.timemap.json"):
        done = run("export", "seeds", "--out", name, "--filter", "kind=airstrike")
        assert done.returncode == 0, done.stderr
    beside = [f"a.timemap.{one}.json" for one in ("about", "associations", "sources")]
    assert run.files() == sorted(["a.kepler.json", "a.timemap.json", "a.xlsx", *beside])
    about = json.loads((run.folder / "a.timemap.about.json").read_text("utf-8"))
    assert "airstrike" in about["filters"]
    assert about["gazetteer"].startswith("places of sy, edition ")
    info = json.loads((run.folder / "a.kepler.json").read_text("utf-8"))["info"]
    assert info["provenance"] == about


def test_only_a_csv_has_hashtags_or_a_mark(run: Command) -> None:
    done = run("export", "seeds", "--out", "a.csv", "--hxl", "--no-bom")
    assert done.returncode == 0, done.stderr
    header, tags, *_ = (run.folder / "a.csv").read_text("utf-8").splitlines()
    assert header.startswith("strike_id,")
    assert tags.startswith("#event+id,")
    for option in ("--hxl", "--no-bom"):
        refused = run("export", "seeds", "--out", "a.gpkg", option)
        assert refused.returncode == 2
        assert "write a .csv" in refused.stderr


def test_an_exported_page_names_no_place_of_the_users_own_gazetteer(
    run: Command, node: str
) -> None:
    run.write("own.csv", "name,lon,lat,kind\nHidden Refuge,36.71234,35.61234,settlement\n")
    done = run("export", "seeds", "--out", "map.html", "--gazetteer", "own.csv")
    assert done.returncode == 0, done.stderr
    page = (run.folder / "map.html").read_text(encoding="utf-8")
    [literal] = re.findall(r'<script type="text/plain"[^>]*>([^<]+)</script>', page)
    read = subprocess.run(
        [node, PAYLOAD_READER], input=literal + "\n", capture_output=True, text=True
    )
    names = json.loads(read.stdout)["baseMap"]["places"]["columns"]["name"]
    assert "Talbiseh" in names
    assert "Hidden Refuge" not in names


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "map.html", "--labels", "greek"], "use one of latin, local, both"),
        (["--out", "map.csv", "--labels", "local"], "write an .html"),
        (["--out", "map.html", "--language", "greek"], "use one of en, ar, uk, es, fr"),
        (["--out", "map.csv", "--language", "uk"], "write an .html"),
    ],
)
def test_names_are_chosen_for_a_page_alone(run: Command, arguments, message) -> None:
    done = run("export", "seeds", *arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert list(run.folder.glob("map.*")) == []


def test_export_tells_an_area_that_is_none_and_what_no_row_has(run: Command) -> None:
    done = run("export", "seeds", "--out", "a.csv", "--filter", "governorate=Alepo")
    assert done.returncode == 2
    assert "no governorate known in Syria; nearest: Aleppo" in " ".join(done.stderr.split())
    done = run("export", "seeds", "--out", "a.csv", "--filter", "governorate=Halab&actor=nobody")
    assert "actor=nobody: no row names it" in done.stderr


def test_export_filters_as_the_address_of_the_app_does(run: Command) -> None:
    query = "from=2015-09-30&to=2015-09-30&kind=airstrike"
    done = run("export", SEEDS / "strikes.csv", "--out", "day.csv", "--filter", query)
    assert done.returncode == 0, done.stderr
    chosen = read_strikes(run.folder / "day.csv").strikes
    dated = chosen[chosen["date_start"].notna()]
    assert len(dated) >= 9
    assert (dated["date_start"] <= "2015-09-30").all()
    assert (dated["date_end"] >= "2015-09-30").all()
    assert set(chosen["kind"]) == {"airstrike"}


def test_export_locates_a_strangers_table_and_writes_its_refused_rows_beside(run: Command) -> None:
    run.write("mine.csv", "date,place,killed,source\n2015-09-30,Talbisah,5,SOHR\n,,5,SOHR\n")
    done = run("export", "mine.csv", "--out", "out.geojson")
    assert done.returncode == 0, done.stderr
    feature = json.loads((run.folder / "out.geojson").read_text(encoding="utf-8"))["features"][0]
    assert feature["geometry"]["type"] == "Point"
    assert feature["properties"]["claims"][0]["claimant"] == "SOHR"
    refused = cells_of(run.folder / "out.rejected.csv")
    assert [(row["row"], row["date"]) for row in refused] == [("3", "")]
    assert "1 row refused" in done.last_line


@pytest.mark.skipif(not BOUNDARIES.exists(), reason="needs ../shared/reference")
def test_export_with_boundaries_of_three_levels_knows_districts(run: Command) -> None:
    files = sorted(BOUNDARIES.glob("syr_admbnda_adm*.shp"))
    options = [part for path in files for part in ("--boundaries", path)]
    done = run("export", "seeds", "--out", "out.geojson", *options)
    assert done.returncode == 0, done.stderr
    features = json.loads((run.folder / "out.geojson").read_text(encoding="utf-8"))["features"]
    coded = [f["properties"]["adm3_code"] for f in features if f["geometry"]]
    assert all(coded)


def test_a_failure_leaves_what_was_there(run: Command) -> None:
    run.write("bad.csv", "date,place,killed\n,,5\n")
    run.write("out.csv", "before")
    assert run("export", "bad.csv", "--out", "out.csv").returncode == 1
    assert (run.folder / "out.csv").read_text() == "before"


STRANGE = (
    "Tag,Ort,Town,Tote,governorate\n2015-09-30,Talbisah,,dozens,Homs\n,Nowhereville,,-,Idlib\n"
)


def test_columns_may_be_chosen_and_those_not_used_are_listed(run: Command) -> None:
    run.write("mine.csv", STRANGE)
    columns = ("--column", "date=Tag", "--column", "place_text=Ort", "--column", "killed=Tote")
    done = run("export", "mine.csv", "--out", "out.csv", *columns)
    assert done.returncode == 0, done.stderr
    assert "mine.csv: columns not used: Town" in done.stderr
    assert "1 toll is told in words ('dozens')" in done.stderr
    first, second = cells_of(run.folder / "out.csv")
    assert (first["place_name"], first["killed_min"], first["adm2_name"]) == (
        "Talbiseh", "", "Ar-Rastan"
    )  # fmt: skip
    assert (second["location_status"], second["adm1_code"]) == ("area_only", "SY07")
    assert second["match_reason"].endswith("counted on the governorate Idlib, as reported")
    filtered = run("export", "mine.csv", "--out", "idlib.csv", *columns, "--filter",
                   "governorate=SY07")  # fmt: skip
    assert "1 of 2 events" in filtered.last_line
    assert first["note"] == "killed: dozens"


@pytest.mark.parametrize(
    ("choice", "code", "why"),
    [
        ("datum=Tag", 2, "no field is called 'datum'"),
        ("Tag", 2, "'Tag' is not FIELD=COLUMN"),
        ("date=Tga", 1, "there is no column 'Tga'; it has Tag"),
    ],
)
def test_a_choice_of_columns_that_cannot_be_is_refused(
    run: Command, choice: str, code: int, why: str
) -> None:
    run.write("mine.csv", STRANGE)
    done = run("export", "mine.csv", "--out", "out.csv", "--column", choice)
    assert done.returncode == code
    assert why in " ".join(done.stderr.split())
    assert run.files() == ["mine.csv"]


def test_export_says_what_the_recipient_will_not_see_and_warns_of_exact_hospitals(
    run: Command,
) -> None:
    table = "date,place,lat,lon,precision,target\n2016-01-02,Aleppo,36.2012,37.1611,site,hospital\n"
    (run.folder / "given.csv").write_text(f"{table}2016-01-03,several towns,,,,\n")
    done = run("export", "given.csv", "--out", "out.geojson")
    assert done.returncode == 0, done.stderr
    assert "WARNING: " in done.stderr
    assert "the recipient will not see: 1 event is not located" in done.stderr


def test_own_tiles_stand_in_the_page_and_their_maker_is_told(run: Command) -> None:
    write_mbtiles(run.folder / "own.mbtiles", attribution="A survey")
    done = run("export", "seeds", "--tiles", "own.mbtiles", "--out", "with.html")
    assert done.returncode == 0, done.stderr
    assert "tiles of " in done.stderr
    assert run("export", "seeds", "--out", "without.html").returncode == 0
    sizes = [(run.folder / name).stat().st_size for name in ("with.html", "without.html")]
    assert sizes[0] > sizes[1]
    refused = run("export", "seeds", "--tiles", "own.mbtiles", "--out", "with.csv")
    assert refused.returncode != 0
    assert "write an .html" in refused.stderr


def test_tiles_are_known_by_what_they_hold_and_never_written_over(run: Command) -> None:
    tiles = write_mbtiles(run.folder / "map.html")
    before = tiles.read_bytes()
    done = run("export", "seeds", "--tiles", "map.html", "--out", "map.html")
    assert done.returncode != 0
    assert tiles.read_bytes() == before


def test_own_layers_stand_in_the_page_and_what_is_refused_is_told(run: Command) -> None:
    point = {"type": "Point", "coordinates": [36.7, 34.8]}
    features = [{"type": "Feature", "properties": {"name": "made up", "start": day},
                 "geometry": point} for day in ("2015-01-01", "soon", "2015-03-01")]  # fmt: skip
    layer = run.folder / "sites.html"  # whatever its name says
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    option = "sites.html;name=Invented sites;credit=nobody;from=start"
    done = run("export", "seeds", "--layer", option, "--out", "with.html")
    assert done.returncode == 0, done.stderr
    assert "Invented sites: 2 points, 2 of 2 with dates" in done.stderr
    assert "feature 2 is refused: start: date 'soon' is not understood" in done.stderr
    written = run("export", "seeds", "--layer", f"{option};km=50", "--out", "with.geojson")
    assert written.returncode == 0, written.stderr
    told = [
        one["properties"]
        for one in json.loads((run.folder / "with.geojson").read_text())["features"]
    ]
    away, within = "distance_to_invented_sites_km", "within_50_km_of_invented_sites"
    assert {one["location_status"] for one in told if one[away] is None} == {
        "area_only",
        "unlocated",
    }
    assert {"sure", "no", None} <= {one[within] for one in told} <= {"sure", "possible", "no", None}
    before = layer.read_bytes()
    for out, given, why in (
        ("sites.html", option, "would overwrite the input"),
        ("with.kml", option, "write one of"),
        ("with.kepler.json", option, "write one of"),
        ("map.html", "sites.html;nam=x", "is not understood"),
        ("map.html", "away.geojson", "check the path"),
    ):
        refused = run("export", "seeds", "--layer", given, "--out", out)
        assert refused.returncode != 0
        assert why in refused.stderr
    assert layer.read_bytes() == before


def test_photos_at_hand_stand_small_in_the_page_by_their_hash(run: Command) -> None:
    (run.folder / "photos").mkdir()
    photo, video = run.folder / "photos" / "a.png", run.folder / "photos" / "v.mp4"
    Image.new("RGB", (900, 600), (200, 120, 40)).save(photo)
    video.write_bytes(b"no picture")
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (photo, video)]
    run.write(
        "mine.csv",
        f"date,place,source,media_url,sha256\n2015-10-01,Homs,SOHR,https://v.example/1,{hashes[0]}"
        f"\n2015-10-02,Homs,SOHR,https://v.example/2,{hashes[1]}"
        f"\n2015-10-03,Homs,SOHR,https://v.example/3,{'0' * 64}\n",
    )
    done = run("export", "mine.csv", "--out", "map.html", "--media", "photos")
    assert done.returncode == 0, done.stderr
    assert "1 thumbnail, " in done.stderr
    assert "of 3 media that claims name by SHA-256, 2 are in the folder" in done.stderr
    assert "no picture, so without one: v.mp4" in done.stderr
    refused = run("export", "mine.csv", "--out", "out.csv", "--media", "photos")
    assert (refused.returncode, "only a map page has thumbnails" in refused.stderr) == (2, True)
    missing = run("export", "mine.csv", "--out", "map2.html", "--media", "nowhere")
    assert missing.returncode == 1
    assert "nowhere: no folder" in missing.stderr
