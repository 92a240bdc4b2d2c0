"""Who published a claim: its outlet as given, else the site that its address names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["find_page", "find_site", "list_publications", "name_page"]

# An address within an archive's: https://web.archive.org/web/2015/http://example.org/a
_ARCHIVED = re.compile(r".+?(?=https?:/)", re.IGNORECASE | re.DOTALL)
# The last address in a text: an archive's holds that of the page.
_SITE = r"(?is)^(?:.*[^a-z])?(?P<site>https?:/+[^/?#]+)"
MOST_PAGES = 1_000  # named each by its address; more are named by their sites
MOST_LETTERS = 60  # of a page's address in a list of sources


def find_site(url: object) -> str:
    """Return the site of a web address, of an archived page that of the page; "" for none.

    >>> find_site("https://www.example.org/a"), find_site("https://a.org/web/1/http://b.org/c")
    ('example.org', 'b.org')
    """
    return _split(url)[0]


def find_page(url: object) -> str:
    """Return what a web address leads to, the same for ways to write it; "" for none.

    >>> find_page("http://www.b.org/c/"), find_page("https://a.org/web/1/https://b.org/c")
    ('b.org/c', 'b.org/c')
    """
    return "".join(_split(url)).rstrip("/")


def name_page(url: object) -> str:
    """Return a web address as people write it, shortened: "example.org/a"; "" for none."""
    page = find_page(url)
    return page if len(page) <= MOST_LETTERS else f"{page[: MOST_LETTERS - 1]}…"


def _split(url: object) -> tuple[str, str]:
    """Return the site of an address and what follows it."""
    if not isinstance(url, str):
        return "", ""
    try:
        parts = urlsplit(_ARCHIVED.sub("", url.strip()))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # such as a bracket left open
        return "", ""
    if parts.scheme.casefold() not in ("http", "https") or not host:
        return "", ""
    return host, parts.path + (f"?{parts.query}" if parts.query else "")


def list_publications(claims: pd.DataFrame, dataset: str = "") -> tuple[str, ...]:
    """Return one line for each publication behind claims: outlet, title and day as known.

    dataset: the published table that the rows are of, named first; '' for none.
    Where neither outlet nor title is given it is named by its claimant, else by its address.
    """
    names = ["outlet", "title", "published", "claimant"]
    cited = claims[names].assign(url=_needed_addresses(claims)).drop_duplicates().astype(object)
    lines = (_word_publication(*row) for row in cited.itertuples(index=False, name=None))
    return tuple(dict.fromkeys([*([dataset] if dataset else []), *lines]))


def _needed_addresses(claims: pd.DataFrame) -> pd.Series:
    """Return of each claim's address what names it: nothing beside an outlet, else the site.

    The whole address where nothing else is given; its site too where there are very many. A
    million addresses differ, the sites and outlets of them do not.
    """
    bare = claims["title"].isna()
    needed = claims["outlet"].isna() & (~bare | claims["claimant"].isna())
    urls = claims["url"].where(needed)
    if urls.isna().all():
        return urls
    pages = urls[bare].dropna()
    few = len(pages) <= MOST_PAGES or pages.nunique() <= MOST_PAGES
    texts = pa.array(urls, pa.large_string(), from_pandas=True)
    found = pc.struct_field(pc.extract_regex(texts, _SITE), "site")
    sites = pd.Series(found.to_pandas(), dtype="str").set_axis(urls.index)
    return sites.where(~bare, urls) if few else sites


def _word_publication(
    outlet: object, title: object, published: object, claimant: object, url: object
) -> str:
    named = [part for part in (outlet, title) if isinstance(part, str)]
    site = find_site(url)
    if not isinstance(outlet, str) and named and site:
        named = [f"{site} (by its address)", *named]
    elif not named and isinstance(claimant, str):
        named = [claimant]
    elif not named and site:
        named = [f"{name_page(url)} (by its address)"]
    dated = [published] if isinstance(published, str) else []
    return ", ".join(named + dated) or "source not named"
