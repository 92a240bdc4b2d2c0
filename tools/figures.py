"""Tables of measured figures, drawn from the benchmarks' results file for the documents.

Shares are of the rows or names that were asked; each table ends with the run that it comes from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from gazetteer.radii import (
    COUNTRYSIDE_KM,
    NEAR_KM,
    REACH_KM,
    WIDEST_KM,
    pack_radius,
    radius_of,
)
from gazetteer.world import country_name

__all__ = ["TABLES", "draw_table"]

RESULTS = Path(__file__).parents[1] / "bench" / "results.json"
SHORT_NAMES = {"CD": "DR Congo", "PS": "Gaza and the West Bank", "all": "all",
               "others": "all others, fewer than 15 names each"}  # fmt: skip
# What makes a labelled name hard, in the order of gazetteer/cases; with how to say it.
DIFFICULTIES = {
    "plain": "written as it is listed", "transliteration": "another romanisation",
    "language": "a spelling of another language", "letters": "letters that are taken for another",
    "article": "with or without the article", "ending": "another ending",
    "joined": "words joined or parted", "typo": "a typing error",
    "type word": "with a word such as town or village", "other name": "another name of the place",
    "namesake": "a name that several places bear", "stated": "by its governorate",
    "misstated": "with a wrong governorate", "file": "by the other names of its file",
    "part of": "with the place that it is a part of", "several": "several places in one cell",
    "relative": "a distance or direction from a place", "named after": "called after another place",
    "area": "an area", "vague": "too vague for a point", "abroad": "a place abroad",
    "unlisted": "a place on no list", "no place": "no place at all",
}  # fmt: skip


def draw_table(name: str) -> str:
    """Return a table in Markdown, with the day, commit, machine and load of its run below."""
    return TABLES[name](json.loads(RESULTS.read_text("utf-8")))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none asked"


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(str, cells))} |" for cells in lines)


def _tell_run(kept: dict[str, Any], *names: str) -> str:
    runs = {json.dumps(kept[name]["run"]): kept[name]["run"] for name in names}
    told = (
        f"{run['date']}, commit {run['commit']}{' with changes' if run['changed'] else ''}, "
        f"{run['machine']}, load {run['load']}"
        for run in runs.values()
    )
    return f"\n\nMeasured: {'; '.join(told)}."


def _name(code: str) -> str:
    return SHORT_NAMES.get(code) or country_name(code.lower()) or code


def _draw_countries(kept: dict[str, Any]) -> str:
    header = ("country", "names", "faults", "joined by outline", "told", "right", "area", "wrong",
              "area stated: right", "area", "wrong")  # fmt: skip
    rows = [
        (_name(one["country"]), f"{one['rows']:,}", one["faults"],
         *(_share(one[key], one["rows"]) for key in ("joined", "joined_told")),
         *(_share(one[way][kind], one["rows"])
           for way in ("alone", "stated") for kind in ("right", "area", "wrong")))
        for one in kept["countries"]["figures"]
    ]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "countries")


def _draw_errors(kept: dict[str, Any]) -> str:
    header = ("country", "names", "right", "right area", "wrong", "of those placed, wrong",
              "not placed, or between")  # fmt: skip
    rows = [(_name(one["country"]), f"{one['rows']:,}", *_word_errors(one["stated"]))
            for one in kept["countries"]["figures"]]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "countries")


def _word_errors(counts: dict[str, int]) -> Iterable[str]:
    rows = sum(counts.values())
    placed = counts["right"] + counts["near"] + counts["wrong"]
    yield from (_share(counts[kind], rows) for kind in ("right", "area", "wrong"))
    yield f"{counts['wrong']} of {placed}"
    yield _share(counts["none"] + counts["near"], rows)


def _draw_syria(kept: dict[str, Any]) -> str:
    header = ("rows that name the place", "names", "rows", "right", "wrong")
    rows = [(one["group"], f"{one['names']:,}", f"{one['rows']:,}",
             _share(one["right"], one["rows"]), _share(one["wrong"], one["rows"]))
            for one in kept["syria"]["figures"]]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "syria")


def _draw_ukraine(kept: dict[str, Any]) -> str:
    header = ("names", "asked", "within 10 km", "farther off", "not placed")
    rows = [(one["group"] + (", oblast stated" if one["stated"] else ""), one["names"],
             *(_share(one[kind], one["names"]) for kind in ("within", "beyond", "none")))
            for one in kept["ukraine"]["figures"]]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "ukraine")


def _draw_kinds(kept: dict[str, Any]) -> str:
    groups = [*kept["names_by_kind"]["figures"], *kept["names_by_script"]["figures"]]
    rows = [(DIFFICULTIES.get(one["group"], f"all {one['group']} names"), one["names"],
             _share(one["right"], one["names"]), f"{one['wrong']} of {one['names']}")
            for one in groups]  # fmt: skip
    header = ("what makes the name hard", "names", "right", "wrong")
    return _table(header, rows) + _tell_run(kept, "names_by_kind", "names_by_script")


def _draw_reports(kept: dict[str, Any]) -> str:
    header = ("texts", "strikes told", "met", "made up", "missed", "tolls right", "actors right")
    rows = [
        (one["group"], one["met"] + one["missed"], one["met"], one["made_up"], one["missed"],
         *(f"{one[field][0]} of {one[field][1]}" if one[field][1] else "none told"
           for field in ("tolls", "actor")))
        for one in kept["reports"]["figures"]
        if "rules written on" not in one["group"] and "words of attack, days" not in one["group"]
    ]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "reports")


def _draw_scale(kept: dict[str, Any]) -> str:
    figures = kept["scale"]["figures"]
    sizes = list(dict.fromkeys(one["rows"] for one in figures))
    by_step: dict[str, dict[int, dict[str, Any]]] = {}
    for one in figures:
        by_step.setdefault(one["step"], {})[one["rows"]] = one
    rows = [
        (step, *(f"{own[size]['processor_seconds']:.2f}" for size in sizes),
         *(f"{own[size]['mb']:,}" for size in sizes))
        for step, own in by_step.items()
    ]  # fmt: skip
    header = ("step", *(f"{size:,} rows, s" for size in sizes), *(f"{n:,}, MB" for n in sizes))
    return _table(header, rows) + _tell_run(kept, "scale")


def _draw_batch(kept: dict[str, Any]) -> str:
    header = ("rows", "distinct names", "seconds", "rows a second", "of processors: workers, s",
              "the command, s", "MB in a worker", "in the command", "a worker killed, s",
              "sampled rows as by one process", "load")  # fmt: skip
    rows = [(f"{one['rows']:,}", f"{one['names']:,}", one["seconds"],
             f"{one['rows'] / one['seconds']:,.0f}", one["processor_seconds"],
             one["command_processor_seconds"], one["worker_mb"], one["command_mb"],
             _word_killed(one), _word_sampled(one), one["load"])
            for one in kept["batch"]["figures"]]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "batch")


def _word_killed(one: dict[str, Any]) -> str:
    if "killed_seconds" not in one:
        return "not run"
    return f"{one['killed_seconds']}, {'the same bytes' if one['killed_same'] else 'OTHER BYTES'}"


def _word_sampled(one: dict[str, Any]) -> str:
    return f"{one['same']:,} of {one['sampled']:,}" if "sampled" in one else "not run"


def _draw_database(kept: dict[str, Any]) -> str:
    whole, *figures = kept["database"]["figures"]
    header = ("filter", f"rows of {whole['strikes']:,}", "totals, first, s", "again, s",
              "by governorate, s", "squares of a view, s", "of a near view, s",
              "200 listed, s")  # fmt: skip
    rows = [(one["filter"], f"{one['rows']:,}",
             *(f"{one[name]:.2f}" for name in
               ("first", "totals", "governorates", "cells", "near", "list")))
            for one in figures if "rows" in one]  # fmt: skip
    return _table(header, rows) + _tell_run(kept, "database")


def _draw_radii(_: dict[str, Any]) -> str:
    """Draw the radii of what names mean, from the table that the program goes by."""
    least, most = REACH_KM
    radii: dict[str, object] = {
        "a quarter or a camp": radius_of("neighbourhood"),
        "a hospital, a crossing": radius_of("facility"),
        "a town of under 20,000 people, in a pack": pack_radius(0),
        "a town of 20,000 to 100,000": pack_radius(20_000),
        "a city of 100,000 to 500,000": pack_radius(100_000),
        "a city of 500,000 and more": pack_radius(500_000),
        "near a place, beyond the place's own radius": NEAR_KM,
        "north-east of a place, no distance told": f"{least:g} to {most:g}",
        "the countryside of a place, at least": COUNTRYSIDE_KM,
        "the widest that is still drawn as a point with its circle": WIDEST_KM,
    }
    return _table(
        ("what the name means", "radius, km"),
        ((words, f"{km:g}" if isinstance(km, float) else km) for words, km in radii.items()),
    )


TABLES: dict[str, Callable[[dict[str, Any]], str]] = {
    "countries": _draw_countries,
    "errors by country": _draw_errors,
    "syria": _draw_syria,
    "ukraine": _draw_ukraine,
    "kinds of names": _draw_kinds,
    "reports": _draw_reports,
    "radii": _draw_radii,
    "scale": _draw_scale,
    "batch": _draw_batch,
    "database": _draw_database,
}
