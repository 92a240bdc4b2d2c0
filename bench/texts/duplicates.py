"""Duplicates proposed among strikes of which some are told twice: found, and proposed in vain.

`python -m bench duplicates [ROWS] [-v]`: UCDP's events of Syria in ../shared, each one event by its
coders, and second tellings of one in ten, made up as a further source may tell them: another
spelling, the governorate alone, another day, another toll or none, no actor, a toll that is
revised days later. Recall is by the kind of telling, precision of all pairs proposed; `-v` prints
what each agreement weighs beside the logarithm of how much oftener it is met in one strike told
twice than in two strikes near each other. Without ../shared, made-up strikes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from bench.tables.synthetic import make_synthetic
from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.strikes.duplicates.columns import Marks, Numbers
from geo.strikes.duplicates.pairs import Rows, find_blocks, list_pairs
from geo.strikes.duplicates.propose import LIKELY, Proposals, propose
from geo.strikes.duplicates.weighing import RISEN, SAME_SOURCE, TWO_TOWNS, Evidence
from geo.strikes.schema import make_claims, make_strikes

UCDP = Path(__file__).resolve().parents[3] / "shared/reference/ucdp_ged/ucdp_ged_syria.csv"
SEED = 17
SHARE = 10  # one in so many is told again
TELLINGS = ("as it was", "area alone", "spelt otherwise", "a day off", "some days", "other toll",
            "no toll", "no actor", "other kind", "toll revised")  # fmt: skip
TOLLS = ("killed_min", "killed_max", "injured_min", "injured_max", "casualties_min",
         "casualties_max")  # fmt: skip
LEAST = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
DAY = pd.Timedelta(days=1)
Told = dict[str, tuple[str, str]]  # by the second telling's id, the strike's, and told how
# What UCDP's headlines say of the kind, which its table lacks.
KINDS = {"airstrike": "air|jet|warplane|barrel|raid|helicopter", "drone": "drone",
         "missile": "missile|rocket", "shelling": "shell|mortar|artillery|bombard",
         "ied": "ied|explosi|car bomb|mine"}  # fmt: skip
Ways = dict[str, Marks]  # which of the tellings are told how
Tables = tuple[gpd.GeoDataFrame, pd.DataFrame]


def read_events(rows: int) -> Tables:
    """Return located strikes with their claims, that many or all."""
    if not UCDP.exists():
        print("no ../shared: made-up strikes")
        return make_synthetic(rows or 20_000, full=True)
    reading = locate(read_strikes(UCDP), load_gazetteer("sy"), boundaries=load_boundaries("sy"))
    strikes = reading.strikes[reading.strikes["date_start"].notna()]
    strikes = strikes.iloc[: rows or None].copy()
    claims = reading.claims[reading.claims["strike_id"].isin(strikes.index)]
    titles = claims.groupby("strike_id")["title"].first().reindex(strikes.index).fillna("")
    for kind, words in KINDS.items():
        strikes.loc[titles.str.contains(words, case=False).to_numpy(bool), "kind"] = kind
    print(strikes["kind"].value_counts().to_dict())
    return strikes, claims


def tell_again(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> tuple[Tables, Told]:
    """Return second tellings with their claims; by id, which strike each is of, and told how."""
    random = np.random.default_rng(SEED)
    chosen = np.sort(random.choice(len(strikes), len(strikes) // SHARE, replace=False))
    told = strikes.iloc[chosen].copy()
    firsts = told.index.tolist()
    ways = random.integers(0, len(TELLINGS), len(told))
    told.index = pd.Index([f"again:{at}" for at in range(len(told))], name="strike_id")
    has = {name: ways == number for number, name in enumerate(TELLINGS)}
    told["event_id"] = None
    _blur_places(told, has)
    _shift_days(told, has, random)
    _change_tolls(told, has, random)
    told.loc[has["no actor"], ["actor", "attribution"]] = None
    air = has["other kind"] & (told["kind"] == "airstrike").to_numpy(bool)
    told.loc[has["other kind"], "kind"] = "other"
    told.loc[air, "kind"] = "missile"
    published = (strikes["date_end"].iloc[chosen] + 5 * DAY).dt.strftime("%Y-%m-%d").to_numpy()
    own = claims.drop_duplicates("strike_id").set_index("strike_id").reindex(firsts)
    outlets = own["claimant"].fillna(own["outlet"]).to_numpy(object)
    said = make_claims(pd.DataFrame({
        "claim_id": [f"{one}/1" for one in told.index], "strike_id": told.index,
        "outlet": np.where(has["toll revised"], outlets, "The second source"),
        "published": published,
        "toll_text": np.where(has["toll revised"], "the death toll has risen", None),
    }))  # fmt: skip
    of = {
        one: (other, TELLINGS[way])
        for one, other, way in zip(told.index, firsts, ways, strict=True)
    }
    return (make_strikes(told), said), of


def _blur_places(told: gpd.GeoDataFrame, has: Ways) -> None:
    area, spelt = has["area alone"], has["spelt otherwise"]
    gone = ["place_id", "place_name", "place_name_ar", "uncertainty_km"]
    told.loc[area | spelt, gone] = None
    told.loc[area | spelt, "geometry"] = None
    told.loc[area, ["location_status", "precision"]] = ["area_only", "governorate"]
    told.loc[area, ["adm2_code", "adm2_name", "adm3_code", "adm3_name"]] = None
    told.loc[spelt, ["location_status", "precision", "match_method"]] = [
        "unlocated", "unknown", "none",
    ]  # fmt: skip
    told.loc[spelt, "place_text"] = told.loc[spelt, "place_text"].str.replace("a", "e")


def _shift_days(told: gpd.GeoDataFrame, has: Ways, random: np.random.Generator) -> None:
    days = ["date_start", "date_end"]
    told.loc[has["a day off"], days] += random.choice([-1, 1]) * DAY
    told.loc[has["some days"], "date_start"] -= 2 * DAY
    told.loc[has["toll revised"], days] = pd.NaT
    told.loc[has["toll revised"], "date_precision"] = "unknown"


def _change_tolls(told: gpd.GeoDataFrame, has: Ways, random: np.random.Generator) -> None:
    told.loc[has["no toll"], list(TOLLS)] = pd.NA
    more = pd.Series(random.integers(1, 6, len(told)), told.index, dtype="Int64")
    for name in TOLLS:
        changed = has["other toll"] | has["toll revised"]
        told.loc[changed, name] = told.loc[changed, name] + more[changed]


def judge(found: Proposals, of: Told) -> pd.DataFrame:
    """Return proposals with how their strike was told again; "" for what was proposed in vain."""
    table = found.table
    pairs = {frozenset((one, other)): way for one, (other, way) in of.items()}
    told = [
        pairs.get(frozenset(pair), "")
        for pair in zip(table["strike_id"], table["other_id"], strict=True)
    ]
    return table.assign(told=told)


def print_totals(table: pd.DataFrame, of: Told, rows: int) -> None:
    """Print precision, recall and pairs to look at by the least likeness."""
    twice = pd.Series([way for _, way in of.values()])
    print("least  precision  recall   pairs a 1,000 rows")
    for least in LEAST:
        high = table[table["likeness"] >= least]
        met = int((high["told"] != "").sum())
        print(f"{least:5.2f} {met / max(1, len(high)):10.2f} {met / len(twice):7.2f}"
              f" {1000 * len(high) / rows:12.1f}")  # fmt: skip
    print(f"\nrecall from {LIKELY} on, by how the strike was told again")
    met = table[table["likeness"] >= LIKELY]["told"].value_counts()
    for way in TELLINGS:
        print(f"  {way:18} {met.get(way, 0):5} of {int((twice == way).sum())}")


def weigh_parts(evidence: Evidence, one: Rows, other: Rows) -> dict[str, Numbers]:
    """Return what each kind of agreement weighs in pairs."""
    return {
        "place": evidence.weigh_places(one, other), "days": evidence._weigh_days(one, other),
        "kind": evidence._weigh_kinds(one, other), "toll": evidence._weigh_tolls(one, other),
        "revised": evidence.revises(one, other) * RISEN,
        "actor": evidence._weigh_actors(one, other), "target": evidence._weigh_targets(one, other),
        "source": evidence.same_source(one, other) * SAME_SOURCE,
        "two towns": evidence.two_towns(one, other) * TWO_TOWNS,
    }  # fmt: skip


def print_agreements(strikes: gpd.GeoDataFrame, claims: pd.DataFrame, of: Told) -> None:
    """Print how much oftener each agreement is met in one strike than in two, as a logarithm.

    Then how well all of them order pairs, beside weights that are fitted to half of the pairs.
    """
    evidence = Evidence(strikes, claims)
    at = {one: number for number, one in enumerate(strikes.index)}
    same = {tuple(sorted((at[one], at[other]))) for one, (other, _) in of.items()}
    met = list_pairs(find_blocks(strikes, evidence.names[1], evidence.updates))
    pairs = np.unique(np.concatenate([np.stack(both, axis=1) for both in met]), axis=0)
    one, other = pairs.T
    likeness = evidence.weigh(one, other)
    kept = likeness > 0
    pairs, likeness = pairs[kept], likeness[kept]
    parts = {name: part[kept] for name, part in weigh_parts(evidence, one, other).items()}
    twice = np.array([(a, b) in same for a, b in pairs.tolist()])
    print(f"\n{int(twice.sum())} pairs of one strike, {int((~twice).sum())} of two")
    levels = []
    for name, weights in parts.items():
        for weight in sorted(set(np.round(weights, 2).tolist()), reverse=True):
            has = np.isclose(weights, weight)
            levels.append(has)
            rates = [has[mask].mean() for mask in (twice, ~twice)]
            ratio = np.log((rates[0] + 1e-4) / (rates[1] + 1e-4))
            print(f"  {name:10} {weight:6.2f}  in one {rates[0]:6.1%}  in two {rates[1]:6.1%}  "
                  f"log {ratio:5.1f}")  # fmt: skip
    half = np.random.default_rng(SEED).random(len(twice)) < 0.5
    facts = np.stack([*levels, np.ones(len(twice))], axis=1).astype(float)
    fitted = facts @ fit_weights(facts[half], twice[half])
    for label, score in (("these weights", likeness), ("fitted to the other half", fitted)):
        print(f"average precision of the order, {label}: "
              f"{average_precision(score[~half], twice[~half]):.3f}")  # fmt: skip


def fit_weights(facts: Numbers, twice: Marks) -> Numbers:
    """Return the weights of a logistic regression, held small, by Newton's steps."""
    weights = np.zeros(facts.shape[1])
    small = np.eye(len(weights)) * 0.1
    for _ in range(20):
        chance = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (twice - chance) - small @ weights
        bend = (facts * (chance * (1 - chance))[:, None]).T @ facts + small
        weights += np.linalg.solve(bend, slope)
    return weights


def average_precision(score: Numbers, twice: Marks) -> float:
    """Return the mean of the precision at each pair of one strike, the likeliest pairs first."""
    right = twice[np.argsort(-score, kind="stable")]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


def main() -> None:
    """Print what is proposed, and what of it is one strike."""
    given = [int(word) for word in sys.argv[2:] if word.isdigit()]
    strikes, claims = read_events(given[0] if given else 0)
    (told, said), of = tell_again(strikes, claims)
    every = make_strikes(pd.concat([strikes, told]))
    claims = make_claims(pd.concat([claims, said]))
    begin = time.perf_counter()
    found = propose(every, claims, least=min(LEAST))
    taken = time.perf_counter() - begin
    print(f"{len(strikes):,} strikes, {len(told):,} of them told again; {taken:.1f} s")
    print_totals(judge(found, of), of, len(every))
    if "-v" in sys.argv:
        print_agreements(every, claims, of)


if __name__ == "__main__":
    main()
