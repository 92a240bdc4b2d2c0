"""Write the bill of materials: what the product runs on, as CycloneDX 1.6 in JSON.

    python -m tools.supply.sbom build/sbom.cdx.json

Components are the packages of requirements.lock with version, licence, package URL and the
SHA-256 of every file that may be installed; dependencies are those that the installed packages
declare. Needs no network. The same product gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.supply.licences import licence_of
from tools.supply.locks import ROOT, normal, read_hashes, read_lock

__all__ = ["main", "make_bom", "render_bom"]

MADE = datetime(1980, 1, 1, tzinfo=UTC)  # of no meaning: the same product gives the same bytes
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def make_bom() -> Bom:
    """Return the bill of materials of what is pinned, as it is installed here."""
    hashes, pinned = read_hashes(), read_lock()
    components = {name: describe(name, version, hashes[name]) for name, version in pinned.items()}
    product, declared = describe_product()
    bom = Bom(components=components.values())
    bom.metadata.component = product
    bom.register_dependency(product, [components[name] for name in declared])
    for name, component in components.items():
        needed = sorted(needs_of(name) & components.keys())
        bom.register_dependency(component, [components[need] for need in needed])
    return bom


def describe(name: str, version: str, hashes: list[str]) -> Component:
    """Return a package as a component."""
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        bom_ref=f"{name}=={version}",
        purl=PackageURL("pypi", name=name, version=version),
        licenses=[LicenseFactory().make_from_string(licence_of(name))],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=found) for found in hashes],
    )


def describe_product() -> tuple[Component, list[str]]:
    """Return the product as a component, and the names that it asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    product = Component(
        type=ComponentType.APPLICATION,
        name=project["name"],
        version=project["version"],
        bom_ref=project["name"],
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )
    return product, [name_in(text) for text in project["dependencies"]]


def needs_of(name: str) -> set[str]:
    """Return what an installed package asks for, on whatever machine and by whatever choice."""
    return {name_in(text) for text in distribution(name).requires or () if "extra ==" not in text}


def name_in(requirement: str) -> str:
    """Return the name in a requirement such as `numpy>=2.0`."""
    match = NAME.match(requirement)
    if match is None:
        raise ValueError(f"{requirement!r}: no requirement begins like this")
    return normal(match[0])


def render_bom() -> str:
    """Return the bill as JSON, its number made of what is in it."""
    bom = make_bom()
    bom.metadata.timestamp = MADE
    parts = ",".join(sorted(str(component.purl) for component in bom.components))
    bom.serial_number = uuid5(NAMESPACE_URL, parts)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def main() -> None:
    """Write the bill into the file that is named, and say what is in it."""
    reader = argparse.ArgumentParser(prog="python -m tools.supply.sbom", description=__doc__)
    reader.add_argument("file", type=Path, help="that is written")
    path: Path = reader.parse_args().file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_bom(), encoding="utf-8")
    sys.stdout.write(f"{path}: CycloneDX 1.6, {len(read_lock())} packages\n")


if __name__ == "__main__":
    main()
