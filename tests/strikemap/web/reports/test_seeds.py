"""The five reports that the project began with, or texts like them: accepted, on the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import ROOT
from report_pages import TEXT, open_page, paste, press, said
from workspace_app import make_work

from geo.workspace.store import Workspace
from strikemap.web.workspaces.shared import open_shared

SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
OWN = [
    TEXT,
    "#META outlet: Y; date: 2023-05-10\n\nJets bombed Binnish on Tuesday, killing two people.",
    "#META outlet: Z; date: 2023-05-10\n\nقصفت طائرات حربية روسية مدينة أريحا يوم 8 أيار 2023",
]


def read_texts() -> list[str]:
    return [f"#META outlet: Outlet {number}\n{path.read_text('utf-8')}"
            for number, path in enumerate(SEEDS)]  # fmt: skip


def test_reports_are_pasted_accepted_and_on_the_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = make_work(tmp_path)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    page, texts = open_page(), read_texts() or OWN
    for text in texts:
        paste(page, text)
        assert "1 text read" in said(page)
        press(page, "reports_accept")
        assert "Accepted, on disk" in said(page)
    with Workspace(made, writing=False) as opened:
        strikes = opened.read_strikes()
    added = strikes[strikes.index.str.startswith("added:")]
    assert len(added) == len(texts)
    assert (added["location_status"] != "unlocated").sum() > len(texts) // 2
    for left in range(len(texts) - 1, -1, -1):
        press(page, "reports_undo")
        shown = open_shared(str(made)).dataset.strikes.index
        assert shown.str.startswith("added:").sum() == left
    open_shared(str(made)).close()
