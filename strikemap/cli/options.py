"""Arguments and options that several verbs share, and the groups that they come in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

USUAL_COUNTRY = "sy"  # that of the strikes that ship
SEEDS = "seeds"  # stands for the strikes that ship

StrikesArgument = Annotated[
    str,
    typer.Argument(
        metavar="STRIKES",
        help="Table of strikes, a file of any kind listed below, or the word 'seeds' for the "
        "strikes that ship.",
    ),
]
FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="Table of a publisher, or any.")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write.")]
SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook, or layer of a map file."),
]
SplitOption = Annotated[
    bool,
    typer.Option("--split-places", help="Write a row for each place of a cell that names several."),
]
QueryOption = Annotated[
    str, typer.Option("--filter", metavar="QUERY", help="The query string of the app's address.")
]
DistrictOption = Annotated[
    list[str] | None,
    typer.Option(
        "--district",
        metavar="NAME",
        help="Only strikes in this area of the second level, by name or code; repeatable.",
    ),
]
LabelsOption = Annotated[
    str,
    typer.Option(
        "--labels",
        help="Names on the map: latin, local (the main script of their country) or both.",
    ),
]
LanguageOption = Annotated[
    str,
    typer.Option(
        "--language",
        help="Language of a map page's own words: en, ar, uk, es or fr; names of areas too, where "
        "it is the country's. What sources wrote stays.",
    ),
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
    typer.Option("--country", metavar="CODE", help="A country's two letters, such as sy or ua."),
]
CountriesOption = Annotated[
    str,
    typer.Option(
        "--country",
        metavar="CODES",
        help="Country or countries, such as UA or IQ,SY; by default found in the data.",
    ),
]


def read_codes(text: str) -> tuple[str, ...]:
    """Return the countries that an option names, by code or name: "UA", "Iraq, sy"; () for none.

    A part that tables name in a country's place ("Gaza") says those that it may mean.
    Raises typer.BadParameter for what is no country.
    """
    from gazetteer.abroad import read_countries
    from gazetteer.tables.packs.shipped import has_pack

    codes = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        named = read_countries(word)
        if not named and not has_pack(word.lower()):
            raise typer.BadParameter(
                f"{word!r} is no country; give two letters such as UA, or its name",
                param_hint="--country",
            )
        codes += [code.lower() for code in named or (word,)]
    return tuple(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person says of a table of strikes, for what is not to be recognised."""

    claims: Annotated[
        Path | None,
        typer.Option(
            "--claims", metavar="FILE", help="Claims of the strikes; found if beside them."
        ),
    ] = None
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="FIELD=COLUMN",
            help="Read COLUMN as FIELD, such as place_text, date, killed, actor; repeatable.",
        ),
    ] = None
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="Format of the table, by a name below."),
    ] = None
    sheet: SheetOption = None
    order: Annotated[
        str | None,
        typer.Option(
            "--order", metavar="ORDER", help="How 3/4/2015 is meant: day-first or month-first."
        ),
    ] = None
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="What columns mean, as `inspect --save-mapping` or the app wrote it.",
        ),
    ] = None


def _column(option: str, said: str) -> Any:  # noqa: ANN401 typer's own type
    return typer.Option(option, metavar="COL", help=said)


@dataclass(frozen=True, slots=True)
class BesideOptions:
    """The columns that say where a place is, besides its name."""

    place_ar: Annotated[
        str | None, _column("--place-ar", "The same places' names in another language.")
    ] = None
    governorate: Annotated[str | None, _column("--governorate", "Governorate as reported.")] = None
    district: Annotated[str | None, _column("--district", "District, by name or P-code.")] = None
    subdistrict: Annotated[
        str | None, _column("--subdistrict", "Subdistrict, by name or P-code.")
    ] = None
    pcode: Annotated[str | None, _column("--pcode", "P-code of the place or its area.")] = None
    country_column: Annotated[
        str | None,
        _column("--country-column", "Country of each row; recognised by its header if not given."),
    ] = None
    lon: Annotated[str | None, _column("--lon", "Longitude, degrees.")] = None
    lat: Annotated[str | None, _column("--lat", "Latitude, degrees.")] = None


@dataclass(frozen=True, slots=True)
class LandOptions:
    """The countries, () to find them in the data, and the user's own places and areas."""

    gazetteer: GazetteerOption = None
    boundaries: BoundariesOption = None
    country: CountriesOption = ""

    def codes(self) -> tuple[str, ...]:
        """Return the countries asked for, () to find them in the data."""
        return read_codes(self.country)

    @property
    def named(self) -> str | None:
        """The countries as a person named them; None where they are found in the data."""
        return self.country or None

    def files(self) -> list[Path]:
        """Return the files of places and areas that are read, those added for good among them."""
        from gazetteer.online.installed import installed_countries, installed_tables
        from geo.land.installed import installed_boundaries

        codes = self.codes() or installed_countries()
        added = [file for code in codes
                 for file in (*installed_tables(code), *installed_boundaries(code))]  # fmt: skip
        return [*(self.gazetteer or ()), *(self.boundaries or ()), *added]
