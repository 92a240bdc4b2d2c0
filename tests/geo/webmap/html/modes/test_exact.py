"""The one-file map counts exactly: random strikes, filters, views, periods and ways to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from random_strikes import fields_of, random_filters, random_period, random_strikes

from geo.strikes.dateless import find_left_out
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.killed import word_toll
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MODES

NO_SOURCE = "no source given"
SHOW = """async ({ filters, modes, view, steps }) => {
  const { counter } = layer;
  if (filters) await layer.setFilters(filters);
  else layer.setRange(...steps[0]); // counted as it is shown, then followed through what changes
  for (const [name, value] of Object.entries(modes)) await layer.setMode(name, value);
  layer.map.setView([view.lat, view.lon], view.zoom, { animate: false });
  for (const step of steps) layer.setRange(...step);
  const { marks } = layer;
  const colours = document.querySelector(".strike-legend ul");
  const add = (values) => Array.from(values).reduce((sum, value) => sum + value, 0);
  const people = (slots) => add(slots.map((slot) => marks.tolls.people[slot]));
  const { histogram } = layer.slider;
  histogram.fill();
  const { bars: { precise, imprecise }, edges, measure } = histogram;
  return {
    line: document.querySelector(".strike-totals span").textContent,
    ...layer.getState(), kept: counter === layer.counter, measure, edges: Array.from(edges),
    bars: Array.from(precise, (count, bar) => count + imprecise[bar]),
    groups: Object.fromEntries(layer.groups.names.map((name, i) => [name, layer.countGroups()[i]])),
    clusterPeople: marks.tolls && add(marks.clusters.map(({ slots }) => people(slots))),
    slotPeople: marks.tolls && add(marks.tolls.people),
    slotReported: marks.tolls && add(marks.tolls.reported),
    areaPeople: marks.shaded && add(marks.shaded.areas.map(({ weight }) => weight)),
    legend: [...colours.children].map((item) => item.textContent),
    legendShown: !colours.hidden,
  };
}"""


def slide(chance: Random, period: tuple[date, date]) -> list[tuple[date, date]]:
    """Return windows that lie some days before or after one another, or grow and shrink by some."""
    steps = [period]
    for _ in range(3):
        days = timedelta(days=chance.randint(-40, 40))
        first, last = steps[-1]
        steps.append(chance.choice(((first + days, last + days), (first, max(first, last + days)))))
    return steps[1:]


def random_setting(chance: Random, before: Filters | None) -> tuple[Filters, dict[str, Any]]:
    """Return filters with their period, and a setting: half of them slide on from those before."""
    slid = False
    if before and before.date_from and before.date_to and chance.random() < 0.5:
        slid = True
        filters, steps = before, slide(chance, (before.date_from, before.date_to))
        modes = {name: chance.choice(MODES[name]) for name in ("show", "size")}
    else:
        filters = random_filters(chance) if chance.random() < 0.8 else Filters()
        steps = [random_period(chance)]
        modes = {name: chance.choice(MODES[name]) for name in ("show", "colour", "size", "labels")}
        modes["told_by"] = chance.choice(("", "", "SOHR", "A witness", NO_SOURCE, "Nobody"))
    view = {
        "lon": chance.uniform(35, 43), "lat": chance.uniform(32, 38),
        "zoom": chance.choice((5, 6.5, 7, 9, 12)),
    }  # fmt: skip
    setting = {
        "filters": None if slid else fields_of(filters), "modes": modes, "view": view,
        "steps": [[str(day) for day in step] for step in steps],
    }  # fmt: skip
    first, last = steps[-1]
    return replace(filters, date_from=first, date_to=last), setting


def killed(rows: gpd.GeoDataFrame, size: str) -> int:
    """Sum the bounds of the rows that carry a toll; an open one counts with its lower bound."""
    toll = count_totals(rows).tolls["killed"]
    if size == "killed_min":
        return toll.low or 0
    open_ended = rows["killed_max"].isna()
    return (toll.high_known or 0) + int(rows.loc[open_ended, "killed_min"].sum())


def sources_of(claims: pd.DataFrame, strikes: pd.Index) -> dict[str, set[str]]:
    """Return who reports each strike: claimant, else outlet; without a claim nobody by name."""
    sources: dict[str, set[str]] = {strike: set() for strike in strikes}
    names = claims["claimant"].fillna(claims["outlet"]).fillna(NO_SOURCE)
    for strike, name in zip(claims["strike_id"], names, strict=True):
        sources[strike].add(name)
    return {strike: names or {NO_SOURCE} for strike, names in sources.items()}


def check_totals(state: dict[str, Any], rows: gpd.GeoDataFrame, dated: gpd.GeoDataFrame) -> None:
    totals, expected, shown = state["totals"], count_totals(rows), count_totals(dated)
    assert (totals["rows"], totals["located"], totals["areaOnly"], totals["unlocated"]) == (
        expected.rows, expected.located, expected.area_only, expected.unlocated,
    )  # fmt: skip
    assert totals["undated"] == expected.undated
    toll = expected.tolls["killed"]
    killed = (
        f"{word_toll(toll.low, toll.high)} reported killed in {toll.reported} of {totals['rows']}"
    )
    said = killed if toll.reported else "killed: not reported in any row"
    assert state["line"].split(" · ")[1] == said
    assert totals["dated"] == {
        "located": shown.located, "areaOnly": shown.area_only, "unlocated": shown.unlocated,
    }  # fmt: skip


def check_marks(state: dict[str, Any], dated: gpd.GeoDataFrame) -> None:
    """Clusters, or squares, with what lies outside, badges and unlocated are all dated rows."""
    drawn = sum(mark["count"] for mark in state["clusters"]) + sum(state["squares"] or ())
    badges = sum(badge["count"] for badge in state["badges"])
    located = (dated["location_status"] == "located").sum()
    assert drawn + state["outside"] == located
    assert badges == (dated["location_status"] == "area_only").sum()
    assert drawn + state["outside"] + badges + state["totals"]["dated"]["unlocated"] == len(dated)


def check_areas(
    state: dict[str, Any],
    dated: gpd.GeoDataFrame,
    land: dict[str, Any],
    sources: dict[str, set[str]],
) -> None:
    """Shaded governorates with the badge of the others are the rows that the source reports."""
    names = {
        feature["properties"]["code"]: feature["properties"]["name"]
        for feature in land["features"] if feature["properties"]["kind"] == "governorate"
    }  # fmt: skip
    source, size = state["modes"]["told_by"], state["modes"]["size"]
    assert bool(state["sourceNote"]) == (source in set().union(*sources.values()))
    if state["sourceNote"]:
        chosen = dated.loc[[strike for strike in dated.index if source in sources[strike]]]
        words = f"{len(chosen)} of {len(dated)} strikes in this period"
        assert state["sourceNote"] == f"Told by {source}: {words}"
    else:
        chosen = dated
    placed = chosen[chosen["location_status"] != "unlocated"]
    held = placed[placed["adm1_code"].isin(names)]
    counts = held["adm1_code"].map(names).value_counts().to_dict()
    assert {area["name"]: area["count"] for area in state["areas"]} == counts
    assert state["without"] == len(placed) - len(held)
    assert sum(badge["count"] for badge in state["badges"]) == state["without"]
    if size.startswith("killed"):
        assert state["areaPeople"] == killed(held, size)
    if size == "per_source":
        for area in state["areas"]:
            here = held.index[held["adm1_code"].map(names) == area["name"]]
            distinct = set().union(*(sources[strike] for strike in here))
            by_all = f"{len(here)} by {len(distinct)}"
            assert area["text"] == (str(len(here)) if state["sourceNote"] else by_all)


def check_people(state: dict[str, Any], dated: gpd.GeoDataFrame) -> None:
    size = state["modes"]["size"]
    if not size.startswith("killed") or state["modes"]["show"] == "areas":
        return
    assert state["slotPeople"] == killed(dated, size)
    reported = dated["killed_min"].notna()
    if size == "killed_max":
        reported |= dated["killed_max"].notna()
    assert state["slotReported"] == reported.sum()
    located = dated[dated["location_status"] == "located"]
    if state["modes"]["show"] == "clusters" and state["outside"] == 0:
        assert state["clusterPeople"] == killed(located, size)


def join_several(words: str) -> str:
    return " + ".join(word.strip() for word in words.split(";"))


def check_legend(state: dict[str, Any], dated: gpd.GeoDataFrame) -> None:
    groups = {name: count for name, count in state["groups"].items() if count}
    assert sum(groups.values()) == len(dated)
    column = state["modes"]["colour"]
    counts = Counter("not reported" if pd.isna(word) else word for word in dated[column])
    for name, count in groups.items():
        word = {"IED": "ied", "Ground attack": "ground", "Other attack": "other"}.get(name, name)
        if name != "Other":
            alike = (word, word[:1].lower() + word[1:])
            found = [n for known, n in counts.items() if join_several(known) in alike]
            assert count in found, (name, counts)
    if state["legendShown"]:
        lines = [f"{name} {count:,}" for name, count in groups.items()]
        undated = state["totals"]["undated"]
        assert state["legend"] == lines + (
            [f"Undated, in the list only {undated:,}"] if undated else []
        )


def check_bars(state: dict[str, Any], passing: gpd.GeoDataFrame) -> None:
    """The slider's bars count the rows that pass the filters, of all dates, as the circles do."""
    size = state["modes"]["size"]
    assert state["measure"] == ("count" if size == "per_source" else size)
    dated = passing[passing["date_start"].notna()]
    if state["measure"] != "count":
        assert sum(state["bars"]) == killed(dated, size)
        return
    first, last = (
        dated[name].to_numpy(dtype="datetime64[D]").astype("int64")
        for name in ("date_start", "date_end")
    )
    ends = zip(state["edges"][:-1], state["edges"][1:], strict=True)
    expected = [int(((first < end) & (last >= start)).sum()) for start, end in ends]
    assert state["bars"][: len(expected)] == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_at_any_filter_view_period_and_way_to_show(open_map, land, seed):
    strikes, claims = random_strikes(seed, 400)
    sources = sources_of(claims, strikes.index)
    page = open_map(strikes, claims)
    chance = Random(seed)
    filters, slid = None, 0
    for number in range(30):
        filters, setting = random_setting(chance, filters)
        state = page.evaluate(SHOW, setting)
        assert state["kept"] == (setting["filters"] is None)
        slid += state["kept"]
        of_all_dates = replace(filters, date_from=None, date_to=None)
        asked = filters if state["range"] else of_all_dates  # a window around all is the whole
        rows = filter_strikes(strikes, asked, claims)
        assert state["totals"]["leftOut"] == len(find_left_out(strikes, asked, claims))
        dated = rows[rows["date_start"].notna()]
        where = (number, setting)
        try:
            check_totals(state, rows, dated)
            if state["modes"]["show"] == "areas":  # so are districts here, and nothing is compared
                check_areas(state, dated, land, sources)
            else:
                check_marks(state, dated)
            check_people(state, dated)
            check_legend(state, dated)
            check_bars(state, filter_strikes(strikes, of_all_dates, claims))
        except AssertionError as error:
            raise AssertionError(f"{where}: {error}") from error
    assert slid > 8
