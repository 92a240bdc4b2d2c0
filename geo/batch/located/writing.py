"""What a worker writes of a part of strikes: its rows with their ids and places, and its lists."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa

from gazetteer.errors import StrikemapError
from geo.batch.kept import hash_bytes, is_whole, note_of, read_note
from geo.batch.located.part import StrikesRead, StrikesToRead, hash_part, read_alike
from geo.batch.parts import Part
from geo.batch.work import Refused, Written, word_refused
from geo.errors import ReadError
from geo.export.csv_table import rejected_to_csv
from geo.export.format import Outgoing
from geo.export.registry import find_format
from geo.files import FileContent, replace_files
from geo.reading.result import Reading
from geo.strikes.checks import check_claims, validate

__all__ = ["PLACED", "StrikesToWrite", "name_out", "write_part"]

# Rows that are refused, claims that are, and rows that are no strikes, listed beside a part.
_LISTS = (".rejected.csv", ".rejected-claims.csv", ".left-out.csv")
_OUT = ".parquet"  # which holds the claims of its strikes, and the edition they are located with
# Filled where a strike is placed.
PLACED = (
    "place_id", "place_name", "place_name_ar", "match_method", "match_score", "match_reason",
    "precision", "uncertainty_km", "location_status", "adm1_code", "adm1_name", "adm2_code",
    "adm2_name", "adm3_code", "adm3_name", "adm_note", "reading_note",
)  # fmt: skip


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


def write_part(task: StrikesToWrite) -> Written | Refused:
    """Write a part with its rows placed, beside its place and then moved in.

    Nothing is written where it is there already, of the same content with the same places.
    """
    part, how = task.read.part, task.read.how
    try:
        if hash_part(part) != task.found.content:
            return Refused(f"{part.source}: was changed while it was read; run this again")
        placed = task.placed.read_bytes()
        mark = {"part": name_out(part.name), "read": task.found.kept.stem,
                "answers": hash_bytes(placed), "edition": task.edition}  # fmt: skip
        note = note_of(part, task.read.state)
        if (before := _find_done(note, mark, task)) is not None:
            return before
        reading = _place(read_alike(part, how), pd.read_parquet(io.BytesIO(placed)))
        files = _render(reading, part, task.edition)
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_files(files)
        for path in _list_beside(part):
            if path not in files:
                path.unlink(missing_ok=True)
        status = reading.strikes["location_status"]
        located, by_area = (int((status == word).sum()) for word in ("located", "area_only"))
        written = Written(len(status), located, by_area, len(reading.rejected),
                          len(reading.rejected_claims), len(reading.left_out))  # fmt: skip
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
