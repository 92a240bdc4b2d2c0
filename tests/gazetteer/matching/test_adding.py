"""A few places more in a loaded gazetteer."""

from __future__ import annotations

from paths import TOYLAND

from gazetteer import Place, load_gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.matching.adding import add_places


def test_added_places_are_found_and_all_else_is_as_it_was():
    toyland = load_gazetteer(TOYLAND)
    decided = toyland.with_decisions([Decision("Nowhere", "", "no place")])
    extended = add_places(decided, [Place("own:1", "Zyxfold", "camp", 1.0, 2.0, 1.0, added=True)])
    assert extended.match("Zyxfold").place == extended.get("own:1")
    assert toyland.match("Zyxfold").place is None
    assert extended.match("Nowhere").method == "reviewed"
    assert extended.lists_whole_country == toyland.lists_whole_country
    assert extended.vague == toyland.vague
    assert len(extended.places) == len(toyland.places) + 1
    assert add_places(decided, []) is decided
