"""Version 4: the kind and the source of a person's own places."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Add them."""
    for name in ("kind", "source"):
        op.add_column("places", sa.Column(name, sa.Text, nullable=False, server_default=""))
