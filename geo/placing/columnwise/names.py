"""Names that belong to codes: what a gazetteer's areas are called."""

from __future__ import annotations

from collections.abc import Mapping

from geo.placing.evidence import Matches

__all__ = ["LEVELS", "read_area_names"]

LEVELS = {1: "governorate", 2: "district", 3: "subdistrict"}


def read_area_names(gazetteer: Matches) -> Mapping[int, Mapping[str | None, str]]:
    """Return the names of areas by their codes, for each level; "Harim District" is "Harim"."""
    names: dict[int, dict[str | None, str]] = {level: {} for level in LEVELS}
    level_of = {kind: level for level, kind in LEVELS.items()}
    for area in gazetteer.places:
        level = level_of.get(area.kind)
        if level is not None:
            code = (area.adm1_code, area.adm2_code, area.adm3_code)[level - 1]
            names[level][code] = area.name.removesuffix(f" {area.kind.title()}")
    return names
