"""Many reports: read on several cores, kept as they are read, and gone on with after a stop."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.mentions.countries import find_text_countries
from gazetteer.online.installed import load_country
from reports.about import about_file
from reports.claims import row_of_claim
from reports.document import ARCHIVE, ENDINGS, UNREAD, Report, read_report_file
from reports.errors import ReportError
from reports.formats.archive import file_of, inside, refused_in
from reports.model.names import NamesModel, load_names_model
from reports.reading import read_report
from reports.table import Row, row_of, row_of_aside

__all__ = ["Batch", "Settings", "find_reports", "read_reports"]

TOGETHER = 50  # reports of one step: so many are read again after a stop
MOST_LOADED = 12  # countries whose places are held at once: some 30 MB each
FEW = 60  # reports that one core reads sooner than others are started


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are read.

    countries: ISO 3166, small; of several the one most spoken of; none to find them in each
    report, `usual` where it tells of none. model: an installed one that finds places on no list.
    """

    countries: tuple[str, ...] = ()
    gazetteer: tuple[str, ...] = ()  # files of places to add
    published: str | None = None
    usual: str = "sy"
    model: str | None = None


@dataclass(slots=True)
class Batch:
    """Rows of drafts, of words set aside, of reports that could not be read, and of claims.

    countries: how many reports were read with the places of each country.
    """

    drafts: list[Row]
    aside: list[Row]
    refused: list[Row]
    reports: int = 0
    claims: list[Row] = field(default_factory=list)
    countries: dict[str, int] = field(default_factory=dict)

    def add(self, other: Batch) -> None:
        """Take over the rows of another."""
        self.drafts += other.drafts
        self.aside += other.aside
        self.refused += other.refused
        self.reports += other.reports
        self.claims += other.claims
        self.countries = dict(Counter(self.countries) + Counter(other.countries))


def find_reports(given: Iterable[Path]) -> list[Path]:
    """Return the reports that files, folders and archives stand for, in order, none twice.

    Raises ReportError for a file of another kind, a folder without reports, or no such file.
    """
    found: dict[Path, None] = {}
    for path in given:
        held = list(_in_folder(path)) if path.is_dir() else _known(path)
        if not held:
            raise ReportError(f"{path}: holds no report; reports end in {' '.join(ENDINGS)}")
        found |= dict.fromkeys(held)
    return list(found)


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        if path.suffix.lower() in (*ENDINGS, *UNREAD):
            yield path
        elif path.suffix.lower() == ARCHIVE:
            yield from _in_archive(path)


def _in_archive(archive: Path) -> Iterable[Path]:
    """Return the reports of an archive in a folder; of one that is broken itself, to be refused."""
    try:
        return inside(archive, (*ENDINGS, *UNREAD))
    except ReportError:
        return [archive]


def _known(path: Path) -> list[Path]:
    if not path.is_file():
        raise ReportError(f"{path}: is not there; check the path")
    if path.suffix.lower() == ARCHIVE:
        return inside(path, (*ENDINGS, *UNREAD))
    if path.suffix.lower() not in ENDINGS:
        known = " ".join((*ENDINGS, ARCHIVE))
        raise ReportError(f"{path}: is no report that can be read; save it as one of {known}")
    return [path]


def read_reports(
    paths: Sequence[Path],
    settings: Settings,
    *,
    kept: Path | None = None,
    tell: Callable[[int], None] = lambda _: None,
) -> Batch:
    """Read reports in order, on both cores where they are many.

    kept: folder that holds what was read so far, removed at the end; what it holds of an earlier
    run of the same reports, unchanged and read in the same way, is not read again. tell: called
    with the number of reports of each step.
    """
    names = _names(paths)
    steps = [list(zip(names, paths, strict=True))[at : at + TOGETHER]
             for at in range(0, len(paths), TOGETHER)]  # fmt: skip
    if len(paths) <= FEW:
        batches = [_read_step(step, settings) for step in steps]
        tell(len(paths))
    else:
        batches = _read_steps(steps, settings, kept, tell)
    whole = Batch([], [], [])
    for batch in batches:
        whole.add(batch)
    whole.add(_refused_names(paths))
    if kept is not None:
        shutil.rmtree(kept, ignore_errors=True)
    return whole


def _refused_names(paths: Sequence[Path]) -> Batch:
    """Return rows of the reports that archives hold under names which are not read."""
    archives = dict.fromkeys(file for path in paths if (file := file_of(path)) != path)
    refused = [one for archive in archives for one in refused_in(archive, (*ENDINGS, *UNREAD))]
    rows: list[Row] = [{"row": name, "reason": reason} for name, reason in refused]
    return Batch([], [], rows, len(rows))


def _names(paths: Sequence[Path]) -> list[str]:
    """Return file names without their endings, whole paths where two would be the same."""
    stems = [path.stem for path in paths]
    return stems if len(set(stems)) == len(stems) else [str(path) for path in paths]


Step = Sequence[tuple[str, Path]]


def _read_steps(
    steps: Sequence[Step], settings: Settings, kept: Path | None, tell: Callable[[int], None]
) -> list[Batch]:
    done: dict[int, Batch] = {}
    if kept is not None:
        kept.mkdir(exist_ok=True)
    files = [_file_of(step, settings, kept) for step in steps]
    for at, file in enumerate(files):
        if (batch := _read_kept(file)) is not None:
            done[at] = batch
            tell(len(steps[at]))
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        asked = {pool.submit(_read_step, step, settings): at
                 for at, step in enumerate(steps) if at not in done}  # fmt: skip
        for future in as_completed(asked):
            at = asked[future]
            done[at] = future.result()
            _keep(files[at], done[at])
            tell(len(steps[at]))
    return [done[at] for at in range(len(steps))]


def _file_of(step: Step, settings: Settings, kept: Path | None) -> Path | None:
    """Return where a step is kept: by its reports as they stand and how they are read."""
    if kept is None:
        return None
    stands = [(name, str(path), *_stand_of(file_of(path))) for name, path in step]
    said = json.dumps([stands, asdict(settings)]).encode()
    return kept / f"{hashlib.sha256(said).hexdigest()[:32]}.json"


def _stand_of(file: Path) -> tuple[int, int]:
    return file.stat().st_size, file.stat().st_mtime_ns


def _read_kept(file: Path | None) -> Batch | None:
    if file is None or not file.is_file():
        return None
    try:
        return Batch(**json.loads(file.read_text("utf-8")))
    except (ValueError, TypeError):  # cut short by a power failure
        return None


def _keep(file: Path | None, batch: Batch) -> None:
    if file is None:
        return
    beside = file.with_suffix(".tmp")
    beside.write_text(json.dumps(asdict(batch)), "utf-8")
    beside.replace(file)


def _read_step(step: Step, settings: Settings) -> Batch:
    batch = Batch([], [], [])
    for name, path in step:
        batch.add(_read_one(name, path, settings))
    return batch


def _read_one(name: str, path: Path, settings: Settings) -> Batch:
    try:
        report = read_report_file(path, published=settings.published)
    except ReportError as error:
        return Batch([], [], [{"row": str(path), "reason": str(error)}], 1)
    report, about = replace(report, name=name), about_file(path, report)
    packs = [_load(country, settings.gazetteer) for country in _find_countries(report, settings)]
    try:
        reading = read_report(report, *packs, model=_load_model(settings))
    except ReportError as error:
        return Batch([], [], [{"row": str(path), "reason": str(error)}], 1)
    except (ArithmeticError, ValueError, LookupError) as error:  # the others are read all the same
        reason = f"could not be read: {error}; please send the text to those who keep strikemap"
        return Batch([], [], [{"row": str(path), "reason": reason}], 1)
    numbered = list(enumerate(reading.drafts, 1))
    return Batch(
        [row_of(draft, report, number) for number, draft in numbered],
        [row_of_aside(aside, report) for aside in reading.aside],
        [],
        1,
        [row_of_claim(draft, report, about, number) for number, draft in numbered],
        dict.fromkeys((pack.country for pack in packs), 1),
    )


def _find_countries(report: Report, settings: Settings) -> tuple[str, ...]:
    """Return the countries asked for, else those that a report tells of."""
    return settings.countries or find_text_countries(report.text, _load(settings.usual, ()))


def _load_model(settings: Settings) -> NamesModel | None:
    return None if settings.model is None else load_names_model(settings.model)


@lru_cache(MOST_LOADED)
def _load(country: str, files: tuple[str, ...]) -> Gazetteer:
    return load_country(country, extra=[Path(file) for file in files])
