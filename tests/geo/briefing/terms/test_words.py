"""What a sheet says, as it says it: dates, ranges, filters, sources, table rows."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import AREA_ONLY, UNDATED, UNLOCATED, claims_of, strikes_of
from sheet_cases import ground, no_claims

from geo.briefing.content.sources import list_sources
from geo.briefing.content.timeline import count_bins
from geo.briefing.terms.phrases import AR, EN
from geo.briefing.terms.words import Words
from geo.briefing.write import SheetOptions, make_sheet
from geo.strikes.filters import Filters

ENGLISH, ARABIC = Words(), Words("ar", "arabic")


def plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x200F: None, 0x200E: None})


def test_every_phrase_is_in_both_languages_with_the_same_parts():
    import string

    def parts(phrase: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}

    for key, phrase in EN.items():
        if key.endswith(" one") and key.removesuffix(" one") in EN:
            continue
        if key.startswith("term ") and key not in AR:
            pytest.fail(f"no Arabic for {key}")
        assert parts(AR[key]) <= parts(phrase) | {"located", "rows"}, key
    assert not {key for key in AR if not key.startswith("term ")} - set(EN)


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        ("2015-09-30", "2015-09-30", "day", "30 Sep 2015"),
        ("2015-10-19", "2015-10-20", "day", "19–20 Oct 2015"),
        ("2015-09-30", "2015-10-04", "week", "30 Sep – 4 Oct 2015"),
        ("2019-12-30", "2020-01-02", "week", "30 Dec 2019 – 2 Jan 2020"),
        ("2015-10-01", "2015-10-31", "month", "October 2015"),
        ("2015-01-01", "2015-12-31", "year", "2015"),
    ],
)
def test_days_are_as_sharp_as_they_are_known(first, last, precision, said):
    span = ENGLISH.span(date.fromisoformat(first), date.fromisoformat(last), precision)
    assert plain(span) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("2020", "2020"), ("2020-07", "July 2020"), ("2020-07-14", "14 July 2020"),
     ("2020-07-14T10:00", "14 July 2020"), ("summer", "summer"), (None, "date not known"),
     ("", "date not known"), ("2020-13-40", "2020-13-40")],
)  # fmt: skip
def test_a_publication_s_date_is_as_sharp_as_known(text, said):
    assert plain(ENGLISH.iso(text)) == said


def test_digits_are_arabic_only_where_chosen():
    assert ARABIC.number(3000) == "٣٬٠٠٠"
    assert Words("ar").number(3000) == "3,000"
    assert Words("en", "arabic").number(3000) == "3,000"
    assert plain(ARABIC.day(date(2015, 9, 30))) == "٣٠ أيلول ٢٠١٥"


def test_filters_are_said_in_the_sheet_s_language():
    filters = Filters(kinds=("airstrike", "drone"), governorates=("SY07",), actors=("Russia",),
                      statuses=("located",), text="Sarmin")  # fmt: skip
    names = {"SY07": "Idlib"}
    said = "air strike, drone strike; Idlib; actor: Russia; located; text “Sarmin”"
    assert ENGLISH.filters(filters, names) == said
    assert ENGLISH.filters(Filters(), names) == ""
    assert plain(ARABIC.filters(filters, {"SY07": "إدلب"})).startswith("غارة جوية، ضربة بطائرة")


def test_rows_say_place_kind_actor_and_standing():
    strikes = strikes_of(
        a={"place_text": "As told", "place_name": "Found", "actor": "Russia;Syria",
           "attribution": "contested", "target_kind": "market", "event_status": "denied"},
        b={**AREA_ONLY, "place_text": "province of Idlib"},
        c={**UNLOCATED, **UNDATED, "place_text": "Several towns"},
        d={**UNLOCATED, **UNDATED},
        e={"adm1_name": None, "adm1_code": None},
    )  # fmt: skip
    sheet = make_sheet(strikes, no_claims(), ground(), SheetOptions(paper="a4"))
    rows = {row.strike_id: row for row in sheet.facts.rows}
    assert rows["a"].place == "Found, Idlib"
    assert rows["a"].what == "air strike on market (denied); Russia, Syria (contested)"
    assert rows["b"].place == "Idlib (area only)"
    assert rows["c"].place == "Several towns (not located)"
    assert rows["d"].place == "place not reported (not located)"
    assert rows["d"].date == "no date"
    assert rows["e"].place == "place not reported"


def test_sources_are_publications_with_those_they_cite():
    claims = claims_of(
        {"strike_id": "s2", "outlet": "Paper", "title": "Two", "published": "2020-07-14"},
        {"strike_id": "s1", "outlet": "Paper", "title": "One", "claimant": "SOHR"},
        {"strike_id": "s1", "outlet": "Paper", "title": "One", "claimant": 'unnamed ("some")'},
        {"strike_id": "s1", "claimant": "A monitor", "published": "2020"},
        {"strike_id": "s3", "title": "No outlet"},
        {"strike_id": "s3"},
    )
    found = list_sources(claims, ["s1", "s2"], ENGLISH)
    lines = [plain(source.line) for source in found.listed]
    assert set(lines[:2]) == {
        "Paper: “One”, date not known (citing SOHR)",
        "A monitor, 2020",
    }
    assert lines[2] == "Paper: “Two”, 14 July 2020"
    assert set(lines[3:]) == {
        "outlet not known: “No outlet”, date not known",
        "outlet not known, date not known",
    }
    assert found.of_strike == {"s1": [1, 2], "s2": [3]}
    assert found.total == 5


def test_many_sources_are_all_counted_though_not_all_are_worded():
    claims = claims_of(*({"strike_id": "s", "outlet": f"Paper {n}"} for n in range(500)))
    found = list_sources(claims, ["s"], ENGLISH)
    assert (len(found.listed), found.total) == (200, 500)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("2015-09-30", "2015-09-30", "day"), ("2015-01-01", "2015-05-01", "day"),
     ("2015-01-01", "2016-12-01", "week"), ("2011-01-01", "2020-12-01", "month"),
     ("1990-01-01", "2020-12-01", "quarter"), ("1900-01-01", "2020-12-01", "year")],
)  # fmt: skip
def test_the_timeline_s_bins_fit_the_period_and_lose_no_dated_strike(first, last, name):
    strikes = strikes_of(
        a={"date_start": first}, b={"date_start": last}, c={"date_start": last}, d=UNDATED
    )
    timeline = count_bins(strikes, strikes.loc[["b"]], Filters())
    assert timeline.bin == name
    assert len(timeline.starts) <= 130
    assert (sum(timeline.everything), sum(timeline.shown)) == (3, 1)
    assert timeline.starts[0] <= date.fromisoformat(first)


def test_a_timeline_without_dates_is_none():
    strikes = strikes_of(a=UNDATED)
    assert count_bins(strikes, strikes, Filters()) is None


def test_options_come_back_from_what_they_tell():
    options = SheetOptions(
        title=" Two  words ", filters=Filters(text="x"), paper="a4", as_of=date(2020, 1, 2),
        extent="36, 35, 37, 36", undated="without",
    )  # fmt: skip
    assert SheetOptions.from_json(options.to_json()) == options
    assert options.title == "Two words"
    assert options.view_box() == (36, 35, 37, 36)
