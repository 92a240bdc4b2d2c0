"""Abroad: countries by any name or code, and regions and towns elsewhere, to be told from ours."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from gazetteer.spelling.names import clean, fold, fold_all, glue
from gazetteer.world import country_name, world_names

__all__ = ["find_abroad", "find_country", "is_country", "is_wide", "name_country", "read_country"]

WORLD = Path(__file__).parent / "data" / "world"
# Forms of state, in front of a name: "Republic of X", "دولة X".
_STATE = re.compile(
    r"^(?:the )?(?:(?:arab |islamic |democratic |federal |people s |hashemite )*"
    r"(?:republic|state|kingdom|sultanate) of |republique (?:d |de |du |de la )?"
    r"|republica (?:de |del )?|جمهوريه |جمهورية |دولة |دوله |مملكه |مملكة |سلطنه |سلطنة )(?:the )?"
)
# Words for more than one country; a table that says one of them says nothing against any.
_WIDE = (
    "Middle East", "MENA", "Near East", "Levant", "Asia", "Western Asia", "South West Asia",
    "Arab World", "Mashreq", "Middle East and North Africa", "Mediterranean",
    "Eastern Mediterranean", "الشرق الأوسط", "الشرق الأدنى",
)  # fmt: skip
_NO_CODES = frozenset({"NA"})  # an empty cell of R's and pandas' tables, rather than Namibia


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (WORLD / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _country_names() -> dict[str, str]:
    """Return the two-letter code of every folded and glued name of a country."""
    named = [(row["country"], name) for row in _rows("countries.csv")
             for name in row["names"].split("|")]  # fmt: skip
    for country in world_names():
        if country.kind == "country" and country.country:
            named += [(country.country, spelling) for spelling in country.spellings]
    folded = fold_all([name for _, name in named])
    return {glue(text): code for (code, _), text in zip(named, folded, strict=True)}


@cache
def _country_codes() -> dict[str, str]:
    """Return the two-letter code of every ISO 3166 code: two letters, three letters, number."""
    found: dict[str, str] = {}
    for row in _rows("countries.csv"):
        code = row["country"]
        found |= {code: code, row["iso3"]: code, row["m49"]: code, row["m49"].lstrip("0"): code}
    return found


def name_country(code: str) -> str:
    """Return the English name of a country by its two-letter code; the code where it is none."""
    return country_name(code) or code


def is_country(code: str) -> bool:
    """Say whether a text is a country's two-letter code, in any case."""
    return code.upper() in _country_codes() and len(code) == 2


def find_country(text: str) -> str | None:
    """Return the two-letter code of the country that a text names, in any of several languages.

    >>> find_country("Сирия"), find_country("جمهورية العراق"), find_country("Damascus")
    ('SY', 'IQ', None)
    """
    folded = fold(text)
    if not folded:
        return None
    names = _country_names()
    found = names.get(glue(folded))
    return found or names.get(glue(_STATE.sub("", folded)))


def read_country(text: str) -> str | None:
    """Return the two-letter code of a country by a name or an ISO code, as a column has them.

    >>> read_country("SYR"), read_country("760"), read_country("Irak"), read_country("NA")
    ('SY', 'SY', 'IQ', None)
    """
    code = clean(text).upper().removesuffix(".0")
    if code in _NO_CODES:
        return None
    return _country_codes().get(code) or find_country(text)


def is_wide(text: str) -> bool:
    """Say whether a text names a part of the world with several countries: "Middle East"."""
    return glue(fold(text)) in {glue(fold(name)) for name in _WIDE}


@cache
def _elsewhere() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return kind and country of every folded and glued name of a region, city or site."""
    listed = [(row["kind"], row["country"], row["spellings"].split("|"))
              for row in _rows("abroad.csv")]  # fmt: skip
    listed += [(name.kind, name.country, list(name.spellings)) for name in world_names()
               if name.country and name.kind != "country"]  # fmt: skip
    flat = [(kind, code, name) for kind, code, names in listed for name in names]
    found: dict[str, dict[tuple[str, str], None]] = {}
    for (kind, code, _), text in zip(flat, fold_all([name for *_, name in flat]), strict=True):
        found.setdefault(glue(text), {})[kind, code] = None
    return {key: tuple(places) for key, places in found.items()}


def find_abroad(text: str, home: str) -> tuple[str, str] | None:
    """Return kind (region, city, site) and country code of a name that is known elsewhere.

    home: the two-letter code of the country that does not count; names it shares are None.

    >>> find_abroad("Mosul", "SY"), find_abroad("نينوى", "SY"), find_abroad("Ariha", "SY")
    (('region', 'IQ'), ('region', 'IQ'), None)
    """
    folded = fold(text)
    found = _elsewhere().get(glue(folded), ()) if folded else ()
    abroad = found and all(code != home.upper() for _, code in found)
    return found[0] if abroad else None
