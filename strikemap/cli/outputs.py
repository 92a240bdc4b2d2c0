"""Where a verb may write: never over what it reads, and never in part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from geo.errors import ExportError
from strikemap.cli.messages import count, say

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "check_language",
    "check_out",
    "name_first",
    "refuse_over",
    "report_left_out",
    "report_rejected",
]

# Rows and claims that are refused, and rows left out by choice, stand beside the output.
_REJECTED = {"rows": ".rejected.csv", "claims": ".rejected-claims.csv",
             "left out": ".left-out.csv", "reports": ".rejected.csv"}  # fmt: skip
_OUR_HEADER = b"row,reason"


def check_out(
    out: Path,
    endings: Iterable[str],
    inputs: Iterable[Path | str | None],
    *,
    beside: Iterable[Path] = (),
    tables: bool = True,
    option: str = "--out",
) -> None:
    """Refuse an output of a wrong ending, in no folder, or that would write over an input.

    inputs: every file that the verb reads for certain; those that it may read are for
    `refuse_over`, once they are known. beside: what it writes beside `out`; where it reads
    `tables`, lists of refused rows and claims are among that.
    """
    wanted = [*endings]
    if not out.name.lower().endswith(tuple(wanted)):
        one = "one of " if len(wanted) > 1 else ""
        raise typer.BadParameter(f"{out} must end in {one}{' '.join(wanted)}", param_hint=option)
    written = [out, *beside, *(_rejected_beside(out, what) for what in _REJECTED if tables)]
    refuse_over(written, inputs, option=option)
    if not out.parent.is_dir():
        raise ExportError(f"{out}: the folder {out.parent} does not exist; make it first")


def refuse_over(
    written: Sequence[Path], inputs: Iterable[Path | str | None], *, option: str = "--out"
) -> None:
    """Refuse to write over an input. written: the output, then what stands beside it."""
    for given in inputs:
        for path in written:
            if given is not None and _are_same(path, Path(given)):
                also = "" if path == written[0] else f" (beside {written[0]})"
                raise typer.BadParameter(
                    f"{path}{also} would overwrite the input {given}; name another file",
                    param_hint=option,
                )


def _are_same(path: Path, given: Path) -> bool:
    """Say whether two names are of one file; on some file systems case makes no difference."""
    if path.resolve() == given.resolve():
        return True
    try:
        return path.samefile(given)
    except OSError:
        return False


def _rejected_beside(out: Path, what: str) -> Path:
    return out.with_suffix(_REJECTED[what])


def report_rejected(rejected: pd.DataFrame, out: Path, *, what: str = "rows") -> None:
    """Write refused rows beside the output and count them; else remove an earlier run's file."""
    said = f"{count(len(rejected), what.removesuffix('s'))} refused, with reasons"
    _list_beside(_rejected_beside(out, what), rejected, said)


def report_left_out(left_out: pd.DataFrame, out: Path) -> None:
    """Write the rows that are no strikes beside the output, and say how many of which kinds."""
    from geo.strikes.reasons import count_reasons

    kinds = ", ".join(
        f"{kind} {rows:,}" for kind, rows in count_reasons(left_out["reason"]).items()
    )
    said = f"{count(len(left_out), 'row')} left out as no strikes ({kinds}), listed"
    _list_beside(_rejected_beside(out, "left out"), left_out, said)


def _list_beside(beside: Path, rows: pd.DataFrame, said: str) -> None:
    from geo.export.csv_table import rejected_to_csv
    from geo.files import remove_file, replace_files

    if len(rows):
        replace_files({beside: rejected_to_csv(rows)})
        say(f"{said} in {beside}")
    elif _is_ours(beside):
        remove_file(beside)


def _is_ours(path: Path) -> bool:
    """Say whether a file is a list of refused rows that an earlier run wrote."""
    try:
        with path.open("rb") as file:
            return (
                file.read(len(_OUR_HEADER) + 3)
                .removeprefix(b"\xef\xbb\xbf")
                .startswith(_OUR_HEADER)
            )
    except OSError:
        return False


def name_first(rejected: pd.DataFrame) -> str:
    """Return the first refused row with its reason."""
    return f"{rejected['row'].iloc[0]}: {rejected['reason'].iloc[0]}"


def check_language(language: str, out: Path) -> None:
    """Refuse a language that the map does not speak, and one for a file without a map."""
    from geo.webmap.languages import LANGUAGES

    if language not in LANGUAGES:
        raise typer.BadParameter(
            f"{language!r} is unknown; use one of {', '.join(LANGUAGES)}", param_hint="--language"
        )
    if language != "en" and out.suffix.lower() not in (".html", ".htm"):
        raise typer.BadParameter(
            "only a map page has words on it; write an .html", param_hint="--language"
        )
