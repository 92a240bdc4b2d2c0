"""`strikemap gazetteer info`: what places there are, and on what they rest."""

from __future__ import annotations

from strikemap.cli.inputs import load_places
from strikemap.cli.messages import answer
from strikemap.cli.options import CountryOption, GazetteerOption

# As each publisher states it; a place may rest on several.
SOURCE_LICENCES = {
    "GeoNames": "CC BY 4.0",
    "OCHA": "CC BY 3.0 IGO",
    "COD-AB": "CC BY 3.0 IGO (OCHA)",
    "UCDP GED": "CC BY 4.0",
    "WOF": "CC0 (Who's On First)",
    "airportsdata": "MIT",
}


def info(gazetteer: GazetteerOption = None, country: CountryOption = "sy") -> None:
    """Say what the gazetteer holds and where it comes from."""
    from collections import Counter

    from gazetteer.conflicts import find_conflicts, list_conflicts
    from gazetteer.online.installed import country_folder, read_manifest
    from gazetteer.tables.packs.shipped import find_sources

    pack = load_places(country, gazetteer)
    answer(f"{pack.country}: {len(pack.places):,} places")
    for kind, count in Counter(place.kind for place in pack.places).most_common():
        answer(f"  {count:6,}  {kind}")
    answer(f"  {sum(len(p.spellings) for p in pack.places):6,}  further spellings")
    for source, licence in SOURCE_LICENCES.items():
        count = sum(any(s.startswith(source) for s in place.sources) for place in pack.places)
        if count:
            answer(f"  {count:6,}  rest on {source}, {licence}")
    for sources in find_sources(country):
        answer(f"sources and licences: {sources}")
    for file in read_manifest(country_folder(country)):
        answer(f"added: {file['file_name']}, {file['places']:,} places, {file['licence']}")
    for line in list_conflicts(find_conflicts(pack)):
        answer(line)
