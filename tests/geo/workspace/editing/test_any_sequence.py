"""Any sequence of corrections, splits, joins, deletions: sound at every step, and undone whole."""

from __future__ import annotations

import copy
import random

import pandas as pd
from held_tables import Held, hold, whole_table
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from geo.errors import CorrectionError
from geo.strikes.checks import check_claims, validate
from geo.strikes.schema import make_claims
from geo.strikes.totals import count_totals
from geo.workspace.editing.claims import add_claim, remove_claim
from geo.workspace.editing.correcting import correct, take_back
from geo.workspace.editing.fields import ORIGIN
from geo.workspace.editing.joining import join
from geo.workspace.editing.records import Act
from geo.workspace.editing.splitting import Part, split

ACT = Act("Rana", "2026-11-29T13:00:00Z", "why")
EVENT = {"event_id": "e"}
LED = {**EVENT, "killed_min": None, "killed_max": None, "toll_lead": "s:0"}
ROWS = ({**EVENT, "killed_max": 90}, LED, {"killed_min": 2, "killed_max": 2}, {"kind": "drone"})
VALUES = (
    {"killed_min": 1, "killed_max": 4}, {"kind": "missile"}, {"target": "a mill"},
    {"killed_min": None, "killed_max": None}, {"killed_max": 1},
)  # fmt: skip


def do(held: Held, act: str, choose: random.Random) -> None:
    """Do one of the acts on strikes that are chosen."""
    one = held.record(choose.choice(held.ids))
    if act == "correct":
        held.apply(correct(one, choose.choice(VALUES), ACT))
    elif act == "take back":
        fields = [name for name in one.corrections if name != ORIGIN]
        held.apply(take_back(one, choose.sample(fields, min(1, len(fields))) or ["kind"], ACT))
    elif act == "split":
        keys = [str(claim["claim_id"]) for claim in one.claims]
        parts = [Part(tuple(keys)), Part((choose.choice(keys),), choose.choice(VALUES[1:3]))]
        held.apply(split(one, parts, ACT, used=held.used))
    elif act == "join":
        other = held.record(choose.choice(held.ids))
        followers = held.followers([one.strike_id, other.strike_id])
        held.apply(join(one, [other], {}, ACT, followers=followers))
    elif act == "delete" and len(held.ids) > 1:
        held.delete(one.strike_id, ACT)
    elif act == "restore" and held.tables["removed"]:
        held.restore(choose.choice(sorted(key[0] for key in held.tables["removed"])), ACT)
    elif act == "add source":
        held.apply(add_claim(one, {"claimant": "VDC"}, ACT, used=held.used))
    elif act == "remove source":
        held.apply(remove_claim(one, str(choose.choice(one.claims)["claim_id"]), ACT))


ACTS = ("correct", "take back", "split", "join", "delete", "restore", "add source", "remove source")


def held_claims(held: Held) -> set[str]:
    """Return the ids of all claims that stand, or stand with a strike that was taken out."""
    out = held.tables["removed"].values()
    kept = {str(claim["claim_id"]) for row in out for claim in row["claims"]}
    return kept | {key[0] for key in held.tables["claims"]}


@settings(max_examples=25, deadline=None, phases=[Phase.generate])
@given(st.lists(st.sampled_from(ACTS), max_size=12), st.integers(0, 2**32))
def test_each_step_is_sound_and_all_of_them_are_undone(acts: list[str], seed: int):
    choose = random.Random(seed)
    held = hold(*ROWS)
    first = copy.deepcopy(held.tables)
    states = []
    for act in acts:
        states.append(copy.deepcopy(held.tables))
        claims, done = held_claims(held), len(held.past)
        try:
            do(held, act, choose)
        except CorrectionError:
            assert held.tables == states[-1]
        if len(held.past) == done:
            states.pop()
        strikes = validate(whole_table(held))
        told = check_claims(make_claims(_table(held)), strikes)
        assert strikes["source_count"].to_dict() == _count(held), act
        assert len(told) == len(held.tables["claims"])
        lost = claims - held_claims(held)
        assert len(lost) <= (act == "remove source"), "no claim is lost that nobody took out"
    count_totals(whole_table(held))
    while held.past:
        held.undo()
        assert held.tables == states.pop()
    assert held.tables == first


def _table(held: Held) -> pd.DataFrame:
    return pd.DataFrame(list(held.tables["claims"].values()), dtype=object)


def _count(held: Held) -> dict[str, int]:
    counts = dict.fromkeys(held.ids, 0)
    for row in held.tables["claims"].values():
        counts[row["strike_id"]] += 1
    return counts
