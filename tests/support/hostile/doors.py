"""The doors that a file comes in by. Each is called in a process of its own, and returns in text
what was made of the file, so that a test can look for what should not be there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gazetteer.decisions.file import read_decisions
from gazetteer.mentions.document import find_mentions
from gazetteer.mentions.table import read_document
from gazetteer.online.installed import add_file, load_country
from gazetteer.tables.read import read_places
from geo.briefing.again import read_description
from geo.land.boundaries import load_boundaries
from geo.land.installed import add_boundaries
from geo.land.tiles.bundle import bundle_tiles
from geo.layers.read import read_layer
from geo.placing.locate import locate
from geo.reading.mapping import read_mapping
from geo.reading.read import read_strikes
from geo.release.toml import read_profile
from geo.workspace.files import check_workspace
from reports.document import read_report_file
from reports.folder import find_reports
from reports.reading import read_report

BOX = (36.0, 34.0, 38.0, 36.5)  # degrees, around Aleppo and Idlib
SHORT = 20_000  # signs of what is returned
PLACES = load_country("sy")
AREAS = load_boundaries("sy")


def strikes(path: Path) -> str:
    reading = read_strikes(path)
    told = [*reading.notes, reading.strikes.to_csv(), reading.claims.to_csv(),
            reading.rejected.to_csv()]  # fmt: skip
    return "\n".join(told)[:SHORT]


def located(path: Path) -> str:
    reading = locate(read_strikes(path), PLACES, boundaries=AREAS)
    return reading.strikes.to_csv()[:SHORT]


def places(path: Path) -> str:
    return "\n".join(f"{one.name} {one.lon} {one.lat}" for one in read_places(path))[:SHORT]


def added(path: Path) -> str:
    """Add a table of places, and look something up with it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        one = add_file(path, "sy", folder=Path(folder))
        return f"{one.file_name}: {one.places}"


def boundaries(path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        areas = add_boundaries(path, "sy", folder=Path(folder))
        return " ".join(areas.levels[max(areas.levels)]["name"].astype(str))[:SHORT]


def layer(path: Path) -> str:
    read = read_layer(path)
    return "\n".join([*read.lines(), *map(str, read.layer.features["properties"])])[:SHORT]


def tiles(path: Path) -> str:
    return bundle_tiles(path, BOX).told


def report(path: Path) -> str:
    told = []
    for one in find_reports([path]):
        read = read_report(read_report_file(one), PLACES)
        told.append(f"{one.name}: {len(read.drafts)} drafts, {read.drafts[:50]}")
    return "\n".join(told)[:SHORT]


def mentions(path: Path) -> str:
    return " ".join(one.surface for one in find_mentions(read_document(path), PLACES))[:SHORT]


def aliases(path: Path) -> str:
    return "\n".join(map(str, read_decisions(path)))[:SHORT]


def mapping(path: Path) -> str:
    return str(read_mapping(path))[:SHORT]


def profile(path: Path) -> str:
    return str(read_profile(path))[:SHORT]


def workspace(path: Path) -> str:
    return "\n".join(check_workspace(path))[:SHORT]


def again(path: Path) -> str:
    return str(read_description(path))[:SHORT]
