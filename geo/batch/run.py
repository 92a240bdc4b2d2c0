"""Run: parts read by workers, what they say answered once, parts written; what is done is kept."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pandas as pd

from gazetteer import Gazetteer
from gazetteer.several import Gazetteers
from geo.batch.kept import KeptBeside, hash_bytes, is_whole, read_note
from geo.batch.parts import Part
from geo.batch.said import SAID, TIMES, gather
from geo.batch.work import (
    PAIR,
    Collected,
    Refused,
    ToRead,
    ToWrite,
    Written,
    as_parquet,
    collect,
    write,
)
from geo.batch.workers import Lost, Workers
from geo.errors import BatchError
from geo.files import replace_files
from geo.land.boundaries import Boundaries
from geo.placing.edition import edition_of
from geo.placing.geocode import Asked, read_asked
from geo.placing.split_places import answer_table
from geo.reading.table import Table

__all__ = ["Batch"]


@dataclass(slots=True)
class Batch(KeptBeside):
    """The parts of one table on their way through workers.

    columns: by word of `AskedColumns`, without points. refused: why parts are not done.
    """

    parts: Sequence[Part]
    columns: Mapping[str, str]
    out: Path
    workers: Workers
    country: str | None = None  # the column of countries, recognised
    refused: dict[str, str] = field(default_factory=dict)
    done: dict[str, Written] = field(default_factory=dict)
    pairs: pd.DataFrame = field(default_factory=pd.DataFrame)
    _collected: dict[str, Collected] = field(default_factory=dict)

    def read(self) -> None:
        """Read what all parts say. Raises BatchError where they disagree on what columns mean."""
        try:
            for folder in ("said", "done"):
                (self.state / folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BatchError(f"{self.state}: cannot be made ({error.strerror})") from error
        self._collect(self.parts)
        if self.country is not None:
            names = {name for name, one in self._collected.items() if one.country is None}
            self._collect([part for part in self.parts if part.name in names])
        if not self._collected:
            raise BatchError(f"no part can be read: {next(iter(self.refused.values()))}")
        found = [self._collected[p.name] for p in self.parts if p.name in self._collected]
        self.pairs = gather(pd.read_parquet(one.said) for one in found)

    def _collect(self, parts: Sequence[Part]) -> None:
        """Have parts read; note the column of countries that is recognised in them."""
        tasks = [ToRead(part, self.state, self.columns, self.country) for part in parts]
        by_column: dict[str, str] = {}
        for at, result in self.workers.spread(collect, tasks):
            if isinstance(result, Refused | Lost):
                self._refuse(parts[at], result)
                continue
            self._collected[parts[at].name] = result
            if result.country is not None:
                by_column.setdefault(result.country, parts[at].name)
        if len(by_column) > 1:
            said = ", ".join(f"{column!r} in {name}" for column, name in by_column.items())
            raise BatchError(
                f"the column of countries is not the same in all parts ({said}); "
                "name it by --country-column"
            )
        self.country = self.country or next(iter(by_column), None)

    def _refuse(self, part: Part, result: Refused | Lost) -> None:
        """Note why a part is not done; what a worker died of is told with the part's name."""
        bare = isinstance(result, Lost)
        self.refused[part.name] = f"{part.source}: {result.reason}" if bare else result.reason
        self._collected.pop(part.name, None)

    def ask(self) -> Asked:
        """Return what all parts say as strikes, each once; `times` says how many rows each is."""
        return read_asked(self._as_table(), **{word: word for word in SAID})

    @property
    def times(self) -> pd.Series:
        """How many rows say each, by strike_id of `ask`."""
        return self.pairs[TIMES].set_axis(self.pairs.index.astype("str"))

    def _as_table(self) -> Table:
        return Table("the parts", self.pairs[list(SAID)])

    def answer(
        self, asked: Asked, pack: Gazetteer | Gazetteers, areas: Boundaries,
        *, country: str | None, split: bool,
    ) -> tuple[Path, Path]:  # fmt: skip
        """Answer all that parts say, once, and return the files of what is said and the answers.

        Both are kept for a run of the same with the same places and areas.
        """
        said = pd.util.hash_pandas_object(self.pairs[list(SAID)], index=False).to_numpy().tobytes()
        how = f"{edition_of(pack, areas)} {country} {split}"
        stem = sha256(said + how.encode()).hexdigest()[:32]
        pairs, answers = self.state / f"pairs-{stem}.parquet", self.state / f"{stem}.parquet"
        note = self.state / "answers.json"
        kept = read_note(note) or {}
        if not all(is_whole(path, kept.get(path.name)) for path in (pairs, answers)):
            found = answer_table(self._as_table(), asked, pack, areas, country=country, split=split)
            told = found[list(found.columns)[len(SAID) :]]
            told = told.assign(**{PAIR: found.index}).astype({PAIR: "int64"})
            files = {pairs: as_parquet(self.pairs), answers: as_parquet(told)}
            hashes = {path.name: hash_bytes(content) for path, content in files.items()}
            replace_files({**files, note: json.dumps(hashes)})
        for old in self.state.glob("*.parquet"):
            if old not in (pairs, answers):
                old.unlink()
        return pairs, answers

    def write(self, pairs: Path, answers: Path) -> None:
        """Have every part that could be read written with its answers."""
        parts = [part for part in self.parts if part.name in self._collected]
        run = secrets.token_hex(8)
        tasks = [
            ToWrite(ToRead(part, self.state, self.columns, self.country),
                    self._collected[part.name], pairs, answers, run)
            for part in parts
        ]  # fmt: skip
        for at, result in self.workers.spread(write, tasks):
            if isinstance(result, Written):
                self.done[parts[at].name] = result
            else:
                self._refuse(parts[at], result)
        self._forget_others()

    def _forget_others(self) -> None:
        """Remove what is kept of parts as they were before."""
        kept = {path for one in self._collected.values()
                for path in (one.said, one.said.with_suffix(".json"))}  # fmt: skip
        for path in (self.state / "said").iterdir():
            if path not in kept:
                path.unlink(missing_ok=True)
