"""What a click on the map of squares lists, and how it is told."""

from __future__ import annotations

from gazetteer.language import speaking
from geo.strikes.filters import Filters
from geo.workspace.counting.cells import Square
from strikemap.languages.catalogues import catalogue_of
from strikemap.web.counted.lists import Picked, pick_areas


def test_a_badge_of_several_areas_lists_as_many_rows_as_it_says(counted):
    groups = counted.areas_only(Filters())
    of_two = groups[:2]
    picked = pick_areas(Filters(), [str(one.key or "") for one in of_two], groups)
    listed = counted.page(picked.narrow(Filters()), 200, 0, None).strikes
    assert len(listed) == picked.rows == sum(one.totals.rows for one in of_two) > 1
    assert picked.in_words() == f"{picked.rows} known only to several areas"
    assert pick_areas(Filters(), ["XX01"], groups) is None


def test_a_square_is_told_in_the_language_and_on_both_sides_of_greenwich():
    square = Square(8, -9, 0, coarse=False, rows=3, strikes_low=3, strikes_high=3)
    picked = Picked(Filters(), square=square)
    assert picked.in_words() == "3 in the square longitude -3.16 to -2.81, latitude 0.00 to 0.35"
    with speaking(catalogue_of("fr")):
        assert picked.in_words().endswith("longitude de -3.16 à -2.81, latitude de 0.00 à 0.35")
