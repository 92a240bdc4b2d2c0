"""Abroad: countries by any name or code, and regions and towns elsewhere, to be told from ours.

Regions and towns are looked up in a sorted file, of which only each block's first name is kept.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from functools import cache
from pathlib import Path

from gazetteer.spelling.names import clean, fold, fold_all, glue
from gazetteer.world import country_name, world_names

__all__ = [
    "CITY", "REGION", "TOWN", "find_abroad", "find_country", "find_next_door", "is_country",
    "is_wide", "list_countries", "list_countries_of", "list_told", "name_country", "names_country",
    "read_countries", "read_country", "spell_country",
]  # fmt: skip

WORLD = Path(__file__).parent / "data" / "world"
# Forms of state, in front of a name: "Republic of X", "دولة X".
_STATE = re.compile(
    r"^(?:the )?(?:(?:arab |islamic |democratic |federal |people s |hashemite )*"
    r"(?:republic|state|kingdom|sultanate) of |republique (?:d |de |du |de la )?"
    r"|republica (?:de |del )?|جمهوريه |جمهورية |دولة |دوله |مملكه |مملكة |سلطنه |سلطنة )(?:the )?"
)
# The same behind a name, as the United Nations write them: "X (Islamic Republic of)".
_STATE_BEHIND = re.compile(r"\s*(?:\([^()]*\b(?:of|the)\)|, [\w. ]* of)\s*$", re.IGNORECASE)
# Words for more than one country; a table that says one of them says nothing against any.
_WIDE = (
    "Middle East", "MENA", "Near East", "Levant", "Asia", "Western Asia", "South West Asia",
    "Arab World", "Mashreq", "Middle East and North Africa", "Mediterranean",
    "Eastern Mediterranean", "الشرق الأوسط", "الشرق الأدنى",
)  # fmt: skip
REGION, CITY, TOWN = "rct"  # marks of elsewhere.txt
_KINDS = {REGION: "region", CITY: "city", TOWN: "city"}
BLOCK = 4_096  # bytes of elsewhere.txt that are looked through for one name
LONGEST_CODE = 3  # letters
_NO_CODES = frozenset({"NA"})  # an empty cell of R's and pandas' tables, rather than Namibia


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (WORLD / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _country_names() -> dict[str, str]:
    """Return the two-letter code of every folded and glued name of a country."""
    named = _spelled()
    folded = fold_all([name for _, name in named])
    return {glue(text): code for (code, _), text in zip(named, folded, strict=True)}


def _spelled() -> list[tuple[str, str]]:
    """Return the two-letter code of every name of a country as it is written, and that name."""
    named = [(row["country"], name) for row in _rows("countries.csv")
             for name in row["names"].split("|")]  # fmt: skip
    for country in world_names():
        if country.kind == "country" and country.country:
            named += [(country.country, spelling) for spelling in country.spellings]
    named += [(row["countries"], name) for row in _rows("columns.csv")
              if row["kind"] == "country" for name in _written(row)
              if len(name) > LONGEST_CODE]  # fmt: skip
    return named


@cache
def spell_country(code: str) -> frozenset[str]:
    """Return the names of one country by its two-letter code, in small letters and any script."""
    return frozenset(name.casefold() for own, name in _spelled() if own == code)


def _written(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["spellings"].split("|"))]


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    """Return the codes of the countries that each folded and glued name of a part is said of."""
    rows = [row for row in _rows("columns.csv") if row["kind"] == "part"]
    return {
        glue(fold(name)): tuple(row["countries"].split("|"))
        for row in rows
        for name in _written(row)
    }


@cache
def _country_codes() -> dict[str, str]:
    """Return the two-letter code of ISO 3166's codes (two and three letters, number), and others.

    The others are short forms that tables write, such as RDC.
    """
    found = {
        name: row["countries"]
        for row in _rows("columns.csv")
        if row["kind"] == "country"
        for name in _written(row)
        if len(name) <= LONGEST_CODE
    }
    for row in _rows("countries.csv"):
        code = row["country"]
        found |= {code: code, row["iso3"]: code, row["m49"]: code, row["m49"].lstrip("0"): code}
    found.pop("", None)  # a country without a number
    return found


def name_country(code: str) -> str:
    """Return the English name of a country by its two-letter code; the code where it is none."""
    return country_name(code) or code


def is_country(code: str) -> bool:
    """Say whether a text is a country's two-letter code, in any case."""
    return code.upper() in _country_codes() and len(code) == 2


@cache
def list_countries() -> tuple[str, ...]:
    """Return the two-letter codes of all countries, by their English names."""
    codes = {row["country"] for row in _rows("countries.csv")}
    return tuple(sorted(codes, key=name_country))


def find_country(text: str) -> str | None:
    """Return the two-letter code of the country that a text names, in any of several languages.

    >>> find_country("Сирия"), find_country("جمهورية العراق"), find_country("Damascus")
    ('SY', 'IQ', None)
    >>> find_country("Iran (Islamic Republic of)"), find_country("Palestine, State of")
    ('IR', 'PS')
    """
    folded = fold(text)
    if not folded:
        return None
    names = _country_names()
    bare = fold(_STATE_BEHIND.sub("", text))
    forms = dict.fromkeys((folded, _STATE.sub("", folded), bare))
    return next((code for form in forms if (code := names.get(glue(form)))), None)


@cache
def _names_by_code() -> dict[str, frozenset[str]]:
    """Return the folded and glued names of every country by its two-letter code."""
    found: dict[str, set[str]] = {}
    for name, code in _country_names().items():
        found.setdefault(code, set()).add(name)
    return {code: frozenset(names) for code, names in found.items()}


def names_country(folded: str, code: str) -> bool:
    """Say whether a folded name is that of one country, with or without its form of state.

    >>> names_country("republic of yemen", "YE"), names_country("sanaa", "YE")
    (True, False)
    """
    names = _names_by_code().get(code, frozenset())
    bare = _STATE.sub("", folded)
    return glue(folded) in names or (bare != folded and glue(bare) in names)


def read_country(text: str) -> str | None:
    """Return the two-letter code of a country by a name or an ISO code, as a column has them.

    >>> read_country("SYR"), read_country("760"), read_country("Irak"), read_country("NA")
    ('SY', 'SY', 'IQ', None)
    """
    code = clean(text).upper().removesuffix(".0")
    if code in _NO_CODES:
        return None
    return _country_codes().get(code) or find_country(text)


def read_countries(text: str) -> tuple[str, ...]:
    """Return the two-letter codes of the countries that a country column's cell may mean.

    Beside countries it has parts that tables name in their place: one of one country, or of
    several where the name alone does not say which.

    >>> read_countries("Iraq"), read_countries("Artsakh"), read_countries("Kashmir")
    (('IQ',), ('AZ',), ('IN', 'PK'))
    """
    code, parts = read_country(text), _parts().get(glue(fold(text)), ())
    return parts or ((code,) if code else ())


def is_wide(text: str) -> bool:
    """Say whether a text names a part of the world with several countries: "Middle East"."""
    return glue(fold(text)) in {glue(fold(name)) for name in _WIDE}


@cache
def _elsewhere() -> bytes:
    """Return the lines of elsewhere.txt, sorted by their bytes; see `tools.world.build_abroad`."""
    return b"\n" + (WORLD / "elsewhere.txt").read_bytes()


@cache
def _near(home: str) -> frozenset[str]:
    """Return the countries whose towns, and not their cities only, count as known to one."""
    rows = {row["country"]: row["near"].split("|") for row in _rows("near.csv")}
    return frozenset((*rows["*"], *rows.get(home, ()), home))


@cache
def _blocks() -> tuple[list[bytes], list[int]]:
    """Return the first name of every block of the lines, and where it begins, at a line feed."""
    lines = _elsewhere()
    starts = [lines.rfind(b"\n", 0, at + 1) for at in range(0, len(lines) - 1, BLOCK)]
    starts = list(dict.fromkeys(starts))
    return [lines[at + 1 : lines.index(b"\t", at)] for at in starts], [*starts, len(lines)]


def _look_up(key: str) -> list[str]:
    """Return the marks of a folded and glued name: kind and country of each place called so."""
    lines, wanted = _elsewhere(), key.encode()
    names, starts = _blocks()
    block = max(bisect_right(names, wanted), 1)
    found = lines.find(b"\n%b\t" % wanted, starts[block - 1], starts[block])
    if found < 0:
        return []
    marks = lines[found + len(wanted) + 2 : lines.index(b"\n", found + 1)]
    return marks.decode().split(",")


def find_abroad(text: str, home: str) -> tuple[str, str] | None:
    """Return kind (region, city, site) and country code of a name that is known elsewhere.

    home: the two-letter code of the country that does not count; names it shares are None. Of
    countries far from it only regions and cities of 100,000 people and more are known.

    >>> find_abroad("Mosul", "SY"), find_abroad("Idlib", "UA"), find_abroad("Ariha", "SY")
    (('region', 'IQ'), ('region', 'SY'), None)
    """
    folded, home = fold(text), home.upper()
    found = _look_up(glue(folded)) if folded else []
    places = [(mark[0], mark[1:]) for mark in found]
    places = [(kind, code) for kind, code in places if kind != TOWN or code in _near(home)]
    if not places or any(code == home for _, code in places):
        return None
    return _KINDS[places[0][0]], places[0][1]


def find_next_door(text: str, home: str) -> tuple[str, str] | None:
    """Return what `find_abroad` does, of the countries beside one alone.

    >>> find_next_door("Voronezh", "UA"), find_next_door("Voronezh", "SY")
    (('region', 'RU'), None)
    """
    home = home.upper()
    found = find_abroad(text, home)
    beside = next((row["near"] for row in _rows("near.csv") if row["country"] == home), "")
    return found if found and found[1] in beside.split("|") else None


def list_told() -> tuple[str, ...]:
    """Return the countries whose towns count as known to every other, two letters, small.

    Strikes are mostly told of them.
    """
    every = next(row["near"] for row in _rows("near.csv") if row["country"] == "*")
    return tuple(code.lower() for code in every.split("|"))


def list_countries_of(text: str) -> frozenset[str]:
    """Return the two-letter codes of the countries that have a region or town of a name.

    >>> sorted(list_countries_of("Mosul")), sorted(list_countries_of("Zzyqx"))
    (['IQ'], [])
    """
    folded = fold(text)
    return frozenset(mark[1:] for mark in _look_up(glue(folded))) if folded else frozenset()
