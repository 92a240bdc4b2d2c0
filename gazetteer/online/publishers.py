"""Publishers' files of a country: where they are, and what may be done with them.

GeoNames' export folder has a name for every country; OCHA's datasets are found through HDX's
package API, of whose resources those named like places are tried first, then what is read most
surely. Countries differ: some have a file of populated places, some only tables of areas.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gazetteer.errors import FetchError
from gazetteer.passwords import hide_passwords
from gazetteer.world import find_iso3

__all__ = ["PublisherFile", "given_file", "list_files", "list_resources"]

# OCHA's resources of one dataset by what is read most surely; all hold the same places.
PREFERRED = (".xlsx", ".geojson.zip", ".shp.zip", ".zip", ".csv", ".geojson")
# How publishers call files of places, and those that hold none or that cannot be read.
OF_PLACES = re.compile(r"pplp?(?![a-z])|populated|settlement|places|admgz|localit|village")
OF_OTHERS = re.compile(r"gdb|geodatabase|tabular|\.emf|\.pdf")
MOST_TRIED = 3  # resources of a dataset


@dataclass(frozen=True, slots=True)
class PublisherFile:
    """One file to fetch: where from, its name when installed, and what may be done with it.

    An address with `/api/3/action/package_show` is a dataset of HDX, whose best resource is
    taken. companion is a file that the reader finds beside another.
    """

    name: str
    url: str
    file_name: str
    licence: str
    credit: str
    companion: bool = False
    md5: str | None = None  # where the publisher gives one

    @property
    def is_dataset(self) -> bool:
        """Whether the address is that of an HDX dataset, not of a file."""
        return "/api/3/action/package_show" in self.url


def list_files(country: str) -> list[PublisherFile]:
    """Return the files of a country, by its two-letter code.

    Raises FetchError where no country has that code.
    """
    code = country.strip().upper()
    iso3 = find_iso3(code)
    if iso3 is None:
        raise FetchError(f"{country}: no country has that code; give two letters such as SY or UA")
    dump = "https://download.geonames.org/export/dump"
    terms = "CC BY 4.0", "GeoNames, www.geonames.org"
    hdx = f"https://data.humdata.org/api/3/action/package_show?id=cod-ab-{iso3.lower()}"
    return [
        PublisherFile(
            "GeoNames alternate names",
            f"{dump}/alternatenames/{code}.zip",
            f"{code}-alternatenames.zip",
            *terms,
            companion=True,
        ),
        PublisherFile("GeoNames", f"{dump}/{code}.zip", f"{code}.zip", *terms),
        PublisherFile(
            "OCHA populated places",
            hdx,
            "ocha",
            "CC BY 3.0 IGO, unless the dataset says otherwise",
            "OCHA, Humanitarian Data Exchange",
        ),
    ]


def given_file(url: str) -> PublisherFile:
    """Return a file by an address that a person gave."""
    try:
        path = urllib.parse.urlsplit(url).path
    except ValueError as error:
        raise FetchError(f"{hide_passwords(url)}: is no web address ({error})") from error
    name = Path(urllib.parse.unquote(path)).name or "places"
    shown = hide_passwords(url)
    return PublisherFile(shown, url, re.sub(r"[^\w.-]", "_", name), "as its publisher says", shown)


def list_resources(file: PublisherFile, answer: bytes) -> list[PublisherFile]:
    """Return the resources of an HDX dataset to try in turn, by what its API answered (JSON).

    Raises FetchError where the answer is no dataset or offers no file that can be read.
    """
    try:
        dataset = json.loads(answer)["result"]
        resources = [r for r in dataset["resources"] if r.get("url") or r.get("download_url")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FetchError(
            f"{file.url}: did not answer with a dataset; it may have moved, give --url"
        ) from error
    ranked: list[tuple[bool, int, PublisherFile]] = []
    for resource in resources:
        url = str(resource.get("download_url") or resource["url"])
        name = Path(urllib.parse.urlsplit(url).path).name
        kind = next((at for at, end in enumerate(PREFERRED) if name.lower().endswith(end)), None)
        if kind is not None and not OF_OTHERS.search(name.lower()):
            elsewhere = OF_PLACES.search(name.lower()) is None
            ranked.append((elsewhere, kind, _as_file(file, dataset, resource, url, name)))
    if not ranked:
        raise FetchError(
            f"{file.url}: offers no file of places that can be read; give --url, or get its areas "
            "with: strikemap boundaries fetch CODE --from cod-ab"
        )
    return [one for *_, one in sorted(ranked, key=lambda known: known[:2])][:MOST_TRIED]


def _as_file(
    file: PublisherFile, dataset: dict[str, Any], resource: dict[str, Any], url: str, name: str
) -> PublisherFile:
    md5 = re.fullmatch(r"[0-9a-fA-F]{32}", resource.get("hash") or "")
    return replace(
        file, url=url, file_name=f"ocha-{name}",
        licence=dataset.get("license_title") or file.licence,
        credit=dataset.get("dataset_source") or file.credit,
        md5=md5[0] if md5 else None,
    )  # fmt: skip
