"""What a worker does with a part of strikes: reads it as its publisher means it, and writes it."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa

from gazetteer.errors import StrikemapError
from geo.batch.kept import form_of_kept, hash_bytes, is_whole, note_of, read_note
from geo.batch.parts import Part
from geo.batch.work import Refused, Written, as_parquet, word_refused
from geo.errors import ReadError
from geo.export.csv_table import rejected_to_csv
from geo.export.format import Outgoing
from geo.export.registry import find_format
from geo.files import FileContent, claims_beside, replace_files
from geo.placing.rows.groups import name_publishers
from geo.reading.dates import Order, find_order
from geo.reading.inputs import read_table
from geo.reading.read import find_columns, has_local_times, read_strikes
from geo.reading.remedies import name_remedies, reword
from geo.reading.result import Reading
from geo.reading.table import text_table
from geo.strikes.checks import check_claims, validate
from geo.strikes.schema import STRIKE_COLUMNS

__all__ = [
    "KEPT", "PLACED", "How", "StrikesRead", "StrikesToRead", "StrikesToWrite", "name_out",
    "read_part", "write_part",
]  # fmt: skip

# Rows that are refused, claims that are, and rows that are no strikes, listed beside a part.
_LISTS = (".rejected.csv", ".rejected-claims.csv", ".left-out.csv")
_OUT = ".parquet"  # which holds the claims of its strikes, and the edition they are located with
_ORDERED: dict[str | None, Order | None] = {
    "date": None, "date_end": None, "date_dmy": "day first", "date_mdy": "month first",
}  # fmt: skip
# Filled where a strike is placed.
PLACED = (
    "place_id", "place_name", "place_name_ar", "match_method", "match_score", "match_reason",
    "precision", "uncertainty_km", "location_status", "adm1_code", "adm1_name", "adm2_code",
    "adm2_name", "adm3_code", "adm3_name", "adm_note", "reading_note",
)  # fmt: skip
# What no placing reads and no sum of a file, which therefore stays with the parts.
_STAYS = frozenset((
    "munition", "weapon", "time_local", "actor", "attribution", "target", "target_kind", "outcome",
    "note", "source_codes", "corrected", "added", "revised",
))  # fmt: skip
KEPT = tuple(column.name for column in STRIKE_COLUMNS if column.name not in _STAYS)


@dataclass(frozen=True, slots=True)
class How:
    """How every part is read. name: of the table that they are parts of, which ids begin with.

    columns: {column: word of FIELDS} for those that are chosen; order, home: as `read_strikes`.
    remedies: a door's own words for what is to be done, as `reword` takes them.
    """

    name: str
    columns: Mapping[str, str]
    kind: str = "other"
    format: str | None = None
    order: Order | None = None
    strikes_only: bool = False
    home: str = ""
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


@dataclass(frozen=True, slots=True)
class StrikesToWrite:
    """A part to be written with the ids and places of the file `placed`; run: as `ToWrite.run`."""

    read: StrikesToRead
    found: StrikesRead
    placed: Path
    edition: str
    run: str


def name_out(name: str) -> str:
    """Return what a part's strikes are called in the output, with slashes."""
    return PurePosixPath(name).with_suffix(_OUT).as_posix()


def _list_beside(part: Part) -> list[Path]:
    """Return where the rows of a part are listed that did not become strikes, by _LISTS."""
    stem = part.rejected.name.removesuffix(_LISTS[0])
    return [part.rejected.with_name(f"{stem}{ending}") for ending in _LISTS]


def read_part(task: StrikesToRead) -> StrikesRead | Refused:
    """Read a part, and keep what placing asks of it in a file of the state folder."""
    part, how = task.part, task.how
    try:
        content = _hash(part)
        asked = json.dumps([form_of_kept(), asdict(how), part.name], sort_keys=True)
        stem = hash_bytes(f"{content}{asked}".encode())[:32]
        kept, note = (task.state / "said" / f"{stem}{end}" for end in (".parquet", ".json"))
        before = read_note(note) or {}
        if before and is_whole(kept, before.get("said")):
            said = {**before["read"], "notes": tuple(before["read"]["notes"])}
            return StrikesRead(content, kept, **said)
        reading = _read(part, how)
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


def _hash(part: Part) -> str:
    """Return the hash of a part and of the claims beside it."""
    try:
        digest = sha256(part.source.read_bytes())
        beside = claims_beside(part.source)
        digest.update(beside.read_bytes() if beside.is_file() else b"")
    except OSError as error:
        raise ReadError(f"{part.source}: cannot be opened ({error.strerror})") from error
    return digest.hexdigest()


def _read(part: Part, how: How) -> Reading:
    called = f"{how.name}{part.source.suffix.lower()}"
    try:
        reading = read_strikes(
            part.source, name=called,
            columns=find_columns(part.source, how.columns, format=how.format),
            kind=how.kind, format=how.format, order=how.order, strikes_only=how.strikes_only,
            home=how.home,
        )  # fmt: skip
    except ReadError as error:
        said = str(error).removeprefix(f"{called}: ")
        raise ReadError(reword(said, how.remedies)) from error
    return name_remedies(reading, how.remedies)


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
    """Return what placing asks of the rows: columns, points, who publishes each first."""
    strikes = reading.strikes
    kept = pd.DataFrame({name: strikes[name] for name in KEPT if strikes[name].notna().any()})
    numbers, names = name_publishers(strikes, reading.claims)
    publisher = pd.Series(pd.array([*names, None], dtype="str").take(numbers), index=strikes.index)
    points = strikes.geometry
    return kept.assign(
        publisher=publisher, lon=points.x, lat=points.y, strike_id=strikes.index
    ).reset_index(drop=True)


def write_part(task: StrikesToWrite) -> Written | Refused:
    """Write a part with its rows placed, beside its place and then moved in.

    Nothing is written where it is there already, of the same content with the same places.
    """
    part, how = task.read.part, task.read.how
    try:
        if _hash(part) != task.found.content:
            return Refused(f"{part.source}: was changed while it was read; run this again")
        placed = task.placed.read_bytes()
        mark = {"part": name_out(part.name), "read": task.found.kept.stem,
                "answers": hash_bytes(placed), "edition": task.edition}  # fmt: skip
        note = note_of(part, task.read.state)
        if (before := _find_done(note, mark, task)) is not None:
            return before
        reading = _place(_read(part, how), pd.read_parquet(io.BytesIO(placed)))
        files = _render(reading, part, task.edition)
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_files(files)
        for path in _list_beside(part):
            if path not in files:
                path.unlink(missing_ok=True)
        status = reading.strikes["location_status"]
        located, by_area = (int((status == word).sum()) for word in ("located", "area_only"))
        written = Written(len(status), located, by_area, len(reading.rejected))
        hashes = {str(path): hash_bytes(path.read_bytes()) for path in files}
        done = mark | {"files": hashes, "counts": asdict(written), "run": task.run}
        replace_files({note: json.dumps(done)})
        return written
    except (StrikemapError, OSError, MemoryError, pa.ArrowException) as error:
        return Refused(word_refused(error, part))


def _find_done(note: Path, mark: Mapping[str, str], task: StrikesToWrite) -> Written | None:
    """Return what was written of the same before, if it is still whole, its lists too."""
    kept = read_note(note) or {}
    try:
        counts = Written(**kept["counts"] | {"before": kept["run"] != task.run})
        same = all(kept[key] == value for key, value in mark.items())
        whole = same and all(is_whole(Path(path), told) for path, told in kept["files"].items())
    except (KeyError, TypeError, AttributeError):
        return None
    return counts if whole and str(task.read.part.out) in kept["files"] else None


def _place(reading: Reading, placed: pd.DataFrame) -> Reading:
    """Return a reading whose rows have the ids and places that the whole table gives them."""
    strikes, claims = reading.strikes.copy(deep=False), reading.claims.copy(deep=False)
    old, new = strikes.index.to_series(), placed["strike_id"].astype("str")
    renamed = dict(zip(old, new, strict=True))
    if any(one != other for one, other in renamed.items()):
        claims["claim_id"] = _follow(claims["claim_id"], claims["strike_id"], renamed)
        claims["strike_id"] = claims["strike_id"].map(renamed).astype("str")
    strikes.index = pd.Index(new, name="strike_id", dtype="str")
    for name in PLACED:
        strikes[name] = pd.Series(placed[name].array, index=strikes.index).astype(
            strikes[name].dtype
        )
    points = gpd.points_from_xy(placed["lon"], placed["lat"], crs=strikes.crs)
    there = placed["lon"].notna().to_numpy()
    strikes["geometry"] = gpd.GeoSeries(
        np.where(there, points, None), index=strikes.index, crs=strikes.crs
    )
    return replace(reading, strikes=validate(strikes), claims=check_claims(claims, strikes))


def _follow(claims: pd.Series, strikes: pd.Series, renamed: Mapping[str, str]) -> pd.Series:
    """Return the ids of claims, which begin with that of their strike, after it was renamed."""
    found = [
        f"{renamed[own]}{claim[len(own) :]}" if claim.startswith(f"{own}/") else claim
        for claim, own in zip(claims, strikes, strict=True)
    ]
    return pd.Series(found, index=claims.index, dtype="str")


def _render(reading: Reading, part: Part, edition: str) -> dict[Path, FileContent]:
    """Return what is written for a part: its strikes first, then what is refused or left out."""
    known = find_format(part.out.name)
    if known is None:
        raise ReadError(f"{part.out}: no format of strikes ends so")
    whole = Outgoing(reading.strikes, reading.claims, located=edition, dataset=reading.dataset)
    files = known.to_files(whole, part.out)
    listed = (reading.rejected, reading.rejected_claims, reading.left_out)
    for path, rows in zip(_list_beside(part), listed, strict=True):
        if len(rows):
            files[path] = rejected_to_csv(rows)
    return files
