"""geopy's services as a last step: names that the gazetteer does not know are asked online.

Only where the user has chosen so: an inquiry shows the service what is looked at, so it is sent
the name and the country, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Unpack

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import GeoNames, Nominatim, Photon
from rapidfuzz.fuzz import ratio

from gazetteer.errors import GazetteerError
from gazetteer.match import Match, answer_rivals
from gazetteer.matching.beside.asked import Besides, BesidesMany
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place, distance_km
from gazetteer.radii import ONLINE_KM
from gazetteer.spelling.names import clean, encode_sound, fold, strip_articles
from gazetteer.world import country_name

__all__ = ["OnlineStep"]

AGENT = "strikemap (places in conflict reports)"
APART_KM = 10.0  # answers farther apart than this are different places
LIKE = 70.0  # of 100; a found name less like the asked one is another place
DELAY_S = 1.1  # the services ask for at most one inquiry a second


@dataclass(frozen=True, slots=True)
class _Service:
    """How one of geopy's services is asked, and where its answers hold what is needed."""

    name: str
    geocoder: Any
    options: Callable[[str], dict[str, Any]]  # country code -> arguments
    names_country: bool  # the country is written into the query
    country_of: Callable[[dict[str, Any]], str | None]  # raw answer -> country code


def _as_filtered(_: dict[str, Any]) -> None:
    """Return no country: the service itself was asked to search one."""


def _make_service(service: object) -> _Service:
    """Return how to ask a service: "nominatim", "photon", or one of geopy's own objects."""
    if service == "nominatim":
        service = Nominatim(user_agent=AGENT)
    elif service == "photon":
        service = Photon(user_agent=AGENT)
    if isinstance(service, Nominatim):
        return _Service(
            "Nominatim", service, lambda code: {"country_codes": code, "limit": 5},
            names_country=False, country_of=_as_filtered,
        )  # fmt: skip
    if isinstance(service, Photon):
        return _Service(
            "Photon", service, lambda _: {"limit": 5}, names_country=True,
            country_of=lambda raw: raw.get("properties", {}).get("countrycode", "?"),
        )  # fmt: skip
    if isinstance(service, GeoNames):
        return _Service(
            "GeoNames", service, lambda code: {"country": code.upper()}, names_country=False,
            country_of=lambda raw: raw.get("countryCode", "?"),
        )  # fmt: skip
    raise GazetteerError(
        f"{service!r} is no service known here; give 'nominatim', 'photon', or a geopy Nominatim, "
        "Photon or GeoNames object"
    )


class OnlineStep:
    """A gazetteer with one more step: names it does not know are asked of a geopy service.

    Opt-in, and for names with method none only: what is ambiguous or vague here is so there.
    At most one inquiry in 1.1 s; each name is asked once, kept in the file `cache` if one is
    given. The service gets the name and the country, no context. Answers have method `online`,
    a radius of 15 km and no score, for theirs is not known. `asked` is what was sent.
    """

    def __init__(
        self, service: object, gazetteer: Gazetteer, *, cache: Path | None = None,
        delay_s: float = DELAY_S,
    ) -> None:  # fmt: skip
        self._service = _make_service(service)
        self._gazetteer = gazetteer
        self._ask = RateLimiter(
            self._service.geocoder.geocode, min_delay_seconds=delay_s, max_retries=1,
            error_wait_seconds=max(delay_s, 0.001), swallow_exceptions=False,
        )  # fmt: skip
        self._file = cache
        self._known: dict[str, list[dict[str, Any]]] = _read_cache(cache)
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        """Return everything else from the gazetteer itself."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._gazetteer, name)

    def match(self, name: object, governorate: object = None, **besides: Unpack[Besides]) -> Match:
        """Return what a name means; asked online only where the gazetteer answers none."""
        return self._last(self._gazetteer.match(name, governorate, **besides))

    def match_many(
        self,
        names: Iterable[object],
        governorates: Iterable[object] | None = None,
        **besides: Unpack[BesidesMany],
    ) -> list[Match]:
        """Return what the names of one file mean."""
        found = self._gazetteer.match_many(names, governorates, **besides)
        return [self._last(match) for match in found]

    def find_governorate(self, text: object) -> Place | None:
        """Return the governorate that a text names."""
        return self._gazetteer.find_governorate(text)

    def _last(self, match: Match) -> Match:
        name = clean(match.name)
        if match.method != "none" or len(fold(name)) < 3:
            return match
        try:
            found = self._look_up(name)
        except GeopyError as error:
            return _with_reason(
                match, f"{match.reason}; {self._service.name} did not answer ({error})"
            )
        return self._answer(match, found)

    def _look_up(self, name: str) -> list[dict[str, Any]]:
        code = self._gazetteer.country
        key = f"{self._service.name}|{code}|{name}"
        if key not in self._known:
            country = country_name(code)
            query = f"{name}, {country}" if self._service.names_country and country else name
            self.asked.append(query)
            answers = self._ask(query, exactly_one=False, **self._service.options(code)) or []
            self._known[key] = [
                {"address": str(found.address), "lon": found.longitude, "lat": found.latitude}
                for found in answers
                if self._service.country_of(found.raw) in (None, code.lower(), code.upper())
            ]
            _write_cache(self._file, self._known)
        return self._known[key]

    def _answer(self, match: Match, found: list[dict[str, Any]]) -> Match:
        """Take what is named like the name asked; several far apart are ambiguous."""
        service = self._service.name
        places = [
            Place(f"online:{service.lower()}:{answer['lon']:.5f},{answer['lat']:.5f}",
                  answer["address"].split(",")[0], "settlement", answer["lon"], answer["lat"],
                  ONLINE_KM, sources=(service,), note=answer["address"])
            for answer in found if _is_like(match.name, answer["address"])
        ]  # fmt: skip
        if not places:
            return _with_reason(match, f"{match.reason}; nor does {service} know it")
        first = places[0]
        far = [place for place in places[1:] if (distance_km(first, place) or 0.0) > APART_KM]
        if far:
            reason = f"not listed; {service} knows {1 + len(far)} places of that name"
            return answer_rivals(match.name, reason, (first, *far))
        reason = f"not listed; {service} gives {first.note}: unchecked, hence the wide radius"
        return Match(match.name, "online", None, reason, "near", first, first.lon, first.lat,
                     ONLINE_KM)  # fmt: skip


def _with_reason(match: Match, reason: str) -> Match:
    return Match(match.name, match.method, None, reason, match.precision)


def _is_like(asked: str, address: str) -> bool:
    """Say whether the first part of an address is a spelling of the asked name, in any script."""
    one, other = (
        encode_sound(strip_articles(fold(name))) for name in (asked, address.split(",")[0])
    )
    return ratio(one, other) >= LIKE


def _read_cache(path: Path | None) -> dict[str, list[dict[str, Any]]]:
    try:
        known = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write_cache(path: Path | None, known: dict[str, list[dict[str, Any]]]) -> None:
    if path:
        draft = path.with_name(path.name + ".new")
        draft.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
