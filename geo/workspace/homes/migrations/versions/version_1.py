"""Version 1: strikes, claims, decisions, the log, and what the workspace is.

A GeoPackage comes with strikes and claims, which GDAL wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from geo.workspace.cells import Day, make_point

revision = "1"
down_revision = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STRIKES = """
strike_id kind strikes_min:n strikes_max:n not_strike munition weapon date_start:d date_end:d
date_precision time_local place_text place_text_ar governorate_text district_text subdistrict_text
country_text pcode_text place_id place_name place_name_ar match_method match_score:f match_reason
stated_precision precision uncertainty_km:f location_status adm1_code adm1_name adm2_code adm2_name
adm3_code adm3_name adm_note actor attribution event_status target target_kind outcome killed_min:n
killed_max:n civilians_killed_min:n civilians_killed_max:n injured_min:n injured_max:n
casualties_min:n casualties_max:n event_id toll_lead note source_codes reading_note source_count:n
"""
_CLAIMS = """
claim_id strike_id claimant outlet title published url archive_url place_text date_text actor
attribution toll_text toll_scope killed_min:n killed_max:n civilians_killed_min:n
civilians_killed_max:n injured_min:n injured_max:n casualties_min:n casualties_max:n note
"""
_KINDS: dict[str, Any] = {"": sa.Text, "n": _COUNT, "d": Day, "f": sa.Double}


def _columns(words: str) -> Iterator[sa.Column[Any]]:
    for word in words.split():
        name, _, kind = word.partition(":")
        yield sa.Column(name, _KINDS[kind])


def _number(name: str = "fid") -> sa.Column[Any]:
    return sa.Column(name, _COUNT, primary_key=True, autoincrement=True)


def _texts(words: str) -> list[sa.Column[Any]]:
    return [sa.Column(word, sa.Text, nullable=False, server_default="") for word in words.split()]


def upgrade() -> None:
    """Make them."""
    there = sa.inspect(op.get_bind()).get_table_names()
    if "strikes" not in there:
        point = sa.Column("geom", make_point())
        op.create_table("strikes", _number(), point, *_columns(_STRIKES))
        op.create_table("claims", _number(), *_columns(_CLAIMS))
    op.create_table(
        "decisions", _number(), sa.Column("geom", make_point()),
        *_texts("name governorate name_key governorate_key verdict place_id"),
        *(sa.Column(name, sa.Double) for name in ("lon", "lat", "radius_km")),
        *_texts("reason who decided"), sa.UniqueConstraint("name_key", "governorate_key"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "log", _number("seq"), *_texts("at who action what"),
        sa.Column("rows", _COUNT, nullable=False), *_texts("why before after"),
        sa.Column("undone", _COUNT, nullable=False, server_default="0"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "workspace", _number("id"), sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("value", sa.Text, nullable=False), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("strikes_by_id", "strikes", ["strike_id"], unique=True)
    op.create_index("strikes_by_place", "strikes", ["place_text", "governorate_text"])
