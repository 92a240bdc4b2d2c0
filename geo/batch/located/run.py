"""Run: parts of strikes read alike, placed as one table, and written; what is done is kept."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.several import Gazetteers
from geo.batch.kept import KeptBeside
from geo.batch.located.part import How, StrikesRead, StrikesToRead, read_part
from geo.batch.located.together import ids_begin_anew, join_parts, split_placed
from geo.batch.located.writing import StrikesToWrite, name_out, write_part
from geo.batch.parts import Part
from geo.batch.work import Refused, Written, as_parquet
from geo.batch.workers import Lost, Workers
from geo.errors import BatchError
from geo.files import claims_beside, replace_files
from geo.land.boundaries import Boundaries
from geo.placing.locate import locate_fresh
from geo.reading.dates import Order
from geo.reading.result import Reading

__all__ = ["StrikeBatch", "without_claims"]


def without_claims(parts: Sequence[Part]) -> list[Part]:
    """Return parts without the files of claims beside them, and with the names of the output.

    Raises BatchError where two would be written as one.
    """
    beside = {claims_beside(part.source) for part in parts}
    own = [part for part in parts if part.source not in beside]
    named = Counter(name_out(part.name) for part in own)
    if twice := [name for name, times in named.items() if times > 1]:
        raise BatchError(f"{twice[0]} would be written of two parts; name one of them otherwise")
    return [replace(part, out=part.out.with_name(Path(name_out(part.name)).name)) for part in own]


@dataclass(slots=True)
class StrikeBatch(KeptBeside):
    """The parts of one table of strikes on their way through workers.

    refused: why parts are not done, by name. done: those that are, by their name in the output.
    """

    parts: Sequence[Part]
    how: How
    out: Path
    workers: Workers
    refused: dict[str, str] = field(default_factory=dict)
    done: dict[str, Written] = field(default_factory=dict)
    found: dict[str, StrikesRead] = field(default_factory=dict)
    _used: dict[str, How] = field(default_factory=dict)  # by which each part is read

    @property
    def notes(self) -> list[tuple[str, int]]:
        """What was decided for parts, each once, with how many parts."""
        told = Counter(note for name in self._read_names() for note in self.found[name].notes)
        return list(told.items())

    def _read_names(self) -> list[str]:
        return [part.name for part in self.parts if part.name in self.found]

    def read(self) -> None:
        """Read all parts by one meaning of their columns and dates.

        Raises BatchError where they disagree, and names two parts and the remedy.
        """
        try:
            for folder in ("said", "done", "placed"):
                (self.state / folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BatchError(f"{self.state}: cannot be made ({error.strerror})") from error
        self._collect(self.parts)
        if not self.found:
            raise BatchError(f"no part can be read: {next(iter(self.refused.values()))}")
        before = self.how
        self._agree_on_title()
        columns = self._settle_columns()
        no_ids = self._find_no_ids(columns)
        settled = {name: word for name, word in columns.items() if name not in no_ids}
        self.how = replace(self.how, columns=settled, no_ids=no_ids)
        again = {name for name in self.found if self._reads_otherwise(self.found[name])}
        self.how = replace(self.how, order=self._settle_order())
        if self.how.order != before.order:
            again |= {name for name, one in self.found.items() if one.order is None and one.unclear}
        self._read_again(again)
        if not any(one.rows for one in self.found.values()):
            first = self._read_names()[0]
            why = self.found[first].why or "none is a strike; leave out --strikes-only"
            raise BatchError(f"every row of every part is refused; {first}, {why}")

    def read_at_home(self, country: str) -> None:
        """Read parts again whose days hang on the country, by the clock of this one."""
        self.how = replace(self.how, home=country)
        self._read_again({name for name, one in self.found.items() if one.home})

    @property
    def has_local_times(self) -> bool:
        """Whether days of some part hang on the country that its rows do not say."""
        return any(one.home for one in self.found.values())

    def _read_again(self, names: set[str]) -> None:
        self._collect([part for part in self.parts if part.name in names])
        if not self.found:
            raise BatchError(f"no part can be read: {next(iter(self.refused.values()))}")

    def _collect(self, parts: Sequence[Part]) -> None:
        self._used |= {part.name: self._how_of(part) for part in parts}
        tasks = [StrikesToRead(part, self.state, self._used[part.name]) for part in parts]
        for at, result in self.workers.spread(read_part, tasks):
            if isinstance(result, StrikesRead):
                self.found[parts[at].name] = result
            else:
                self._refuse(parts[at], result)

    def _how_of(self, part: Part) -> How:
        """Return how a part is read: of what is settled that which it has columns for."""
        known = self.found.get(part.name)
        if known is None:
            return self.how
        own = {name: word for name, word in self.how.columns.items() if name in known.meanings}
        return replace(self.how, columns=own if known.chosen else {})

    def _refuse(self, part: Part, result: Refused | Lost) -> None:
        bare = isinstance(result, Lost)
        self.refused[part.name] = f"{part.source}: {result.reason}" if bare else result.reason
        self.found.pop(part.name, None)

    def _agree_on_title(self) -> None:
        titles: dict[str, str] = {}
        for name in self._read_names():
            titles.setdefault(self.found[name].title, name)
        if len(titles) > 1:
            said = ", ".join(f"{name} as {title}" for title, name in titles.items())
            raise BatchError(f"parts are of several tables ({said}); give each by itself, or "
                             "name the one by --format")  # fmt: skip

    def _settle_columns(self) -> dict[str, str]:
        """Return what columns mean in all parts; none where a publisher's format knows them."""
        meant: dict[str, tuple[str, str]] = {}
        for name in self._read_names():
            one = self.found[name]
            if not one.chosen:
                continue
            for column, word in one.meanings.items():
                if not word:
                    continue
                other, first = meant.setdefault(column, (word, name))
                if other != word:
                    raise BatchError(
                        f"the column {column!r} is read as {other} in {first} and as {word} in "
                        f"{name}; say which by --column {other}={column!r}"
                    )
        return {column: word for column, (word, _) in meant.items()}

    def _reads_otherwise(self, one: StrikesRead) -> bool:
        """Say whether a part is read without what other parts show of its columns."""
        return one.chosen and (
            any(one.meanings.get(name) for name in self.how.no_ids)
            or any(one.meanings.get(name, word) != word for name, word in self.how.columns.items())
        )

    def _find_no_ids(self, columns: dict[str, str]) -> tuple[str, ...]:
        """Return the columns of ids that are none in the one table, since each part has its own."""
        named = [name for name, word in columns.items() if word == "id"]
        chosen = "id" in self.how.columns.values()  # by a person
        if not named or chosen or not ids_begin_anew(list(self.found.values())):
            return ()
        return tuple(named)

    def _settle_order(self) -> Order | None:
        if self.how.order is not None:
            return self.how.order
        shown: dict[Order, str] = {}
        for name in self._read_names():
            order = self.found[name].order
            if order is not None:
                shown.setdefault(order, name)
        if len(shown) > 1:
            said = ", ".join(f"{order} in {name}" for order, name in shown.items())
            raise BatchError(f"dates are written both ways ({said}); say which by --order")
        return next(iter(shown), None)

    def join(self) -> Reading:
        """Return all rows as one reading, of what placing asks. Raises BatchError."""
        names = self._read_names()
        return join_parts([self.found[name] for name in names], names)

    def place(
        self, whole: Reading, pack: Gazetteer | Gazetteers, areas: Boundaries,
        *, country: str | None,
    ) -> tuple[Reading, str]:  # fmt: skip
        """Place all rows as one table, and keep each part's; return them with their edition."""
        located, edition = locate_fresh(whole, pack, areas, country=country)
        parts = [self.found[name] for name in self._read_names()]
        folder = self.state / "placed"
        files = dict(split_placed(located, parts, folder))
        for path, rows in files.items():
            replace_files({path: as_parquet(rows)})
        kept = {one.kept.stem for one in parts}
        for old in (*folder.iterdir(), *(self.state / "said").iterdir()):
            if old.stem not in kept:
                old.unlink(missing_ok=True)
        return located, edition

    def write(self, edition: str) -> None:
        """Have every part that could be read written with its places."""
        parts = [part for part in self.parts if part.name in self.found]
        run = secrets.token_hex(8)
        tasks = [
            StrikesToWrite(
                StrikesToRead(part, self.state, self._used[part.name]), self.found[part.name],
                self.state / "placed" / self.found[part.name].kept.name, edition, run,
            )
            for part in parts
        ]  # fmt: skip
        for at, result in self.workers.spread(write_part, tasks):
            if isinstance(result, Written):
                self.done[name_out(parts[at].name)] = result
            else:
                self._refuse(parts[at], result)
