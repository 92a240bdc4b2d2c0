"""What was fetched of areas, where each file came from, and what may be done with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from geo.errors import BoundaryError

__all__ = ["RECORDS", "AreaRecord", "read_records", "write_records"]

RECORDS = "sources.json"  # beside the files of a country


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """One fetched file of areas."""

    file_name: str
    level: int
    areas: int
    publisher: str
    url: str
    licence: str
    credit: str
    edition: str
    fetched: str  # ISO date and time, UTC
    sha256: str
    size: int  # bytes

    @property
    def credit_line(self) -> str:
        """The credit with its licence, as maps and sheets say it."""
        return f"{self.credit} ({self.licence})"


def read_records(home: Path) -> list[AreaRecord]:
    """Return the records of a country's folder whose files are there; none without a manifest.

    Raises BoundaryError where it is damaged: the maps would credit nobody, in silence.
    """
    path = home / RECORDS
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise _say_damaged(path, str(error)[:200]) from error
    records = [_read(one) for one in told] if isinstance(told, list) else [None]
    sound = [one for one in records if one is not None]
    if len(sound) < len(records):
        raise _say_damaged(path, "it holds other things than the records of files")
    return [one for one in sound if (home / one.file_name).is_file()]


def _say_damaged(path: Path, why: str) -> BoundaryError:
    return BoundaryError(
        f"{path}: is damaged ({why}), so that it is not known whose the country's boundaries are; "
        "put it back from a copy, or take it away and fetch or add its files again"
    )


def _read(told: object) -> AreaRecord | None:
    """Return a record as it was written here, None for anything else."""
    if not isinstance(told, Mapping) or set(told) != {one.name for one in fields(AreaRecord)}:
        return None
    counts = {"level", "areas", "size"}
    kinds = all(isinstance(value, int if key in counts else str) for key, value in told.items())
    inside = kinds and bool(told["file_name"]) and Path(told["file_name"]).name == told["file_name"]
    return AreaRecord(**told) if inside else None


def write_records(home: Path, records: Sequence[AreaRecord]) -> None:
    """Write the records of a country's folder, whole or not at all."""
    draft = home / f".{RECORDS}.new"
    told = [asdict(record) for record in records]
    draft.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")
    draft.replace(home / RECORDS)
