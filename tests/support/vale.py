"""An invented country whose villages share names, in two languages, over districts."""

from __future__ import annotations

from gazetteer import Gazetteer, Place


def village(place_id: str, name: str, name_ar: str, *, at: tuple[float, float], sub: str) -> Place:
    """Return a village of a subdistrict, whose code begins with those of its areas."""
    return Place(
        place_id, name, "settlement", at[0], at[1], 2.0, name_ar, sub[:4],
        {"VA01": "Upvale", "VA02": "Downvale"}[sub[:4]], sub[:6], sub, prominence=1,
    )  # fmt: skip


AREAS = (
    Place("VA01", "Upvale", "governorate", adm1_code="VA01", adm1_name="Upvale"),
    Place("VA02", "Downvale", "governorate", adm1_code="VA02", adm1_name="Downvale"),
    Place("VA0101", "Ashby District", "district", adm1_code="VA01", adm2_code="VA0101"),
    Place("VA0102", "Birchby District", "district", adm1_code="VA01", adm2_code="VA0102"),
    Place(
        "VA010101", "Elmstead", "subdistrict", adm1_code="VA01", adm2_code="VA0101",
        adm3_code="VA010101",
    ),
)  # fmt: skip
VILLAGES = (
    village("v:1", "Thornwick", "ثرنوك", at=(10.0, 50.0), sub="VA010101"),
    village("v:2", "Thornwick", "شوكان", at=(10.9, 50.6), sub="VA010201"),
    village("v:3", "Hollowmere", "هولومير", at=(11.0, 50.6), sub="VA010201"),
    village("v:4", "Dunmarsh", "دنمارش", at=(10.05, 50.02), sub="VA010102"),
    village("v:5", "Garnstead", "شوكان", at=(14.0, 47.0), sub="VA020101"),
)
# Its own list gives it no codes: it lies by the villages of Elmstead.
UNCODED = Place("v:6", "Larkham", "settlement", 10.01, 50.01, 2.0, adm1_code="VA01")
FAR_UNCODED = Place("v:7", "Larkham", "settlement", 10.8, 50.5, 2.0, adm1_code="VA01")


def make_vale() -> Gazetteer:
    """Return the gazetteer of it all."""
    places = (*AREAS, *VILLAGES, UNCODED, FAR_UNCODED)
    return Gazetteer("vale", places, lists_whole_country=True)
