"""Pages and sheets of six countries: title, words for areas, credits, areas, counts; no error."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from command import Command
from map_pages import FIND_MAP, READY, state_of
from paths import ROOT

from geo.land.boundaries import load_boundaries
from geo.land.named_map import make_named_map

ROWS = ROOT / "tests" / "packs" / "rows"
# What is written of the six rows of each file, in whatever country.
TOTALS = {"rows": 6, "located": 4, "areaOnly": 1, "unlocated": 1, "undated": 0}


@dataclass(frozen=True)
class Country:
    """What a page and a sheet of a country must say."""

    code: str
    name: str
    level: str  # of its first-level areas
    area: str  # that of the row known only to one
    local: str  # a name on the page in the script of its own country
    credit: str
    hatched: str  # begins what is said of contested land in view, here or beside


COUNTRIES = [
    Country("sy", "Syria", "governorate", "Hama", "دمشق", "OCHA (CC BY 3.0 IGO)",
            "Golan, occupied"),
    Country("ua", "Ukraine", "oblast", "Kharkiv", "Київ", "OurAirports", "Crimea"),
    Country("ps", "Palestine", "territory", "Gaza Strip", "القدس الشرقية", "OpenStreetMap",
            "Gaza Strip, occupied Palestinian"),
    Country("ye", "Yemen", "governorate", "Taiz", "عدن", "UCDP (CC BY 4.0)", "Somaliland"),
    Country("sd", "Sudan", "state", "South Darfur", "ليبيا", "SimpleMaps", "Abyei, claimed"),
    Country("ml", "Mali", "region", "Mopti", "الجزائر", "GeoNames (CC BY 4.0)",
            "Western Sahara east of the berm"),
]  # fmt: skip


def name_of(country: Country) -> str:
    return country.code


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Command:
    return Command(tmp_path_factory.mktemp("drawn"))


@cache
def area_codes(code: str) -> frozenset[str]:
    return frozenset(load_boundaries(code).governorates["code"])


@pytest.mark.parametrize("country", COUNTRIES, ids=name_of)
def test_a_page_says_and_draws_its_country(run, visits, country):
    done = run("export", ROWS / f"{country.code}.csv", "--out", f"{country.code}.html")
    assert done.returncode == 0, done.stderr
    assert f"1 strike is known only to an area: counted on its {country.level}," in done.stderr
    page = visits.open((run.folder / f"{country.code}.html").as_uri())
    page.wait_for_function(READY)
    page.evaluate(FIND_MAP)
    page.get_by_role("button", name="Show the land and all strikes").click()
    page.wait_for_function("!layer.map._animatingZoom && !layer.map._panAnim?._inProgress")
    assert page.locator(".strike-title").inner_text() == f"Reported strikes: {country.name}"
    assert country.credit in page.locator(".strike-credit").inner_text()
    state = state_of(page)
    assert {key: state["totals"][key] for key in TOTALS} == TOTALS
    [badge] = state["badges"]
    assert (badge["name"], badge["count"]) == (country.area, 1)
    shown = page.get_by_label("Show", exact=True).locator("option").all_inner_texts()
    assert f"{country.level}s".replace("territorys", "territories") in shown
    said = page.locator(".strike-notes-contested p").all_text_contents()
    assert any(text.startswith(country.hatched) for text in said)
    page.get_by_label("Names").select_option("local")
    assert country.local in [label["text"] for label in state_of(page)["labels"]]
    said = page.locator(".strike-notes-contested p").all_text_contents()
    assert any(text.startswith(country.hatched) for text in said) == (country.code in ("ua", "ml"))
    if country.code in ("ua", "sd", "ml"):  # the others' pages open too near for it
        page.get_by_label("Names").select_option("en")
        drawn = [label["text"].casefold() for label in state_of(page)["labels"]]
        assert country.name.casefold() in drawn
    page.get_by_label("Show", exact=True).select_option("areas")
    shaded = state_of(page)["areas"]
    assert sum(area["count"] for area in shaded) == TOTALS["located"] + TOTALS["areaOnly"]


@pytest.mark.parametrize("country", COUNTRIES, ids=name_of)
def test_a_sheet_says_and_draws_its_country(run, country):
    out = f"{country.code}.svg"
    asked = ("--labels", "both", "--extent", "country")
    done = run("brief", ROWS / f"{country.code}.csv", "--out", out, *asked)
    assert done.returncode == 0, done.stderr
    assert f"counted on its {country.level}," in done.stderr
    pages = sorted(run.folder.glob(f"{country.code}*.svg"))
    drawn = "".join(page.read_text(encoding="utf-8") for page in pages)
    for said in (f"Reported strikes: {country.name}", "4 of 6 located", country.credit):
        assert said in drawn, said
    assert f"{country.area} (area only)" in drawn
    noted = country.code != "ye"  # what lies off Yemen is not on its sheet
    assert ("Hatched, disputed land" in drawn) == noted
    assert (country.hatched in drawn) == noted


@pytest.mark.parametrize("country", COUNTRIES, ids=name_of)
def test_the_base_map_has_every_area_of_its_country(country):
    drawn = make_named_map(load_boundaries(country.code), [])
    codes = {
        one["properties"]["code"]
        for one in drawn["features"]
        if one["properties"]["kind"] == "governorate"
    }
    assert codes == area_codes(country.code)
    assert drawn["levels"]["one"][0] == country.level
