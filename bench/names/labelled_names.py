"""The labelled names of gazetteer/cases, in the repository: the pack alone beside its rivals."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from operator import attrgetter

from bench.names.finders import RIVALS, LookUp, look_up_with
from bench.results import keep_results
from gazetteer import Gazetteer
from gazetteer.cases.judge import judge, read_target
from gazetteer.cases.read import Case, read_cases
from gazetteer.cases.results import ask
from gazetteer.cases.totals import Total, count_by
from gazetteer.match import Match, answer_none, answer_place

__all__ = ["print_labelled"]

Answer = Callable[[Case], Match]
OURS = "strikemap"


def print_labelled(pack: Gazetteer, *, quick: bool) -> None:
    """Print right, wrong and worth by script and by kind of difficulty; quick: ours alone."""
    cases = read_cases()
    answers: dict[str, Answer] = {OURS: lambda case: ask(pack, case)}
    if not quick:
        answers |= {name: _answer(look_up_with(pack, s)) for name, s in RIVALS.items()}
    verdicts, seconds = {}, {}
    for name, answer in answers.items():
        began = time.process_time()
        matches = [answer(case) for case in cases]
        seconds[name] = (time.process_time() - began) / len(cases)
        verdicts[name] = _judge(pack, cases, matches)
    print(f"\nLabelled names (gazetteer/cases/cases.csv), the pack alone: {len(cases):,}")
    _print_scripts(cases, verdicts, seconds)
    _print_kinds(cases, verdicts)
    for name, key in (("names_by_script", "script"), ("names_by_kind", "kind")):
        keep_results(name, [
            {"group": total.group, "names": total.cases, "right": total.verdicts["right"],
             "wrong": total.verdicts["wrong"]}
            for total in count_by(attrgetter(key), cases, verdicts[OURS])
        ])  # fmt: skip


def _answer(look_up: LookUp) -> Answer:
    """Return a rival's answer: a place or nothing, whatever governorate is stated."""

    def answer(case: Case) -> Match:
        place = look_up(case.name)
        if place is None:
            return answer_none(case.name, "")
        return answer_place(case.name, place, "", method="exact", score=1.0)

    return answer


def _judge(pack: Gazetteer, cases: Sequence[Case], matches: Sequence[Match]) -> list[str]:
    return [
        judge(read_target(case.expected, pack), match)
        for case, match in zip(cases, matches, strict=True)
    ]


def _print_scripts(
    cases: Sequence[Case], verdicts: dict[str, list[str]], seconds: dict[str, float]
) -> None:
    print(f"{'':10}{'':12}{'right':>7}{'wrong':>7}{'worth':>8}{'cases':>7}{'names/s':>10}")
    for name, own in verdicts.items():
        for total in count_by(lambda case: case.script, cases, own):
            speed = f"{1 / max(seconds[name], 1e-9):10,.0f}" if total.group == "English" else ""
            print(f"{name:10}{total.group:12}{_figures(total)}{total.cases:7,}{speed}")


def _print_kinds(cases: Sequence[Case], verdicts: dict[str, list[str]]) -> None:
    rivals = [name for name in verdicts if name != OURS]
    worths = {
        name: {t.group: t.worth for t in count_by(lambda case: case.kind, cases, verdicts[name])}
        for name in rivals
    }
    head = "".join(f"{name:>9}" for name in rivals)
    print(f"\n{'by kind of difficulty':22}{'right':>7}{'wrong':>7}{'worth':>8}{'cases':>7}"
          f"{'   worth of' + head if rivals else ''}")  # fmt: skip
    for total in count_by(lambda case: case.kind, cases, verdicts[OURS]):
        others = "".join(f"{worths[name][total.group]:9.3f}" for name in rivals)
        gap = " " * 11 if rivals else ""
        print(f"{total.group:22}{_figures(total)}{total.cases:7,}{gap}{others}")


def _figures(total: Total) -> str:
    return f"{total.right:7.1%}{total.wrong:7.1%}{total.worth:8.3f}"
