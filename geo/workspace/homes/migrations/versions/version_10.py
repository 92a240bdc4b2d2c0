"""Version 10: in PostgreSQL an index of claims that name an address and nobody, and one of radii.

Who these claims are by is found before strikes are counted by source; all claims were read for it.
The index of radii is asked for the largest one alone: by its earlier condition it was read, whole,
for every question of the located strikes of a box.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"


def upgrade() -> None:
    """Add them; a GeoPackage is read whole and needs none."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_index(
        "claims_by_address_alone", "claims", [sa.text("left(url, 200)")],
        postgresql_where=sa.text("claimant IS NULL AND outlet IS NULL AND url IS NOT NULL"),
    )  # fmt: skip
    op.drop_index("strikes_by_radius", "strikes")
    op.create_index(
        "strikes_by_radius", "strikes", ["uncertainty_km"],
        postgresql_where=sa.text("location_status || '' = 'located'"),
    )  # fmt: skip
