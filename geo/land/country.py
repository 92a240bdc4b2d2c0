"""What ships for a country: the folder of its data, and its own name and credits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable

__all__ = ["data_folder", "read_country"]


def data_folder(country: str) -> Traversable:
    """Return the folder of the data that ships for a country; it may not be there."""
    return package_files("geo").joinpath("data", country)


def read_country(country: str) -> Mapping[str, str]:
    """Return a country's own words: name, name_ar, places_credit, places_credit_ar.

    Those there are; none for a country that ships without country.json.
    """
    path = data_folder(country).joinpath("country.json")
    if not path.is_file():
        return {}
    facts: Mapping[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return facts
