"""Time zones of the countries whose strikes are read, as data; times are taken to the local day."""

from __future__ import annotations

from functools import cache

from gazetteer.world import find_iso3, world_names
from geo.reading.values.plain import plain_text

__all__ = ["HOME_ZONE", "ZONES", "find_country", "find_zone"]

# Zone names of the IANA time zone database, by ISO 3166 three-letter code.
ZONES: dict[str, str] = {
    "AFG": "Asia/Kabul",
    "AZE": "Asia/Baku",
    "EGY": "Africa/Cairo",
    "ETH": "Africa/Addis_Ababa",
    "IRN": "Asia/Tehran",
    "IRQ": "Asia/Baghdad",
    "ISR": "Asia/Jerusalem",
    "JOR": "Asia/Amman",
    "LBN": "Asia/Beirut",
    "LBY": "Africa/Tripoli",
    "MMR": "Asia/Yangon",
    "PAK": "Asia/Karachi",
    "PSE": "Asia/Gaza",
    "SAU": "Asia/Riyadh",
    "SDN": "Africa/Khartoum",
    "SOM": "Africa/Mogadishu",
    "SSD": "Africa/Juba",
    "SYR": "Asia/Damascus",
    "TUR": "Europe/Istanbul",
    "UKR": "Europe/Kyiv",
    "YEM": "Asia/Aden",
}
HOME_ZONE = ZONES["SYR"]  # of the country whose places ship; for rows that name no country


def find_zone(country: str, home: str = HOME_ZONE) -> str:
    """Return the time zone of a country by its name or code; `home` where it names none.

    "" where the country is known and its zone is not: its times keep the day as written.
    """
    code = find_country(country)
    return home if code is None else ZONES.get(code, "")


def find_country(text: str) -> str | None:
    """Return the three-letter code of a country by its name or code, None where it is none."""
    return _codes_of_countries().get(plain_text(text))


@cache
def _codes_of_countries() -> dict[str, str]:
    """Return three-letter codes by names and codes of countries, as plain texts."""
    codes = {plain_text(code): code for code in ZONES}
    for name in world_names():
        if name.kind == "country" and (code := find_iso3(name.country or "")):
            spellings = (*name.spellings, str(name.country), code)
            codes |= {plain_text(spelling): code for spelling in spellings}
    return codes
