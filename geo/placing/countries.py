"""Countries: which ones a table is about, found from what its rows say before they are placed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer import GazetteerError, load_gazetteer
from gazetteer.abroad import list_countries_of, list_told, name_country, read_countries
from gazetteer.several import join_words
from gazetteer.spelling.parts import read_parts, split_pieces
from gazetteer.tables.packs.world_file import count_world_file
from geo.land.world import countries_at
from geo.placing.edition import countries_in
from geo.placing.extent import distinct_points

__all__ = ["FoundCountries", "find_countries"]

# Of the points, a country counts from so many rows on and from a share: a slip of a point or two
# over a border makes no second country. Where no country has most, all of them are meant.
LEAST_ROWS, LEAST_SHARE, LEAST_OF_MANY = 3, 0.01, 0.001
CLEARLY_ONE = 0.9
# Countries whose places are loaded: so many, and more while all of them list so few places.
MOST_ASKED, MOST_PLACES = 12, 40_000  # some 5 to 10 kB a place
LEAST_NAMES = 2  # distinct ones that only a country has, where nothing but names speaks for it
# Of the names that are known of any country: so many say the one that all of them are taken for.
MOSTLY = 0.6
MOST_LOOKED_UP = 500  # distinct names, the most frequent ones
# Of names that no country has alone: so many that one lists, and as often as the next one does.
LEAST_LISTED, TWICE, MOST_TRIED = 3, 2, 4
SOON_READ = 3_000  # places of a country: half a second; those of a larger one have towns known
LOCATED = "own edition"
POINTS, EXCHANGED = "points", "points with latitude and longitude exchanged"
_LETTERS_OF_PCODE = r"^([A-Za-z]{2,3})\d"
_AND = re.compile(r"[;,/|&+]|\s+(?:and|et|y|und)\s+", re.IGNORECASE)

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class FoundCountries:
    """Countries that a table is about, by two-letter code in small letters, most rows first.

    codes: never empty. named: those of them whose places rows have to be looked up, never empty.
    rows: how many say so, of each; none where nothing in the table says a country and the usual
    one is taken. by: what says it, such as "country column", "points", "names"; "" for nothing.
    """

    codes: tuple[str, ...]
    named: tuple[str, ...]
    rows: Mapping[str, int] = field(default_factory=dict)
    by: str = ""
    of: int = 0  # rows of the table
    left: tuple[str, ...] = ()  # those of `codes` whose places are too many to be looked up as well

    def line(self) -> str:
        """Return in words what was found."""
        if self.by == LOCATED:
            return f"located before in {join_words([name_country(c.upper()) for c in self.codes])}"
        if not self.by:
            named = join_words([name_country(code.upper()) for code in self.codes])
            return f"nothing says a country; taken for {named}"
        said = [
            f"{name_country(code.upper())} ({self.rows[code]:,} of {self.of:,} rows)"
            for code in self.codes[:6]
        ]
        more = len(self.codes) - len(said)
        named = join_words([*said, f"{more} more"] if more > 0 else said)
        return f"found by its {self.by}: {named}{self._say_left()}"

    def _say_left(self) -> str:
        """Return in words the names of which countries are not looked up, and the remedy."""
        if not self.left:
            return ""
        first = [name_country(code.upper()) for code in self.left[:6]]
        more = len(self.left) - len(first)
        names = join_words([*first, f"{more} more"] if more > 0 else first)
        return f". Names in {names} are not looked up, too many places at once: name the countries"


def find_countries(
    strikes: gpd.GeoDataFrame, usual: str, *, located: str = "", times: pd.Series | None = None
) -> FoundCountries:
    """Return the countries that rows say by a country column, else their points, else their names.

    strikes: as read. usual: what is taken where nothing says a country, two letters. Points that
    lie elsewhere than the names are known of, and with lon and lat exchanged would lie there, are
    taken so here; nothing is exchanged in the table. located: the edition that our own table says
    it was located with, whose countries are taken. times: how many rows without a point each
    row stands for, by strike_id; by default 1.
    """
    codes, named_codes = countries_in(located)
    if codes:
        return FoundCountries(codes, named_codes, dict.fromkeys(codes, 0), LOCATED, len(strikes))
    times = pd.Series(1, index=strikes.index) if times is None else times
    rows = int(times.sum())
    stated = _read_stated(strikes)
    silent = (stated == "").to_numpy()
    counts = Counter(_count_rows(stated[~silent], times).to_dict())
    told = "country column" if strikes["country_text"].notna().any() else "P-codes"
    by = [told] if counts else []
    quiet = strikes if silent.all() else strikes[silent]  # to take all of a million rows takes long
    named = _count_names(quiet, times)
    leader = _leading(named)
    placed, how = _count_points(quiet, leader, usual, times)
    common = _common(placed, rows, bool(counts))
    if common:
        counts.update(common)
        by.append(how)
    # Most rows with names of one country alone, and none of the usual one, need no closer look.
    clear = named[leader] >= MOSTLY * rows and not named[usual]
    if leader and not counts and (clear or _fits_better(strikes, leader, usual, times)):
        counts, by = Counter({leader: named[leader]}), ["names"]
    if not counts and (likely := _find_listing(quiet, usual, times)):
        counts, by = likely, ["names"]
    if not counts:
        return FoundCountries((usual,), (usual,), of=rows)
    codes = tuple(code for code, _ in counts.most_common())
    looked_up = set(stated[(strikes["match_method"] != "given").to_numpy()]) - {""}
    wanted = [code for code in codes if code in looked_up or code == leader]
    asked = _fitting(wanted)
    left = tuple(code for code in wanted if code not in asked)
    named_codes = tuple(asked) or codes[:1]
    return FoundCountries(codes, named_codes, dict(counts), " and ".join(by), rows, left)


def _fitting(codes: Sequence[str]) -> list[str]:
    """Return the countries that are loaded at once: the first ones, and small ones after them."""
    taken: list[str] = []
    places = 0
    for code in codes:
        more = count_world_file(code)
        if len(taken) < MOST_ASKED or places + more <= MOST_PLACES:
            taken.append(code)
            places += more
    return taken


def _count_rows(texts: pd.Series, times: pd.Series) -> pd.Series:
    """Return how many rows have each text, most first; of as many, that which comes first."""
    found = times.reindex(texts.index).groupby(texts, sort=False).sum()
    return found.sort_values(ascending=False, kind="stable")


def _common(counts: Counts, rows: int, stated: bool) -> Counts:
    """Return the countries of more than a slip of a point or two; the first one where none is."""
    most = max(counts.values(), default=0)
    one = most > CLEARLY_ONE * counts.total()
    least = max(LEAST_ROWS, LEAST_SHARE * rows) if one else LEAST_OF_MANY * rows
    common = [(code, count) for code, count in counts.most_common() if count >= least]
    return Counter(dict(common or ([] if stated else counts.most_common(1))))


def _read_stated(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the country that each row's column or P-code says, "" for none or several."""
    letters = strikes["pcode_text"].str.extract(_LETTERS_OF_PCODE, expand=False)
    texts = strikes["country_text"].fillna(letters)
    if texts.isna().all():
        return pd.Series("", index=strikes.index)
    known = {text: _read_one(text) for text in texts.dropna().unique()}
    return texts.map(known).astype("str").fillna("")


def _read_one(text: str) -> str:
    whole = set(read_countries(text))
    codes = whole or {code for part in _AND.split(text) for code in read_countries(part)}
    return codes.pop().lower() if len(codes) == 1 else ""


def _count_points(
    strikes: gpd.GeoDataFrame, known_of: str, usual: str, times: pd.Series
) -> tuple[Counts, str]:
    """Count the rows whose given point lies in each country, and say how the points are taken.

    They are taken with lon and lat exchanged where they then lie in the country that the names
    are of, or in the usual one where the names say nothing.
    """
    strikes = strikes[(strikes["match_method"] == "given").to_numpy()]
    points, number = distinct_points(strikes)
    if not len(points):
        return Counter(), POINTS
    rows = np.bincount(number[number >= 0], minlength=len(points))
    codes = countries_at(points)
    counts = _weigh(codes, rows)
    leader = _leading(counts)
    doubtful = leader not in (known_of, usual) or not leader
    if doubtful:
        turned = countries_at(shapely.points(shapely.get_y(points), shapely.get_x(points)))
        exchanged = _weigh(turned, rows)
        other = _leading(exchanged)
        known = (known_of or usual, known_of)
        if exchanged[other] > MOSTLY * rows.sum() and (
            other in known or _share_listed(strikes, other, times) >= MOSTLY
        ):
            return Counter({other: exchanged[other]}), EXCHANGED
    return counts, POINTS


def _weigh(codes: np.ndarray, rows: np.ndarray) -> Counts:
    counts: Counts = Counter()
    for code, count in zip(codes, rows, strict=True):
        if code:
            counts[code.lower()] += int(count)
    return counts


def _count_names(strikes: gpd.GeoDataFrame, times: pd.Series) -> Counts:
    """Count the rows of each country by first-level areas and towns that it alone has.

    A row's area goes before its place. Of a country that has but one of the names none are.
    """
    said = pd.Series(None, index=strikes.index, dtype="str")
    names: Counter[str] = Counter()
    for column in ("place_text", "governorate_text"):
        texts = strikes[column]
        often = _count_rows(texts, times).head(MOST_LOOKED_UP).index
        known = {text: code for text in often if (code := _only_country(str(text)))}
        names.update(known.values())
        if known:
            said = texts.map(known).astype("str").fillna(said)
    counts = _count_rows(said, times)
    return Counter({str(c): int(n) for c, n in counts.items() if names[str(c)] >= LEAST_NAMES})


def _share_listed(strikes: gpd.GeoDataFrame, country: str, times: pd.Series) -> float:
    """Return how many of a table's names are listed spellings of a country, as a share."""
    texts = _count_rows(strikes["place_text"], times).head(MOST_LOOKED_UP).index
    if not len(texts):
        return 0.0
    return sum(_listing(country, [str(text) for text in texts])) / len(texts)


def _fits_better(strikes: gpd.GeoDataFrame, country: str, usual: str, times: pd.Series) -> bool:
    """Say whether a country lists more of the names than the usual one does."""
    return country == usual or _share_listed(strikes, country, times) > _share_listed(
        strikes, usual, times
    )


def _find_listing(strikes: gpd.GeoDataFrame, usual: str, times: pd.Series) -> Counts:
    """Return the country that clearly lists most of the names, with their rows; else none.

    Asked where the usual one lists few of them: countries of those that strikes are mostly told
    of, and of those that have a name of the table, not alone.
    """
    rows = _count_rows(strikes["place_text"], times).head(MOST_LOOKED_UP)
    texts = [str(text) for text in rows.index]
    if len(texts) < LEAST_LISTED or _share_listed(strikes, usual, times) >= 1 - MOSTLY:
        return Counter()
    having = Counter(code.lower() for text in texts for code in list_countries_of(text))
    often = [code for code, _ in having.most_common(MOST_TRIED)]
    told = [code for code in list_told() if count_world_file(code) <= SOON_READ]
    tried = [code for code in dict.fromkeys([*often, *told]) if code != usual]
    listed = {code: _listing(code, texts) for code in tried}
    (first, most), *others = sorted(listed.items(), key=lambda pair: -sum(pair[1]))[:2]
    second = max([sum(of) for _, of in others], default=0)
    own = _share_listed(strikes, usual, times) * len(texts)
    enough = max(LEAST_LISTED, MOSTLY * len(texts), TWICE * second, TWICE * own)
    return Counter({first: int(rows[most].sum())}) if sum(most) >= enough else Counter()


def _listing(country: str, texts: Sequence[str]) -> list[bool]:
    """Say of each name whether it is a listed spelling of a country."""
    try:
        gazetteer = load_gazetteer(country)
    except GazetteerError:  # no places ship for it
        return [False] * len(texts)
    return [gazetteer.lists(text) for text in texts]


def _only_country(text: str) -> str:
    """Return the country that alone has a name, in small letters; "" for none or several."""
    last = split_pieces(text)[-1:]  # "Tamu, Sagaing"
    bare = [parts.head for parts in map(read_parts, last) if parts.hint]  # "Kherson Oblast"
    pieces = dict.fromkeys([text, *last, *bare])
    found = next(filter(None, map(list_countries_of, pieces)), frozenset())
    return next(iter(found)).lower() if len(found) == 1 else ""


def _leading(counts: Counts) -> str:
    """Return the country that most rows say, "" where it is not most of them."""
    if not counts:
        return ""
    code, rows = counts.most_common(1)[0]
    return code if rows >= MOSTLY * counts.total() else ""
