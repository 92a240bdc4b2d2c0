"""Draw twenty sheets of every kind, to be looked at: `python -m tools.draw_sheets FOLDER`.

Each is held against docs/briefing_questions.md, at full size, by someone who did not draw it. The
strikes are those that ship and, where many are needed, invented ones (`bench.files.briefing`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from bench.files.briefing import invent_strikes
from geo.briefing.atlas import make_atlas
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.story import make_story
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_preview, write_sheets
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from geo.strikes.totals import OUTSIDE

Tables = tuple[gpd.GeoDataFrame, pd.DataFrame]

FEW, SIXTY, MANY, MOST = 3, 60, 10_000, 100_000  # strikes
OCTOBER = Filters(date_from=date(2015, 10, 1), date_to=date(2015, 10, 31))
DPI = 110
SPARE = 3  # times as many are invented: a third of their box is land of the country


def main(folder: Path) -> None:
    """Draw the sheets, a picture a page, and the files of other kinds, saying each."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheets in _draw():
        for number, sheet in enumerate(sheets, start=1):
            for page in range(1, len(sheet.canvases) + 1):
                path = folder / f"{name}-{number}-{page}.png"
                path.write_bytes(render_preview(sheet, dpi=DPI, page=page))
                print(path)  # noqa: T201
    for suffix in (".docx", ".pptx", ".gif", ".html", ".pdf", ".svg"):
        path = folder / f"october{suffix}"
        write_sheets([_of_seeds(filters=OCTOBER)], path)
        print(path)  # noqa: T201


def _draw() -> Iterator[tuple[str, Sequence[Sheet]]]:
    many, most, two = _invent(MANY), _invent(MOST), _invent(MANY, ("sy", "iq"))
    yield "01 dense country", [_of(many)]
    yield "02 one governorate", [_of(many, extent="SY07")]
    yield "03 one month", [_of(many, filters=OCTOBER)]
    yield "04 fourteen strikes", [_of_seeds(extent="SY07")]
    yield "05 three strikes", [_of(_first(many, FEW), extent="strikes")]
    yield "06 sixty strikes", [_of(_first(many, SIXTY), extent="strikes")]
    yield "07 a hundred thousand", [_of(most)]
    yield "08 two countries", [_of(two, ("sy", "iq"))]
    yield "09 Arabic", [_of_seeds(language="ar", digits="arabic", filters=OCTOBER)]
    yield "10 Ukrainian", [_of_seeds(language="uk", filters=OCTOBER)]
    yield "11 Hebrew", [_of_seeds(language="he", filters=OCTOBER)]
    yield "11 Spanish", [_of_seeds(language="es", filters=OCTOBER)]
    yield "11 French", [_of_seeds(language="fr", filters=OCTOBER)]
    yield "12 A4", [_of(many, paper="a4")]
    yield "13 square", [_of(many, paper="square", extent="SY02", graticule=True)]
    yield "14 trend", [_of_seeds(trend="actor")]
    yield "15 comparison", [_of(many, compare="2015-11-01..2015-11-30", filters=OCTOBER)]
    yield "16 single strike", [_of_seeds(strike="seeds:2020-07-14-ariha-patrol", paper="square")]
    yield "17 colour", [_of_seeds(colour="kind", extent="strikes")]
    yield "18 letter across", [_of_seeds(paper="letter-landscape", handling="For internal use")]
    chapters = [SheetOptions(title="October", filters=OCTOBER), SheetOptions(trend="area")]
    yield "19 story", make_story(*_seeds(), _land(("sy",)), chapters)
    yield "20 insets", [_of(many, insets=("Idlib", "Damascus"), paper="a4-landscape")]
    yield "20 insets few", [_of_seeds(insets=("Idlib",), extent="country", language="ar")]
    yield "20 atlas", make_atlas(*_seeds(), _land(("sy",)), by="governorate")[:3]


@cache
def _invent(count: int, countries: tuple[str, ...] = ("sy",)) -> Tables:
    """Return invented strikes of some countries, each counted where its point lies."""
    strikes, claims = invent_strikes(count * SPARE)
    given = strikes["location_status"] == "located"
    strikes.loc[given, ["adm1_code", "adm1_name"]] = None
    strikes.loc[given, "match_method"] = "given"
    joined = join_areas(strikes, load_boundaries(countries))
    inside = ~joined["adm_note"].fillna("").str.contains(OUTSIDE) & joined["adm1_code"].notna()
    return _first((joined[inside], claims), count)


def _first(tables: Tables, count: int) -> Tables:
    strikes = tables[0].iloc[:count]
    return strikes, tables[1][tables[1]["strike_id"].isin(strikes.index)]


@cache
def _seeds() -> Tables:
    reading = read_seeds()
    return reading.strikes, reading.claims


@cache
def _land(countries: tuple[str, ...]) -> BaseMap:
    return load_base_map(load_boundaries(countries))


def _of(tables: Tables, countries: tuple[str, ...] = ("sy",), **options: Any) -> Sheet:  # noqa: ANN401 - as SheetOptions takes them
    return make_sheet(*tables, _land(countries), SheetOptions(**options))


def _of_seeds(**options: Any) -> Sheet:  # noqa: ANN401 - as above
    return _of(_seeds(), **options)


def _read_folder() -> Path:
    reader = argparse.ArgumentParser(prog="python -m tools.draw_sheets", description=__doc__)
    reader.add_argument("folder", type=Path, metavar="FOLDER", help="made if it is not there")
    folder: Path = reader.parse_args().folder
    return folder


if __name__ == "__main__":
    main(_read_folder())
