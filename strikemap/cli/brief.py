"""`strikemap brief`: strikes on a briefing sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.formats_help import FormatsCommand, ReadingCommand
from strikemap.cli.inputs import Input, read_filters, read_located
from strikemap.cli.layers.reading import LayerOption, list_files, read_layers, settle_near_layer
from strikemap.cli.messages import say, tell_progress, word_counted
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import (
    DistrictOption,
    LabelsOption,
    LandOptions,
    OutOption,
    QueryOption,
    ReadingOptions,
    StrikesArgument,
)
from strikemap.cli.outputs import check_out, report_rejected

if TYPE_CHECKING:
    from geo.briefing.sheet import Sheet
    from geo.briefing.terms.options import SheetOptions
    from geo.strikes.filters import Filters


class BriefCommand(FormatsCommand, ReadingCommand):
    """`strikemap brief`, whose help lists the formats of sheets."""

    def list_formats(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Return the ending of each format and what it is."""
        from geo.briefing.registry import list_formats

        yield from (((each.suffix,), each.sentence) for each in list_formats())


@spread_options
def brief(
    strikes: StrikesArgument,
    out: OutOption,
    how: ReadingOptions,
    land: LandOptions,
    query: QueryOption = "",
    district: DistrictOption = None,
    title: Annotated[str, typer.Option("--title", help="Title; by default made.")] = "",
    headline: Annotated[
        str, typer.Option("--headline", help="The finding on top; by default drafted.")
    ] = "",
    subtitle: Annotated[str, typer.Option("--subtitle", help="A line under the title.")] = "",
    credit: Annotated[
        str, typer.Option("--credit", help="Who made the sheet, after its sources.")
    ] = "",
    language: Annotated[str, typer.Option("--language", help="en or ar.")] = "en",
    digits: Annotated[str, typer.Option("--digits", help="western or arabic.")] = "western",
    size: Annotated[
        str,
        typer.Option(
            "--size", help="16:9, 4:3, square, a4, letter, a4-landscape or letter-landscape."
        ),
    ] = "16:9",
    extent: Annotated[
        str,
        typer.Option(
            "--extent",
            help="What the sheet is of: country, strikes, an area by code or name, or "
            "west,south,east,north; the last two leave the strikes elsewhere out.",
        ),
    ] = "country",
    projection: Annotated[
        str,
        typer.Option("--projection", help="transverse-mercator, lambert-conformal or mercator."),
    ] = "transverse-mercator",
    labels: LabelsOption = "latin",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Day that the data stands for; by default SOURCE_DATE_EPOCH or the newest claim.",
        ),
    ] = "",
    handling: Annotated[
        str, typer.Option("--handling", help="A line such as 'For internal use'.")
    ] = "",
    strike: Annotated[
        str,
        typer.Option("--strike", metavar="ID", help="A sheet of one strike, with every claim."),
    ] = "",
    trend: Annotated[
        str,
        typer.Option(
            "--trend",
            metavar="BY",
            help="Charts of time in the map's place: by area or actor.",
        ),
    ] = "",
    compare: Annotated[
        str,
        typer.Option(
            "--compare",
            metavar="SET",
            help="Bars of two sets by area in the map's place: this one and FIRST..LAST, another "
            "period, or the query string of other filters.",
        ),
    ] = "",
    atlas: Annotated[
        str,
        typer.Option("--atlas", help="A sheet per governorate (as the country calls it) or month."),
    ] = "",
    again: Annotated[
        Path | None,
        typer.Option("--again", metavar="SHEET", help="Make SHEET anew from what it tells."),
    ] = None,
    no_metadata: Annotated[
        bool, typer.Option("--no-metadata", help="Let the file tell nothing of itself.")
    ] = False,
    colour: Annotated[
        str, typer.Option("--colour", metavar="BY", help="Colour circles by kind or actor.")
    ] = "",
    layer: LayerOption = None,
) -> None:
    """Put strikes on a briefing sheet, by the ending of FILE; says what it leaves out.

    The same strikes and options give the same bytes.
    """
    from geo.briefing.again import make_again, read_description
    from geo.briefing.atlas import make_atlas
    from geo.briefing.registry import list_suffixes
    from geo.briefing.sheet import make_sheet
    from geo.briefing.write import check_several, find_old_second, name_second, write_sheets
    from geo.placing.asking.filters import settle_area

    given = Input(strikes, how)
    inputs = [*given.files(), again, *land.files(), *list_files(layer)]
    check_out(out, list_suffixes(), inputs, beside=[name_second(out)])
    asked = {"title": title, "headline": headline, "subtitle": subtitle, "credit": credit,
             "language": language, "digits": digits, "paper": size, "extent": extent,
             "projection": projection, "handling": handling, "labels": labels, "strike": strike,
             "trend": trend, "compare": compare, "colour": colour}  # fmt: skip
    filters = read_filters(query, district)
    options = _sheet_options(asked, filters, as_of, metadata=not no_metadata)
    if atlas and (trend or compare):
        raise typer.BadParameter("an atlas has maps", param_hint="--trend, --compare")
    if colour and (trend or compare):
        raise typer.BadParameter("charts have no circles to colour", param_hint="--colour")
    if strike and atlas:
        raise typer.BadParameter("a sheet of one strike is no atlas", param_hint="--strike")
    _check_again(again, filters, as_of, atlas, asked)
    if atlas or (again is not None and "atlas" in read_description(again)):
        check_several(out)
    measured = read_layers(layer)
    layers = [each.layer for each in measured]
    found = read_located(given, land)
    reading = found.reading
    settle = partial(settle_near_layer, layers=measured, found=found)
    options = options.settle(settle, partial(settle, option="--compare"))
    options = replace(options, dataset=reading.dataset)
    if options.extent not in ("country", "strikes") and options.view_box() is None:
        areas = found.areas, found.pack
        options = replace(options, extent=settle_area(options.extent, reading.strikes, *areas))
    with tell_progress(f"drawing {out}"):
        refused = len(reading.rejected)
        tables = reading.strikes, reading.claims, found.areas
        changes: tuple[str, ...] = ()
        if again is not None:
            made = make_again(
                again, *tables, metadata=not no_metadata, refused=refused, layers=layers
            )
            sheets, changes = list(made.sheets), made.changes or ("Nothing has changed.",)
        elif atlas:
            sheets = make_atlas(*tables, options, by=atlas, refused=refused, layers=layers)
        else:
            sheets = [make_sheet(*tables, options, refused=refused, layers=layers)]
        old = find_old_second(sheets, out)
        write_sheets(sheets, out)
    if old is not None:
        say(f"{old}: removed; it was page 2 of an older sheet, and this one has no page 2 there")
    for change in changes:
        say(f"{again}: {change}")
    _report_sheets(sheets, out)
    report_rejected(reading.rejected, out)
    report_rejected(reading.rejected_claims, out, what="claims")


def _sheet_options(
    asked: dict[str, str], filters: Filters, as_of: str, *, metadata: bool
) -> SheetOptions:
    """Return what the sheet is asked to be; what cannot be is wrong usage."""
    from datetime import date

    from geo.briefing.terms.options import SheetOptions
    from geo.errors import SheetError

    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError as error:
        raise typer.BadParameter(
            f"{as_of} is no day; write it as year-month-day", param_hint="--as-of"
        ) from error
    try:
        return SheetOptions(**asked, filters=filters, as_of=day, metadata=metadata)  # type: ignore[arg-type] # the options check their own words
    except SheetError as error:
        raise typer.BadParameter(str(error)) from error


def _check_again(
    again: Path | None, filters: Filters, as_of: str, atlas: str, asked: dict[str, str]
) -> None:
    """Refuse options beside --again, which takes them all from the sheet."""
    usual = {"language": "en", "digits": "western", "paper": "16:9", "extent": "country",
             "projection": "transverse-mercator", "labels": "latin"}  # fmt: skip
    other = any(value != usual.get(name, "") for name, value in asked.items())
    if again is not None and (filters.to_query() or as_of or atlas or other):
        raise typer.BadParameter(
            "the sheet tells its own filters and options; leave the others out",
            param_hint="--again",
        )


def _report_sheets(sheets: list[Sheet], out: Path) -> None:
    """Say what the recipient will not see, and warn; the last line counts."""
    from geo.briefing.write import has_second_file, name_second

    if has_second_file(sheets, out.suffix):
        say(f"{name_second(out)}: page 2, with tables, sources and how to read the sheet")
    for sheet in sheets:
        of_many = f"{sheet.facts.title}: " if len(sheets) > 1 else ""
        unseen = sheet.list_unseen("en")
        for warning in unseen.warnings:
            say(f"WARNING: {of_many}{warning}")
        if len(sheets) == 1:
            for note in unseen.notes:
                say(f"not on the sheet: {note}")
    totals = [sheet.facts.totals for sheet in sheets if not sheet.overview]
    rows = sum(t.rows for t in totals)
    say(
        f"{out}: {len(sheets)} {'sheet' if len(sheets) == 1 else 'sheets'}, "
        f"{rows:,} {word_counted(*totals, of=rows)}: "
        f"{sum(t.located for t in totals):,} located, "
        f"{sum(t.area_only for t in totals):,} known only to an area, "
        f"{sum(t.unlocated for t in totals):,} not located; "
        f"{sum(t.undated for t in totals):,} undated"
    )
