"""Publishers' areas of a country: what they are called, and one level after another downloaded.

geoBoundaries answers with a record of facts (JSON) for each country and level that names the
file; OCHA's COD-AB is a dataset of HDX with an archive of all levels. Addresses and fields are
those of the publishers' documentation; https://www.geoboundaries.org/api.html has the first.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.errors import FetchError
from gazetteer.online.download import Downloader
from gazetteer.world import find_iso3

__all__ = ["AREA_SUFFIXES", "PUBLISHERS", "AreaFile", "download_level", "list_addresses"]

PUBLISHERS = ("geoboundaries", "cod-ab")
GEOBOUNDARIES = "https://www.geoboundaries.org/api/current/gbOpen/"
HDX = "https://data.humdata.org/api/3/action/package_show?id=cod-ab-"
AREA_SUFFIXES = (".geojson", ".json", ".gpkg", ".shp", ".zip")
# OCHA's resources of one dataset, by what is read most surely.
ARCHIVES = (r"geojson.*\.zip$", r"shp.*\.zip$", r"\.geojson$", r"\.gpkg$", r"\.zip$")
UNREADABLE = re.compile(r"gdb|geodatabase|\bemf\b|xlsx")
POINTER = b"version https://git-lfs"  # stands in a Git repository for a large file


@dataclass(frozen=True, slots=True)
class AreaFile:
    """One downloaded file of areas: where from, what may be done with it, and its edition.

    level: the one that its publisher says it holds, None for what the file itself shows.
    """

    path: Path
    url: str
    level: int | None
    publisher: str
    licence: str
    credit: str
    edition: str


def list_addresses(
    country: str, levels: Sequence[int], publisher: str = PUBLISHERS[0], url: str | None = None
) -> list[tuple[str, int | None]]:
    """Return the addresses to ask for levels of a country, each with its level, None for all.

    url: a file of areas, an HDX dataset, or where a mirror of geoBoundaries' records begins.
    Raises FetchError where no country has the code, or no publisher the name.
    """
    iso3 = find_iso3(country.strip())
    if iso3 is None:
        raise FetchError(f"{country}: no country has that code; give two letters such as SY or UA")
    if publisher not in PUBLISHERS:
        raise FetchError(f"{publisher}: is no publisher of areas; use {' or '.join(PUBLISHERS)}")
    if url and (_is_dataset(url) or _suffix(url) in AREA_SUFFIXES):
        return [(url, None)]
    if publisher == "cod-ab":
        return [(url or f"{HDX}{iso3.lower()}", None)]
    base = (url or GEOBOUNDARIES).rstrip("/")
    return [(f"{base}/{iso3}/ADM{level}/", level) for level in levels]


def download_level(
    country: str, address: tuple[str, int | None], downloader: Downloader
) -> AreaFile:
    """Download what an address of `list_addresses` leads to.

    Raises FetchError naming the address and the remedy, also where it is another country's.
    """
    url, level = address
    if level is not None:
        record = _read_json(downloader, url, f"geoboundaries-adm{level}.json")
        return _get_shapes(country, url, level, record, downloader)
    if _is_dataset(url):
        return _get_archive(url, _read_json(downloader, url, "cod-ab.json"), downloader)
    name = _file_name(url)
    host = urllib.parse.urlsplit(url).hostname or url
    return AreaFile(_get(downloader, url, name), url, None, host, "as its publisher says",
                    f"{name}, {host}", "")  # fmt: skip


def _get_shapes(
    country: str,
    url: str,
    level: int,
    record: object,
    downloader: Downloader,
) -> AreaFile:
    facts = _read_facts(record)
    if "gjDownloadURL" not in facts:
        raise FetchError(
            f"{url}: did not answer with a record of geoBoundaries; it may have moved, give --url"
        )
    iso3 = find_iso3(country.strip())
    if facts.get("boundaryISO", iso3) != iso3:
        raise FetchError(f"{url}: answered for {facts['boundaryISO']}, not for {iso3}; check --url")
    if facts.get("boundaryType", f"ADM{level}") != f"ADM{level}":
        raise FetchError(f"{url}: answered with {facts['boundaryType']}, not ADM{level}")
    file_url = urllib.parse.urljoin(url, facts["gjDownloadURL"])
    path = _get(downloader, file_url, f"geoboundaries-adm{level}.geojson")
    source, year = facts.get("boundarySource"), facts.get("boundaryYearRepresented")
    credit = ", ".join(part for part in ("geoBoundaries", source, year) if part)
    built = [facts.get(key) for key in ("boundaryID", "boundaryYearRepresented", "buildDate")]
    licence = facts.get("boundaryLicense") or "as geoBoundaries says (gbOpen: CC BY 4.0)"
    return AreaFile(path, file_url, level, "geoBoundaries", licence, credit,
                    ", ".join(part for part in built if part))  # fmt: skip


def _read_facts(record: object) -> dict[str, str]:
    told = record.items() if isinstance(record, dict) else ()
    return {str(key): value.strip() for key, value in told if isinstance(value, str)}


def _get_archive(url: str, answer: object, downloader: Downloader) -> AreaFile:
    dataset = answer.get("result") if isinstance(answer, dict) else None
    resources = dataset.get("resources") if isinstance(dataset, dict) else None
    if not isinstance(dataset, dict) or not isinstance(resources, list):
        raise FetchError(f"{url}: did not answer with a dataset; it may have moved, give --url")
    offered = [one for one in map(_address_of, resources) if one]
    file_url = _choose(offered)
    if file_url is None:
        raise FetchError(f"{url}: offers no GeoJSON, GeoPackage or shapefile; give --url")
    source = str(dataset.get("dataset_source") or "OCHA, Humanitarian Data Exchange")
    return AreaFile(
        _get(downloader, file_url, _file_name(file_url)), file_url, None, "COD-AB",
        str(dataset.get("license_title") or "as the dataset says"), f"COD-AB, {source}",
        str(dataset.get("last_modified") or dataset.get("dataset_date") or ""),
    )  # fmt: skip


def _address_of(resource: object) -> str | None:
    if not isinstance(resource, dict):
        return None
    found = resource.get("download_url") or resource.get("url")
    return found if isinstance(found, str) else None


def _choose(addresses: Sequence[str]) -> str | None:
    names = {address: urllib.parse.urlsplit(address).path.lower() for address in addresses}
    usable = [one for one in addresses if not UNREADABLE.search(names[one].rsplit("/", 1)[-1])]
    found = (one for form in ARCHIVES for one in usable if re.search(form, names[one]))
    return next(found, None)


def _get(downloader: Downloader, url: str, name: str) -> Path:
    path, _ = downloader.get(url, name)
    with path.open("rb") as file:
        start = file.read(len(POINTER))
    if start == POINTER:
        path.unlink()
        raise FetchError(f"{url}: is a pointer of Git LFS, not the file; give --url of the file")
    return path


def _read_json(downloader: Downloader, url: str, name: str) -> Any:  # noqa: ANN401 JSON
    path, _ = downloader.get(url, name, resume=False)
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise FetchError(f"{url}: did not answer in JSON; it may have moved, give --url") from error
    finally:
        path.unlink()


def _is_dataset(url: str) -> bool:
    return "/api/3/action/package_show" in url


def _suffix(url: str) -> str:
    return Path(urllib.parse.urlsplit(url).path).suffix.lower()


def _file_name(url: str) -> str:
    name = Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path)).name
    return re.sub(r"[^\w.-]", "_", name) or "areas"
