"""What the pack does with places that it does not list, and added tables with the pack's own.

    python -m bench selection [--names 3000] [--seed 12] [--errors 40]

Communities of OCHA's list with their governorate through the pack alone, which lists few of them:
right within 5 km, wrong farther than 10. Then every spelling of the pack with its governorate,
after OCHA's and Who's On First's tables are added: it must still find its own place.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pandas as pd

from bench.names.reference_names import (
    OCHA,
    REFERENCE,
    RIGHT_KM,
    WOF,
    WRONG_KM,
    PlacedName,
    apart_km,
)
from gazetteer import AREA_KINDS, Gazetteer, Match, Place, load_gazetteer

QUALIFIED = r" - |\(|/|\\|_"  # "X - Y", "X (Y)"


def read_communities(column: str, names: int, seed: int) -> list[PlacedName]:
    """Return a sample of OCHA's communities, by their names of a column."""
    rows = pd.read_csv(OCHA).dropna(subset=["Latitude_y", "Longitude_x", column])
    rows = rows.sample(n=min(names, len(rows)), random_state=seed)
    return [
        PlacedName(row[column], row["Longitude_x"], row["Latitude_y"], row["admin1Name_en"])
        for row in rows.to_dict("records")
    ]


def print_communities(pack: Gazetteer, label: str, names: list[PlacedName], errors: int) -> None:
    """Print how many are right and wrong, and the worst of them."""
    wrong: list[tuple[float, PlacedName, Match]] = []
    right = 0
    for name in names:
        match = pack.match(name.name, name.governorate)
        if match.lon is None or match.lat is None:
            continue
        apart = apart_km(name, match.lon, match.lat)
        right += apart <= RIGHT_KM
        if apart > WRONG_KM:
            wrong.append((apart, name, match))
    qualified = pd.Series([n.name for _, n, _ in wrong], dtype=str).str.contains(QUALIFIED).sum()
    print(
        f"{label:8} {right / len(names):6.1%} right {len(wrong) / len(names):6.1%} wrong "
        f"({qualified} of {len(wrong)} with a qualifier)"
    )
    for apart, name, match in sorted(wrong, key=lambda item: -(item[2].score or 0))[:errors]:
        print(f"  {apart:4.0f} km {name.name} | {name.governorate}: {match.score} {match.reason}")


def spell_pack(pack: Gazetteer) -> Iterator[tuple[str, Place]]:
    """Yield every spelling of every place of the pack that has a point."""
    for place in pack.places:
        if place.kind not in AREA_KINDS and place.lon is not None:
            names = (place.name, place.name_ar, *place.spellings)
            yield from ((name, place) for name in dict.fromkeys(filter(None, names)))


def finds(gazetteer: Gazetteer, name: str, place: Place) -> bool | None:
    """Say whether a spelling finds its place: by id or within 5 km; None where it is not placed."""
    match = gazetteer.match(name, place.adm1_name)
    if match.lon is None or match.lat is None or place.lon is None or place.lat is None:
        return None
    named = PlacedName(name, place.lon, place.lat)
    same = match.place is not None and match.place.place_id == place.place_id
    return same or apart_km(named, match.lon, match.lat) <= RIGHT_KM


def print_spellings(pack: Gazetteer, full: Gazetteer, errors: int) -> None:
    """Print which spellings that the pack places itself are lost or led astray by added tables."""
    lost: list[str] = []
    astray: list[str] = []
    asked = 0
    for name, place in spell_pack(pack):
        if not finds(pack, name, place):
            continue
        asked += 1
        found = finds(full, name, place)
        if not found:
            match = full.match(name, place.adm1_name)
            said = f"  {name} | {place.adm1_name}: {place.name}; {match.reason}"
            (lost if found is None else astray).append(said)
    print(f"{asked:,} spellings: {len(astray)} led astray, {len(lost)} lost")
    print("\n".join([*astray[:errors], *lost[:errors]]))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--names", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--errors", type=int, default=40, help="how many errors to list")
    asked, _ = parser.parse_known_args()  # `python -m bench selection` leaves its own words
    if not REFERENCE.is_dir():
        print(f"{REFERENCE} is not here: OCHA and Who's On First left out")
        return
    pack = load_gazetteer("sy")
    for label, column in (("English", "admin4Name_en"), ("Arabic", "admin4Name_ar")):
        names = read_communities(column, asked.names, asked.seed)
        print_communities(pack, label, names, asked.errors)
    print_spellings(pack, load_gazetteer("sy", extra=[OCHA, WOF]), asked.errors)


if __name__ == "__main__":
    main()
