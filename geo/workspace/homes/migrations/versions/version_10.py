"""Version 10: in PostgreSQL an index of the claims that name an address and nobody.

Who these are by is found before strikes are counted by source; all claims were read for it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"


def upgrade() -> None:
    """Add it; a GeoPackage is read whole and needs none."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_index(
        "claims_by_address_alone", "claims", [sa.text("left(url, 200)")],
        postgresql_where=sa.text("claimant IS NULL AND outlet IS NULL AND url IS NOT NULL"),
    )  # fmt: skip
