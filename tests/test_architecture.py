"""The doors of the house: which folder may import which, and the single homes of libraries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest
from imports import imports_of, own_imports, python_files, requires_of, scripts
from paths import ROOT

# One table of orders: in each house a room may import from the rooms of the lines before its
# own, and from itself; rooms of one line do not know each other. `__init__` is the house's face.
ORDERS: dict[str, list[str]] = {
    "": ["gazetteer", "geo", "reports", "strikemap", "streamlit_app"],
    "reports": [
        "errors", "formats model words sentences", "document",
        "about draft forgetting places sheets telling",
        "fields same", "drafting", "reading table", "claims marking", "folder", "__init__",
    ],
    "reports.drafting": [
        "areas", "filling governing lines narrowing recalled unlisted", "masthead", "lede",
        "heading", "issue logs harm", "strikes", "continuing", "withdrawing", "__init__",
    ],
    "reports.formats": ["plain page quoted archive", "pdf word mail", "__init__"],
    "reports.words": [
        "starts", "gate", "wording",
        "attacks day_rules day_spans languages toll_rules wholes", "dates routes", "roles", "days",
        "tolls", "parties standing", "__init__",
    ],
    "gazetteer": [
        "errors limits",
        "language leftovers passwords places registry spreadsheet_cells watching world",
        "radii", "match", "spelling",
        "abroad codifier", "relative decisions", "matching", "tables", "several",
        "mentions online cases conflicts", "__init__",
    ],
    "gazetteer.spelling": [
        "endings foreign habits letters listing normalise opposed scripts tags type_words", "names",
        "parts slips", "asides conjunctions", "listed", "__init__",
    ],
    "gazetteer.relative": [
        "cyrillic phrases", "parse", "circles sides", "subjects", "place", "__init__",
    ],
    "gazetteer.decisions": ["decision", "file", "__init__"],
    "gazetteer.matching": [
        "calibration candidates vague", "scoring", "areas", "beside", "evidence", "ranking",
        "reasons", "reading", "several twins two_names", "choosing nested answering",
        "ladder", "adding", "__init__",
    ],
    "gazetteer.tables": [
        "databases draft columns map_layer systems", "geopackages checks", "map_files",
        "rows layers", "files", "format", "formats", "registry", "read merge", "packs", "loading",
        "__init__",
    ],
    "gazetteer.mentions": [
        "lexicon folding", "index cues", "runs spans", "lists lists_latin seats",
        "spans_latin spans_arabic cyrillic areas rivals regions named_after", "document",
        "table countries", "__init__",
    ],
    "gazetteer.mentions.cyrillic": ["cues held persons", "spans", "__init__"],
    "gazetteer.online": [
        "folder publishers patience geocoder last_step", "download workshop",
        "addresses areas installed", "fetch", "__init__",
    ],
    "gazetteer.cases": ["read judge", "results", "totals", "__init__", "__main__"],
    "geo": [
        "errors notebook page_policy", "files", "strikes", "land", "reading", "layers release",
        "placing webmap", "export", "batch briefing editions", "workspace", "__init__",
    ],
    "geo.batch":
        ["parts workers", "dask_workers kept names said", "work", "run located", "__init__"],
    "geo.batch.located": ["part", "writing", "together", "run", "__init__"],
    "geo.workspace": [
        "naming cells", "tables", "counting", "changes homes", "applying finding rows",
        "deciding files listing",
        "following own_places", "editing", "as_read store", "updating owning layering", "__init__",
    ],
    "geo.workspace.counting": [
        "measures", "summaries", "points values", "keeping sources", "conditions", "totals",
        "cells groups offered", "counted", "__init__",
    ],
    "geo.workspace.homes": [
        "home spatial_index", "connecting migrations migrating", "troubles trying",
        "databases files", "__init__",
    ],
    "geo.workspace.editing": [
        "ids records", "fields", "correcting", "claims moving removing telling",
        "adding joining splitting", "retelling", "desk", "__init__",
    ],
    "geo.editions": ["pairing", "compare", "words", "__init__"],
    "geo.strikes": [
        "schema claim_rows media nearness outlets reasons", "near_layers passing patching",
        "checks filter_words ids",
        "filters", "dateless totals", "killed", "duplicates", "__init__",
    ],
    "geo.strikes.duplicates": [
        "updates", "pairs", "columns", "weighing", "propose", "__init__",
    ],
    "geo.land": [
        "packed", "months world area_records", "country coarse given_files", "levels boundaries",
        "around installed local_names", "fetched ground tiles",
        "base_map", "named_map", "__init__",
    ],
    "geo.land.ground": ["relief waters", "lay", "__init__"],
    "geo.land.tiles": ["tile_set vector", "mbtiles pmtiles_file", "bundle", "__init__"],
    "geo.placing": [
        "districts evidence outlines", "asking rows extent", "columnwise on_land", "join edition",
        "countries repeated", "locate",
        "deciding exchange geocode review summary", "split_places", "__init__",
    ],
    "geo.placing.asking": ["areas around", "filters", "__init__"],
    "geo.placing.columnwise": ["areas names", "points", "few", "__init__"],
    "geo.placing.rows": [
        "answer reported given whole_file", "hearing", "answers", "filled groups", "__init__",
    ],
    "geo.reading": [
        "column_names values table result", "dates hxl_tags remedies", "recognise",
        "columns frames", "opening mapping", "columnwise headers", "kinds fields",
        "containers formats machine_coded", "registry", "inputs", "read", "__init__",
    ],
    "geo.reading.values": [
        "plain kind_words spans", "zone_words tolls kinds degrees months sharpness",
        "joint_tolls zones", "toll_phrases clock points", "days", "__init__",
    ],
    "geo.reading.recognise": [
        "arabic cyrillic english hebrew latin", "names",
        "counts by_cells finer_places not_rows unused second_names", "__init__",
    ],
    "geo.layers": [
        "layer kml validity", "shapes distances values", "pack near read",
        "columns option", "__init__",
    ],
    "geo.release": [
        "profile grid names target_words", "columns rows toml",
        "areas days held numbering tolls", "cells", "release", "__init__",
    ],
    "geo.export": [
        "ahead format credits records json_rows", "csv_table map_page thumbnails arrow_tables",
        "labels spreadsheet provenance", "csv_metadata", "formats", "registry", "write", "__init__",
    ],
    "geo.export.spreadsheet": ["cells", "package", "__init__"],
    "geo.export.labels": ["column_titles hxl_row kind_colours", "qgis_style", "__init__"],
    "geo.briefing": [
        "terms", "drawing", "map", "content", "series", "page", "planning split",
        "sheet", "atlas story sheet_format slides playback", "released", "formats", "registry",
        "again write", "__init__",
    ],
    "geo.webmap": ["languages", "payload", "assets", "layer", "__init__"],
    "strikemap": ["failures languages", "cli web", "__init__", "__main__"],
    # The map layer's scripts, under geo/webmap/static.
    "static": [
        "language", "data", "terms", "look counting places", "map time filter",
        "marks picker bars layers", "modes squares", "picture host lists search",
        "details compare", "panel", "controller", "strikes", "alone",
    ],
}  # fmt: skip
HOUSES = [house for house in ORDERS if house != "static"]
# What is built on the rooms without being one: imported by none of them.
OUTSIDE = ("tools", "bench")

NETWORK_LIBRARIES = (
    "urllib.request", "http", "socket", "requests", "httpx", "aiohttp", "urllib3",
    "geopy.geocoders", "geopy.adapters",
)  # fmt: skip
HOMES = {
    "streamlit": ("streamlit_app", "strikemap.web"),
    "folium": ("geo.webmap.layer",),
    "branca": ("geo.webmap.layer",),
    "matplotlib": ("geo.briefing",),
    "docx": ("geo.briefing.formats.docx", "reports.formats.word"),
    "pypdf": ("geo.briefing.formats.pdf", "reports.formats.pdf"),
    "pptx": ("geo.briefing.formats.pptx", "geo.briefing.slides"),
    "typer": ("strikemap.cli",),
    **dict.fromkeys(("dask", "distributed"), ("geo.batch.dask_workers",)),
    **dict.fromkeys(NETWORK_LIBRARIES, ("gazetteer.online",)),
    # The latter two ask this machine, and a process of their own, only.
    "socket": ("gazetteer.online", "strikemap.cli.ports", "strikemap.web.apart"),
}
# Free of tables and geometry, so that a name is matched without loading either.
LIGHT = ("gazetteer.spelling", "gazetteer.relative", "gazetteer.matching")
HEAVY = ("pandas", "geopandas", "shapely")

WIDEST, LONGEST = 16, 300

MODULES = python_files()
SCRIPTS = scripts()
ROOMS = {name: path for name, path in MODULES.items() if name.split(".")[0] not in OUTSIDE}


def within(module: str, *prefixes: str) -> bool:
    return any(module == prefix or module.startswith(prefix + ".") for prefix in prefixes)


def rooms_of(house: str) -> list[list[str]]:
    return [line.split() for line in ORDERS[house]]


def room_in(house: str, module: str) -> str:
    """Return which room of a house a module or script stands in."""
    inner = module if house in ("", "static") else module[len(house) + 1 :]
    return re.split(r"[./]", inner)[0] or "__init__"


def rooms_before(house: str, room: str) -> list[str]:
    """Return the rooms of its house that a room may import."""
    lines = rooms_of(house)
    at = next((at for at, line in enumerate(lines) if room in line), None)
    where = "to the line of ORDERS that its imports allow"
    assert at is not None, f"{house or 'the top level'}: add its room {room!r} {where}"
    return list(chain.from_iterable(lines[:at]))


def wrong_way(house: str, one: str, other: str, verb: str = "imports") -> str:
    """Say what is wrong with an import inside a house, nothing where it is right."""
    mine, theirs = room_in(house, one), room_in(house, other)
    before = rooms_before(house, mine)
    if theirs in (mine, *before):
        return ""
    inside = "" if house in ("", "static") else f"{house}."
    may = ", ".join(f"{inside}{room}" for room in before) or "no other room"
    return f"{one} {verb} {other}: from {inside}{mine} it may take {may}"


def faults_of(module: str) -> Iterator[str]:
    """Say what a module imports that it may not."""
    for imported in own_imports(ROOMS[module]) - {module}:
        if imported.split(".")[0] in OUTSIDE:
            yield f"{module} imports {imported}: what is run by hand is never imported"
        for house in HOUSES:
            if not house or (within(module, house) and within(imported, house)):
                yield wrong_way(house, module, imported)


def faults_of_script(script: str) -> Iterator[str]:
    for wanted in requires_of(SCRIPTS[script]):
        if wanted not in SCRIPTS:
            yield f"{script}.js requires {wanted}.js, which is not there"
        yield wrong_way("static", script, wanted, "requires")


def strays_of(module: str) -> Iterator[str]:
    """Say which libraries a module imports whose home is elsewhere."""
    for imported in imports_of(ROOMS[module]):
        for library, homes in HOMES.items():
            if within(imported, library) and not within(module, *homes):
                yield f"{module} imports {imported}: only {', '.join(homes)} may"


def lines_of(said: Iterable[Iterable[str]]) -> str:
    return "\n".join(filter(None, chain.from_iterable(said)))


def test_doors_open_one_way():
    faults = lines_of(map(faults_of, ROOMS))
    assert not faults, faults


def test_scripts_require_one_way():
    faults = lines_of(map(faults_of_script, SCRIPTS))
    assert not faults, faults


@pytest.mark.parametrize("house", ORDERS)
def test_the_table_of_orders_lists_the_rooms_that_are_there(house):
    names = SCRIPTS if house == "static" else [m for m in ROOMS if not house or within(m, house)]
    there = {room_in(house, name) for name in names}
    listed = list(chain.from_iterable(rooms_of(house)))
    assert sorted(listed) == sorted(there), house


def test_heavy_libraries_have_one_home():
    strays = lines_of(map(strays_of, ROOMS))
    assert not strays, strays


def test_spelling_and_matching_know_no_tables_and_no_geometry():
    light = {name: imports_of(path) for name, path in ROOMS.items() if within(name, *LIGHT)}
    heavy = {name: [one for one in taken if within(one, *HEAVY)] for name, taken in light.items()}
    assert len(light) > len(LIGHT)
    assert not {name: taken for name, taken in heavy.items() if taken}


# How large a room, a module and a test file may grow.


def test_no_folder_of_modules_is_wide():
    files = [path for path in (*ROOMS.values(), *SCRIPTS.values()) if path.stem != "__init__"]
    widths = Counter(path.parent.relative_to(ROOT).as_posix() for path in files)
    wide = {folder: width for folder, width in widths.items() if width > WIDEST}
    assert not wide, f"more than {WIDEST} modules: give those that belong together a room"


def test_no_module_is_long():
    files = [*MODULES.values(), *SCRIPTS.values(), *(ROOT / "tests").rglob("*.py")]
    lengths = {p.relative_to(ROOT).as_posix(): p.read_text("utf-8").count("\n") for p in files}
    long = {path: length for path, length in lengths.items() if length > LONGEST}
    assert not long, f"more than {LONGEST} lines: split by meaning"
