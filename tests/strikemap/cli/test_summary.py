"""Every verb says what is to be looked at in a file before anything of it is handed on."""

from __future__ import annotations

import json

import pytest
from command import Command

ABROAD = (
    "date,place,lat,lon,kind\n2026-05-03,Upper Mill,33.35,35.51,airstrike\n"
    "2026-05-04,Mill,33.33,35.52,airstrike\n2026-05-05,Talbisah,34.84,36.73,airstrike\n"
)
TURNED = "date,place,lat,lon\n2026-05-03,A,36.73,34.84\n2026-05-04,B,36.8,35.1\n"
SEVERAL = (
    "date,place,governorate,number of airstrikes\n2015-10-03,Talbisah,Homs,8\n"
    "2015-10-04,Ariha,Idlib,1\n"
)
VERBS = (
    ["import", "mine.csv", "--out", "out.parquet"],
    ["export", "mine.csv", "--out", "out.geojson"],
    ["brief", "mine.csv", "--out", "out.svg"],
    ["inspect", "mine.csv"],
)


@pytest.mark.parametrize("arguments", VERBS, ids=lambda words: words[0])
@pytest.mark.parametrize(
    ("table", "said"),
    [
        (ABROAD, ["Lebanon (2 of 3 rows) and Syria (1 of 3 rows)"]),
        (TURNED, ["2 of 2 points lie outside Syria", "2 of those 2 would lie in Syria",
                  "latitude and longitude exchanged; nothing was exchanged"]),
        (SEVERAL, ["2 rows stand for 9 strikes"]),
    ],
    ids=["abroad", "turned", "several"],
)  # fmt: skip
def test_a_verb_says_what_is_to_be_looked_at(
    run: Command, arguments: list[str], table: str, said: list[str]
) -> None:
    run.write("mine.csv", table)
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    for part in said:
        assert part in done.stdout + done.stderr


def test_inspect_gives_the_summary_to_machines(run: Command) -> None:
    run.write("mine.csv", ABROAD)
    said = run("inspect", "mine.csv", "--json", "--country", "sy").stdout
    assert "2 of 3 points lie outside Syria (Lebanon 2)" in json.loads(said)["summary"]


@pytest.mark.parametrize("arguments", VERBS[1:3], ids=lambda words: words[0])
def test_the_last_line_tells_rows_from_strikes(run: Command, arguments: list[str]) -> None:
    run.write("mine.csv", SEVERAL)
    assert "2 rows (9 strikes): 2 located" in run(*arguments).last_line


def test_a_briefing_of_strikes_elsewhere_is_not_titled_by_the_country_at_hand(
    run: Command,
) -> None:
    run.write("mine.csv", ABROAD)
    assert run("brief", "mine.csv", "--out", "out.svg").returncode == 0
    drawn = (run.folder / "out.svg").read_text(encoding="utf-8")
    assert "Reported strikes: Lebanon and Syria" in drawn
