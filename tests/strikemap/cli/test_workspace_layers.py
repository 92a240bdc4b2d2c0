"""`strikemap workspace layer`: kept, listed, taken out, undone; drawn from there by `export`."""

from __future__ import annotations

from command import Command

TABLE = "date,place,governorate\n2016-09-01,Talbiseh,Homs\n"
SITES = "name,lat,lon,side\nMade up,34.84,36.73,North\nBad,99,36,South\n"


def test_layers_are_kept_listed_taken_out_and_drawn(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    (run.folder / "sites.csv").write_text(SITES, encoding="utf-8")
    run("workspace", "make", "in.csv", "--out", "work.gpkg")
    layer = ("workspace", "layer")
    option = "sites.csv;name=Sites;by=side;credit=nobody"
    done = run(*layer, "add", "work.gpkg", option, "--who", "A")
    assert done.returncode == 0, done.stderr
    assert "feature 3 is refused: latitude 99" in done.stderr
    assert done.last_line == "work.gpkg: Sites is kept; 1 feature"
    assert "kept already; take it out first" in run(*layer, "add", "work.gpkg", option).last_line
    listed = run(*layer, "list", "work.gpkg").stdout
    assert listed.strip() == "Sites: 1 point; #332288, coloured by 'side' (nobody)"
    drawn = run("export", "in.csv", "--out", "near.csv", "--layer", "work.gpkg;layer=sites;km=50",
                "--filter", "near_layer=Sites: North,50")  # fmt: skip
    assert drawn.returncode == 0, drawn.stderr
    assert "within_50_km_of_sites" in (run.folder / "near.csv").read_text("utf-8-sig")
    other = run("export", "in.csv", "--out", "map.html", "--layer", "work.gpkg;layer=Roads")
    assert other.last_line.endswith("work.gpkg: keeps no layer 'Roads'; it has Sites")
    done = run(*layer, "remove", "work.gpkg", "sites", "--reason", "old")
    assert done.last_line == "work.gpkg: Sites is taken out"
    assert "it has none" in run(*layer, "remove", "work.gpkg", "sites").last_line
    run("workspace", "undo", "work.gpkg")
    assert run(*layer, "list", "work.gpkg").stdout == listed
