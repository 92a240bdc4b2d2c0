"""What a database offers, as the filters of the page take it."""

from __future__ import annotations

from geo.strikes.filters import NOT_REPORTED
from geo.workspace.counting.offered import Offered
from strikemap.web.choices import Choices

__all__ = ["to_choices"]


def to_choices(offered: Offered, not_strikes: int) -> Choices:
    """Return the choices of what a database has; not_strikes: how many rows are none."""
    bare = {NOT_REPORTED: NOT_REPORTED} if offered.without_area else {}
    districts = {code: f"{name} ({above})" for code, (name, above) in offered.districts.items()}
    actors = (*offered.actors, NOT_REPORTED) if offered.without_actor else offered.actors
    return Choices(
        {**offered.governorates, **bare}, tuple(actors), offered.first_day, offered.last_day,
        not_strikes, offered.dated_rows,
        {**districts, NOT_REPORTED: NOT_REPORTED} if districts else {},
        (*offered.sources, NOT_REPORTED),
    )  # fmt: skip
