"""Version 5: a spatial index of the points, in a GeoPackage; PostGIS has one from version 3 on."""

from __future__ import annotations

from alembic import op

from geo.workspace.homes.spatial_index import mend_index

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Add it."""
    if op.get_bind().dialect.name == "sqlite":
        mend_index(op.get_bind())
