"""Fits the ladder's weights and calibration on the reference files; run by hand, same every time.

    python -m tools.packs.build_weights [--calibration]

Reads ../shared/reference (bench/names/reference_names.py), writes data/engine/weights.csv and
calibration.csv: numbers only. Names whose checksum is odd are held out of both fits, and what
they give is printed. How it is done stands in data/engine/README.md.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.names.calibration import Answer, ask_all, is_held_out
from bench.names.reference_names import OCHA, WOF
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.matching import calibration, scoring
from gazetteer.matching.calibration import case_of
from gazetteer.matching.evidence import OUTSIDE, compare_governorates
from gazetteer.matching.ranking import LEAST_SHARE
from gazetteer.matching.scoring import renown
from tools.packs.weight_samples import (
    FEATURES,
    NOTHING,
    START,
    Floats,
    Sample,
    list_settings,
    sample_names,
)

ENGINE = Path(__file__).parents[2] / "gazetteer" / "data" / "engine"
BY_HAND = ("joined", "wider", "other_governorate", "related_governorate", "border_governorate")
RENOWN = ("renown", "sources", "surroundings", "neighbourhood", "nothing_unlisted")
NEVER_ABOVE_0 = ("sound", "other_sound", "inexact", "near_skeleton", "foreign")
NEVER_BELOW_0 = ("renown", "sources", "surroundings")
STEPS, RATE, RIDGE = 600, 0.05, 0.02
BINS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1.01)
LEAST = 40  # weight of a point of the calibration
CASES = [
    *(case_of(exact=e, whole_country=w) for e in (True, False) for w in (True, False)),
    case_of(exact=False, whole_country=True, known=True),
]


def fit_weights(samples: Sequence[Sample], start: Floats, free: Iterable[str]) -> Floats:
    """Return weights of a conditional logit over each name's candidates and "nothing"."""
    many = [len(sample.right) for sample in samples]
    owner = np.repeat(np.arange(len(samples)), many)
    candidates = np.concatenate([sample.candidates for sample in samples])
    right = np.concatenate([sample.right for sample in samples])
    nothing = np.array([sample.nothing for sample in samples])
    share = np.array([sample.weight for sample in samples])
    share = share / share.sum()
    listed = np.bincount(owner, right) > 0
    moving = np.array([name in set(free) for name in FEATURES], dtype=np.float64)
    worth, split = start.copy(), candidates.shape[1]
    slope, square = np.zeros_like(worth), np.zeros_like(worth)
    for step in range(1, STEPS + 1):  # Adam
        odds, none = candidates @ worth[:split], nothing @ worth[split:]
        top = none.copy()
        np.maximum.at(top, owner, odds)
        likely, unlikely = np.exp(odds - top[owner]), np.exp(none - top)
        total = np.bincount(owner, likely) + unlikely
        hit = np.maximum(np.bincount(owner, likely * right), 1e-300)
        wanted = np.where(listed[owner], likely * right / hit[owner], 0.0)
        pull = (likely / total[owner] - wanted) * share[owner]
        pull_none = (unlikely / total - ~listed) * share
        gradient = np.concatenate([candidates.T @ pull, nothing.T @ pull_none])
        gradient = (gradient + RIDGE * worth / len(samples)) * moving
        slope = 0.9 * slope + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        change = slope / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        worth = _clip(worth - RATE * change * moving)
    return worth


def _clip(worth: Floats) -> Floats:
    for at, name in enumerate(FEATURES):
        if name in NEVER_ABOVE_0:
            worth[at] = min(worth[at], 0.0)
        if name in NEVER_BELOW_0:
            worth[at] = max(worth[at], 0.0)
    return worth


def print_held_out(label: str, samples: Sequence[Sample], worth: Floats) -> None:
    """Print by kind how many names get a right and a wrong answer."""
    split = len(FEATURES) - len(NOTHING)
    by_kind: dict[str, list[tuple[bool, bool]]] = {}
    for sample in samples:
        odds = np.append(sample.candidates @ worth[:split], np.dot(sample.nothing, worth[split:]))
        shares = np.exp(odds - odds.max())
        shares /= shares.sum()
        best = int(shares[:-1].argmax())
        right = sample.right > 0
        share = shares[:-1][right].sum() if right[best] else shares[best]
        answered = bool(share >= LEAST_SHARE)
        by_kind.setdefault(sample.kind, []).append((answered, bool(right[best])))
    for kind, answers in by_kind.items():
        right_share = sum(a and r for a, r in answers) / len(answers)
        wrong_share = sum(a and not r for a, r in answers) / len(answers)
        text = f"right {right_share:6.1%}, wrong {wrong_share:6.1%}"
        print(f"{label} {kind:20} {len(answers):6,} names: {text}")  # noqa: T201 - run by hand


def write_weights(worth: Floats) -> None:
    """Write the fitted weights into weights.csv; what is set by hand stays."""
    fitted = dict(zip(FEATURES, worth.tolist(), strict=True))
    path = ENGINE / "weights.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("feature", "weight", "set"))
        for row in rows:
            name = row["feature"]
            by_fit = name in fitted and name not in BY_HAND
            weight = f"{fitted[name]:.2f}" if by_fit else row["weight"]
            out.writerow((name, weight, "fitted" if by_fit else "by hand"))
    scoring.load_weights.cache_clear()


def write_calibration(lines: Mapping[str, Iterable[tuple[float, float]]]) -> None:
    """Write the points of the lines from share to score, by case."""
    with (ENGINE / "calibration.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("case", "share", "score"))
        for case, points in lines.items():
            out.writerows((case, f"{share:.3f}", f"{score:.3f}") for share, score in points)
    calibration.clear()


def _is_share(answer: Answer, gazetteer: Gazetteer) -> bool:
    """Say whether an answer's score is its share, and not the most that its kind of answer gets."""
    match = answer.match
    if match.method not in ("exact", "spelling") or match.precision in ("area", "near"):
        return False
    context = gazetteer.read_context(answer.name.governorate)
    return not (match.place and compare_governorates(match.place, context) in OUTSIDE)


def _case_of(answer: Answer) -> str:
    place, exact = answer.match.place, answer.match.method == "exact"
    known = place is not None and renown(place) >= calibration.KNOWN
    return case_of(exact=exact, whole_country=not answer.selected, known=known)


def fit_calibration(answers: Sequence[Answer]) -> list[tuple[float, float]]:
    """Return points of a rising line from shares to how often they are right."""
    found: list[list[float]] = []  # weight, weighted share, weighted right
    for low, high in itertools.pairwise(BINS):
        own = [answer for answer in answers if low <= (answer.match.score or 0.0) < high]
        pool = [
            sum(answer.weight for answer in own),
            sum(answer.weight * (answer.match.score or 0.0) for answer in own),
            sum(answer.weight * answer.right for answer in own),
        ]
        if found and found[-1][0] < LEAST:
            found[-1] = [a + b for a, b in zip(found[-1], pool, strict=True)]
        else:
            found.append(pool)
    if len(found) > 1 and found[-1][0] < LEAST:
        last = found.pop()
        found[-1] = [a + b for a, b in zip(found[-1], last, strict=True)]
    pools: list[list[float]] = []
    for pool in found:
        pools.append(pool)
        while len(pools) > 1 and pools[-2][2] / pools[-2][0] >= pools[-1][2] / pools[-1][0]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    points = [(share / weight, right / weight) for weight, share, right in pools]
    return [
        (0.0, points[0][1]),
        *points,
        (1.0, max(points[-1][1], min(0.99, points[-1][1] + 0.01))),
    ]


def refit_weights() -> None:
    """Fit and write the weights."""
    full, pack = load_gazetteer("sy", extra=[OCHA, WOF]), load_gazetteer("sy")
    settings, chance = list_settings(full, pack), random.Random(1)  # noqa: S311 - no secret
    samples = [sample for setting in settings for sample in sample_names(setting, chance)]
    kept = [sample for sample in samples if not is_held_out(sample.name)]
    held = [sample for sample in samples if is_held_out(sample.name)]
    before = {name: scoring.load_weights().get(name, 0.0) for name in FEATURES}
    worth = np.array([START[name] for name in FEATURES])
    worth = fit_weights(kept, worth, set(FEATURES) - set(BY_HAND))
    # How renowned the places are that reports name, only reports can teach.
    reported = [
        replace(s, weight=0.15) if s.kind == "neighbourhoods" else s
        for s in kept
        if s.kind.startswith(("ucdp", "archive", "neighbourhoods"))
    ]
    worth = fit_weights(reported, worth, RENOWN)
    print_held_out("held out, before:", held, np.array(list(before.values())))
    print_held_out("held out, after: ", held, worth)
    write_weights(worth)


def refit_calibration() -> None:
    """Fit and write the calibration, the weights being as they are."""
    write_calibration({case: [(0.0, 0.0), (1.0, 1.0)] for case in CASES})
    full, pack = load_gazetteer("sy", extra=[OCHA, WOF]), load_gazetteer("sy")
    cases: dict[str, list[Answer]] = {case: [] for case in CASES}
    for answer in ask_all(full, load_gazetteer("sy", extra=[WOF]), pack):
        if not is_held_out(answer.name.name) and _is_share(answer, pack):
            cases[_case_of(answer)].append(answer)
    write_calibration({case: fit_calibration(answers) for case, answers in cases.items()})


def main() -> None:
    """Fit and write both tables, or the calibration alone."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--calibration", action="store_true", help="keep the weights")
    if not parser.parse_args().calibration:
        refit_weights()
    refit_calibration()


if __name__ == "__main__":
    main()
