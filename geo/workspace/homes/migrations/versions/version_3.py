"""Version 3: row versions; days of editions; own places, views, mappings.

The log holds every change as rows of tables before and after. In PostgreSQL: indexes for points
and for parts of names.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from geo.workspace.cells import Day, Json, make_point

revision = "3"
down_revision = "2"

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_VERSIONED = ("strikes", "claims", "decisions", "corrections", "removed")
_DAYS = ("added", "revised")  # of an edition; a file of version 2 may have them
_TRIGRAMS = (("strikes", "place_text"), ("strikes", "place_name"), ("claims", "title"))


def _texts(words: str) -> list[sa.Column[Any]]:
    return [sa.Column(word, sa.Text, nullable=False, server_default="") for word in words.split()]


def _make(name: str, *parts: Any) -> None:  # noqa: ANN401
    number = sa.Column("fid", _COUNT, primary_key=True, autoincrement=True)
    version = sa.Column("version", _COUNT, nullable=False, server_default="1")
    op.create_table(name, number, *parts, version, sqlite_autoincrement=True)


def upgrade() -> None:
    """Add them."""
    for name in _VERSIONED:
        op.add_column(name, sa.Column("version", _COUNT, nullable=False, server_default="1"))
    known = op.get_bind().execute(sa.text("SELECT * FROM strikes LIMIT 0")).keys()
    for name in _DAYS:
        if name not in known:
            op.add_column("strikes", sa.Column(name, Day))
    op.add_column("log", sa.Column("token", sa.Text))
    op.create_index("log_by_token", "log", ["token"], unique=True)
    _add_tables()
    _turn_log()
    if op.get_bind().dialect.name == "postgresql":
        _add_indexes()


def _add_tables() -> None:
    signed = "reason who at"
    _make("places", sa.Column("geom", make_point()),
          *_texts("place_id name other_names governorate"),
          *(sa.Column(name, sa.Double) for name in ("lon", "lat", "radius_km")),
          *_texts(signed), sa.UniqueConstraint("place_id"))  # fmt: skip
    _make("views", *_texts("name page query note who at"), sa.UniqueConstraint("name"))
    _make("mappings", *_texts("columns file"), sa.Column("mapping", Json), *_texts("who at"),
          sa.UniqueConstraint("columns"))  # fmt: skip


def _add_indexes() -> None:
    for name in ("strikes", "decisions", "places"):
        op.create_index(f"{name}_by_point", name, ["geom"], postgresql_using="gist")
    for name, column in _TRIGRAMS:
        op.create_index(
            f"{name}_by_part_of_{column}", name, [column], postgresql_using="gin",
            postgresql_ops={column: "gin_trgm_ops"},
        )  # fmt: skip


def _turn_log() -> None:
    """Write what the log holds of decisions as rows of tables, as it holds other changes."""
    log = sa.table("log", *map(sa.column, ("seq", "what", "before", "after")))
    bind = op.get_bind()
    for seq, *texts in bind.execute(sa.select(log.c.seq, log.c.before, log.c.after)).fetchall():
        old, new = map(json.loads, texts)
        if isinstance(new, list):
            continue
        before, after = _turn(old, new)
        bind.execute(
            sa.update(log).where(log.c.seq == seq).values(
                before=json.dumps(before, ensure_ascii=False),
                after=json.dumps(after, ensure_ascii=False),
            )
        )  # fmt: skip


def _turn(old: Any, new: Any) -> tuple[list[Any], list[Any]]:  # noqa: ANN401
    """Return the rows before and after, in one order."""
    before: list[Any] = []
    after: list[Any] = []
    known = old["decision"] or new["decision"]
    if known:
        key = _key(known)
        for one, rows in ((old, before), (new, after)):
            rows.append({"table": "decisions", "keys": [key], "row": _row(one["decision"], key)})
    was, becomes = (
        {each: state for state, ids in one["rows"] for each in ids} for one in (old, new)
    )
    alike: dict[str, list[str]] = {}
    for each in was:
        alike.setdefault(json.dumps([was[each], becomes[each]]), []).append(each)
    for same, ids in alike.items():
        for state, rows in zip(json.loads(same), (before, after), strict=True):
            row = {("geom" if name == "point" else name): value for name, value in state.items()}
            rows.append({"table": "strikes", "keys": [[each] for each in ids], "row": row})
    return before, after


def _key(decision: Any) -> list[str]:  # noqa: ANN401
    from gazetteer.decisions.decision import Decision

    return list(Decision(**decision).key)


def _row(decision: Any, key: list[str]) -> Any:  # noqa: ANN401
    if decision is None:
        return None
    row = {("decided" if name == "when" else name): value for name, value in decision.items()}
    row["name_key"], row["governorate_key"] = key
    at = [row["lon"], row["lat"]]
    row["geom"] = None if None in at else at
    return row
