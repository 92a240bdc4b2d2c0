"""Who reports strikes, as `geo.strikes.passing.name_sources` names the sources of claims."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Subquery,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from geo.errors import FilterError
from geo.strikes.passing import NO_SOURCE, name_site
from geo.workspace.counting.values import MOST
from geo.workspace.tables import TABLES

__all__ = [
    "SOURCE_HEAD", "count_sources", "find_sites", "head_of_source", "list_sources", "source_of",
    "texts",
]  # fmt: skip

SOURCE_HEAD = 200  # letters of a name that the index of claims holds
_CLAIMS = TABLES.tables["claims"]


def head_of_source(claims: Any) -> ColumnElement[Any]:  # noqa: ANN401
    """Return the first letters of who a claim is by, as the index of claims has them."""
    named = func.coalesce(claims.claimant, claims.outlet)
    return func.left(named, literal_column(str(SOURCE_HEAD)))


def texts(values: list[str]) -> BindParameter[Any]:
    """Return texts as one parameter, however many they are."""
    return bindparam(None, values, type_=ARRAY(Text))


def list_sources(connection: Connection) -> Subquery:
    """Return the query of which sources report which strikes: `strike_id`, `source`, each once."""
    claims, sites = _CLAIMS.c, find_sites(connection)
    pairs = func.unnest(texts(list(sites)), texts(list(sites.values())))
    known = pairs.table_valued("url", "site").render_derived()
    alone = and_(claims.claimant.is_(None), claims.outlet.is_(None))
    named = case((alone, known.c.site), else_=source_of(claims))
    told = _CLAIMS.outerjoin(known, and_(alone, known.c.url == claims.url))
    query = select(claims.strike_id, named.label("source")).distinct().select_from(told)
    return query.subquery()


def source_of(claims: Any) -> ColumnElement[Any]:  # noqa: ANN401
    """Return who a claim is by, as `passing.name_sources` names them, its address aside."""
    named = func.coalesce(claims.claimant, claims.outlet)
    return func.nullif(named, NO_SOURCE)


def find_sites(connection: Connection) -> dict[str, str]:
    """Return who the claims are by that have an address alone: by the address."""
    cells = _CLAIMS.c
    alone = cells.claimant.is_(None), cells.outlet.is_(None), cells.url.is_not(None)
    urls = connection.execute(select(cells.url).distinct().where(*alone).limit(MOST + 1))
    sites = {url: name_site(url) for url in urls.scalars()}
    if len(sites) > MOST:
        raise FilterError(
            f"filter: source: more than {MOST:,} claims name an address and no outlet, more than "
            "are looked through; give them outlets, or leave the part out"
        )
    return {url: site for url, site in sites.items() if site}


def count_sources(connection: Connection, most: int) -> list[str]:
    """Return the sources of claims, those of most claims first."""
    claims, sites = _CLAIMS.c, find_sites(connection)
    named = source_of(claims)
    query = select(named, func.count()).where(named.is_not(None)).group_by(named)
    counts = {str(name): int(rows) for name, rows in connection.execute(query)}
    if sites:
        alone = claims.claimant.is_(None), claims.outlet.is_(None), claims.url.is_not(None)
        by_url = select(claims.url, func.count()).where(*alone).group_by(claims.url)
        for url, rows in connection.execute(by_url):
            if site := sites.get(url):
                counts[site] = counts.get(site, 0) + int(rows)
    return sorted(counts, key=lambda name: (-counts[name], name))[:most]
