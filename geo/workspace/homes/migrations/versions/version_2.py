"""Version 2: corrections of single strikes, and strikes taken out."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from geo.workspace.cells import Json

revision = "2"
down_revision = "1"

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _number() -> sa.Column[Any]:
    return sa.Column("fid", _COUNT, primary_key=True, autoincrement=True)


def _texts(words: str) -> list[sa.Column[Any]]:
    return [sa.Column(word, sa.Text, nullable=False) for word in words.split()]


def upgrade() -> None:
    """Add them."""
    columns = op.get_bind().execute(sa.text("SELECT * FROM strikes LIMIT 0")).keys()
    if "corrected" not in columns:
        op.add_column("strikes", sa.Column("corrected", sa.Text))
    op.create_table(
        "corrections", _number(), *_texts("strike_id field"), sa.Column("as_read", Json),
        sa.Column("corrected", Json), *_texts("reason who at"),
        sa.UniqueConstraint("strike_id", "field"), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "removed", _number(), sa.Column("strike_id", sa.Text, nullable=False, unique=True),
        sa.Column("strike", Json, nullable=False), sa.Column("claims", Json, nullable=False),
        sa.Column("merged_into", sa.Text), *_texts("reason who at"), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("claims_by_id", "claims", ["claim_id"], unique=True)
    op.create_index("claims_by_strike", "claims", ["strike_id"])
    op.create_index("strikes_by_lead", "strikes", ["toll_lead"])
