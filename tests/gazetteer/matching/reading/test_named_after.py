@pytest.mark.parametrize("name", ["Palmyra Hotel, Homs", "Damascus hotel, Homs", "فندق حلب، حمص"])
def test_a_hotel_called_after_a_town_lies_in_the_one_that_is_said(name):
    match = load_gazetteer("sy").match(name)
    assert match.place is not None
    assert (match.place.name, match.precision) == ("Homs", "area")


def test_a_hotel_called_after_a_town_is_nowhere_by_itself():
    assert load_gazetteer("sy").match("Aleppo Hotel").method == "ambiguous"
