"""The ladder: a name and its context to a Match."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gazetteer.candidates import Index, Query
from gazetteer.errors import GazetteerError
from gazetteer.formats import read_places
from gazetteer.match import Match, answer_none, answer_place, answer_rivals
from gazetteer.merge import derive_areas, finish, merge_tables
from gazetteer.names import LONGEST_NAME, clean, fold
from gazetteer.parts import Parts, read_parts
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.scoring import Weights, score_units
from gazetteer.tables import read_table

__all__ = ["Candidate", "Gazetteer", "load_gazetteer"]

DATA = Path(__file__).parent / "data"
SAME_PLACE_KM = 3.0  # rivals this near are one answer: the radius covers both
INSIDE_KM = 15.0  # a part lies within this of its whole's point
COUNTRYSIDE_KM = 15.0
LEAST_ODDS = 0.55  # a best candidate less likely than this is not an answer
ARTICLES_ONLY = re.compile(r"^(?:[a-z]{1,2}|ال)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, and how strongly what speaks for it."""

    place: Place
    spelling: str  # the listed spelling that was met, folded
    exact: bool
    spelling_odds: float  # log-odds from the spelling alone
    odds: float  # log-odds with prior and evidence
    share: float = 0.0  # probability among all candidates and "no listed place"


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known about a name."""

    adm1_code: str | None = None
    governorate: str | None = None  # as asked
    hint: str | None = None
    wholes: tuple[Place, ...] = ()
    support: Counter[str] | None = None  # governorates of the other names, by code


class Gazetteer:
    """An index of places that answers names; build it with `load_gazetteer`."""

    def __init__(
        self, country: str, places: Sequence[Place], vague: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.country = country
        self.places: tuple[Place, ...] = tuple(places)
        self.governorates = tuple(p for p in self.places if p.kind == "governorate")
        self.weights = Weights()
        self._vague = [(_vague_pattern(phrase), reason) for phrase, reason in vague]
        self._by_id = {place.place_id: place for place in self.places}

    @cached_property
    def index(self) -> Index:
        """The spellings of all places."""
        return Index(self.places)

    @cached_property
    def _areas(self) -> Index:
        return Index(self.governorates)

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""
        return self._by_id.get(place_id)

    def find_governorate(self, text: object) -> Place | None:
        """Return the governorate that a text names: by P-code, any spelling, with or without
        "governorate" or "province"; null if it names none.
        """
        folded = fold(clean(text))
        if not folded:
            return None
        for place in self.governorates:
            if place.adm1_code and folded == place.adm1_code.lower():
                return place
        for words in dict.fromkeys((folded, read_parts(clean(text)).head)):
            query = Query(words)
            scored = score_units(self._areas, query, self._areas.gather(query), self.weights)
            unit = self._areas.units.get(query.glued)
            if unit is not None:
                scored[unit] = 0.0
            best = sorted(((-odds, unit) for unit, odds in scored.items() if odds > -4.0))
            if best:
                owners = self._areas.owners[best[0][1]]
                rival = next((b for b in best if self._areas.owners[b[1]] != owners), None)
                if len(owners) == 1 and (rival is None or rival[0] - best[0][0] > 0.5):
                    return self.governorates[owners[0]]
        return None

    def match(self, name: object, governorate: object = None) -> Match:
        """Return what a name means, the stated governorate counting as evidence."""
        return self._match(name, governorate, None)

    def match_many(
        self, names: Iterable[object], governorates: Iterable[object] | None = None
    ) -> list[Match]:
        """Return what the names of one file mean; names that are sure support the others."""
        names = list(names)
        stated = list(governorates) if governorates is not None else [None] * len(names)
        if len(stated) != len(names):
            raise GazetteerError(
                f"{len(names)} names but {len(stated)} governorates; give one a name, or none"
            )
        keys = [(clean(name), clean(gov)) for name, gov in zip(names, stated, strict=True)]
        answers: dict[tuple[str, str], Match] = {}
        for key in dict.fromkeys(keys):
            answers[key] = self._match(key[0], key[1], None)
        support = Counter(m.adm1_code for m in answers.values() if m.place and m.adm1_code)
        for key, found in answers.items():
            if found.method == "ambiguous" and support:
                answers[key] = self._match(key[0], key[1], support)
        return [answers[key] for key in keys]

    def explain(self, name: object, governorate: object = None) -> list[Candidate]:
        """Return the candidates of a name, most likely first, with their odds and shares."""
        parts = read_parts(clean(name)[:LONGEST_NAME])
        context = self._context(parts, governorate, None)
        return self._rank_parts(parts, context)

    def _match(self, name: object, governorate: object, support: Counter[str] | None) -> Match:
        asked = name if isinstance(name, str) else ""
        text = clean(name)
        if not text:
            return answer_none(asked, "no name given")
        if len(text) > LONGEST_NAME:
            return answer_none(asked, f"longer than {LONGEST_NAME} characters: not a name")
        folded = fold(text)
        if not folded or ARTICLES_ONLY.match(folded) or folded.isdigit():
            return answer_none(asked, "holds no name")
        for pattern, reason in self._vague:
            if pattern.fullmatch(folded):
                return answer_none(asked, reason, method="vague")
        parts = read_parts(text)
        context = self._context(parts, governorate, support)
        return self._answer(asked, parts, context)

    def _context(self, parts: Parts, governorate: object, support: Counter[str] | None) -> Context:
        stated = self.find_governorate(governorate)
        wholes = []
        code = stated.adm1_code if stated else None
        for text in parts.wholes:
            inner = read_parts(text)
            area = self.find_governorate(text)
            if area is not None and code is None:
                code = area.adm1_code
            ranked = [c for c in self._rank(Query(inner.head), Context(code)) if c.exact][:1]
            wholes += [c.place for c in ranked if c.place.kind not in AREA_KINDS]
        return Context(code, clean(governorate), parts.hint, tuple(wholes), support)

    def _rank_parts(self, parts: Parts, context: Context) -> list[Candidate]:
        ranked = self._rank(Query(parts.full), context)
        if parts.head != parts.full and not (ranked and ranked[0].exact):
            ranked += self._rank(Query(parts.head), context)
        best: dict[str, Candidate] = {}
        for found in ranked:
            known = best.get(found.place.place_id)
            if known is None or found.odds > known.odds:
                best[found.place.place_id] = found
        ranked = sorted(best.values(), key=lambda c: (-c.odds, c.place.place_id))
        return self._share(ranked)

    def _share(self, ranked: list[Candidate]) -> list[Candidate]:
        total = math.exp(self.weights.nothing) + sum(math.exp(c.odds) for c in ranked)
        return [
            Candidate(
                c.place, c.spelling, c.exact, c.spelling_odds, c.odds, math.exp(c.odds) / total
            )
            for c in ranked[:20]
        ]

    def _rank(self, query: Query, context: Context) -> list[Candidate]:
        index = self.index
        if not query.glued:
            return []
        units = index.gather(query)
        exact = index.units.get(query.glued)
        if exact is not None:
            units.add(exact)
        best: dict[int, tuple[float, int]] = {}
        for unit, odds in score_units(index, query, units, self.weights).items():
            for at in index.owners[unit]:
                if at not in best or odds > best[at][0]:
                    best[at] = (odds, unit)
        found = []
        for at, (odds, unit) in best.items():
            place = self.places[at]
            total = odds + self._prior(place) + self._evidence(place, context)
            spelling = index.glued[unit]
            found.append(Candidate(place, spelling, spelling == query.glued, odds, total))
        found.sort(key=lambda c: (-c.odds, c.place.place_id))
        return found

    def _prior(self, place: Place) -> float:
        weights = self.weights
        if place.kind in AREA_KINDS:
            return 0.0
        prior = weights.prominence * place.prominence
        prior += weights.sources * (len(place.sources) > 1)
        if place.population:
            prior += weights.population * math.log10(place.population / 1000 + 1)
        return prior

    def _evidence(self, place: Place, context: Context) -> float:
        weights, evidence = self.weights, 0.0
        if context.adm1_code and place.adm1_code:
            same = context.adm1_code == place.adm1_code
            evidence += weights.governorate if same else weights.other_governorate
        if context.hint:
            evidence += self._kind_evidence(place, context.hint)
        elif place.kind in AREA_KINDS:
            evidence += self.weights.area
        for whole in context.wholes:
            apart = distance_km(place, whole)
            inside = place.parent_id == whole.place_id or (apart is not None and apart < INSIDE_KM)
            if place.place_id != whole.place_id:
                evidence += weights.inside if inside else weights.outside
        if context.support and place.adm1_code:
            share = context.support[place.adm1_code] / sum(context.support.values())
            evidence += 2.0 * share
        return evidence

    def _kind_evidence(self, place: Place, hint: str) -> float:
        if hint in AREA_KINDS:
            if place.kind == hint:
                return 4.0
            return 0.0 if hint == "district" and place.kind not in AREA_KINDS else -4.0
        if place.kind in AREA_KINDS:
            return -4.0
        if place.kind == hint:
            return self.weights.hint
        lived_in = ("settlement", "neighbourhood", "camp")
        both = hint in lived_in and place.kind in lived_in
        return 0.0 if both else self.weights.other_hint

    def _answer(self, asked: str, parts: Parts, context: Context) -> Match:
        if parts.relation == "countryside" or (parts.compass and not parts.relation):
            found = self._answer_countryside(asked, parts)
            if found is not None:
                return found
        ranked = self._rank_parts(parts, context)
        if not ranked:
            return self._fall_back(asked, parts, context) or answer_none(
                asked, "no listed place has a name like it"
            )
        best = ranked[0]
        near = [c for c in ranked if c is best or self._is_same(best.place, c.place)]
        share = sum(c.share for c in near)
        others = tuple(c.place for c in ranked[1:6] if c not in near and c.share > 0.02)
        if share < LEAST_ODDS:
            back = self._fall_back(asked, parts, context)
            if back is not None:
                return back
            listed = sum(c.share for c in ranked)
            if listed < 0.5:
                return answer_none(asked, "no listed place has a name near enough")
            rivals = tuple(c.place for c in ranked[:6] if c.share > 0.02)
            return answer_rivals(asked, f"{len(rivals)} places fit alike: {_list(rivals)}", rivals)
        return self._found(asked, parts, best, share, others, context)

    def _found(
        self, asked: str, parts: Parts, best: Candidate, share: float,
        others: tuple[Place, ...], context: Context,
    ) -> Match:  # fmt: skip
        method = "exact" if best.exact else "spelling"
        reason = _reason(best, parts, context, self)
        if parts.relation in ("near", "outskirts") and best.place.kind not in AREA_KINDS:
            radius = max(8.0, (best.place.uncertainty_km or 2.0) + 5.0)
            return answer_place(
                asked, best.place, f"{parts.relation}: {reason}", method=method, score=share,
                precision="near", radius_km=radius, rivals=others,
            )  # fmt: skip
        return answer_place(asked, best.place, reason, method=method, score=share, rivals=others)

    def _is_same(self, one: Place, other: Place) -> bool:
        if one.kind in AREA_KINDS or other.kind in AREA_KINDS:
            return False
        apart = distance_km(one, other)
        return apart is not None and apart <= SAME_PLACE_KM

    def _answer_countryside(self, asked: str, parts: Parts) -> Match | None:
        exact = [c for c in self._rank(Query(parts.full), Context()) if c.exact]
        if exact:
            return None
        which = f"{parts.compass} of " if parts.compass else ""
        area = self.find_governorate(parts.core or parts.head)
        if area is not None:
            reason = f"{which}{area.name} governorate or its countryside: an area, not a point"
            return answer_place(asked, area, reason, method="exact", score=0.95)
        return None

    def _fall_back(self, asked: str, parts: Parts, context: Context) -> Match | None:
        if not context.wholes:
            return None
        whole = context.wholes[0]
        reason = f'"{parts.full}" is not listed; placed on {whole.name}, which it is said to be in'
        radius = max(15.0, whole.uncertainty_km or 0.0)
        return answer_place(
            asked, whole, reason, method="spelling", score=0.6, precision="area", radius_km=radius
        )


def _list(places: Sequence[Place]) -> str:
    return ", ".join(f"{p.name} ({p.adm1_name or 'governorate unknown'})" for p in places[:4])


def _reason(best: Candidate, parts: Parts, context: Context, gazetteer: Gazetteer) -> str:
    place = best.place
    where = f"{place.name} ({place.adm1_name})" if place.adm1_name else place.name
    reason = (
        f"listed spelling of {where}" if best.exact else f'spelled like "{best.spelling}": {where}'
    )
    if place.kind == "settlement" and parts.hint is None and not parts.relation:
        area = next((g for g in gazetteer.governorates if fold(g.name) == fold(place.name)), None)
        if area is not None:
            reason += "; the town, not the governorate of that name"
    if context.adm1_code and place.adm1_code:
        agrees = context.adm1_code == place.adm1_code
        reason += "; governorate agrees" if agrees else "; though another governorate is stated"
    return reason


def _vague_pattern(phrase: str) -> re.Pattern[str]:
    pieces = [re.escape(fold(piece)) for piece in phrase.split("*")]
    text = ".*".join(pieces)
    if phrase.endswith("*") and len(pieces[0]) > 0:
        text = text[:-2] + r"(?: .*)?"
    return re.compile(text)


def load_gazetteer(country: str | Path = "sy", *, extra: Iterable[Path | str] = ()) -> Gazetteer:
    """Load a country's pack and add tables to it: `--gazetteer` files, in the order given.

    A country is the name of a shipped pack or the folder of another one. Raises GazetteerError
    naming file, row and remedy.
    """
    folder = country if isinstance(country, Path) else DATA / country
    if not folder.is_dir():
        raise GazetteerError(f"no pack {country}; there are {', '.join(sorted(_packs()))}")
    tables = []
    pack = folder / "places.csv"
    if pack.exists():
        tables.append(read_table(pack))
    for path in extra:
        table = read_places(path)
        tables += [derive_areas(table), table]
    return Gazetteer(folder.name, finish(merge_tables(tables)), _read_vague(folder / "vague.csv"))


def _packs() -> list[str]:
    return [path.name for path in DATA.iterdir() if (path / "places.csv").is_file()]


def _read_vague(path: Path) -> list[tuple[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["name"], row["reason"]) for row in csv.DictReader(file)]
