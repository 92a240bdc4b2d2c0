"""Arguments and options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gazetteer.tables.loading import list_packs

USUAL_COUNTRY = "sy"  # that of the strikes that ship
SEEDS = "seeds"  # stands for the strikes that ship

StrikesArgument = Annotated[
    str,
    typer.Argument(
        metavar="STRIKES",
        help="Table of strikes (.csv .xlsx .geojson .gpkg .parquet), or the word 'seeds' for "
        "the strikes that ship.",
    ),
]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write.")]
ClaimsOption = Annotated[
    Path | None,
    typer.Option("--claims", metavar="FILE", help="Claims of the strikes; found if beside them."),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=COLUMN",
        help="Read COLUMN as FIELD, such as place_text, date, killed, actor; repeatable.",
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="Publisher's format, where it is known."),
]
QueryOption = Annotated[
    str, typer.Option("--filter", metavar="QUERY", help="The query string of the app's address.")
]
GazetteerOption = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", metavar="FILE", help="Places to add to the pack; repeatable."),
]
BoundariesOption = Annotated[
    list[Path] | None,
    typer.Option("--boundaries", metavar="FILE", help="COD-AB polygons; repeatable for levels."),
]
CountryOption = Annotated[
    str,
    typer.Option("--country", metavar="PACK", help=f"Country pack: {', '.join(list_packs())}."),
]
