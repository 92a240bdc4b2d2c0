"""`strikemap brief`: strikes on a briefing sheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from geo.files import move_together
from strikemap.cli.briefing.asked import OnMap, check_asked, holds_several, make_options
from strikemap.cli.briefing.making import Wanted, make_sheets, report_sheets, settle_extent
from strikemap.cli.briefing.story import list_story_files, read_chapters
from strikemap.cli.formats_help import FormatsCommand, ReadingCommand
from strikemap.cli.inputs import Input, read_filters, read_located
from strikemap.cli.layers.reading import LayerOption, list_files, read_layers, settle_near_layer
from strikemap.cli.messages import say, tell_progress
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
from strikemap.cli.release.profiles import (
    ProfileOption,
    read_given,
    refuse_layers,
    release_located,
)


class BriefCommand(FormatsCommand, ReadingCommand):
    """`strikemap brief`, whose help lists the formats of sheets."""

    def list_formats(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Return the ending of each format and what it is."""
        from geo.briefing.registry import list_formats

        yield from (((each.suffix,), each.sentence) for each in list_formats())


@spread_options
@move_together()
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
    language: Annotated[str, typer.Option("--language", help="en, ar, uk, es, fr or he.")] = "en",
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
            help="What the map shows: strikes, country, auto (where the strikes lie, or the "
            "country where that is most of it), an area by code or name, or "
            "west,south,east,north; the last two leave the strikes elsewhere out.",
        ),
    ] = "auto",
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
    story: Annotated[
        str,
        typer.Option(
            "--story",
            metavar="WORKSPACE|FILE",
            help="A sheet of each saved view of a workspace, or as a JSON file says: "
            '{"sheets": [{"title": ..., "headline": ..., "view": "from=2015-10-01"}]}.',
        ),
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
    graticule: Annotated[
        bool, typer.Option("--graticule", help="Meridians and parallels on the map.")
    ] = False,
    no_ground: Annotated[
        bool,
        typer.Option("--no-ground", help="No rivers, lakes and hill shading under the strikes."),
    ] = False,
    inset: Annotated[
        list[str] | None,
        typer.Option(
            "--inset",
            metavar="AREA",
            help="A part of the map enlarged on it: an area by code or name, or "
            "west,south,east,north. May be repeated, three at most; none for no inset. By default "
            "auto: the densest places, where areas are counted.",
        ),
    ] = None,
    note: Annotated[
        list[str] | None,
        typer.Option(
            "--note",
            metavar="LON,LAT[,KM[,NE]]: WORDS",
            help="A note of yours on the map: words at a point; with KM an area around it; with a "
            "direction (N, NE, ...) an arrow to it. May be repeated.",
        ),
    ] = None,
    layer: LayerOption = None,
    profile: ProfileOption = None,
) -> None:
    """Put strikes on a briefing sheet, by the ending of FILE; says what it leaves out.

    The same strikes and options give the same bytes.
    """
    from geo.briefing.registry import list_suffixes
    from geo.briefing.write import check_several, find_old_second, name_second, write_sheets

    given = Input(strikes, how)
    inputs = [
        *given.files(), again, profile, *land.files(), *list_files(layer), *list_story_files(story)
    ]  # fmt: skip
    check_out(out, list_suffixes(), inputs, beside=[name_second(out)])
    asked = {"title": title, "headline": headline, "subtitle": subtitle, "credit": credit,
             "language": language, "digits": digits, "paper": size, "extent": extent,
             "projection": projection, "handling": handling, "labels": labels, "strike": strike,
             "trend": trend, "compare": compare, "colour": colour}  # fmt: skip
    filters = read_filters(query, district)
    on_map = OnMap(graticule, not no_ground, tuple(note or ()), tuple(inset or ()))
    options = make_options(asked, filters, as_of, metadata=not no_metadata, on_map=on_map)
    check_asked(asked, filters, as_of, atlas=atlas, story=story, again=again, on_map=on_map)
    chapters = read_chapters(story, options) if story else [options]
    if atlas or len(chapters) > 1 or (again is not None and holds_several(again)):
        check_several(out)
    leaving = read_given(profile)
    refuse_layers(leaving, layer)
    measured = read_layers(layer)
    found = read_located(given, land)
    refused = len(found.reading.rejected)
    found, released = release_located(found, leaving)
    reading = found.reading
    settle = partial(settle_near_layer, layers=measured, found=found)
    settled = [
        settle_extent(each.settle(settle, partial(settle, option="--compare")), found)
        for each in chapters
    ]
    wanted = Wanted(settled, bool(story), atlas, again, refused, metadata=not no_metadata)
    with tell_progress(f"drawing {out}"):
        own_layers = [each.layer for each in measured]
        sheets, changes = make_sheets(found, wanted, own_layers, released)
        old = find_old_second(sheets, out)
        write_sheets(sheets, out)
    if old is not None:
        say(f"{old}: removed; it was page 2 of an older sheet, and this one has no page 2 there")
    for change in changes:
        say(f"{again}: {change}")
    report_sheets(sheets, out)
    report_rejected(reading.rejected, out)
    report_rejected(reading.rejected_claims, out, what="claims")
