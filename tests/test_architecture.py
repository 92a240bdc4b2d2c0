"""The doors of the house: who may import whom, and the single homes of heavy libraries."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from paths import ROOT

ROOMS = {
    "gazetteer": {"gazetteer"},
    "reports": {"reports", "gazetteer", "geo.strikes.schema"},
    "geo": {"geo", "gazetteer"},
    "views": {"views", "reports", "geo", "gazetteer"},
    "streamlit_app": {"views", "reports", "geo", "gazetteer"},
    "commands": {"commands", "reports", "geo", "gazetteer"},
    "strikemap": {"commands", "reports", "geo", "gazetteer"},
}
# Inside geo every verb may use the schema; these alone are built on another verb.
GEO_BUILT_ON = {
    "geo.export.write": {"geo.webmap.layer", "geo.strikes.filters", "geo.release"},
    "geo.briefing.write": {
        "geo.webmap.layer",
        "geo.strikes.filters",
        "geo.release",
        "geo.placing.join",
    },
    "geo.workspace": {"geo.reading.read", "geo.export.write"},
}
# A verb that outgrew its file: the parts count as the verb they belong to.
PART_OF = {
    "geo.land.boundaries": "geo.placing.join",
    "geo.land.base_map": "geo.placing.join",
    "geo.land.named_map": "geo.placing.join",
    "geo.strikes.spreadsheet_cells": "geo.strikes.schema",
    "geo.reading.columns": "geo.reading.read",
    "geo.reading.dates": "geo.reading.read",
    "geo.reading.any_table": "geo.reading.read",
    "geo.placing.geocode": "geo.reading.read",
    "geo.export.kml": "geo.export.write",
    "geo.reading.own_format": "geo.reading.read",
    "geo.reading.cells": "geo.reading.read",
    "geo.reading.files": "geo.reading.read",
    "geo.webmap.assets": "geo.webmap.layer",
    "geo.webmap.payload.encode": "geo.webmap.layer",
    "geo.webmap.payload.blocks": "geo.webmap.layer",
    "geo.webmap.payload.columns": "geo.webmap.layer",
    "geo.webmap.payload.texts": "geo.webmap.layer",
}
# A sheet has many parts, and all of them are the briefing.
PART_OF |= {f"geo.{path.stem}": "geo.briefing.write" for path in (ROOT / "geo").glob("sheet_*.py")}
NETWORK = {"gazetteer.online.fetch", "gazetteer.online.geocoder"}
NETWORK_LIBRARIES = (
    "urllib.request", "http", "socket", "requests", "httpx", "aiohttp", "urllib3",
)  # fmt: skip
HOMES = {
    "streamlit": {"streamlit_app", "views"},
    "folium": {"geo.webmap.layer"},
    "branca": {"geo.webmap.layer"},
    **dict.fromkeys(NETWORK_LIBRARIES, NETWORK),
    "geopy.geocoders": {"gazetteer.online.geocoder"},
}
OURS = set(ROOMS)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def source_files() -> list[Path]:
    rooms = [p for room in ROOMS for p in (ROOT / room).rglob("*.py")]
    return sorted(
        [*rooms, *(ROOT / f"{room}.py" for room in ROOMS if (ROOT / f"{room}.py").exists())]
    )


def imports_of(path: Path) -> set[str]:
    """Return every module a file imports, functions' own imports included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the module in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def within(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith(prefix + ".")


def is_build_script(module: str) -> bool:
    return module.rsplit(".", 1)[-1].startswith("build")


FILES = source_files()


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_doors_open_one_way(path):
    module = module_name(path)
    allowed = ROOMS[module.split(".")[0]]
    for imported in imports_of(path):
        if imported.split(".")[0] in OURS:
            assert any(within(imported, room) for room in allowed), f"{module} imports {imported}"


VERBS = [
    path
    for path in FILES
    if path.parent.name == "geo" and path.stem != "__init__" and not path.stem.startswith("build")
]


@pytest.mark.parametrize("path", VERBS, ids=module_name)
def test_verbs_of_geo_share_only_the_schema(path):
    module = module_name(path)
    verb = PART_OF.get(module, module)
    allowed = {"geo.strikes.schema", verb} | GEO_BUILT_ON.get(verb, set())
    modules = {module_name(p) for p in FILES}
    for imported in imports_of(path) & modules:
        if within(imported, "geo") and imported != "geo":
            assert PART_OF.get(imported, imported) in allowed, f"{module} imports {imported}"


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_heavy_libraries_have_one_home(path):
    module = module_name(path)
    for imported in imports_of(path):
        for library, homes in HOMES.items():
            if within(imported, library):
                assert any(within(module, home) for home in homes), f"{module} imports {imported}"


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_build_scripts_are_never_imported(path):
    modules = {module_name(p) for p in FILES}
    imported = {name for name in imports_of(path) & modules if is_build_script(name)}
    assert not imported or is_build_script(module_name(path))


@pytest.mark.parametrize("name", ["names", "match"])
def test_names_and_match_know_no_geopandas(name):
    path = ROOT / "gazetteer" / f"{name}.py"
    assert not any(within(imported, "geopandas") for imported in imports_of(path))


def test_every_dependency_is_imported_and_explained():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = requirement.split(">")[0].split("=")[0].strip()
        assert f"| {name} |" in told, f"docs/architecture.md has no line for {name}"


def test_lock_holds_names_and_versions_only():
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        name, _, version = line.partition("==")
        assert name
        assert version, line
        assert "/" not in line
        assert "@" not in line
