"""A gazetteer of a dozen towns, for relative places."""

from __future__ import annotations

from gazetteer.match import Match
from gazetteer.places import Place

# GeoNames' points (CC BY 4.0), as in the Syrian pack; the last number is the radius in km.
TOWNS = {
    "ariha": ("أريحا", 36.60964, 35.81374, 2.0),
    "saraqib": ("سراقب", 36.80591, 35.86447, 2.5),
    "sarmin": ("سرمين", 36.72501, 35.90403, 2.0),
    "aleppo city": ("مدينة حلب", 37.16117, 36.20124, 6.0),
    "idlib city": ("مدينة إدلب", 36.63393, 35.93062, 4.0),
    "hama city": ("مدينة حماة", 36.75783, 35.13179, 4.0),
    "homs city": ("مدينة حمص", 36.72559, 34.72405, 6.0),
    "damascus city": ("مدينة دمشق", 36.29128, 33.51020, 6.0),
    "raqqa city": ("مدينة الرقة", 39.00788, 35.95283, 6.0),
    "maarat al-numan": ("معرة النعمان", 36.67693, 35.64830, 2.0),
    "jisr al-shughur": ("جسر الشغور", 36.31983, 35.81418, 2.5),
    "khan shaykhun": ("خان شيخون", 36.65095, 35.44208, 2.5),
    "kafr nabl": ("كفرنبل", 36.56449, 35.61376, 2.5),
    "morek": ("مورك", 36.68970, 35.37615, 2.0),
    "nubl": ("نبل", 36.99294, 36.37867, 2.5),
    "al-bab": ("الباب", 37.51570, 36.37051, 4.0),
    "manbij": ("منبج", 37.95495, 36.52815, 2.5),
    "rastan": ("الرستن", 36.73241, 34.92667, 2.5),
    "talbiseh": ("تلبيسة", 36.73092, 34.84072, 2.5),
    "tarnaba": ("الترنبة", 36.7691, 35.8603, 2.0),
    "ain al-hawr": ("عين الحور", 36.1674, 35.7813, 2.0),
}
GOVERNORATES = {
    "idlib": ("SY07", "إدلب"), "aleppo": ("SY02", "حلب"), "hama": ("SY05", "حماة"),
    "homs": ("SY04", "حمص"), "damascus": ("SY01", "دمشق"), "raqqa": ("SY11", "الرقة"),
    "rural damascus": ("SY03", "ريف دمشق"),
}  # fmt: skip
TWICE = ("babila", "بابيلا")  # two villages of one name


def as_place(name: str, kind: str, *, code: str = "SY07", where=(None, None, None)) -> Place:
    lon, lat, radius = where
    return Place(
        f"{kind}:{name}", name.title(), kind, lon, lat, radius, adm1_code=code, adm1_name="Idlib"
    )


BABILAS = (
    as_place("babila south of saraqib", "settlement", where=(36.7289, 35.7032, 2.0)),
    as_place("babila of damascus", "settlement", code="SY03", where=(36.3343, 33.4735, 2.0)),
)


class Towns:
    """A gazetteer of a dozen towns that answers as the real one does."""

    def match(self, name: str, governorate: str | None = None) -> Match:
        bare = name.lower().removeprefix("town of ").removesuffix(" province")
        for key, (arabic, *where) in TOWNS.items():
            if bare in (key, arabic):
                place = as_place(key, "settlement", where=where)
                return Match(name, "exact", 0.98, "same name", "settlement", place, *where, "SY07")
        if bare in TWICE:
            if governorate == "Idlib":
                only = BABILAS[0]
                where = (only.lon, only.lat, only.uncertainty_km)
                return Match(name, "exact", 0.95, "in Idlib", "settlement", only, *where, "SY07")
            return Match(name, "ambiguous", None, "two of that name", "unknown", rivals=BABILAS)
        governor = self.find_governorate(bare)
        if governor:
            return Match(name, "exact", 0.9, "governorate", "governorate", governor)
        if bare == "syria":
            return Match(name, "vague", None, "a whole country", "country")
        return Match(name, "none", None, "no such name", "unknown")

    def find_area(self, *_: object) -> Place | None:
        return None

    def find_governorate(self, text: str) -> Place | None:
        for key, (code, arabic) in GOVERNORATES.items():
            if text.lower().removesuffix(" province") in (key, arabic):
                return Place(code, key.title(), "governorate", adm1_code=code, adm1_name=key)
        return None
