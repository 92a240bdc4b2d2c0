"""`strikemap read`: reports read into draft strikes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strikemap.cli.messages import count, say
from strikemap.cli.options import USUAL_COUNTRY, GazetteerOption, OutOption, read_codes
from strikemap.cli.outputs import check_out, report_rejected

if TYPE_CHECKING:
    from reports.folder import Batch

KEPT = ".reading"  # ending of the folder beside the output that a stopped run is gone on with from
ASIDE = ".set-aside.csv"


def read(
    texts: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Reports (.txt .html .docx .pdf .eml), .zip of them, or folders.",
        ),
    ],
    out: OutOption,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="Day of publication, such as 2023-05-10 or 2023-05, of reports that give none.",
        ),
    ] = None,
    claims: Annotated[
        Path | None,
        typer.Option(
            "--claims",
            metavar="FILE",
            help="Write also who says so, a row for each draft of each report: .csv",
        ),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country",
            metavar="CODE",
            help="Country whose places are looked up; repeatable: each report is read with all, "
            "and a place of two is that of the one it names most places of. By default those "
            "that each report tells of; sy where it tells of none.",
        ),
    ] = None,
    gazetteer: GazetteerOption = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="NAME",
            help="Also take for places the names on no list that an installed model of language "
            "says are: 'natasha' (Russian), or a spaCy pipeline by package or folder.",
        ),
    ] = None,
) -> None:
    """Read reports in English, Arabic, Ukrainian or Russian into draft strikes to accept.

    OUT has a row for each strike that a report tells of, with the words that it was read from,
    the place, the days, who is said to have struck, the toll, and why; null is "not said". What
    speaks of attacks and makes no row (denials, plans, background, no place) is listed beside it.
    A report's own day of publication goes before --published. A stopped run of many reports goes
    on where it stopped.
    """
    from reports.document import parse_published
    from reports.folder import Settings, find_reports, read_reports

    if published is not None:
        try:
            parse_published(published)
        except ValueError:
            raise typer.BadParameter(
                f"{published!r} is no date; write it as 2023-05-10", param_hint="--published"
            ) from None
    codes = tuple(dict.fromkeys(code for word in country or () for code in read_codes(word)))
    paths, added = find_reports(texts), tuple(str(file.resolve()) for file in gazetteer or ())
    aside, kept = out.with_suffix(ASIDE), out.with_suffix(KEPT)
    check_out(out, (".csv",), [*paths, *(gazetteer or ())], beside=[aside])
    if claims is not None:
        check_out(claims, (".csv",), [*paths, *(gazetteer or ()), out, aside], tables=False,
                  option="--claims")  # fmt: skip
    if model is not None:
        from reports.model.names import load_names_model

        load_names_model(model)  # told before anything is read
    settings = Settings(codes, added, published, usual=USUAL_COUNTRY, model=model)
    with _show_progress(len(paths)) as tell:
        batch = read_reports(paths, settings, kept=kept, tell=tell)
    _write(out, aside, batch, claims)
    _say_result(out, aside, batch)
    if not codes:
        say(f"{out}: {_word_countries(batch)}; --country names others")
    if claims is not None:
        say(f"{claims}: {count(len(batch.claims), 'claim')}, with who says so where it is told")
    import pandas as pd

    report_rejected(pd.DataFrame(batch.refused, columns=["row", "reason"]), out, what="reports")


def _write(out: Path, aside: Path, batch: Batch, claims: Path | None) -> None:
    import pandas as pd

    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files
    from reports.table import ASIDE_COLUMNS, DRAFT_COLUMNS

    table = pd.DataFrame(batch.drafts, columns=list(DRAFT_COLUMNS))
    counts = [name for name in DRAFT_COLUMNS if name.endswith(("_min", "_max"))]
    table[counts] = table[counts].astype("Int64")
    told = pd.DataFrame(batch.aside, columns=list(ASIDE_COLUMNS))
    written = {out: table, aside: told}
    if claims is not None:
        from geo.strikes.schema import make_claims

        written[claims] = make_claims(pd.DataFrame(batch.claims))
    replace_files({
        path: EXCEL_MARK + table_to_csv(rows, harmless=path == claims)
        for path, rows in written.items()
    })  # fmt: skip


def _say_result(out: Path, aside: Path, batch: Batch) -> None:
    status = [row["location_status"] for row in batch.drafts]
    undated = sum(not row["date_start"] for row in batch.drafts)
    read = batch.reports - len(batch.refused)
    say(
        f"{out}: {count(len(status), 'draft')} from {count(read, 'report')}: "
        f"{status.count('located'):,} located, {status.count('area_only'):,} known by area only, "
        f"{status.count('unlocated'):,} not located; {undated:,} without a date"
    )
    passages = count(len(batch.aside), "passage")
    say(f"{aside}: {passages} on attacks that make no draft, with why")


def _word_countries(batch: Batch) -> str:
    """Return in words the places of which countries were looked up, where a text says them."""
    from gazetteer.several import join_words, name_covered

    found = sorted(batch.countries.items(), key=lambda pair: -pair[1])
    told = [f"{name_covered(code)} ({count(number, 'report')})" for code, number in found]
    return f"found by what reports tell of: {join_words(told)}" if told else "no report was read"


@contextmanager
def _show_progress(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar of reports read so far, on a terminal only."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading reports", total=total)
        yield lambda read: progress.advance(task, read)
