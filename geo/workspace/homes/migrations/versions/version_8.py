"""Version 8: in PostgreSQL summaries of the strikes, by which filters are counted in the database.

And indexes by what a map of more strikes than memory holds is filtered by.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from geo.workspace.counting.keeping import hold_writers, let_readers_read
from geo.workspace.counting.sources import SOURCE_HEAD
from geo.workspace.counting.summaries import make_summaries

revision = "8"
down_revision = "7"

SUMMARIES = ("strike_sums", "strike_areas", "strike_places", "strike_targets", "strike_actors")
_INDEXED = ("date_start", "date_end", "adm2_code", "added", "revised")


def upgrade() -> None:
    """Add them; a GeoPackage is read whole and needs none."""
    if op.get_bind().dialect.name != "postgresql":
        return
    hold_writers(op.get_bind())
    make_summaries(op.get_bind(), SUMMARIES)
    let_readers_read(op.get_bind(), SUMMARIES)
    for name in _INDEXED:
        op.create_index(f"strikes_by_{name}", "strikes", [name])
    op.execute(
        f"CREATE INDEX claims_by_source ON claims (left(coalesce(claimant, outlet), {SOURCE_HEAD}))"
    )
    op.create_index(
        "strikes_by_radius", "strikes", ["uncertainty_km"],
        postgresql_where=sa.text("location_status = 'located'"),
    )  # fmt: skip
