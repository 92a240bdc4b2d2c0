"""The world's places, a file a country."""

from __future__ import annotations

from gazetteer.abroad import spell_country
from gazetteer.tables.packs.world_file import read_world_file


def test_no_further_spelling_is_the_name_of_the_country() -> None:
    for country in ("so", "mx", "tn", "ni"):
        whole = spell_country(country.upper())
        drafts = read_world_file(country)
        assert drafts
        assert not [d.name for d in drafts if {s.casefold() for s in d.spellings} & whole]


def test_an_own_name_and_other_spellings_stay() -> None:
    areas = {draft.place_id: draft for draft in read_world_file("so")}
    assert areas["SO-X11"].name == "Somaliland"
    assert "Somalilandia" in areas["SO-X11"].spellings
    assert any(draft.name == "Djibouti" for draft in read_world_file("dj"))
