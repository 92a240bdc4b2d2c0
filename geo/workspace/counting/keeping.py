"""The tables that count strikes, held to the strikes: made, given to readers, compared, mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, func, select, text

from geo.workspace.counting.points import POINTS, fill_points
from geo.workspace.counting.summaries import SUMMARIES, fill_summaries, on_map
from geo.workspace.tables import TABLES

__all__ = ["find_miscounts", "hold_writers", "let_readers_read", "recount"]

_STRIKES = TABLES.tables["strikes"]
_READERS = text(
    "SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee))"
    " END FROM pg_class, aclexplode(relacl)"
    " WHERE oid = to_regclass('strikes') AND privilege_type = 'SELECT' AND grantee <> relowner"
)


def hold_writers(connection: Connection) -> None:
    """Have all who write strikes, other programs too, wait until the transaction ends.

    What they wrote between the filling of a table and its triggers would count nowhere.
    """
    connection.exec_driver_sql("LOCK TABLE strikes IN SHARE ROW EXCLUSIVE MODE")


def let_readers_read(connection: Connection, names: Iterable[str]) -> None:
    """Let whoever may read the strikes read tables that are made of them."""
    names = ", ".join(names)
    for role in connection.execute(_READERS).scalars().all():
        connection.exec_driver_sql(f"GRANT SELECT ON {names} TO {role}")


def find_miscounts(connection: Connection) -> list[str]:
    """Return which tables count other than there is, in words; all strikes are read for it."""
    return list(_compare(connection))


def _compare(connection: Connection) -> Iterator[str]:
    there = _count(connection, _STRIKES, func.count())
    for summary in SUMMARIES.sorted_tables:
        yield from _word(summary, _count(connection, summary, func.sum(summary.c["rows"])), there)
    located = and_(_STRIKES.c.location_status == "located", on_map(_STRIKES.c.geom))
    there = _count(connection, _STRIKES, func.count(), located)
    yield from _word(POINTS, _count(connection, POINTS, func.count()), there)


def _count(
    connection: Connection, rows: FromClause, number: ColumnElement[int], *of: ColumnElement[bool]
) -> int:
    return int(connection.execute(select(number).select_from(rows).where(*of)).scalar() or 0)


def _word(counting: Table, counted: int, there: int) -> list[str]:
    if counted == there:
        return []
    return [f"{counting.name} counts {counted:,} rows where {there:,} are there"]


def recount(connection: Connection) -> None:
    """Make all that is counted anew of the strikes; writers wait meanwhile."""
    hold_writers(connection)
    for counting in (*SUMMARIES.sorted_tables, POINTS):
        connection.execute(counting.delete())  # TRUNCATE would empty it for who reads meanwhile
    fill_summaries(connection)
    fill_points(connection)
