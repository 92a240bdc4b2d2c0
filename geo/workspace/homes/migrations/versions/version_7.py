"""Version 7: own layers, and their shapes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from geo.workspace.cells import Day, Json, make_shape
from geo.workspace.homes.spatial_index import mend_index

revision = "7"
down_revision = "6"

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _texts(words: str) -> list[sa.Column[Any]]:
    return [sa.Column(word, sa.Text, nullable=False, server_default="") for word in words.split()]


def _count(name: str, first: str) -> sa.Column[Any]:
    return sa.Column(name, _COUNT, nullable=False, server_default=first)


def _make(name: str, *parts: Any) -> None:  # noqa: ANN401
    number = sa.Column("fid", _COUNT, primary_key=True, autoincrement=True)
    op.create_table(name, number, *parts, _count("version", "1"), sqlite_autoincrement=True)


def upgrade() -> None:
    """Add them."""
    _make("layers", *_texts("name colour credit by_column file who at"), _count("position", "0"),
          sa.UniqueConstraint("name"))  # fmt: skip
    _make(
        "layer_features", sa.Column("geom", make_shape()), *_texts("layer number name"),
        sa.Column("valid_from", Day), sa.Column("valid_to", Day), sa.Column("properties", Json),
        sa.UniqueConstraint("layer", "number"),
    )  # fmt: skip
    if op.get_bind().dialect.name == "sqlite":
        mend_index(op.get_bind())
    else:
        op.create_index(
            "layer_features_by_shape", "layer_features", ["geom"], postgresql_using="gist"
        )
