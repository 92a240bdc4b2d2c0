"""What a worker does with a part: reads what its rows say; writes it with its answers."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from gazetteer.errors import StrikemapError
from geo.batch.kept import form_of_kept, hash_bytes, is_whole, note_of, read_note
from geo.batch.parts import Part
from geo.batch.said import SAID, count_said, number_said, read_said
from geo.errors import ReadError
from geo.export.csv_table import EXCEL_MARK, rejected_to_csv, stream_csv
from geo.files import replace_files
from geo.placing.geocode import find_country_column, names_in, set_beside
from geo.reading.inputs import read_table
from geo.reading.result import refused_rows
from geo.reading.table import Table

__all__ = [
    "PAIR", "Collected", "Refused", "ToRead", "ToWrite", "Written", "as_parquet", "collect",
    "word_refused", "write",
]  # fmt: skip

PAIR = "pair"  # number of what is said, in the table of answers
_AS_NUMBERS = ("lon", "lat", "match_score", "uncertainty_km")


@dataclass(frozen=True, slots=True)
class ToRead:
    """A part to be read. columns: by word of `SAID`.

    country: the column of countries that other parts have, taken where this one has it too; None
    to recognise it.
    """

    part: Part
    state: Path
    columns: Mapping[str, str]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Collected:
    """What a part says: in the file `said`; country: the column of countries, recognised."""

    content: str  # hash
    said: Path
    rows: int
    country: str | None


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A part to be written with answers of the files `pairs` and `answers`.

    run: one word for all parts of a run; a part of it is written twice where a worker was killed.
    """

    read: ToRead
    collected: Collected
    pairs: Path
    answers: Path
    run: str


@dataclass(frozen=True, slots=True)
class Written:
    """A part that is whole in the output, and how many of its rows have which status."""

    rows: int
    located: int
    area_only: int
    rejected: int
    rejected_claims: int = 0
    left_out: int = 0  # rows that are no strikes, where those are left out
    before: bool = False  # an earlier run wrote it


@dataclass(frozen=True, slots=True)
class Refused:
    """A part that is not done, and why."""

    reason: str


def collect(task: ToRead) -> Collected | Refused:
    """Keep what a part says, once, in a file of the state folder; what is kept is not read again.

    The file is called by the part's content and its columns.
    """
    try:
        content = _load(task.part)
        asked = json.dumps(
            [form_of_kept(), sorted(task.columns.items()), task.country, task.part.name]
        )
        stem = hash_bytes(f"{hash_bytes(content)}{asked}".encode())[:32]
        said, note = (task.state / "said" / f"{stem}{end}" for end in (".parquet", ".json"))
        kept = read_note(note) or {}
        if kept and is_whole(said, kept.get("said")):
            return Collected(hash_bytes(content), said, kept["rows"], kept["country"])
        table = read_table(content, name=str(task.part.source))
        _check_rows(table)
        columns, country = _choose_columns(task, table)
        counted = as_parquet(count_said(read_said(table, columns)))
        rows = len(table.cells) + len(table.blank)
        kept = {"rows": rows, "country": country, "said": hash_bytes(counted)}
        replace_files({said: counted, note: json.dumps(kept)})
        return Collected(hash_bytes(content), said, rows, country)
    except (StrikemapError, OSError, MemoryError) as error:
        return Refused(word_refused(error, task.part))


def write(task: ToWrite) -> Written | Refused:
    """Write a part with the answers to its rows, beside its place and then moved in.

    Nothing is written where it is there already, of the same content with the same answers.
    """
    read, part = task.read, task.read.part
    try:
        content = _load(part)
        if hash_bytes(content) != task.collected.content:
            return Refused(f"{part.source}: was changed while it was read; run this again")
        once = pd.read_parquet(task.collected.said)
        answers, of_pair = _choose_answers(once, task)
        note = note_of(part, read.state)
        mark = _mark(task, answers, of_pair)
        if (before := _find_done(note, mark, task)) is not None:
            return before
        table = read_table(content, name=str(part.source))
        found = task.collected.country
        columns = {**read.columns} if found is None else {**read.columns, "country_column": found}
        _, codes = number_said(read_said(table, columns))
        numbers = _number_answers(codes, of_pair, table)
        written, files = _make(table, content, answers, numbers, part)
        part.out.parent.mkdir(parents=True, exist_ok=True)
        if part.rejected in files:
            part.rejected.parent.mkdir(parents=True, exist_ok=True)
        replace_files(files)
        if part.rejected not in files:
            part.rejected.unlink(missing_ok=True)
        hashes = [hash_bytes(content) for content in files.values()]
        done = mark | {"files": hashes, "counts": asdict(written), "run": task.run}
        replace_files({note: json.dumps(done)})
        return written
    except (StrikemapError, OSError, MemoryError, pa.ArrowException) as error:
        return Refused(word_refused(error, part))


def word_refused(error: BaseException, part: Part) -> str:
    """Return why a part is not done, with its name."""
    said = str(error) or "there is not enough memory; split the part"
    return said if str(part.source) in said or str(part.out) in said else f"{part.source}: {said}"


def _load(part: Part) -> bytes:
    try:
        return part.source.read_bytes()
    except OSError as error:
        raise ReadError(f"{part.source}: cannot be opened ({error.strerror})") from error


def _check_rows(table: Table) -> None:
    if len(table.broken) and not len(table.cells):
        number = table.broken.index[0]
        reason = table.broken.iloc[0]
        raise ReadError(f"{table.name}: every row is refused; row {number}: {reason}")


def _choose_columns(task: ToRead, table: Table) -> tuple[dict[str, str], str | None]:
    """Return the columns of a part by word, and which is recognised as that of countries."""
    columns = dict(task.columns)
    if "country_column" in columns:
        return columns, None
    found = task.country or find_country_column(table, list(columns.values()))
    if found is None or found not in table.cells.columns:
        return columns, None
    return columns | {"country_column": found}, found


def as_parquet(frame: pd.DataFrame) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    return _parquet_of(pa.Table.from_pandas(frame, preserve_index=False))


def _parquet_of(table: pa.Table) -> bytes:
    written = io.BytesIO()
    pq.write_table(table, written, compression="zstd")
    return written.getvalue()


@lru_cache(2)
def _read_pairs(pairs: Path, answers: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what all parts say, numbered, and the answers; words that tell none apart left out."""
    said = pd.read_parquet(pairs, columns=list(SAID))
    first, *others = SAID
    varied = [first, *(word for word in others if said[word].nunique() > 1)]
    return said[varied].assign(**{PAIR: np.arange(len(said))}), pd.read_parquet(answers)


def _choose_answers(
    once: pd.DataFrame, task: ToWrite
) -> tuple[pd.DataFrame, tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Return the answers to what a part says, and where those of each begin, and how many."""
    pairs, answers = _read_pairs(task.pairs, task.answers)
    varied = [word for word in SAID if word in pairs]
    own = once[varied].merge(pairs, on=varied, how="left")[PAIR].to_numpy()
    of = answers[PAIR].to_numpy()
    first = np.searchsorted(of, own)
    counts = np.searchsorted(of, own, side="right") - first
    starts = np.cumsum(counts) - counts
    rows = np.repeat(first - starts, counts) + np.arange(int(counts.sum()))
    return answers.drop(columns=PAIR).iloc[rows].reset_index(drop=True), (starts, counts)


def _number_answers(
    codes: NDArray[np.intp], of_pair: tuple[NDArray[np.intp], NDArray[np.intp]], table: Table
) -> pd.Series:
    """Return by row number which answers a row is told; several for one that names several."""
    starts, counts = of_pair
    times = counts[codes]
    before = np.cumsum(times) - times
    numbers = np.repeat(starts[codes] - before, times) + np.arange(int(times.sum()))
    return pd.Series(numbers, index=table.cells.index.repeat(times))


def _make(
    table: Table, content: bytes, answers: pd.DataFrame, numbers: pd.Series, part: Part
) -> tuple[Written, dict[Path, bytes]]:
    """Return what is written for a part, the list of its refused rows too where there are some."""
    parquet = part.source.suffix.lower() == ".parquet"
    if parquet:
        files = {part.out: _add_columns(table, content, answers, numbers)}
        status = answers["location_status"].iloc[numbers.to_numpy()]
    else:
        whole = set_beside(table, answers, numbers)
        files = {part.out: b"".join(stream_csv(whole, mark=EXCEL_MARK, harmless=False))}
        status = whole["location_status"]
    rejected = refused_rows(table.cells, table.broken.to_dict())
    if len(rejected):
        files[part.rejected] = rejected_to_csv(rejected).encode()
    located, by_area = (int((status == word).sum()) for word in ("located", "area_only"))
    return Written(len(status), located, by_area, len(rejected)), files


def _add_columns(table: Table, content: bytes, answers: pd.DataFrame, numbers: pd.Series) -> bytes:
    """Return a Parquet part with its columns as they are, and the answers after them."""
    own = pq.read_table(io.BytesIO(content))
    if len(own) != len(table.cells):
        raise ReadError(f"{table.name}: its rows are not those that were read; write it anew")
    own = own.take(pa.array(numbers.index.to_numpy() - 1))  # rows are numbered from 1
    renamed = names_in(own.column_names, answers.columns)
    own = own.rename_columns([renamed.get(name, name) for name in own.column_names])
    told = pa.array(numbers.to_numpy())
    for name in answers:
        values = pa.array(answers[name].replace("", None), pa.string())
        values = values.cast(pa.float64()) if name in _AS_NUMBERS else values
        own = own.append_column(name, values.take(told))
    said = {key: value for key, value in (own.schema.metadata or {}).items() if key != b"pandas"}
    return _parquet_of(own.replace_schema_metadata(said))


def _find_done(note: Path, mark: Mapping[str, object], task: ToWrite) -> Written | None:
    """Return what was written of the same before, if it is still whole, the list beside it too."""
    part = task.read.part
    kept = read_note(note) or {}
    try:
        counts = Written(**kept["counts"] | {"before": kept["run"] != task.run})
        same = all(kept[key] == value for key, value in mark.items())
        files = [part.out, part.rejected][: 1 + bool(counts.rejected)]
        whole = same and all(map(is_whole, files, kept["files"]))
    except (KeyError, TypeError):
        return None
    return counts if whole else None


def _mark(
    task: ToWrite, answers: pd.DataFrame, of_pair: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> dict[str, object]:
    """Return what a part that is done is known by: which rows have which answers.

    What is said is called by content and columns: of other columns the same answers may be in
    other rows.
    """
    told = sha256(pd.util.hash_pandas_object(answers, index=False).to_numpy().tobytes())
    told.update(of_pair[1].astype(np.int64).tobytes())
    return {"part": task.read.part.name, "read": task.collected.said.stem,
            "answers": told.hexdigest(), "columns": list(answers.columns)}  # fmt: skip
