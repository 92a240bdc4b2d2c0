"""Names on the map of a sheet."""

from __future__ import annotations

import pytest
import shapely
from outgoing import claims_for, table

from geo.briefing.sheet import make_sheet
from geo.errors import SheetError
from geo.land.boundaries import load_boundaries

FAR_APART = ((36.63, 35.93), (179.9999, -16.8))  # Idlib, and Taveuni in Fiji


def test_strikes_half_a_world_apart_are_refused_with_the_remedy():
    strikes = table(["Idlib", "Taveuni"]).set_geometry(shapely.points(FAR_APART), crs=4326)
    sheet = make_sheet(strikes, claims_for(strikes), load_boundaries(("sy", "fj")))
    with pytest.raises(SheetError, match=r"too far apart for one map.*choose by country"):
        assert sheet.drawn
