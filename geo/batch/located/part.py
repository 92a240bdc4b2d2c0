"""What a worker reads of a part of strikes, as its publisher means it, for all to be placed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd

from gazetteer.errors import StrikemapError
from geo.batch.kept import form_of_kept, hash_bytes, is_whole, read_note
from geo.batch.parts import Part
from geo.batch.work import Refused, as_parquet, word_refused
from geo.errors import ReadError
from geo.files import claims_beside, replace_files
from geo.placing.rows.groups import name_publishers
from geo.reading.dates import Order, find_order
from geo.reading.inputs import read_table
from geo.reading.read import find_columns, has_local_times, read_strikes
from geo.reading.remedies import name_remedies, reword
from geo.reading.result import Reading
from geo.reading.table import text_table
from geo.strikes.schema import STRIKE_COLUMNS

__all__ = ["How", "StrikesRead", "StrikesToRead", "hash_part", "read_alike", "read_part"]

_ORDERED: dict[str | None, Order | None] = {
    "date": None, "date_end": None, "date_dmy": "day first", "date_mdy": "month first",
}  # fmt: skip
# What no placing reads and no sum of a file, which therefore stays with the parts.
_STAYS = frozenset((
    "munition", "weapon", "time_local", "actor", "attribution", "target", "target_kind", "outcome",
    "note", "source_codes", "corrected", "added", "revised",
))  # fmt: skip
_KEPT = tuple(column.name for column in STRIKE_COLUMNS if column.name not in _STAYS)


@dataclass(frozen=True, slots=True)
class How:
    """How every part is read. name: of the table that they are parts of, which ids begin with.

    columns: {column: word of FIELDS} for those that are chosen; order, home: as `read_strikes`.
    no_ids: columns that begin anew in each part, and so are no ids.
    remedies: a door's own words for what is to be done, as `reword` takes them.
    """

    name: str
    columns: Mapping[str, str]
    kind: str = "other"
    format: str | None = None
    order: Order | None = None
    strikes_only: bool = False
    home: str = ""
    no_ids: tuple[str, ...] = ()
    remedies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StrikesToRead:
    """A part to be read; state: the folder for what it says."""

    part: Part
    state: Path
    how: How


@dataclass(frozen=True, slots=True)
class StrikesRead:
    """What a part says. kept: file of what placing asks of its rows.

    order: how its dates show 3/4/2015 to be meant; unclear: why they show none, "" where none asks.
    chosen: whether its columns may be chosen. home: its days hang on the country.
    """

    content: str  # hash, of its claims too
    kept: Path
    rows: int
    rejected: int
    left_out: int
    title: str
    dataset: str
    located: str
    notes: tuple[str, ...]
    meanings: dict[str, str | None]
    unused: dict[str, str]
    chosen: bool
    home: bool
    order: Order | None
    unclear: str
    claims: int
    why: str  # the first row that is refused, "" for none


def read_part(task: StrikesToRead) -> StrikesRead | Refused:
    """Read a part, and keep what placing asks of it in a file of the state folder."""
    part, how = task.part, task.how
    try:
        content = hash_part(part)
        asked = json.dumps([form_of_kept(), asdict(how), part.name], sort_keys=True)
        stem = hash_bytes(f"{content}{asked}".encode())[:32]
        kept, note = (task.state / "said" / f"{stem}{end}" for end in (".parquet", ".json"))
        before = read_note(note) or {}
        if before and is_whole(kept, before.get("said")):
            said = {**before["read"], "notes": tuple(before["read"]["notes"])}
            return StrikesRead(content, kept, **said)
        reading = read_alike(part, how)
        read = _describe(reading, part, content, kept)
        written = as_parquet(_keep(reading))
        facts = {
            key: value for key, value in asdict(read).items() if key not in ("content", "kept")
        }
        replace_files(
            {kept: written, note: json.dumps({"said": hash_bytes(written), "read": facts})}
        )
        return read
    except (StrikemapError, OSError, MemoryError) as error:
        return Refused(word_refused(error, part))


def hash_part(part: Part) -> str:
    """Return the hash of a part and of the claims beside it."""
    try:
        digest = sha256(part.source.read_bytes())
        beside = claims_beside(part.source)
        digest.update(beside.read_bytes() if beside.is_file() else b"")
    except OSError as error:
        raise ReadError(f"{part.source}: cannot be opened ({error.strerror})") from error
    return digest.hexdigest()


def read_alike(part: Part, how: How) -> Reading:
    """Read a part as all parts are read. Raises ReadError naming it and the remedy."""
    called = f"{how.name}{part.source.suffix.lower()}"
    try:
        reading = read_strikes(
            part.source, name=called,
            columns=_find_columns(part, how),
            kind=how.kind, format=how.format, order=how.order, strikes_only=how.strikes_only,
            home=how.home,
        )  # fmt: skip
    except ReadError as error:
        said = str(error).removeprefix(f"{called}: ")
        raise ReadError(reword(said, how.remedies)) from error
    return name_remedies(reading, how.remedies)


def _find_columns(part: Part, how: How) -> dict[str, str] | None:
    chosen = find_columns(part.source, how.columns, format=how.format)
    return chosen and {name: word for name, word in chosen.items() if name not in how.no_ids}


def _describe(reading: Reading, part: Part, content: str, kept: Path) -> StrikesRead:
    order, unclear = _find_order(reading, part)
    return StrikesRead(
        content, kept, len(reading.strikes), len(reading.rejected), len(reading.left_out),
        reading.title, reading.dataset, reading.located, reading.notes, dict(reading.meanings),
        dict(reading.unused), bool(reading.columns), has_local_times(reading), order, unclear,
        len(reading.claims), _word_first(reading.rejected),
    )  # fmt: skip


def _word_first(rejected: pd.DataFrame) -> str:
    return f"row {rejected['row'].iloc[0]}: {rejected['reason'].iloc[0]}" if len(rejected) else ""


def _find_order(reading: Reading, part: Part) -> tuple[Order | None, str]:
    """Return how the dates of a part show 3/4/2015 to be meant, and what is not clear of them."""
    columns = [name for name, meaning in reading.meanings.items() if meaning in _ORDERED]
    if any(_ORDERED[reading.meanings[name]] for name in columns):
        return None, ""
    cells = text_table(read_table(part.source)).cells
    return find_order(text for name in columns if name in cells for text in cells[name].unique())


def _keep(reading: Reading) -> pd.DataFrame:
    """Return what placing asks of the rows: columns, points, who publishes each first.

    Rows that were numbered and then dropped are among them, in their order: `dropped`.
    """
    strikes = reading.strikes
    kept = pd.DataFrame({name: strikes[name] for name in _KEPT if strikes[name].notna().any()})
    numbers, names = name_publishers(strikes, reading.claims)
    publisher = pd.Series(pd.array([*names, None], dtype="str").take(numbers), index=strikes.index)
    points = strikes.geometry
    kept = kept.assign(
        publisher=publisher, lon=points.x, lat=points.y, strike_id=strikes.index, dropped=False
    ).reset_index(drop=True)
    gone = reading.dropped
    if gone.empty:
        return kept
    both = pd.concat([kept, gone.drop(columns="row").assign(dropped=True)], ignore_index=True)
    order = np.argsort([*reading.numbers, *gone["row"]], kind="stable")
    return both.iloc[order].astype(kept.dtypes.to_dict()).reset_index(drop=True)
