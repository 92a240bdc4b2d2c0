"""Tolls of sentences: ranges, parts of a total, words that are no numbers."""

from __future__ import annotations

import pytest
from reports_dev import read_sentences

from reports.words.toll_rules import toll_rules
from reports.words.tolls import find_toll
from reports.words.wording import load_wording

NONE = (None, None)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured", "casualties"),
    [
        ("At least nine people, including three children, were killed.", (9, None), NONE, NONE),
        ("Nine civilians, four of them children, were killed.", (9, None), NONE, NONE),
        ("Nine people, two of whom are women, wounded in a raid", NONE, (9, None), NONE),
        ("Ten people (six of them children) were killed.", (10, None), NONE, NONE),
        (
            "Twelve were injured, two of them seriously, and a man killed",
            (1, None),
            (12, None),
            NONE,
        ),
        ("Two men, three women and one child were killed.", (6, None), NONE, NONE),
        ("Five people, two men and three women, were killed.", (5, None), NONE, NONE),
        ("A woman was killed, her husband is in hospital", (1, None), NONE, NONE),
        ("A raid killed a man and his wife was rescued.", (1, None), NONE, NONE),
        ("killing a woman and two children", (3, None), NONE, NONE),
        ("killing a mother and her two children", (3, None), NONE, NONE),
        ("The attack left 12 dead and 30 wounded.", (12, None), (30, None), NONE),
        ("Nine fighters were killed and 4 others wounded.", (9, None), (4, None), NONE),
        ("wounding eight civilians including four women", NONE, (8, None), NONE),
        ("Between 30 and 40 people died in the strike.", (30, 40), NONE, NONE),
        ("10-12 people were wounded", NONE, (10, 12), NONE),
        ("As many as 20 people were killed; medics put the toll at 17.", (17, 20), NONE, NONE),
        ("at least 14 people were killed or wounded", NONE, NONE, (14, None)),
        ("Three soldiers and several civilians were injured.", NONE, (3, None), NONE),
        ("An air strike killed a commander and his wife.", (2, None), NONE, NONE),
        ("More than 40 people were killed.", (41, None), NONE, NONE),
        ("Nearly 50 people were killed.", (None, 50), NONE, NONE),
        ("Fewer than 5 people were killed.", (None, 4), NONE, NONE),
        ("Killing twenty-two people", (22, None), NONE, NONE),
        ("A mother and four children died.", (5, None), NONE, NONE),
        (
            "It caused the deaths of 16 civilians and injuries to four",
            (16, None),
            (4, None),
            NONE,
        ),
        ("Six were killed, and the number of wounded is 22.", (6, None), (22, None), NONE),
        ("killed a commander of the group and his wife", (2, None), NONE, NONE),
        ("killed its driver", (1, None), NONE, NONE),
        ("Nobody was killed; five were wounded.", (0, None), (5, None), NONE),
        ("A raid by troops on the town left two residents dead.", (2, None), NONE, NONE),
        ("No one was hurt.", (0, None), (0, None), NONE),
        ("1,200 people were killed.", (1200, None), NONE, NONE),
        ("At least 1 000 people were killed and 2 500 hurt.", (1000, None), (2500, None), NONE),
        ("In May 12 300 people were killed.", (300, None), NONE, NONE),
        ("The raid on 12 June 2019 killed five people.", (5, None), NONE, NONE),
        ("A raid on June 12 killed five.", (5, None), NONE, NONE),
        ("A strike on June 11 injured a child.", NONE, (1, None), NONE),
        ("On 9 June four civilians were killed.", (4, None), NONE, NONE),
        ("Raids from June 10 to June 12 wounded four.", NONE, (4, None), NONE),
        ("In May 12 people were killed.", (12, None), NONE, NONE),
        ("He was killed two days ago; five were hurt.", NONE, (5, None), NONE),
        ("Raids on route 4 killed two.", (2, None), NONE, NONE),
        ("The raid on camp 4 killed two people.", (2, None), NONE, NONE),
        ("Air strike No. 7 killed nobody.", (0, None), NONE, NONE),
        ("It left no one dead but four wounded.", (0, None), (4, None), NONE),
        ("It killed 5 to 7 men and 3 women.", (8, 10), NONE, NONE),
        ("Up to 5 men and 3 women were killed.", (None, 8), NONE, NONE),
        ("Shelling of Sarmin: 4 killed 2 wounded", (4, None), (2, None), NONE),
        ("Killed 3 wounded 5", (3, None), (5, None), NONE),
        ("Raids leave 10 killed 3 of them children", (10, None), NONE, NONE),
        ("It killed at least 3 wounded 5", (3, None), (5, None), NONE),
        ("It killed five people, two men and three women.", (5, None), NONE, NONE),
        ("It killed 5 men, 3 women and 2 children.", (10, None), NONE, NONE),
        ("It killed a man and his children.", NONE, NONE, NONE),  # how many is not said
        ("It killed two and three others were injured.", (2, None), (3, None), NONE),
        ("A raid on Kharkiv killed four and six were wounded.", (4, None), (6, None), NONE),
        ("A strike on Rafah killed 2 and 12 houses were destroyed.", (2, None), NONE, NONE),
        ("It killed five and a second strike killed two.", (5, None), NONE, NONE),
        ("A raid on Ain Qana killed four and a raid came", (4, None), NONE, NONE),
        ("The death toll rose to 3 and 5 houses burned.", (3, None), NONE, NONE),
        ("It killed between four and six and hurt one or two.", (4, 6), (1, 2), NONE),
        ("It killed between two and three hundred people and hurt 4.", NONE, (4, None), NONE),
        ("It killed two and three hundred were wounded.", (2, None), NONE, NONE),
        ("A raid killed 5 - 7 wounded.", (5, None), (7, None), NONE),
        ("A raid killed 5 - 7 people.", (5, 7), NONE, NONE),
    ],
)
def test_numbers_are_read_as_ranges(sentence, killed, injured, casualties):
    toll = find_toll(sentence, "en")
    assert (toll.killed, toll.injured, toll.casualties) == (killed, injured, casualties)
    assert " ".join(sentence[toll.start : toll.end].split()) == toll.text


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("An air strike killed 3/5 people.", "killed 3/5"),
        ("An air strike killed 1+1 people.", "killed 1+1"),
        ("3 / 5 people were killed there.", "3 / 5 people were killed"),
        ("3/5 killed in Idlib", "3/5 killed"),
        ("On 3/5/2016 dozens were killed.", "dozens were killed"),
        ("12 to 3 dead in Idlib", "12 to 3 dead"),
        ("It killed 12-3 people.", "killed 12-3 people"),
    ],
)
def test_two_figures_that_are_no_range_stay_words(sentence, text):
    toll = find_toll(sentence, "en")
    assert (toll.killed, toll.injured, toll.casualties) == (NONE, NONE, NONE)
    assert toll.text == text


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Dozens were killed in the raid.", "Dozens were killed"),
        ("Three children were among the dead.", None),
        ("Three raids on the town; no casualties reported.", None),
        ("Four strikes hit 12 targets on 5 May 2023.", None),
    ],
)
def test_words_stay_words_and_what_is_not_reported_stays_null(sentence, words):
    toll = find_toll(sentence, "en")
    assert (toll.killed, toll.injured, toll.casualties) == (NONE, NONE, NONE)
    assert toll.text == words


@pytest.mark.parametrize(
    ("language", "sentence", "killed"),
    [
        ("en", "At first 3 dead, by evening 8.", (3, 8)),
        ("en", "At first 3 were killed in a raid, then 5, finally 9, the mayor said.", (3, 9)),
        ("uk", "Спочатку повідомляли про 3 загиблих, вранці — про 12.", (3, 12)),
        ("ru", "Сначала погибли 3 человека, вечером 9, сообщил мэр.", (3, 9)),
        ("en", "First reports of 3 people killed in Sarmin in a raid, later 2023.", (3, None)),
        ("en", "At first 3 people were killed in a strike at 9 am, later at 11.", (3, None)),
        ("en", "At first 3 people were killed, later 20, wounded, were taken away.", (3, None)),
        ("uk", "Спочатку загинули 3 людини, вранці 12, було тихо.", (3, None)),
        ("en", "At first killed 3 people, later 4 others died of their wounds.", NONE),
        ("en", "First reports told of 3 dead, then 2 more dead.", NONE),
        ("en", "At first 3 civilians, then 2 fighters were killed.", NONE),
        ("en", "At first 4 people were wounded and 3 killed, by evening 8.", (3, 8)),
        ("en", "At first 3 people were killed, later another 4.", NONE),
        ("uk", "Спочатку загинули 3 людини, згодом ще 4 померли в лікарні.", NONE),
        ("ru", "Сначала погибли 3 человека, позже ещё 4 скончались.", NONE),
    ],
)
def test_a_toll_that_grew_is_a_range_and_one_added_to_stays_words(language, sentence, killed):
    toll = find_toll(sentence, language)
    assert toll.killed == killed
    assert toll.text


@pytest.mark.parametrize(
    ("language", "sentence", "killed", "injured"),
    [
        ("en", "Warplanes bombed the town; no one hurt.", (0, None), (0, None)),
        ("en", "Shells fell on Tuesday, no one killed.", (0, None), NONE),
        ("en", "Not one hurt, the mayor said.", (0, None), (0, None)),
        ("en", "Ten shells fell but none were hurt.", (0, None), (0, None)),
        ("en", "Not one person was killed.", (0, None), NONE),
        ("en", "A shell fell, wounding nobody.", NONE, (0, None)),
        ("en", "No one killed or injured.", (0, None), (0, None)),
        ("en", "No one was reported hurt.", NONE, NONE),
        ("en", "One was killed, no one else was hurt.", (1, None), NONE),
        ("en", "One hurt.", NONE, (1, None)),
        ("en", "Not one but two people were killed.", (2, None), NONE),
        ("uk", "Ніхто не загинув.", (0, None), NONE),
        ("uk", "Жодна людина не постраждала.", (0, None), (0, None)),
        ("uk", "Одна людина загинула, нікого не поранено.", (1, None), (0, None)),
        ("ru", "Ни одного раненого.", NONE, (0, None)),
        ("ru", "Никто не погиб, один человек ранен.", (0, None), (1, None)),
        ("ar", "ولم يقتل أحد.", (0, None), NONE),
        ("ar", "لم يصب أحد بأذى.", (0, None), (0, None)),
        ("ar", "قتل شخص واحد.", (1, None), NONE),
    ],
)
def test_nobody_is_none_and_never_one(language, sentence, killed, injured):
    toll = find_toll(sentence, language)
    assert (toll.killed, toll.injured, toll.casualties) == (killed, injured, NONE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A woman, 70, was killed."),
        ("en", "A man, aged 32, was killed."),
        ("ru", "Погиб мужчина 1958 года рождения."),
        ("uk", "Загинув чоловік, 1958 року народження."),
    ],
)
def test_ages_are_hidden_behind_their_hint(language, text):
    assert toll_rules(language).ages.search(text)
    assert load_wording(language).pattern("hints", "ages").search(text)
    assert find_toll(text, language).killed == (1, None)


@pytest.mark.parametrize(
    ("sentence", "language", "killed"),
    [
        ("Дев’ять людей, четверо з них діти, загинули.", "uk", 9),
        ("Загинули дев’ять людей, з них чотири дитини.", "uk", 9),
        ("Девять человек, четверо из них дети, погибли.", "ru", 9),
    ],
)
def test_those_among_the_dead_are_not_added_to_them(sentence, language, killed):
    assert find_toll(sentence, language).killed == (killed, None)


@pytest.mark.parametrize("language", ["en", "ar", "uk", "ru"])
def test_the_words_that_a_part_is_looked_for_by_hide_none_of_its_matches(language):
    part = toll_rules(language).part
    cases = [case for code in ("", "ar", "uk") for case in read_sentences(code)]
    met = [(case.text, [one.span() for one in part.pattern.finditer(case.text)]) for case in cases]
    assert any(spans for _, spans in met) or language == "ru"
    assert all([one.span() for one in part.finditer(text)] == spans for text, spans in met)
