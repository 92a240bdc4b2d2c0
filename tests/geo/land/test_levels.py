"""Areas are called as their country calls them: one, several, and in Arabic."""

import pytest

from geo.land.levels import BASE_LEVELS, LevelWords, level_words, make_plural, say_levels
from geo.land.world import world_countries


@pytest.mark.parametrize(
    ("countries", "one", "arabic"),
    [
        (("sy",), ("governorate", "district", "subdistrict"), "محافظة"),
        (("ua",), ("oblast", "raion", "hromada"), "مقاطعة"),
        (("sd",), ("state", "locality", "administrative unit"), "ولاية"),
        (("ml",), ("region", "cercle", "commune"), "منطقة"),
        (("af",), ("province", "district", "subdistrict"), "ولاية"),
        (("sy", "ye"), ("governorate", "district", "subdistrict"), "محافظة"),
        (("sy", "ua"), ("area", "district", "subdistrict"), "منطقة إدارية"),
        (("pt",), ("district", "second-level district", "subdistrict"), "منطقة إدارية"),
        (("toyland",), ("area", "district", "subdistrict"), "منطقة إدارية"),
    ],
)
def test_each_country_has_its_own_words(countries, one, arabic):
    words = level_words(countries)
    assert words.one == one
    assert words.arabic == arabic


def test_no_country_calls_two_levels_alike():
    for code in world_countries():
        words = level_words((code.lower(),))
        assert len(set(words.one)) == 3, code
        assert not set(words.one) & set(words.many), code


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("governorate", "governorates"), ("county", "counties"), ("parish", "parishes"),
        ("barangay", "barangays"), ("prefecture or province", "prefectures or provinces"),
        ("local government area", "local government areas"),
    ],
)  # fmt: skip
def test_words_have_a_plural(one, many):
    assert make_plural(one) == many


def test_arabic_words_take_article_and_ending():
    assert LevelWords(BASE_LEVELS, "محافظة").arabic_owned == "محافظتها"
    assert LevelWords(BASE_LEVELS, "محافظة").arabic_definite == "المحافظة"
    assert LevelWords(BASE_LEVELS, "منطقة إدارية").arabic_owned == "منطقتها الإدارية"
    assert LevelWords(BASE_LEVELS, "منطقة إدارية").arabic_definite == "المنطقة الإدارية"


@pytest.mark.parametrize(
    ("text", "country", "said"),
    [
        ("governorate agrees", "ua", "oblast agrees"),
        ("a governorate: an area", "ua", "an oblast: an area"),
        ("a district: an area", "ua", "a raion: an area"),
        ("2 places of one governorate", "ye", "2 places of one governorate"),
        ('like "a governorate" in two districts', "sd", 'like "a governorate" in two localities'),
        ("the town, not the governorate", "xt", "the town, not the governorate"),
    ],
)
def test_a_sentence_calls_areas_as_the_country_does(text, country, said):
    assert say_levels(text, country) == said
