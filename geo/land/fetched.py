"""Areas of a country fetched from their publishers, checked, and kept for every later use."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import FetchError
from gazetteer.leftovers import make_scratch
from gazetteer.online.areas import PUBLISHERS, AreaFile, download_level, list_addresses
from gazetteer.online.download import Downloader, Report
from gazetteer.online.workshop import open_workshop
from gazetteer.passwords import hide_passwords
from geo.errors import BoundaryError
from geo.land.area_records import AreaRecord, read_records, write_records
from geo.land.boundaries import load_boundaries
from geo.land.given_files import LEVELS, read_area_files
from geo.land.installed import (
    BESIDE_SHP,
    areas_folder,
    check_country,
    installed_boundaries,
)

__all__ = ["FetchedAreas", "fetch_boundaries"]

USUAL_LEVELS = (1, 2)
LARGEST = 600 * 2**20  # bytes of a download, and of what it unpacks to
LONGEST_S = 900.0  # for one file
BY_HAND = "strikemap boundaries add FILE --country CODE"
HELD = (".geojson", ".json", ".gpkg", ".shp")
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class FetchedAreas:
    """What a fetch did: files installed, one a level, and what failed and why."""

    installed: tuple[AreaRecord, ...]
    failed: tuple[str, ...]


def fetch_boundaries(
    country: str,
    levels: Sequence[int] = USUAL_LEVELS,
    *,
    publisher: str = PUBLISHERS[0],
    url: str | None = None,
    folder: Path | None = None,
    report: Report | None = None,
) -> FetchedAreas:
    """Download and install a country's areas of some levels, in place of those fetched before.

    publisher: "geoboundaries" or "cod-ab". url: a mirror of geoBoundaries' records, an HDX
    dataset, or a file of areas. Levels that fail are named, and what was there of them stays.
    Raises FetchError or BoundaryError where no level could be installed.
    """
    home = areas_folder(country, folder)
    wrong = [level for level in levels if level not in LEVELS]
    if wrong or not levels:
        raise FetchError(f"level {', '.join(map(str, wrong))}: there are levels 1, 2 and 3")
    addresses = list_addresses(country, sorted(set(levels)), publisher, url)
    found: list[tuple[AreaFile, int, Path]] = []
    failed: list[str] = []
    with open_workshop(home) as workshop, make_scratch(home) as bare:
        downloader = Downloader(
            workshop, report or (lambda *_: None), largest=LARGEST, seconds=LONGEST_S,
            by_hand=BY_HAND,
        )  # fmt: skip
        for address in addresses:
            try:
                file = download_level(country, address, downloader)
                try:
                    found += list(_take(country, file, levels, Path(bare)))
                finally:
                    file.path.unlink(missing_ok=True)
            except (FetchError, BoundaryError) as error:
                failed.append(str(error))
        if not found:
            raise FetchError("; ".join(dict.fromkeys(failed)) or f"{country}: nothing to fetch")
        return FetchedAreas(tuple(_install(country, home, found)), tuple(failed))


def _take(
    country: str, file: AreaFile, levels: Sequence[int], bare: Path
) -> Iterator[tuple[AreaFile, int, Path]]:
    """Yield the map file of each wanted level that a download holds, checked."""
    there: dict[int, Path] = {}
    reasons = []
    for path in _unpack(file, bare):
        try:
            level = max(read_area_files([path]))
            check_country([path], country)
        except BoundaryError as error:  # of an archive: the whole country, lines, towns
            reasons.append(str(error).replace(str(path), path.name))
            continue
        there.setdefault(level, path)
    if not there:
        raise BoundaryError(f"{file.url}: sent no areas ({'; '.join(reasons) or 'an empty file'})")
    wanted = [level for level in sorted(levels) if level in there and file.level in (None, level)]
    if not wanted:
        held = ", ".join(map(str, sorted(there)))
        raise BoundaryError(f"{file.url}: holds areas of level {held}, which was not asked for")
    for level in wanted:
        yield file, level, there[level]


def _unpack(file: AreaFile, bare: Path) -> list[Path]:
    """Return the map files of a download, unpacked or moved into a folder of their own."""
    if not zipfile.is_zipfile(file.path):
        suffix = file.path.suffix.lower()
        taken = bare / f"level-{file.level or 'any'}{suffix if suffix in HELD else '.geojson'}"
        return [Path(shutil.copyfile(file.path, taken))]
    try:
        with zipfile.ZipFile(file.path) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if sum(one.file_size for one in members) > LARGEST:
                raise BoundaryError(f"{file.url}: unpacks to more than {LARGEST:,} bytes")
            if any(one.flag_bits & _ENCRYPTED for one in members):
                raise BoundaryError(f"{file.url}: is encrypted; give --url of another")
            for one in members:
                name = Path(one.filename.replace("\\", "/")).name
                if Path(name).suffix.lower() in (*HELD, *BESIDE_SHP):
                    with archive.open(one) as packed, (bare / name).open("wb") as unpacked:
                        shutil.copyfileobj(packed, unpacked)
    # zipfile raises RuntimeError for odd members, NotImplementedError for odd compression.
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise BoundaryError(f"{file.url}: sent a broken archive ({error}); try again") from error
    return sorted(path for path in bare.iterdir() if path.suffix.lower() in HELD)


def _install(
    country: str, home: Path, found: Sequence[tuple[AreaFile, int, Path]]
) -> list[AreaRecord]:
    """Check files together with those that stay, move them in, and record them."""
    levels = {level for _, level, _ in found}
    records = read_records(home)
    replaced = {record.file_name for record in records if record.level in levels}
    staying = [one for one in installed_boundaries(country, home.parents[1])
               if one.name not in replaced]  # fmt: skip
    for path in staying:
        if levels & (held := set(read_area_files([path]))) and max(held) in levels:
            raise BoundaryError(
                f"{path.name}: areas of level {max(held)} were added before; take them away with: "
                f"strikemap boundaries remove {country.lower()} {path.name}"
            )
    named = {path: home / f"{_slug(file)}-adm{level}{path.suffix.lower()}"
             for file, level, path in found}  # fmt: skip
    loaded = load_boundaries(country, [*staying, *named])
    fresh = [_record(file, level, path, named[path], len(loaded.levels[level]))
             for file, level, path in found]  # fmt: skip
    for path, place in named.items():
        for end in (path.suffix, *(BESIDE_SHP if path.suffix.lower() == ".shp" else ())):
            part = path.with_suffix(end)
            if part.is_file():
                part.replace(place.with_suffix(end.lower()))
    kept = [record for record in records if record.level not in levels]
    write_records(home, [*kept, *fresh])
    for name in replaced - {place.name for place in named.values()}:
        for end in (Path(name).suffix, *BESIDE_SHP):
            (home / name).with_suffix(end).unlink(missing_ok=True)
    return fresh


def _slug(file: AreaFile) -> str:
    known = file.publisher.lower()
    return known if known in PUBLISHERS else "fetched"


def _record(file: AreaFile, level: int, path: Path, place: Path, areas: int) -> AreaRecord:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    content = path.read_bytes()
    return AreaRecord(
        place.name, level, areas, file.publisher, hide_passwords(file.url), file.licence,
        file.credit, file.edition, now, hashlib.sha256(content).hexdigest(), len(content),
    )  # fmt: skip
