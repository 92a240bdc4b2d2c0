"""Version 6: the media of claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"

_MEDIA = ("media_url", "media_archive_url", "media_sha256", "media_kind", "geolocation_url")


def upgrade() -> None:
    """Add them; a file of an earlier version may have them."""
    known = op.get_bind().execute(sa.text("SELECT * FROM claims LIMIT 0")).keys()
    for name in _MEDIA:
        if name not in known:
            op.add_column("claims", sa.Column(name, sa.Text))
