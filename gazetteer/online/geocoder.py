"""The gazetteer as a geopy geocoder, without a network."""

from __future__ import annotations

import math
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from geopy.adapters import BaseAsyncAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.match import Match
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import EARTH_KM, Place
from gazetteer.tables.loading import load_gazetteer
from gazetteer.world import country_name

__all__ = ["StrikemapGeocoder"]

FARTHEST_KM = 25.0  # a point farther from every listed place has none
MOST_FOUND = 10
Asked = str | Mapping[str, str]
Found: TypeAlias = Location | list[Location] | None
Answer: TypeAlias = Found | Coroutine[Any, Any, Found]
_NAMES, _WHOLES = ("name", "city"), ("governorate", "state")


class StrikemapGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not typed
    """The gazetteer as a geopy geocoder: `geocode` and `reverse`, without a network.

    A name that is ambiguous, vague, unknown, or known only as an area has no point and gives
    None; with exactly_one=False an ambiguous name gives its rivals. Location.raw holds the
    Match's fields, its reason and radius among them.

    gazetteer: one that is loaded; None loads `country` as `load_gazetteer` does, and what it
    takes for granted where that is None too. geopy: what every geocoder of geopy takes (timeout,
    proxies, ssl_context, scheme, user_agent, adapter_factory); nothing is sent or waited for, but
    with an adapter for asyncio the answers are to be awaited, as geopy has it.

    >>> geocoder = StrikemapGeocoder()
    >>> geocoder.geocode("Talbiseh").raw["reason"]
    'listed spelling of Talbiseh (Homs)'
    >>> geocoder.geocode("Northern Syria") is None
    True
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        country: str | Path | None = None,
        **geopy: Any,  # noqa: ANN401 geopy's own, which is not typed
    ) -> None:
        super().__init__(**{"user_agent": "strikemap", **geopy})
        if gazetteer is None:
            gazetteer = load_gazetteer(*[] if country is None else [country])
        elif country is not None:
            raise ConfigurationError("a gazetteer has its country; give one of the two")
        self.gazetteer = gazetteer
        self._awaited = isinstance(self.adapter, BaseAsyncAdapter)
        located = [place for place in gazetteer.places if place.lon is not None]
        self._located = located
        self._lonlat = np.radians(
            np.array([(place.lon, place.lat) for place in located], dtype="float64").reshape(-1, 2)
        )

    def geocode(
        self, query: Asked, *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
    ) -> Answer:
        """Return the location of a name, or of {"name": ..., "governorate": ...}.

        geopy's words "city" and "state" are understood for the same two. Raises
        GeocoderQueryError on anything else.
        """
        del timeout  # nothing is waited for
        return self._give(self._geocode(query, exactly_one))

    def reverse(
        self, query: object, *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
    ) -> Answer:
        """Return the listed places nearest to a point (latitude first, as geopy has it).

        raw has distance_km; None where the nearest place is more than 25 km away. Raises
        GeocoderQueryError where the query is no point.
        """
        del timeout
        return self._give(self._reverse(query, exactly_one))

    def _give(self, found: Found) -> Answer:
        return _later(found) if self._awaited else found

    def _geocode(self, query: Asked, exactly_one: bool) -> Found:
        name, governorate = _read_query(query)
        match = self.gazetteer.match(name, governorate)
        found = [] if match.lon is None else [self._location(match, match.place)]
        if not found and not exactly_one:
            found = [
                self._location(match, rival) for rival in match.rivals if rival.lon is not None
            ]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _reverse(self, query: object, exactly_one: bool) -> Found:
        try:
            point = query if isinstance(query, Point) else Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"{query!r} is no point: {error}") from error
        away = self._distances(point)
        nearest = [at for at in np.argsort(away)[:MOST_FOUND] if away[at] <= FARTHEST_KM]
        if not nearest:
            return None
        found = [self._nearby(self._located[at], float(away[at])) for at in nearest]
        return found[0] if exactly_one else found

    def _distances(self, point: Point) -> np.ndarray[Any, np.dtype[np.float64]]:
        """Return km on the sphere to every located place."""
        lon, lat = math.radians(point.longitude), math.radians(point.latitude)
        lons, lats = self._lonlat[:, 0], self._lonlat[:, 1]
        chord = np.sin((lats - lat) / 2) ** 2
        chord += math.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
        away: np.ndarray[Any, np.dtype[np.float64]] = 2 * EARTH_KM * np.arcsin(np.sqrt(chord))
        return away

    def _location(self, match: Match, place: Place | None) -> Location:
        lon = match.lon if match.lon is not None or place is None else place.lon
        lat = match.lat if match.lat is not None or place is None else place.lat
        raw = {
            "name": match.name, "method": match.method, "score": match.score,
            "reason": match.reason, "precision": match.precision,
            "uncertainty_km": match.uncertainty_km or (place.uncertainty_km if place else None),
            "place_id": place.place_id if place else None,
            "adm1_code": match.adm1_code or (place.adm1_code if place else None),
            "rivals": [rival.place_id for rival in match.rivals],
        }  # fmt: skip
        address = self._address(place) if place else match.name
        return Location(address, (lat, lon, 0.0), raw)

    def _nearby(self, place: Place, away_km: float) -> Location:
        raw = {"place_id": place.place_id, "kind": place.kind, "distance_km": round(away_km, 3),
               "adm1_code": place.adm1_code, "uncertainty_km": place.uncertainty_km}  # fmt: skip
        return Location(self._address(place), (place.lat, place.lon, 0.0), raw)

    def _address(self, place: Place) -> str:
        parts = [place.name, place.adm1_name, country_name(self.gazetteer.country)]
        return ", ".join(dict.fromkeys(part for part in parts if part))


async def _later(found: Found) -> Found:
    return found


def _read_query(query: Asked) -> tuple[str, str | None]:
    if isinstance(query, str):
        return query, None
    if not isinstance(query, Mapping) or not set(query) <= {*_NAMES, *_WHOLES}:
        raise GeocoderQueryError(
            f"{query!r} is no name; give one as text, or as one of {', '.join(_NAMES)} "
            f"with one of {', '.join(_WHOLES)}"
        )
    name = next(filter(None, map(query.get, _NAMES)), "")
    return name, next(filter(None, map(query.get, _WHOLES)), None)
