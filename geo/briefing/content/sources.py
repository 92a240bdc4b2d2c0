"""Numbered sources: publications that report the strikes, with dates and who they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.words import Words
from geo.strikes.outlets import find_page, find_site, name_page

__all__ = ["Source", "Sources", "list_sources", "word_publication"]

# Claimants known only by what they are not; they say nothing in a list of sources.
_NOBODY = ("unnamed", "unknown", "not named", "caption of")
MOST_CLAIMANTS = 3
_WEB = re.compile(r"https?://", re.IGNORECASE)
MOST_SOURCES = 200


@dataclass(frozen=True, slots=True)
class Source:
    """One publication: its number, the line that names it, its address or ''."""

    number: int
    line: str
    url: str

    @property
    def link(self) -> str:
        """The address where it is one of the web, else ''; one within another address is none."""
        return self.url if _WEB.match(self.url) and find_site(self.url) else ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The publications that report a sheet's strikes."""

    listed: tuple[Source, ...]  # worded, by number from 1
    total: int  # all of them, worded or not
    of_strike: Mapping[str, list[int]]  # numbers of the strikes that were asked for first

    def find_link(self, numbers: Iterable[int]) -> str:
        """Return the first web address among the sources of these numbers, '' for none."""
        links = {source.number: source.link for source in self.listed}
        return next(filter(None, (links.get(number, "") for number in numbers)), "")


def list_sources(
    claims: pd.DataFrame, first: Sequence[str], words: Words, *, dataset: str = ""
) -> Sources:
    """Number the publications that report strikes.

    dataset: the published table that all of them are of; it is the first source where there is
    one, and that of the strikes which name none.

    The sources of the strikes in `first` come first, in that order; then those that report most
    strikes. At most `MOST_SOURCES` are worded; all are counted.
    """
    table = (Source(1, words.say("dataset", dataset=dataset), ""),) if dataset else ()
    if claims.empty:
        return Sources(table, len(table), {strike: [1] for strike in first} if table else {})
    keyed = _key(claims)
    reported = keyed.drop_duplicates(["key", "strike_id"])["key"].value_counts()
    lead = keyed["strike_id"].map({strike: at for at, strike in enumerate(first)})
    rank = lead.groupby(keyed["key"], sort=False).min().fillna(len(first))
    newest = keyed.drop_duplicates("key").set_index("key")["published"]  # one day to a key
    order = pd.DataFrame({"rank": rank, "reported": reported, "newest": newest}).rename_axis("key")
    order = order.reset_index().sort_values(
        ["rank", "reported", "newest", "key"], ascending=[True, False, False, True], kind="stable"
    )
    number_of = {key: at for at, key in enumerate(order["key"], start=1 + len(table))}
    keyed["number"] = keyed["key"].map(number_of)
    shown = keyed[keyed["strike_id"].isin(set(first))]
    of_strike = {
        str(strike): sorted(set(numbers))
        for strike, numbers in shown.groupby("strike_id")["number"]
    }
    worded = keyed[keyed["number"] <= MOST_SOURCES].sort_values("claim_id", kind="stable")
    listed = [
        _source(int(number), rows, words) for number, rows in worded.groupby("number", sort=True)
    ]
    bare = {strike: [1] for strike in first if table and strike not in of_strike}
    return Sources((*table, *_tell_apart(listed, words)), len(table) + len(order), of_strike | bare)


def _key(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the claims with the publication each belongs to: outlet, title, date and page.

    Who claims tells publications apart only where neither outlet nor title does. A claim without
    an address belongs to the one page that is named like it, where there is just one.
    """
    names = ["outlet", "title", "published", "claimant", "strike_id", "claim_id", "url"]
    keyed = claims[names].astype(object).where(claims[names].notna(), "")
    own = keyed["outlet"].astype(str) + keyed["title"].astype(str)
    told = (keyed[name] for name in ("title", "published"))
    parts = [keyed["outlet"], *told, keyed["claimant"].where(own == "", "")]
    named = parts[0].str.cat(parts[1:], sep="\x1f")
    address = keyed["url"].map({url: find_page(url) or url for url in keyed["url"].unique()})
    pages = pd.DataFrame({"named": named, "page": address})
    pages = pages[pages["page"] != ""].drop_duplicates()
    only = pages.drop_duplicates("named", keep=False).set_index("named")["page"]
    address = address.where(address != "", named.map(only.to_dict()).astype(object).fillna(""))
    keyed["key"] = named.str.cat(address.astype(str), sep="\x1f")
    return keyed


def _tell_apart(listed: Sequence[Source], words: Words) -> list[Source]:
    """Return the sources, those that are worded alike with their page behind it."""
    often = Counter(source.line for source in listed)
    return [
        replace(s, line=words.say("source page", source=s.line, page=clean(name_page(s.url))))
        if often[s.line] > 1 and s.link
        else s
        for s in listed
    ]


def _source(number: int, rows: pd.DataFrame, words: Words) -> Source:
    urls = [clean(url) for url in rows["url"] if url]
    return Source(number, word_publication(rows, words), urls[0] if urls else "")


def word_publication(rows: pd.DataFrame, words: Words) -> str:
    """Return who published claims, their title, their day where it is known, and who they cite.

    rows: claims of one publication, with '' for what is missing.
    """
    first = rows.iloc[0]
    outlet, title = clean(first["outlet"]), clean(first["title"])
    claimants = [clean(name) for name in dict.fromkeys(rows["claimant"]) if _is_somebody(name)]
    dated = "" if str(first["published"]).strip() else " undated"
    published = words.iso(first["published"])
    urls = [clean(url) for url in rows["url"] if url]
    if not outlet and not title:
        who = ", ".join(claimants[:1]) or _by_address(map(name_page, urls), words)
        return words.say(f"source{dated}", who=who, published=published)
    who = outlet or _by_address(map(find_site, urls), words)
    phrase = "source titled" if title else "source"
    line = words.say(f"{phrase}{dated}", who=who, title=title, published=published)
    if not claimants:
        return line
    cited = ", ".join(claimants[:MOST_CLAIMANTS])
    more = " …" if len(claimants) > MOST_CLAIMANTS else ""
    return words.say("citing", source=line, claimants=cited + more)


def _by_address(named: Iterable[str], words: Words) -> str:
    """Return the first page or site that addresses name, marked so, or that none does."""
    found = next(filter(None, named), "")
    return words.say("by address", site=found) if found else words.say("outlet not known")


def _is_somebody(name: str) -> bool:
    return bool(name) and not any(word in name.lower() for word in _NOBODY)
