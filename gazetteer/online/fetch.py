"""Fetching the publishers' files: the only place here that downloads.

`fetch("SY")` gets GeoNames' dump with its alternate names and OCHA's populated places, checks
them by reading them, and installs them in the user's data folder. A file is downloaded beside its
place, resumed where a connection broke, and moved into place when it is whole and readable: a
failure leaves what was there.
"""

from __future__ import annotations

import base64
import errno
import json
import re
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any

from gazetteer.errors import FetchError, GazetteerError
from gazetteer.online.installed import (
    Installed,
    Source,
    country_folder,
    data_folder,
    install_file,
    installed_tables,
    open_workshop,
    write_manifest,
)
from gazetteer.world import find_iso3

__all__ = [
    "Fetched",
    "Installed",
    "Source",
    "data_folder",
    "fetch",
    "installed_tables",
    "list_sources",
]

TRIES = 5  # per file; each goes on where the last one broke
TIMEOUT_S = 30.0  # without a byte
PAUSE_S = 1.0  # before the second try, doubled each time
BLOCK = 1 << 16  # bytes
LARGEST = 2 * 2**30  # bytes; no publisher's country file is larger
AGENT = "strikemap (gazetteer fetch)"
# OCHA's resources of one dataset by what is read most surely; all hold the same places.
PREFERRED = (".xlsx", ".geojson.zip", ".shp.zip", ".zip", ".csv", ".geojson")

Report = Callable[[str, int, int | None], None]  # file name, bytes so far, bytes in all if known


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch did: files installed, and what failed and why."""

    installed: tuple[Installed, ...]
    failed: tuple[str, ...]


def list_sources(country: str) -> list[Source]:
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
        Source("GeoNames alternate names", f"{dump}/alternatenames/{code}.zip",
               f"{code}-alternatenames.zip", *terms, companion=True),
        Source("GeoNames", f"{dump}/{code}.zip", f"{code}.zip", *terms),
        Source("OCHA populated places", hdx, "ocha", "CC BY 3.0 IGO, unless the dataset says "
               "otherwise", "OCHA, Humanitarian Data Exchange"),
    ]  # fmt: skip


def fetch(
    country: str, *, url: str | None = None, folder: Path | None = None,
    sources: list[Source] | None = None, report: Report | None = None,
) -> Fetched:  # fmt: skip
    """Download and install a country's files.

    url is one other address (any format that `read_places` knows) instead of the publishers'.
    Raises FetchError where no places could be installed, saying which file, why, what to do.
    """
    chosen = sources if sources is not None else [_given(url)] if url else list_sources(country)
    home = country_folder(country, folder)
    installed: list[Installed] = []
    failed: list[str] = []
    with open_workshop(home) as workshop:
        getter = _Getter(workshop, report or (lambda *_: None))
        for source in chosen:
            try:
                found = _resolve(source, getter)
                path, md5 = getter.get(found.url, found.file_name)
                installed.append(install_file(found, path, home, md5=md5))
            except (FetchError, GazetteerError) as error:
                failed.append(f"{source.name}: {error}")
    if installed:
        write_manifest(home, installed)
    if not any(told.places for told in installed):
        raise FetchError("; ".join(failed) or f"{country}: nothing to fetch")
    return Fetched(tuple(installed), tuple(failed))


def _given(url: str) -> Source:
    name = Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path)).name or "places"
    return Source(url, url, re.sub(r"[^\w.-]", "_", name), "as its publisher says", url)


def _resolve(source: Source, getter: _Getter) -> Source:
    """Turn the address of an HDX dataset into that of its best resource."""
    if "/api/3/action/package_show" not in source.url:
        return source
    path, _ = getter.get(source.url, f"{source.file_name}.json", resume=False)
    try:
        dataset = json.loads(path.read_text(encoding="utf-8"))["result"]
        resources = [r for r in dataset["resources"] if r.get("url") or r.get("download_url")]
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(
            f"{source.url}: did not answer with a dataset; it may have moved, give --url"
        ) from error
    finally:
        path.unlink()
    return _choose_resource(source, dataset, resources)


def _choose_resource(source: Source, dataset: dict[str, Any], resources: list[Any]) -> Source:
    for suffix in PREFERRED:
        for resource in resources:
            url = resource.get("download_url") or resource["url"]
            name = Path(urllib.parse.urlsplit(url).path).name
            if name.lower().endswith(suffix):
                md5 = re.fullmatch(r"[0-9a-fA-F]{32}", resource.get("hash") or "")
                return replace(
                    source, url=url, file_name=f"ocha-{name}",
                    licence=dataset.get("license_title") or source.licence,
                    credit=dataset.get("dataset_source") or source.credit,
                    md5=md5[0] if md5 else None,
                )  # fmt: skip
    raise FetchError(f"{source.url}: offers no file that can be read; give --url")


class _Getter:
    """Downloads into a workshop folder, going on where a broken download stopped."""

    def __init__(self, workshop: Path, report: Report) -> None:
        self.workshop, self.report = workshop, report

    def get(self, url: str, name: str, *, resume: bool = True) -> tuple[Path, str | None]:
        """Return the downloaded file and the MD5 that the server sent for it, if it did."""
        if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
            raise FetchError(f"{url}: is no web address; it must begin with https://")
        part = self.workshop / f"{name}.part"
        if not resume:
            part.unlink(missing_ok=True)
        last: Exception | None = None
        for attempt in range(TRIES):
            if attempt:
                time.sleep(PAUSE_S * 2 ** (attempt - 1))
            try:
                md5 = self._go_on(url, part, name)
            except _BrokenOffError as error:
                last = error
                continue
            whole = self.workshop / name
            part.replace(whole)
            return whole, md5
        raise FetchError(
            f"{url}: broke off {TRIES} times ({last}); what came is kept, the next fetch goes on "
            "from there"
        )

    def _go_on(self, url: str, part: Path, name: str) -> str | None:
        have = part.stat().st_size if part.exists() else 0
        tag = part.with_suffix(".tag")
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        if have and tag.exists():
            headers |= {"Range": f"bytes={have}-", "If-Range": tag.read_text(encoding="ascii")}
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - scheme is checked
        try:
            with _opened(request) as answer:
                return self._receive(answer, part, tag, name)
        except urllib.error.HTTPError as error:
            if error.code == 416:
                part.unlink(missing_ok=True)
                raise _BrokenOffError("the file has changed") from error
            raise _explain_status(url, error) from error

    def _receive(self, answer: HTTPResponse, part: Path, tag: Path, name: str) -> str | None:
        resumed = answer.status == 206
        have = part.stat().st_size if resumed and part.exists() else 0
        length = answer.headers.get("Content-Length")
        total = have + int(length) if length else None
        if (total or 0) > LARGEST:
            raise FetchError(f"{name}: {total} bytes are announced, no gazetteer is so large")
        strong = answer.headers.get("ETag", "")
        mark = answer.headers.get("Last-Modified") if strong[:2] in ("", "W/") else strong
        if mark and mark.isascii():
            tag.write_text(mark, encoding="ascii")
        else:
            tag.unlink(missing_ok=True)
        have = self._copy(answer, part, have, total, name)
        if total is not None and have < total:
            raise _BrokenOffError(f"{have} of {total} bytes came")
        tag.unlink(missing_ok=True)
        return _sent_md5(answer.headers.get("Content-MD5"))

    def _copy(
        self, answer: HTTPResponse, part: Path, have: int, total: int | None, name: str
    ) -> int:
        try:
            with part.open("ab" if have else "wb") as file:
                while block := _read_block(answer):
                    file.write(block)
                    have += len(block)
                    if have > LARGEST:
                        raise FetchError(f"{name}: does not end; nothing was installed")
                    self.report(name, have, total)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                part.unlink(missing_ok=True)
                part.with_suffix(".tag").unlink(missing_ok=True)
                free = shutil.disk_usage(part.parent).free
                raise FetchError(
                    f"{part.parent}: the disk is full ({free // 2**20} MB free, {total or have} "
                    "bytes wanted); make room or set STRIKEMAP_DATA to another folder"
                ) from error
            raise FetchError(f"{part}: cannot be written ({error.strerror})") from error
        return have


class _BrokenOffError(Exception):
    """A download that stopped before its end."""


def _opened(request: urllib.request.Request) -> HTTPResponse:
    try:
        answer: HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT_S)  # noqa: S310 - checked
        return answer
    except urllib.error.HTTPError:
        raise
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError | ConnectionResetError):
            raise _BrokenOffError(str(error.reason)) from error
        host = urllib.parse.urlsplit(request.full_url).hostname
        raise FetchError(
            f"{host} cannot be reached ({error.reason}); nothing was changed. Without a network, "
            "copy the file here by other means and use: strikemap gazetteer add FILE"
        ) from error
    except (TimeoutError, ConnectionError, HTTPException) as error:
        raise _BrokenOffError(repr(error)) from error


def _read_block(answer: HTTPResponse) -> bytes:
    try:
        block: bytes = answer.read1(BLOCK)
    except (TimeoutError, ConnectionError, HTTPException) as error:
        raise _BrokenOffError(repr(error)) from error
    return block


def _explain_status(url: str, error: urllib.error.HTTPError) -> Exception:
    if error.code in (500, 502, 503, 504, 429, 408):
        return _BrokenOffError(f"the server answered {error.code}")
    if error.code in (404, 410):
        return FetchError(f"{url}: is not there ({error.code}); it may have moved, give --url")
    return FetchError(f"{url}: the server refused ({error.code} {error.reason}); try later")


def _sent_md5(header: str | None) -> str | None:
    """Return the MD5 of a Content-MD5 header in hex."""
    try:
        return base64.b64decode(header, validate=True).hex() if header else None
    except ValueError:
        return None
