"""Names as incident lists write them, made from places whose points are known.

    python -m bench messy [--quick] [--names 6000] [--seed 20] [--errors 40]
        [--form={x}] [--only=both|pack|wof]

Communities and neighbourhoods of OCHA and facilities of the pack are romanised otherwise, put
into "X village", "X, Subdistrict", "City - X", "between X and Y" and so on, in English and Arabic,
with governorates stated, misspelt, misstated or absent. Right: within 5 km; wrong: over 10 km.
The names are made up by rule, so that their shares stand beside each other, not for any list.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.names.messy_names import MessyName, write_names
from bench.names.messy_places import read_targets
from bench.names.reference_names import OCHA, REFERENCE, RIGHT_KM, WOF, WRONG_KM, apart_km
from gazetteer import Gazetteer, Match, load_gazetteer


@dataclass(frozen=True, slots=True)
class Answer:
    """A row and what was answered, with its distance from the truth in km."""

    row: MessyName
    match: Match
    apart: float | None

    @property
    def verdict(self) -> str:
        """right, near, wrong or refused."""
        if self.apart is None:
            return "refused"
        return "right" if self.apart <= RIGHT_KM else "wrong" if self.apart > WRONG_KM else "near"


def answer_all(gazetteer: Gazetteer, rows: Sequence[MessyName]) -> list[Answer]:
    """Return what each row is answered by itself."""
    return [_answer(gazetteer, row) for row in rows]


def _answer(gazetteer: Gazetteer, row: MessyName) -> Answer:
    match = gazetteer.match(row.named.name, row.named.governorate)
    placed = match.lon is not None and match.lat is not None
    apart = apart_km(row.named, match.lon or 0.0, match.lat or 0.0) if placed else None
    return Answer(row, match, apart)


def _line(label: str, answers: Sequence[Answer]) -> str:
    count = max(len(answers), 1)
    shares = {
        v: sum(a.verdict == v for a in answers) / count
        for v in ("right", "near", "wrong", "refused")
    }
    worth = shares["right"] - 2 * shares["wrong"]
    told = "  ".join(f"{share:6.1%}" for share in shares.values())
    return f"{label:42} {told}  {worth:6.3f} {len(answers):6,}"


def print_answers(label: str, answers: Sequence[Answer], errors: int, form: str | None) -> None:
    """Print the shares, by kind and by form, and a sample of the wrong and the refused."""
    print("\n" + _line(label, answers))
    for kind, own in _group(answers, lambda a: a.row.target.kind):
        print(_line(f"  {kind}", own))
    for said, own in _group(answers, lambda a: f"{a.row.target.kind[:5]} {a.row.form}"):
        print(_line(f"    {said}", own))
    for verdict in ("wrong", "refused"):
        kept = [a for a in answers if a.verdict == verdict and form in (None, a.row.form)]
        print(f"  {verdict}:" if kept and errors else "")
        for answer in kept[:errors]:
            print(_explain(answer))


def _group(
    answers: Iterable[Answer], key: Callable[[Answer], str]
) -> list[tuple[str, list[Answer]]]:
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        found[key(answer)].append(answer)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _explain(answer: Answer) -> str:
    row, match = answer.row, answer.match
    far = "" if answer.apart is None else f"{answer.apart:.0f} km "
    score = f"{match.score:.2f}" if match.score is not None else "-"
    meant = f"{row.target.english} / {row.target.arabic} ({row.target.governorate[0]})"
    said = f"{row.named.name} | {row.named.governorate}"
    return f"    {far}{said} <- {meant}: {match.method} {score} {match.precision}: {match.reason}"


def main() -> None:
    """Print both languages, with tables added and by the pack alone."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--names", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--errors", type=int, default=0, help="how many errors to list")
    parser.add_argument("--form", help="errors of this form only")
    parser.add_argument("--quick", action="store_true", help="1,500 names, no pack by itself")
    parser.add_argument("--only", choices=("both", "pack", "wof"), help="one set of tables")
    asked, _ = parser.parse_known_args()  # `python -m bench messy` leaves its own words
    if not REFERENCE.is_dir():
        print(f"{REFERENCE} is not here: no places to make names of")
        return
    targets = read_targets()
    count = 1_500 if asked.quick else asked.names
    tables = {"both": [OCHA, WOF], "wof": [WOF], "pack": []}
    for label, extra in tables.items():
        if asked.only not in (None, label) or (asked.quick and not asked.only and label != "both"):
            continue
        gazetteer = load_gazetteer("sy", extra=extra)
        for language, arabic in (("English", False), ("Arabic", True)):
            rows = write_names(targets, count, asked.seed, arabic=arabic)
            answers = answer_all(gazetteer, rows)
            print_answers(f"{language}, {label}", answers, asked.errors, asked.form)


if __name__ == "__main__":
    main()
