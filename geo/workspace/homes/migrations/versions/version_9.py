"""Version 9: in PostgreSQL summaries by hour and by cells of a map, points, and indexes of words.

A search finds the words that hold what is asked for in the summaries, then their strikes.
"""

from __future__ import annotations

from alembic import op

from geo.workspace.counting.keeping import hold_writers, let_readers_read
from geo.workspace.counting.points import POINTS, make_points, word_keeping
from geo.workspace.counting.summaries import renew_summaries
from geo.workspace.homes.migrations.versions.version_8 import SUMMARIES

revision = "9"
down_revision = "8"

ALL = (*SUMMARIES, "strike_hours", "strike_cells")
_INDEXED = (
    "place_text_ar", "place_name", "place_name_ar", "adm1_name", "adm2_name", "adm3_name",
    "governorate_text", "actor", "target",
)  # fmt: skip


def upgrade() -> None:
    """Add them; a GeoPackage is read whole and needs none."""
    if op.get_bind().dialect.name != "postgresql":
        return
    hold_writers(op.get_bind())
    make_points(op.get_bind())
    # Those of version 8 too: they were once filled while others wrote.
    renew_summaries(op.get_bind(), ALL, ALL, word_keeping())
    let_readers_read(op.get_bind(), (*ALL, POINTS.name))
    for name in _INDEXED:
        op.execute(f"CREATE INDEX strikes_by_{name} ON strikes (left({name}, 200))")
