"""A team's database of more strikes than a page holds: refused whole, opened by a filter, told."""

from __future__ import annotations

import pytest

from gazetteer.language import speaking
from geo.errors import WorkspaceError
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters, claims_of, filter_strikes
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from strikemap.languages.catalogues import catalogue_of
from strikemap.web.workspaces import part
from strikemap.web.workspaces.panel import word_line
from strikemap.web.workspaces.shared import open_shared


@pytest.fixture
def address(cluster, monkeypatch):
    named = cluster.address(cluster.make_database(), password="s3cret")
    reading = read_seeds()
    make_workspace(named, reading.strikes, reading.claims, located="sy sy 1 0")
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", named)
    return named


def test_more_than_a_page_holds_is_refused_with_the_way_out(address, monkeypatch):
    monkeypatch.setenv(part.MOST, "20")
    with pytest.raises(WorkspaceError, match=r"42 strikes, more than the 20 .*--filter") as told:
        open_shared(address)
    assert "s3cret" not in str(told.value)
    refused = pytest.raises(WorkspaceError, match=r"більше, ніж уміщує .*20")
    with speaking(catalogue_of("uk")), refused:
        open_shared(address)
    monkeypatch.setenv(part.FILTER, "to=2018-01-01")
    with pytest.raises(WorkspaceError, match=r"strikes that the filter chooses \(until 1 January"):
        open_shared(address)


def test_a_filter_opens_its_strikes_alone_and_edits_keep_them_so(address, monkeypatch):
    monkeypatch.setenv(part.MOST, "20")
    monkeypatch.setenv(part.FILTER, "governorate=idleb")
    idlib = Filters.from_query("governorate=SY07")
    reading = read_seeds()
    wanted = filter_strikes(reading.strikes, idlib)
    opened = open_shared(address)
    try:
        assert list(opened.dataset.strikes.index) == list(wanted.index)
        assert len(opened.dataset.claims) == len(claims_of(reading.claims, wanted))
        assert (
            "14 of 42 rows (Idlib). Every number here is of that part."
            in opened.shown.part.in_words()
        )
        assert "A part of it is open" in word_line(opened)
        with speaking(catalogue_of("uk")):
            assert "Відкрито його частину" in word_line(opened)
            assert "рядків 14 із 42 (Idlib)" in opened.shown.part.in_words()
        assert opened.dataset.name.endswith(" (Idlib)")
        assert opened.dataset.title == "Reported strikes: Syria (Idlib)"
        other = reading.strikes.index.difference(wanted.index)[0]
        opened.act(lambda at: Desk(at).correct(other, {"note": "elsewhere"}), who="A")
        assert other not in opened.dataset.strikes.index
        opened.act(lambda at: Desk(at).correct(wanted.index[0], {"note": "here"}), who="A")
        assert opened.dataset.strikes.loc[wanted.index[0], "note"] == "here"
        assert len(opened.dataset.strikes) == len(wanted)
        opened.act(lambda at: Desk(at).add_source(wanted.index[1], {"outlet": "A"}), who="A")
        assert len(opened.dataset.claims) == len(claims_of(reading.claims, wanted)) + 1
    finally:
        opened.close()
