"""`strikemap places`: place names found in running text."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from strikemap.cli.inputs import load_places
from strikemap.cli.messages import count, say, tell_progress
from strikemap.cli.options import (
    USUAL_COUNTRY,
    CountriesOption,
    GazetteerOption,
    LandOptions,
    OutOption,
)
from strikemap.cli.outputs import check_out

MOST_LOADED = 12  # countries whose places are held at once: some 30 MB each


def places(
    texts: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Running text, UTF-8, a file a document."),
    ],
    out: OutOption,
    gazetteer: GazetteerOption = None,
    country: CountriesOption = "",
) -> None:
    """Find the place names in running text, of four languages, and where they are.

    OUT has a row for each mention, with its offsets in code points. Names of other countries and
    of cities elsewhere are marked as such. Each document is read with the places of the countries
    that it tells of, where none is named.
    """
    import pandas as pd

    land = LandOptions(gazetteer, country=country)
    check_out(out, (".csv",), [*texts, *land.files()], tables=False)
    from gazetteer.mentions.countries import find_text_countries
    from gazetteer.mentions.table import MENTION_COLUMNS, read_document, row_of_mention
    from gazetteer.several import join_words, name_covered
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files
    from reports.places import find_places

    load = lru_cache(MOST_LOADED)(load_places)
    usual, codes = load(USUAL_COUNTRY, None), land.codes()
    documents = list(zip(_document_names(texts), map(read_document, texts), strict=True))
    rows, read_with = [], Counter[str]()
    added = tuple(gazetteer or ())
    with tell_progress(f"reading {len(documents):,} documents"):
        for name, text in documents:
            countries = codes or find_text_countries(text, usual)
            read_with.update(countries)
            found = find_places(text, [load(code, added) for code in countries])
            rows += [row_of_mention(name, mention) for mention in found.mentions]
    mentions = pd.DataFrame(rows, columns=list(MENTION_COLUMNS))
    replace_files({out: EXCEL_MARK + table_to_csv(mentions, harmless=False)})
    status = mentions["location_status"]
    say(
        f"{out}: {len(mentions):,} mentions in {len(documents):,} documents: "
        f"{(status == 'located').sum():,} located, {(status == 'area_only').sum():,} known by area "
        f"only, {(status == 'unlocated').sum():,} not located"
    )
    if not codes:
        told = [
            f"{name_covered(code)} ({count(number, 'document')})"
            for code, number in read_with.most_common()
        ]
        say(f"{out}: found by what texts tell of: {join_words(told)}; --country names others")


def _document_names(texts: list[Path]) -> list[str]:
    """Return file names without their endings, whole paths where two would be the same."""
    stems = [text.stem for text in texts]
    return stems if len(set(stems)) == len(stems) else [str(text) for text in texts]
