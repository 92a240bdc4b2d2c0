"""A town's other name is no answer for villages of that name that a list has without points."""

from __future__ import annotations

from gazetteer import load_gazetteer


def test_a_city_is_not_pinned_for_the_villages_that_have_its_other_name() -> None:
    ukraine = load_gazetteer("ua")
    for name in ("Oleksandrivka", "Олександрівка"):
        found = ukraine.match(name, "Donetsk")
        assert (found.lon, found.place) == (None, None), name
    # Names that a town had when the list was made, or is known by, are still its own.
    for name, oblast, town in [("Novomoskovsk", "Dnipropetrovsk", "Samar"),
                               ("Drogobych", "Lviv", "Drohobych"),
                               ("Artemivsk", "Donetsk", "Bakhmut")]:  # fmt: skip
        place = ukraine.match(name, oblast).place
        assert place is not None
        assert place.name == town
