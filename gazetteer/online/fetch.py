"""Fetching a country's files from their publishers into the user's data folder.

`fetch("SY")` gets GeoNames' dump with its alternate names and OCHA's populated places, checks
them by reading them, and installs them. A file is downloaded beside its place, resumed where a
connection broke, and moved into place when it is whole and readable: a failure leaves what was
there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import FetchError, GazetteerError
from gazetteer.online.download import Downloader, Report
from gazetteer.online.installed import (
    Installed,
    country_folder,
    install_file,
    write_manifest,
)
from gazetteer.online.publishers import PublisherFile, given_file, list_files, list_resources
from gazetteer.online.workshop import open_workshop

__all__ = ["Fetched", "fetch"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch did: files installed, and what failed and why."""

    installed: tuple[Installed, ...]
    failed: tuple[str, ...]


def fetch(
    country: str, *, url: str | None = None, folder: Path | None = None,
    files: list[PublisherFile] | None = None, report: Report | None = None,
) -> Fetched:  # fmt: skip
    """Download and install a country's files.

    url is one other address (any format that `read_places` knows) instead of the publishers'.
    Raises FetchError where no places could be installed, saying which file, why, what to do.
    """
    chosen = files if files is not None else [given_file(url)] if url else list_files(country)
    home = country_folder(country, folder)
    installed: list[Installed] = []
    failed: list[str] = []
    with open_workshop(home) as workshop:
        downloader = Downloader(workshop, report or (lambda *_: None))
        for file in chosen:
            reasons: list[str] = []
            try:
                for found in _resolve(file, downloader):
                    if one := _get(found, home, downloader, reasons):
                        installed.append(one)
                        break
                else:
                    failed.append(f"{file.name}: {'; '.join(reasons)}")
            except FetchError as error:
                failed.append(f"{file.name}: {error}")
    if installed:
        write_manifest(home, installed)
    if not any(file.places for file in installed):
        raise FetchError("; ".join(failed) or f"{country}: nothing to fetch")
    return Fetched(tuple(installed), tuple(failed))


def _get(
    file: PublisherFile, home: Path, downloader: Downloader, reasons: list[str]
) -> Installed | None:
    """Download and install one file; None where it cannot serve, its reason added to the others."""
    try:
        path, md5 = downloader.get(file.url, file.file_name)
        return install_file(file, path, home, md5=md5)
    except (FetchError, GazetteerError) as error:
        reasons.append(str(error))
        return None


def _resolve(file: PublisherFile, downloader: Downloader) -> list[PublisherFile]:
    """Turn the address of an HDX dataset into those of its resources, to be tried in turn."""
    if not file.is_dataset:
        return [file]
    path, _ = downloader.get(file.url, f"{file.file_name}.json", resume=False)
    try:
        return list_resources(file, path.read_bytes())
    finally:
        path.unlink()
