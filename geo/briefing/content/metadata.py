"""What a sheet's file says of itself: options, data hash, editions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any
from xml.etree import ElementTree

from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions

__all__ = [
    "KEY",
    "MAKER",
    "SHOWN_DIGITS",
    "VERSION",
    "describe",
    "describe_second",
    "find_description",
    "is_second",
    "to_text",
]

MAKER = "strikemap"
KEY = "strikemap-sheet"
VERSION = 1  # of the description
PAGE = "page"  # 2 in the file of a second page
SHOWN_DIGITS = 12  # of the hash, on the sheet itself


def _gazetteer_edition(country: str) -> str:
    """Return 12 digits of the hash of the country's places, '' where none ship."""
    path = resources.files("gazetteer").joinpath("data", country, "places.csv")
    if not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:SHOWN_DIGITS]


def describe(
    options: SheetOptions,
    base_map: BaseMap,
    *,
    shown_hash: str,
    whole_hash: str,
    layers: Sequence[str] = (),
) -> dict[str, Any]:
    """Return what a sheet's file says of itself: no path, no name of a user or machine.

    layers: the names of a person's own layers on it.
    """
    return {
        KEY: VERSION,
        "options": options.to_json(),
        "filters_in_words": options.filters.in_words(),
        "data_sha256": shown_hash,
        # Of a release nothing tells of what is not on the sheet: guesses could be tried against it.
        **({} if options.release else {"whole_data_sha256": whole_hash}),
        "country": base_map.country,
        "boundaries": {"credit": base_map.credit, "edition": base_map.edition},
        "gazetteer": {"edition": _gazetteer_edition(base_map.country)},
        **({"layers": list(layers)} if layers else {}),
    }


def to_text(description: Mapping[str, Any]) -> str:
    """Return the description as one line of ASCII."""
    return json.dumps(description, ensure_ascii=True, separators=(",", ":"))


def describe_second(description: str) -> str:
    """Return the description of a sheet's second page in a file of its own; '' for none."""
    return to_text({**json.loads(description), PAGE: 2}) if description else ""


def is_second(text: str, described: Mapping[str, Any] | None = None) -> bool:
    """Say whether a text describes a second page.

    described: a sheet whose options it must have; the data may be others.
    """
    try:
        told = json.loads(text)
    except ValueError:
        return False
    if not isinstance(told, dict) or told.get(PAGE) != 2:
        return False
    return described is None or told.get("options") == described["options"]


def find_description(text: str, *, holding: str = "") -> str:
    """Return the text of the first description of an XML document that holds a word.

    Raises ValueError where there is none, or where the document has entities of its own.
    """
    if "<!ENTITY" in text:
        raise ValueError("entities")
    root = ElementTree.fromstring(text)  # noqa: S314 - entities are refused above
    for element in root.iter():
        if element.tag.endswith("}description") and element.text and holding in element.text:
            return element.text
    raise ValueError("no description")
