"""`strikemap geocode` of a table in many parts, on this machine's cores or on Dask's workers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.inputs import choose_countries
from strikemap.cli.messages import count, say, tell_progress
from strikemap.cli.options import LandOptions

if TYPE_CHECKING:
    from geo.batch.located.run import StrikeBatch
    from geo.batch.run import Batch
    from geo.batch.workers import Workers

__all__ = ["WorkerOptions", "geocode_parts", "report_parts", "word_placed"]

_NAMED = 5  # files of an earlier run that are told by name


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """Who places a table in parts."""

    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help="Scheduler of Dask whose workers place the parts, such as tcp://10.0.0.5:8786; "
            "they see the same folders.",
        ),
    ] = None
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            min=1,
            metavar="N",
            help="Processes that place the parts without a scheduler; by default one a core.",
        ),
    ] = None

    def refuse_for_one(self, table: Path) -> None:
        """Refuse options of many parts where a table is one file."""
        for name in ("scheduler", "workers"):
            if getattr(self, name) is not None:
                raise typer.BadParameter(
                    f"{table} is one table; give a folder or a pattern of parts, or leave it out",
                    param_hint=f"--{name}",
                )

    def gather(self, parts: int) -> Workers:
        """Return who places so many parts; raises BatchError where Dask or a worker is missing."""
        if self.scheduler is not None:
            if self.workers is not None:
                raise typer.BadParameter(
                    "the scheduler has workers of its own", param_hint="--workers"
                )
            from geo.batch.dask_workers import DaskWorkers

            return DaskWorkers(self.scheduler)
        from geo.batch.workers import Here, Processes

        wanted = self.workers or min(os.cpu_count() or 1, parts)
        return Processes(wanted) if wanted > 1 else Here()


def geocode_parts(
    given: Path, out: Path, columns: Mapping[str, str | None], *, split: bool, sheet: str | None,
    land: LandOptions, spread: WorkerOptions,
) -> None:  # fmt: skip
    """Place a table in parts as if it were one; leave with 1 where a part is not done."""
    _refuse_options(columns, sheet)
    from geo.batch.names import load_spread
    from geo.batch.parts import ENDINGS, find_parts
    from geo.batch.run import Batch
    from geo.land.installed import load_land

    if out.is_file() or out.suffix.lower() in ENDINGS:
        raise typer.BadParameter(f"{out} must be a folder for {given}", param_hint="--out")
    parts, others = find_parts(given, out, land.files())
    if others:
        more = f"{count(len(others), 'file')} of other endings, such as {others[0].name}"
        say(f"{given}: {more}, passed over; parts end in {' or '.join(ENDINGS)}")
    named = {word: column for word, column in columns.items() if column is not None}
    with spread.gather(len(parts)) as workers:
        batch = Batch(parts, named, out, workers)
        with tell_progress(f"reading {count(len(parts), 'part')}"):
            batch.read()
        if batch.country is not None:
            say(f"{given}: the country of each row is read from the column {batch.country!r}")
        asked = batch.ask()
        countries = choose_countries(asked.strikes, land, times=batch.times)
        if countries.said:
            say(f"{given}: {countries.said}")
        pack = load_spread(countries.named, land.gazetteer or (), workers)
        areas = load_land(countries.codes, land.boundaries or ())
        with tell_progress(f"placing {len(batch.pairs):,} names"):
            files = batch.answer(asked, pack, areas, country=land.named, split=split)
        with tell_progress(f"writing {count(len(parts), 'part')}"):
            batch.write(*files)
    _say_result(batch)


def _refuse_options(columns: Mapping[str, str | None], sheet: str | None) -> None:
    if sheet is not None:
        raise typer.BadParameter("parts are CSV or Parquet, without sheets", param_hint="--sheet")
    if columns.get("lon") is not None:
        raise typer.BadParameter(
            "given points are weighed over a whole table; give it as one file",
            param_hint="--lon, --lat",
        )


def _say_result(batch: Batch) -> None:
    """Say what is done, part by part what is not; leave with 1 where something is not."""
    distinct = count(len(batch.pairs), "distinct name")
    report_parts(batch, f"{distinct} with the area stated")


def report_parts(batch: Batch | StrikeBatch, more: str) -> None:
    """Say what is done of a table in parts, and what is not; leave with 1 where something is not.

    more: what stands at the end of the last line.
    """
    from geo.batch.parts import REJECTED

    for name in sorted(batch.refused):
        say(f"not done: {batch.refused[name]}")
    done = batch.done.values()
    rejected, claims, left_out = (
        sum(getattr(one, word) for one in done)
        for word in ("rejected", "rejected_claims", "left_out")
    )
    listed = batch.out / REJECTED
    if rejected:
        say(f"{count(rejected, 'row')} refused, listed with reasons part by part in {listed}")
    if claims:
        say(f"{count(claims, 'claim')} refused, listed with reasons part by part in {listed}")
    if left_out:
        say(f"{count(left_out, 'row')} left out as no strikes, listed part by part in {listed}")
    if stale := batch.stale:
        named = ", ".join(stale[:_NAMED]) + (", ..." if len(stale) > _NAMED else "")
        say(
            f"{batch.out}: {count(len(stale), 'file')} of an earlier run, of parts that are not "
            f"done in this one: {named}; nothing is changed there"
        )
    rows, located, by_area = (
        sum(getattr(one, word) for one in done) for word in ("rows", "located", "area_only")
    )
    before = sum(one.before for one in done)
    say(
        f"{batch.out}: {len(done):,} of {count(len(batch.parts), 'part')}"
        f"{f' ({before:,} as an earlier run wrote them)' if before else ''}, "
        f"{rows:,} rows: {word_placed(rows, located, by_area)}; {more}"
    )
    if batch.refused:
        raise typer.Exit(1)


def word_placed(rows: int, located: int, by_area: int) -> str:
    """Return in words how many of the rows are located, known only to an area, or not."""
    return (
        f"{located:,} located, {by_area:,} known only to an area, "
        f"{rows - located - by_area:,} not located"
    )
