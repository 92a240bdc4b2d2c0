"""`strikemap export`: strikes, located, in the format that the file's ending names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geo.files import move_together
from geo.workspace.naming import is_address
from strikemap.cli.formats_help import FormatsCommand, ReadingCommand
from strikemap.cli.inputs import Input, read_filters, read_located
from strikemap.cli.layers.reading import LayerOption, list_files, read_layers, settle_near_layer
from strikemap.cli.messages import say, tell_progress, word_counted
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import (
    DistrictOption,
    LabelsOption,
    LandOptions,
    LanguageOption,
    OutOption,
    QueryOption,
    ReadingOptions,
    StrikesArgument,
)
from strikemap.cli.outputs import check_language, check_out, refuse_over, report_rejected
from strikemap.cli.release.profiles import (
    ProfileOption,
    read_given,
    refuse_layers,
    release_located,
)
from strikemap.cli.streaming import export_database

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

# As --labels says names, and as the map page takes them.
NAMES: dict[str, dict[str, str]] = {
    "latin": {},
    "local": {"labels": "local"},
    "both": {"labels": "both"},
}


class ExportCommand(FormatsCommand, ReadingCommand):
    """`strikemap export`, whose help lists the export formats."""

    def list_formats(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Return the endings of each format and what it is."""
        from geo.export.registry import list_formats

        yield from ((each.suffixes, each.sentence) for each in list_formats())


@spread_options
@move_together()
def export(
    strikes: StrikesArgument,
    out: OutOption,
    how: ReadingOptions,
    land: LandOptions,
    query: QueryOption = "",
    labels: LabelsOption = "latin",
    language: LanguageOption = "en",
    district: DistrictOption = None,
    tiles: Annotated[
        Path | None,
        typer.Option(
            "--tiles",
            metavar="FILE",
            help="Your own tiles (MBTiles or PMTiles; raster, or vector of Protomaps or "
            "OpenMapTiles) under the strikes of an .html: those where the strikes are, as deep as "
            "12 MB hold.",
        ),
    ] = None,
    layer: LayerOption = None,
    media: Annotated[
        Path | None,
        typer.Option(
            "--media",
            metavar="FOLDER",
            help="Photos at hand: those whose SHA-256 a claim names stand small in an .html. "
            "Nothing is fetched.",
        ),
    ] = None,
    hxl: Annotated[
        bool,
        typer.Option("--hxl", help="Have a row of HXL hashtags under the header of a .csv."),
    ] = False,
    bom: Annotated[
        bool,
        typer.Option(
            "--bom/--no-bom",
            help="Begin a .csv with a byte order mark, without which Excel misreads its letters.",
        ),
    ] = True,
    profile: ProfileOption = None,
) -> None:
    """Locate strikes and write them by the ending of FILE; without --filter every row."""
    if is_address(strikes):
        _refuse_for_database(
            how, labels != "latin", language != "en", tiles, layer, media, hxl, profile
        )
        export_database(strikes, out, land, query, district, bom=bom)
        return
    from gazetteer.language import speaking
    from gazetteer.tables.loading import shipped_places
    from geo.briefing.content.unseen import list_unseen
    from geo.briefing.terms.held import list_held_phrases
    from geo.briefing.terms.words import Words
    from geo.export.format import Outgoing
    from geo.export.map_page import describe_page
    from geo.export.registry import find_format, list_suffixes
    from geo.export.write import write_outgoing
    from geo.land.levels import level_words
    from geo.land.named_map import make_named_map
    from geo.layers.columns import distance_columns
    from geo.layers.pack import pack_layers
    from geo.placing.extent import make_title, name_home
    from geo.release.release import release_again
    from geo.strikes.filters import claims_of, filter_strikes
    from geo.strikes.killed import word_killed, word_undated
    from geo.strikes.totals import count_totals
    from geo.webmap.languages import name_labels
    from strikemap.languages.catalogues import catalogue_of

    modes = _read_labels(labels, out)
    check_language(language, out)
    _check_tiles(tiles, out)
    layer_files = list_files(layer)
    _check_layers(layer, out)
    _check_media(media, out)
    _check_csv(out, hxl=hxl, bom=bom)
    filters = read_filters(query, district)
    given = Input(strikes, how)
    leaving = read_given(profile)
    refuse_layers(leaving, layer)
    chosen_format = find_format(out.name)
    beside = chosen_format.paths_beside(out) if chosen_format else []
    check_out(
        out,
        list_suffixes(),
        [*given.files(), *land.files(), tiles, profile, *layer_files],
        beside=beside,
    )
    refuse_over([out], given.claims_beside())
    layers = read_layers(layer)
    found = read_located(given, land)
    refuse_over([out, *beside], [found.reading.claims_beside])
    found, released = release_located(found, leaving)
    reading, located = found.reading, found.reading.strikes
    filters = settle_near_layer(filters, layers, found)
    chosen = filter_strikes(located, filters, reading.claims)
    if released is not None:
        released = release_again(released, chosen)
        located, claims = released.strikes, released.claims
        chosen = located.loc[chosen.index]  # hidden places would not pass again
        reading = replace(reading, strikes=located, claims=claims)
    own_claims = claims_of(reading.claims, chosen)
    home = name_home(found.areas)
    levels = level_words(found.areas.countries)
    held = released.held.columns if released is not None else {}
    hidden = held.get("strikes", ())
    with speaking(catalogue_of(language, found.countries.codes)):  # what stands on the page
        options = describe_page(
            chosen, own_claims, title=make_title(located, home, found.areas.countries),
            filters=filters, country=home, levels=levels.one, areas=found.areas.names, held=hidden,
        )  # fmt: skip
        notes = released.notes if released is not None else ()
    modes = modes or name_labels(language, found.countries.codes)
    notes = (*notes, *options.notes)
    options = replace(options, modes=modes, notes=notes, language=language)
    if reading.dataset:
        named = dict.fromkeys([reading.dataset, *options.sources])
        options = replace(options, sources=tuple(named))
    with tell_progress(f"writing {out}"):
        base_map: dict[str, Any] = {}
        if chosen_format and chosen_format.needs_base_map:
            # Places that ship, not those of the user's own gazetteer: a page is handed on.
            places = [place for code in found.countries.codes for place in shipped_places(code)]
            base_map = make_named_map(found.areas, places)
        if tiles is not None:
            base_map = _add_tiles(base_map, tiles, chosen)
        if media is not None:
            base_map = _add_thumbnails(base_map, media, own_claims)
        if layers:
            base_map = {**base_map, "layers": pack_layers([each.layer for each in layers])}
        edition, dataset = found.edition, reading.dataset
        away = distance_columns(chosen, layers) if layers else None
        outgoing = Outgoing(
            chosen, own_claims, base_map, options, edition, dataset, away, excel_mark=bom, hxl=hxl,
            release=notes, held=held,
        )  # fmt: skip
        write_outgoing(outgoing, out)
    unseen = list_unseen(
        located,
        filters,
        Words(levels=levels, held=list_held_phrases(released.held if released else None)),
        columns_leave=True,
        claims=reading.claims,
        shown=chosen,
    )
    for warning in unseen.warnings:
        say(f"WARNING: {warning}")
    for note in unseen.notes:
        say(f"the recipient will not see: {note}")
    totals = count_totals(chosen)
    say(
        f"{out}: {totals.rows:,} of {len(located):,} {word_counted(totals, of=len(located))}: "
        f"{totals.located:,} located, "
        f"{totals.area_only:,} known only to an area, {totals.unlocated:,} not located; "
        f"{word_undated(totals, hidden)}; {len(own_claims):,} claims; "
        f"{word_killed(totals, held=hidden)}"
    )
    report_rejected(reading.rejected, out)
    report_rejected(reading.rejected_claims, out, what="claims")


def _refuse_for_database(how: ReadingOptions, *others: object) -> None:
    """Refuse what is said of a file to be read, or of another format than a plain CSV."""
    if how != ReadingOptions() or any(others):
        raise typer.BadParameter(
            "a team's database is written as it is, to a .csv: leave out all options but --filter, "
            "--district, --bom and --out, and export that file"
        )


def _check_tiles(tiles: Path | None, out: Path) -> None:
    """Refuse tiles for a file without a map, and a file that holds none, before any work."""
    from geo.land.tiles.bundle import open_tiles

    if tiles is None:
        return
    if out.suffix.lower() not in (".html", ".htm"):
        raise typer.BadParameter("only a map page has tiles; write an .html", param_hint="--tiles")
    open_tiles(tiles)


def _check_layers(layers: list[str] | None, out: Path) -> None:
    from geo.export.registry import find_format

    found = find_format(out.name)
    if layers and not (found and found.suffixes[0] in (".html", ".csv", ".geojson")):
        raise typer.BadParameter(
            "only a map page has layers, and a .csv or .geojson distances from them; write one of "
            "these",
            param_hint="--layer",
        )


def _check_media(media: Path | None, out: Path) -> None:
    if media is not None and out.suffix.lower() not in (".html", ".htm"):
        raise typer.BadParameter(
            "only a map page has thumbnails; write an .html", param_hint="--media"
        )


def _check_csv(out: Path, *, hxl: bool, bom: bool) -> None:
    for said, name in ((hxl, "--hxl"), (not bom, "--no-bom")):
        if said and out.suffix.lower() != ".csv":
            raise typer.BadParameter("only a .csv has that; write a .csv", param_hint=name)


def _add_thumbnails(base_map: dict[str, Any], media: Path, claims: pd.DataFrame) -> dict[str, Any]:
    """Return the base map with thumbnails of the photos that claims name."""
    from geo.export.thumbnails import make_thumbnails

    made = make_thumbnails(claims, media)
    say(made.told)
    return {**base_map, "thumbnails": made.value}


def _add_tiles(base_map: dict[str, Any], tiles: Path, strikes: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return the base map with the tiles where the strikes are, of all of it where none is."""
    from geo.land.tiles.bundle import bundle_tiles

    placed = strikes.geometry.notna().any()
    box = strikes.total_bounds if placed else base_map["bounds"]
    west, south, east, north = map(float, box)
    bundle = bundle_tiles(tiles, (west, south, east, north))
    say(f"tiles of {bundle.told}")
    return {**base_map, "tiles": bundle.value}


def _read_labels(labels: str, out: Path) -> dict[str, str]:
    """Return the way to show names; refuses a word that is none, and files without a map."""
    if labels not in NAMES:
        raise typer.BadParameter(
            f"{labels!r} is unknown; use one of {', '.join(NAMES)}", param_hint="--labels"
        )
    if NAMES[labels] and out.suffix.lower() not in (".html", ".htm"):
        raise typer.BadParameter(
            "only a map page has names on it; write an .html", param_hint="--labels"
        )
    return NAMES[labels]
