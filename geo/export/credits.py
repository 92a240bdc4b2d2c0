"""What every export says of its sources, their licences, and of what it leaves open."""

from __future__ import annotations

from gazetteer.language import N_

__all__ = ["ATTRIBUTION", "HELD_BACK", "LICENCE", "NOTICE", "NOTICE_OF_RELEASE"]

HELD_BACK = "held back in this release: empty, and not unreported"
NOTICE_OF_RELEASE = (
    "Boundaries and names imply no endorsement. Null means not reported, in the columns named as "
    "held back that they are held back; never zero."
)
NOTICE = N_("Boundaries and names imply no endorsement. Null means not reported, never zero.")
ATTRIBUTION = (
    "Strikes: as told by the sources named in each row's claims. Places: GeoNames (CC BY 4.0), "
    "OCHA (CC BY 3.0 IGO), UCDP GED (CC BY 4.0) and Who's On First (CC0), in a table of our own, "
    "unless a row's own source gives the point. Boundaries: Natural Earth "
    "(public domain), unless files were given."
)
LICENCE = (
    "Place names and points taken from GeoNames and UCDP GED: CC BY 4.0; from OCHA: CC BY 3.0 IGO."
)
