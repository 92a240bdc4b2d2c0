"""`--profile`: nothing that a verb writes, nor what stands beside it, tells what is held back."""

from __future__ import annotations

import pytest
from command import Command
from leaks import find_leaks, forms_of

from geo.land.boundaries import load_boundaries

PROFILE = """
name = "Partners"
[columns]
strikes = ["date_start", "date_end", "place_text", "adm1_name", "target_kind", "killed_min",
           "killed_max"]
[[coarsen]]
words = ["clinic"]
to = "governorate"
[days]
spans = [{ from = 2015-10-05, to = 2015-10-06 }]
"""
TABLE = """date,town,governorate,target,killed,remarks,lat,lon
2015-09-30,Talbisah,Homs,market,4,zqxremark one,34.84,36.73
2015-10-01,Zqxtown,Homs,the Zqxname clinic,2,zqxremark two,34.926543,36.732198
2015-10-05,Zqxlate,Hama,bridge,1,zqxremark three,35.123457,36.765432
"""
SECRETS = {word: forms_of(word) for word in (
    "zqxremark", "Zqxname", "Zqxlate", "Zqxrefused", "Zqxtown", "34.92654", "36.73219", "35.12345",
    "zqxfile", "zqxborders", "Zqxlayer", "2015-10-05",
)}  # fmt: skip


@pytest.fixture
def files(run: Command) -> Command:
    run.write("partners.toml", PROFILE)
    run.write("zqxfile.csv", TABLE)
    run.write("layer.csv", "name,lat,lon\nZqxlayer,34.9,36.7\n")
    return run


def leaks_of(run: Command, before: list[str]) -> list[str]:
    """Return the secrets that files hold which were not there before."""
    new = [run.folder / name for name in run.files() if name not in before]
    assert new
    return [leak for path in new for leak in find_leaks(path.read_bytes(), SECRETS)]


@pytest.mark.parametrize("out", ["a.html", "a.csv"])
def test_export_lets_only_the_release_leave(files: Command, out: str) -> None:
    own = ["--boundaries", "my; zqxborders: Zqx.geojson"] if out.endswith(".html") else []
    if own:
        areas = load_boundaries("sy").governorates[["code", "name", "geometry"]]
        named = areas.rename(columns={"code": "ADM1_PCODE", "name": "ADM1_EN"})
        (files.folder / own[1]).write_text(named.to_json(), encoding="utf-8")
    before = [*files.files(), "user"]
    done = files("export", "zqxfile.csv", "--country", "sy", "--out", out,
                 "--profile", "partners.toml", *own)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert leaks_of(files, before) == []
    assert "Partners: 1 of 3 strikes and 0 of 0 claims held back" in done.stderr
    assert "1 of 2 strikes told of by the governorate" in done.stderr
    assert "2 of 2 events" in done.last_line


def test_import_and_brief_do_too_and_a_sheet_is_made_again_by_its_profile(files: Command) -> None:
    before = [*files.files(), "user"]
    told = ("zqxfile.csv", "--country", "sy", "--profile", "partners.toml")
    assert files("import", *told, "--out", "b.geojson").returncode == 0
    sheet = files("brief", *told, "--out", "c.png", "--extent", "strikes")
    assert sheet.returncode == 0, sheet.stderr
    assert leaks_of(files, before) == []
    bare = files("brief", *told[:3], "--again", "c.png", "--out", "d.png")
    assert bare.returncode != 0
    assert "was released by the profile Partners" in bare.stderr
    again = files("brief", *told, "--again", "c.png", "--out", "d.png")
    assert again.returncode == 0, again.stderr
    assert "Nothing has changed" in again.stderr
    assert leaks_of(files, before) == []


def test_refused_rows_do_not_stand_beside_a_release(files: Command) -> None:
    files.write("own.csv", "strike_id,kind,date_start,date_end,date_precision,place_text\n"
                "a,airstrike,2015-09-30,2015-09-30,day,Talbisah\n"
                "b,airstrike,2015-09-30,2015-09-01,day,Zqxrefused\n")  # fmt: skip
    before = [*files.files(), "user"]
    done = files("export", "own.csv", "--out", "e.csv", "--profile", "partners.toml")
    assert done.returncode == 0, done.stderr
    assert "1 row refused; a release lists none" in done.stderr
    assert leaks_of(files, before) == []


def test_what_cannot_be_released_is_refused_before_any_work(files: Command) -> None:
    files.write("slip.toml", '[columns]\nstrikes = ["plaice"]\n')
    files.write("small.toml", "[cells]\nstrikes = 50\n")
    refused = {
        ("export", "--profile", "slip.toml"): "slip.toml:2: columns.strikes: 'plaice' is unknown",
        ("export", "--profile", "gone.toml"): "gone.toml: the release profile cannot be read",
        ("export", "--profile", "partners.toml", "--layer", "layer.csv"): "own layers are held",
        ("export", "--profile", "small.toml"): "fewer than the 50 that [cells] asks for",
        ("brief", "--profile", "slip.toml"): "slip.toml:2",
    }
    for (verb, *options), said in refused.items():
        out = "no.html" if verb == "export" else "no.png"
        done = files(verb, "zqxfile.csv", "--country", "sy", "--out", out, *options)
        assert done.returncode != 0
        assert said in done.stderr
        assert out not in files.files()
