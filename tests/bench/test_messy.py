"""Made-up incident lists: the same for the same seed, and true to what their words say."""

from __future__ import annotations

import random
import sys

import pytest

from bench import __main__ as benchmarks
from bench.matching import messy
from bench.names.messy_names import ARABIC, ENGLISH, write_names
from bench.names.messy_places import Target
from bench.names.messy_spelling import misspell, write_arabic, write_latin
from bench.names.reference_names import apart_km

AREAS = (("Norwold", "نوروولد"), ("Brindle", "برندل"), ("Alderton", "الدرتون"))
TARGETS = [
    Target(kind, name, arabic, 37.0 + 0.05 * at, 35.0, *AREAS, 0.25)
    for at, (kind, name, arabic) in enumerate(
        [("community", "Kafr Alder", "كفر الدر"), ("community", "Tall Birch", "تل برش"),
         ("neighbourhood", "Al-Lantern", "المصابيح"), ("facility", "Alder dam", "سد الدر")]
    )
]  # fmt: skip


@pytest.mark.parametrize("arabic", [False, True])
def test_a_seed_gives_the_same_list_and_another_seed_another(arabic: bool) -> None:
    first = write_names(TARGETS, 200, 1, arabic=arabic)
    assert first == write_names(TARGETS, 200, 1, arabic=arabic)
    assert first != write_names(TARGETS, 200, 2, arabic=arabic)


@pytest.mark.parametrize("arabic", [False, True])
def test_every_form_is_filled_and_points_stay_near_the_place(arabic: bool) -> None:
    rows = write_names(TARGETS, 4_000, 1, arabic=arabic)
    for row in rows:
        assert "{" not in row.named.name, row.form
        moved = apart_km(row.named, row.target.lon, row.target.lat)
        assert moved < 10.0
        assert moved > 0 or row.form[0] not in "@~>=", row.form
    forms = (ARABIC if arabic else ENGLISH)["community"]
    assert set(forms) == {row.form for row in rows if row.target.kind == "community"}


def test_names_are_written_in_several_ways() -> None:
    chance = random.Random(4)
    assert len({write_latin("Kafr Al-Birchiyeh", chance) for _ in range(60)}) > 20
    assert len({write_arabic("كفر الأدرة", chance) for _ in range(60)}) > 3
    slips = {misspell("Alderton", chance) for _ in range(200)}
    assert {"Aldrton", "Alderrton", "Aldetron"} <= slips


def test_without_the_reference_files_nothing_is_made(monkeypatch, capsys, tmp_path) -> None:
    monkeypatch.setattr(messy, "REFERENCE", tmp_path / "reference")
    monkeypatch.setattr(sys, "argv", ["bench", "messy", "--quick"])
    benchmarks.main(sys.argv[1:])
    assert "is not here: no places to make names of" in capsys.readouterr().out
