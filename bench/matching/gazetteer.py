"""Accuracy and speed of the gazetteer, beside rapidfuzz and exact matching.

    python -m bench gazetteer [--quick] [--errors 50] [--keep]

First the labelled names of gazetteer/cases, which are in the repository; then, where
../shared/reference is, its sets of names with true points. Right: placed within 5 km of it; wrong:
placed more than 10 km off; the rest is near, ambiguous or not placed. Worth: right less twice
wrong, because a wrong pin is worse than none. "X nahiyah" is answered with the subdistrict, an area
without a point, and so counts as not placed among the reference names.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.names.besides import print_besides
from bench.names.calibration import ask_all, print_calibration
from bench.names.finders import RIVALS, Finder, find_points, find_with_us, look_up_with
from bench.names.held_out import count_hopeless, leave_out, read_variants
from bench.names.labelled_names import print_labelled
from bench.names.radii import print_radii
from bench.names.reference_names import (
    OCHA,
    REFERENCE,
    RIGHT_KM,
    WOF,
    WRONG_KM,
    PlacedName,
    apart_km,
    read_archive,
    read_ucdp,
)
from bench.names.unseen import print_unseen
from bench.results import keep_results
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.spelling.names import is_arabic


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the names, by row and by unique name."""

    right: float
    wrong: float
    right_names: float
    wrong_names: float
    names: int


def score(names: Sequence[PlacedName], points: Sequence[tuple[float, float] | None]) -> Score:
    """Count right and wrong placings."""
    right = wrong = right_names = wrong_names = 0.0
    rows = sum(name.rows for name in names)
    for name, point in zip(names, points, strict=True):
        if point is None:
            continue
        apart = apart_km(name, *point)
        right += name.rows * (apart <= RIGHT_KM)
        wrong += name.rows * (apart > WRONG_KM)
        right_names += apart <= RIGHT_KM
        wrong_names += apart > WRONG_KM
    n = len(names)
    return Score(right / rows, wrong / rows, right_names / n, wrong_names / n, n)


def print_line(
    label: str,
    names: Sequence[PlacedName],
    find: Finder,
    kept: list[dict[str, object]] | None = None,
) -> float:
    """Print a line of accuracy and speed; return the seconds a name took.

    kept: what takes the counts by row, for the results file.
    """
    began = time.process_time()
    points = [find(name) for name in names]
    seconds = (time.process_time() - began) / max(len(names), 1)
    found = score(names, points)
    print(
        f"{label:42} {found.right:6.1%} {found.wrong:6.1%} {found.right - 2 * found.wrong:7.3f}   "
        f"{found.right_names:6.1%} {found.wrong_names:6.1%} {found.names:6,} "
        f"{1 / max(seconds, 1e-9):9,.0f}"
    )
    if kept is not None:
        rows = sum(name.rows for name in names)
        kept.append({"group": label.strip(), "names": found.names, "rows": rows,
                     "right": round(found.right * rows),
                     "wrong": round(found.wrong * rows)})  # fmt: skip
    return seconds


def print_variants(full: Gazetteer) -> None:
    """Print how held-out spelling variants fare by script, and what no spelling can tell apart."""
    variants, left_out = read_variants()
    gazetteer = leave_out(full, left_out)
    find = find_with_us(gazetteer)
    print_line("Who's On First variants held out", [_without(name) for name in variants], find)
    for arabic, script in ((False, "Latin"), (True, "Arabic")):
        names = [name for name in variants if is_arabic(name.name) == arabic]
        stated = [name for name in names if name.governorate]
        for label, own in (
            (f"  {script}", [_without(name) for name in names]),
            (f"  {script}, governorate stated", stated),
        ):
            print_line(label, own, find)
            shared, other = count_hopeless(gazetteer, own)
            print(f"{'':4}shares its spelling {shared:.1%}, altogether another name {other:.1%}")


def _without(name: PlacedName) -> PlacedName:
    return replace(name, governorate=None)


def list_errors(gazetteer: Gazetteer, names: Sequence[PlacedName], most: int) -> None:
    """Print the names farthest off, most rows first."""
    found = []
    for name in names:
        match = gazetteer.match(name.name, name.governorate)
        if match.lon is not None and match.lat is not None:
            apart = apart_km(name, match.lon, match.lat)
            if apart > RIGHT_KM:
                found.append((-name.rows, name.name, apart, match))
    for rows, text, apart, match in sorted(found, key=lambda item: item[:3])[:most]:
        score = f"{match.score:.2f}" if match.score is not None else "-"
        print(f"{-rows:4} {text[:30]:30} {apart:6.0f} km  {match.method} {score}: {match.reason}")


def load_timed(label: str, extra: Sequence[Path]) -> Gazetteer:
    """Load, and print the processor seconds until the first unseen name is answered."""
    began = time.process_time()
    gazetteer = load_gazetteer("sy", extra=extra)
    loaded = time.process_time() - began
    gazetteer.match("Kafr Bazzit Unseen")
    ready = time.process_time() - began
    print(
        f"{label}: {len(gazetteer.places):,} places, loaded in {loaded:.2f} s, ready {ready:.2f} s"
    )
    return gazetteer


def print_reference(pack: Gazetteer, *, quick: bool, errors: int) -> None:
    """Print every table of the reference names."""
    full = load_timed("pack + OCHA + Who's On First", [OCHA, WOF])
    english, arabic = read_archive("loc_en"), read_archive("loc_ar")
    stated = {c: read_archive(c, governorates=True) for c in ("loc_en", "loc_ar")}
    ucdp = read_ucdp()
    print_unseen({"pack": pack, "pack + OCHA + Who's On First": full})
    print(f"\n{'':42}    by row                  by name         names   names/s")
    print(f"{'':42}  right  wrong   worth    right  wrong")
    ours = find_with_us(full)
    alone, kept = find_with_us(pack), []
    fast = print_line("Syrian Archive English", english, ours, kept)
    print_line("Syrian Archive Arabic", arabic, ours, kept)
    print_line("Syrian Archive English, governorate stated", stated["loc_en"], ours, kept)
    print_line("Syrian Archive Arabic, governorate stated", stated["loc_ar"], ours, kept)
    print_line("Syrian Archive English, pack alone", english, alone, kept)
    print_line("Syrian Archive Arabic, pack alone", arabic, alone, kept)
    print_line("UCDP GED, governorate stated", ucdp, ours, kept)
    print_line("UCDP GED", [_without(name) for name in ucdp], ours, kept)
    keep_results("syria", kept)
    print_besides(load_gazetteer("sy", extra=[WOF]), full, most=500 if quick else 2_500)
    if not quick:
        print_variants(full)
        for name, scorer in RIVALS.items():
            finder = find_points(look_up_with(full, scorer))
            slow = print_line(f"English with {name}", english, finder)
            print_line(f"Arabic with {name}", arabic, finder)
        print(f"{slow / fast:.0f} times as fast as WRatio on the English names")
    print_calibration(ask_all(full, load_gazetteer("sy", extra=[WOF]), pack))
    print_radii(full, [*english, *arabic, *stated["loc_en"], *stated["loc_ar"]])
    print(f"\nWorst {errors} placings of Syrian Archive names")
    list_errors(full, [*english, *arabic], errors)


def main() -> None:
    """Print every table of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--errors", type=int, default=50, help="how many errors to list")
    parser.add_argument("--quick", action="store_true", help="leave rapidfuzz and variants out")
    asked, _ = parser.parse_known_args()  # `python -m bench gazetteer` leaves its own words
    pack = load_timed("pack", [])
    print_labelled(pack, quick=asked.quick)
    if REFERENCE.is_dir():
        print("\nReference names (../shared/reference)")
        print_reference(pack, quick=asked.quick, errors=asked.errors)
    else:
        print(f"\n{REFERENCE} is not here: Syrian Archive, UCDP GED and Who's On First left out")


if __name__ == "__main__":
    main()
