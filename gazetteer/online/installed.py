"""The user's data folder: fetched gazetteers with a manifest that says where each came from."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gazetteer.decisions.file import holds_decisions, read_decisions
from gazetteer.errors import FetchError, GazetteerError
from gazetteer.matching.ladder import Gazetteer
from gazetteer.online.folder import data_folder
from gazetteer.online.publishers import PublisherFile
from gazetteer.online.workshop import UNFINISHED, open_workshop
from gazetteer.passwords import hide_passwords
from gazetteer.several import Gazetteers
from gazetteer.tables.loading import load_gazetteer
from gazetteer.tables.map_files import list_parts
from gazetteer.tables.packs.shipped import has_pack
from gazetteer.tables.read import read_places

__all__ = [
    "Installed",
    "add_file",
    "country_folder",
    "install_file",
    "installed_countries",
    "installed_tables",
    "list_members",
    "load_countries",
    "load_country",
    "read_manifest",
    "write_manifest",
]

MANIFEST = "sources.json"
# Files of a country's folder that have a meaning of their own.
_RESERVED = {MANIFEST, f"{MANIFEST}.new", "vague.csv", UNFINISHED}


@dataclass(frozen=True, slots=True)
class Installed:
    """One installed file, as the manifest has it."""

    name: str
    file_name: str
    url: str
    licence: str
    credit: str
    fetched: str  # ISO date and time, UTC
    sha256: str
    size: int  # bytes
    places: int  # records read from it; 0 for a companion
    checked: str  # what the content was checked against


def country_folder(country: str, folder: Path | None = None) -> Path:
    """Return where a country's fetched files lie; raises FetchError for what is no code."""
    code = country.strip().lower()
    if not re.fullmatch(r"[a-z]{2}", code):
        raise FetchError(f"{country}: no country has that code; give two letters such as SY or UA")
    return (folder or data_folder()) / "gazetteer" / code


def installed_tables(country: str, folder: Path | None = None) -> list[Path]:
    """Return the fetched files of a country that hold places, for `load_gazetteer(extra=...)`."""
    home = country_folder(country, folder)
    return [home / file["file_name"] for file in read_manifest(home) if file["places"]]


def installed_countries(folder: Path | None = None) -> tuple[str, ...]:
    """Return the codes of the countries for which places or boundaries were fetched or added."""
    homes = (folder or data_folder()).glob("*/[a-z][a-z]")
    return tuple(sorted({home.name for home in homes if home.is_dir()}))


def load_country(country: str = "sy", *, extra: Iterable[Path | str] = ()) -> Gazetteer:
    """Load a country's pack with what was fetched or added for it, and further files.

    A country without a shipped pack is its fetched files alone.
    """
    fetched = installed_tables(country) if re.fullmatch("[A-Za-z]{2}", country) else []
    shipped = has_pack(country.lower())
    pack = country if shipped or not fetched else country_folder(country)
    return load_gazetteer(pack, extra=[*fetched, *extra])


def load_countries(
    countries: Sequence[str], *, extra: Iterable[Path | str] = ()
) -> Gazetteer | Gazetteers:
    """Load one country or several, each as `load_country` does.

    extra: further files of the first country; alias files among them count for all.
    """
    members = [load_country(code, extra=files) for code, files in list_members(countries, extra)]
    return Gazetteers(members) if len(members) > 1 else members[0]


def list_members(
    countries: Sequence[str], extra: Iterable[Path | str] = ()
) -> list[tuple[str, tuple[Path, ...]]]:
    """Return each country with the further files that `load_countries` loads it with."""
    files = tuple(Path(path) for path in extra)
    aliases = tuple(path for path in files if holds_decisions(path))
    return [(code, aliases if at else files) for at, code in enumerate(countries)]


def add_file(path: Path, country: str = "sy", *, folder: Path | None = None) -> Installed:
    """Copy a file of places into the user's data folder, for every later use of a country.

    Raises GazetteerError or FetchError where it cannot be read or copied; nothing is changed.
    """
    home = country_folder(country, folder)
    if path.name.casefold() in _RESERVED:
        raise GazetteerError(f"{path}: that name is kept for a file of strikemap's; rename it")
    if not holds_decisions(path) and not read_places(path):
        raise GazetteerError(f"{path}: holds no places; give a table with names and coordinates")
    with open_workshop(home) as workshop:
        try:
            copy = _copy(path, workshop)
        except OSError as error:
            raise FetchError(f"{home}: cannot be written ({error.strerror})") from error
        given = PublisherFile(path.name, path.resolve().as_uri(), copy.name, "as given", str(path))
        installed = install_file(given, copy, home)
    write_manifest(home, [installed])
    return installed


def _copy(path: Path, folder: Path) -> Path:
    """Copy a file into a folder; a shapefile with what belongs to it, as one archive."""
    parts = list_parts(path)
    if len(parts) == 1:
        return Path(shutil.copyfile(path, folder / path.name))
    packed = folder / f"{path.stem}.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.write(part, part.name)
    return packed


def read_manifest(home: Path) -> list[dict[str, Any]]:
    """Return the records of a folder's manifest whose files are there; none without a manifest.

    Raises GazetteerError where it is damaged: its files would be left out in silence.
    """
    path = home / MANIFEST
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise _say_damaged(path, str(error)[:200]) from error
    if not isinstance(records, list) or not all(map(_is_record, records)):
        raise _say_damaged(path, "it holds other things than the records of files")
    return [record for record in records if (home / record["file_name"]).is_file()]


def _say_damaged(path: Path, why: str) -> GazetteerError:
    return GazetteerError(
        f"{path}: is damaged ({why}), so that the places fetched or added for the country are not "
        "known; put it back from a copy, or take it away and fetch or add its files again"
    )


def _is_record(record: object) -> bool:
    """Say whether a manifest's record names a file of its own folder, as those written here do."""
    if not isinstance(record, dict):
        return False
    name, places, licence = (record.get(key) for key in ("file_name", "places", "licence"))
    inside = isinstance(name, str) and bool(name) and Path(name).name == name
    return inside and isinstance(places, int) and isinstance(licence, str)


def write_manifest(home: Path, installed: Sequence[Installed]) -> None:
    """Add records to a folder's manifest; a file fetched anew replaces its old record."""
    fresh = {record.file_name for record in installed}
    kept = [record for record in read_manifest(home) if record["file_name"] not in fresh]
    records = [*kept, *(asdict(record) for record in installed)]
    draft = home / f"{MANIFEST}.new"
    draft.write_text(json.dumps(records, indent=2, ensure_ascii=False), encoding="utf-8")
    draft.replace(home / MANIFEST)


def install_file(
    file: PublisherFile, path: Path, home: Path, *, md5: str | None = None
) -> Installed:
    """Check a downloaded file by checksum and by reading it, and move it into place.

    md5 is what the server sent with the file, used where its publisher gives none. A file that
    fails is deleted; what was installed before stays. Raises FetchError, GazetteerError.
    """
    try:
        read_manifest(home)  # a damaged one is told before anything is changed
        checked = _check_md5(path, file.md5 or md5)
        places = _count_places(file, path)
    except (FetchError, GazetteerError):
        path.unlink()
        raise
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    size = path.stat().st_size
    path.replace(home / file.file_name)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Installed(
        file.name, file.file_name, hide_passwords(file.url), file.licence, file.credit, now, digest,
        size, places, checked,
    )  # fmt: skip


def _check_md5(path: Path, md5: str | None) -> str:
    if not md5:
        return "its own structure; no checksum is published"
    found = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
    if found != md5.lower():
        raise FetchError(
            f"{path.name}: its checksum {found} is not the published {md5}; nothing was "
            "installed, try again"
        )
    return f"the published MD5 {md5}"


def _count_places(file: PublisherFile, path: Path) -> int:
    if file.companion:
        if not zipfile.is_zipfile(path):
            raise FetchError(f"{file.url}: sent no zip archive; it may have moved, give --url")
        return 0
    try:
        drafts = read_decisions(path) if holds_decisions(path) else read_places(path)
    except GazetteerError as error:
        if file.url.startswith("file:"):  # added by a person, and not sent by anybody
            raise
        raise FetchError(f"{file.url}: sent what is no gazetteer: {error}") from error
    if not drafts:
        raise FetchError(f"{file.url}: sent a file without places; give --url")
    return len(drafts)
