"""`strikemap places`: place names found in running text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.inputs import load_places
from strikemap.cli.messages import say, tell_progress
from strikemap.cli.options import CountryOption, GazetteerOption, LandOptions, OutOption
from strikemap.cli.outputs import check_out


def places(
    texts: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Running text, UTF-8, a file a document."),
    ],
    out: OutOption,
    gazetteer: GazetteerOption = None,
    country: CountryOption = "sy",
) -> None:
    """Find the place names in running text, of four languages, and where they are.

    OUT has a row for each mention, with its offsets in code points. Names of other countries and
    of cities elsewhere are marked as such.
    """
    import pandas as pd

    land = LandOptions(gazetteer, country=country)
    check_out(out, (".csv",), [*texts, *land.files()], tables=False)
    from gazetteer.mentions.table import MENTION_COLUMNS, read_document, tabulate_mentions
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files

    documents = list(zip(_document_names(texts), map(read_document, texts), strict=True))
    pack = load_places(country, gazetteer)
    with tell_progress(f"reading {len(documents):,} documents"):
        rows = list(tabulate_mentions(documents, pack))
    mentions = pd.DataFrame(rows, columns=list(MENTION_COLUMNS))
    replace_files({out: EXCEL_MARK + table_to_csv(mentions, harmless=False)})
    status = mentions["location_status"]
    say(
        f"{out}: {len(mentions):,} mentions in {len(documents):,} documents: "
        f"{(status == 'located').sum():,} located, {(status == 'area_only').sum():,} known by area "
        f"only, {(status == 'unlocated').sum():,} not located"
    )


def _document_names(texts: list[Path]) -> list[str]:
    """Return file names without their endings, whole paths where two would be the same."""
    stems = [text.stem for text in texts]
    return stems if len(set(stems)) == len(stems) else [str(text) for text in texts]
