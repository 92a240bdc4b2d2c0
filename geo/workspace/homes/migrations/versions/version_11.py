"""Version 11: in PostgreSQL the sums by hour have governorates, and there are sums by weekday.

Points have a weekday too. Bars by governorate under a filter by hours or weekdays, and the squares
of weekdays, read all their strikes for it.
"""

from __future__ import annotations

from alembic import op

from geo.workspace.counting.keeping import hold_writers, let_readers_read
from geo.workspace.counting.points import POINTS, make_points, word_keeping
from geo.workspace.counting.summaries import renew_summaries
from geo.workspace.homes.migrations.versions.version_9 import ALL

revision = "11"
down_revision = "10"

MADE = ("strike_hours", "strike_weekdays")


def upgrade() -> None:
    """Add them; a GeoPackage is read whole and needs none."""
    if op.get_bind().dialect.name != "postgresql":
        return
    hold_writers(op.get_bind())
    op.drop_table("strike_hours")
    op.drop_table(POINTS.name)
    make_points(op.get_bind())
    renew_summaries(op.get_bind(), MADE, (*ALL, "strike_weekdays"), word_keeping())
    let_readers_read(op.get_bind(), (*MADE, POINTS.name))
