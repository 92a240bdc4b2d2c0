"""`strikemap import` of a table of strikes in many parts, by cores or by Dask's workers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from strikemap.cli.inputs import Input, choose_countries
from strikemap.cli.messages import count, own_remedies, say, tell_progress
from strikemap.cli.options import USUAL_COUNTRY, LandOptions
from strikemap.cli.placing.parts import WorkerOptions, report_parts

if TYPE_CHECKING:
    from geo.batch.located.part import How

__all__ = ["import_parts"]


def import_parts(
    given: Input, out: Path, land: LandOptions, spread: WorkerOptions, profile: Path | None
) -> None:
    """Read and locate strikes in parts as if they were one table; leave with 1 where one is not.

    A part is written as Parquet, which holds the claims of its strikes.
    """
    _refuse_options(given, profile)
    from geo.batch.located.run import StrikeBatch, without_claims
    from geo.batch.names import load_spread
    from geo.batch.parts import ENDINGS, find_parts
    from geo.land.installed import load_land
    from geo.placing.summary import summarise

    table = Path(given.strikes)
    if out.is_file() or out.suffix.lower() in ENDINGS:
        raise typer.BadParameter(f"{out} must be a folder for {table}", param_hint="--out")
    parts, others = find_parts(table, out, [*land.files(), *filter(None, [given.how.mapping])])
    parts = without_claims(parts)
    if others:
        more = f"{count(len(others), 'file')} of other endings, such as {others[0].name}"
        say(f"{table}: {more}, passed over; parts end in {' or '.join(ENDINGS)}")
    with spread.gather(len(parts)) as workers:
        batch = StrikeBatch(parts, _how(given, table), out, workers)
        with tell_progress(f"reading {count(len(parts), 'part')}"):
            batch.read()
            whole = batch.join()
        countries = choose_countries(whole.strikes, land, whole.located)
        if batch.has_local_times and countries.codes[0] != USUAL_COUNTRY:
            batch.read_at_home(countries.codes[0])
            whole = batch.join()
        say(f"{table}: read as {whole.title}, {count(whole.rows, 'row')}")
        for note, times in batch.notes:
            say(f"{table}: {note} ({count(times, 'part')})")
        pack = load_spread(countries.named, land.gazetteer or (), workers)
        areas = load_land(countries.codes, land.boundaries or ())
        with tell_progress(f"locating {len(whole.strikes):,} strikes"):
            located, edition = batch.place(whole, pack, areas, country=land.named)
        if countries.said:
            say(f"{table}: {countries.said}")
        for line in summarise(located, areas, pack).lines()[1:]:
            say(f"{table}: {line}")
        with tell_progress(f"writing {count(len(parts), 'part')}"):
            batch.write(edition)
    claims = sum(one.claims for one in batch.found.values())
    report_parts(batch, f"{claims:,} claims")


def _how(given: Input, table: Path) -> How:
    from geo.batch.located.part import How

    said = given.said()
    root = table if table.is_dir() else _root(table)
    return How(root.resolve().name or "table", said.columns, said.kind, given.how.format,
               said.order, given.strikes_only, remedies=own_remedies())  # fmt: skip


def _root(pattern: Path) -> Path:
    """Return the folder that a pattern of names begins with."""
    return next(one for one in pattern.parents if one.is_dir())


def _refuse_options(given: Input, profile: Path | None) -> None:
    if given.how.sheet is not None:
        raise typer.BadParameter("parts are CSV or Parquet, without sheets", param_hint="--sheet")
    if given.how.claims is not None:
        raise typer.BadParameter(
            "claims of parts stand beside each, as NAME.claims.csv", param_hint="--claims"
        )
    if profile is not None:
        raise typer.BadParameter(
            "a release is weighed over a whole table; import the parts, and release one file",
            param_hint="--profile",
        )
