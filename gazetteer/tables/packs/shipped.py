"""What ships for a country: its hand-made folder over the world's file, either or both."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.spelling.names import fold_all, skeletons_of_all, strip_articles
from gazetteer.tables.draft import EXCLUDED, Draft
from gazetteer.tables.merge import absorb, merge_tables, only_variants
from gazetteer.tables.packs.world_file import (
    FOLDER,
    has_world_file,
    list_world_files,
    read_world_file,
)
from gazetteer.tables.read import read_places

__all__ = [
    "DATA",
    "find_pack",
    "find_sources",
    "has_pack",
    "hash_packs",
    "list_curated",
    "list_packs",
    "read_curated",
    "read_pack",
]

_DIGITS = 12  # of a hash
DATA = Path(__file__).parents[2] / "data"


def list_curated() -> tuple[str, ...]:
    """Return the countries that have a folder of hand-decided places, in order."""
    return tuple(sorted(path.parent.name for path in DATA.glob("*/places.csv")))


def list_packs() -> tuple[str, ...]:
    """Return the two letters of every country whose places ship, in order."""
    return tuple(sorted({*list_curated(), *list_world_files()}))


def has_pack(country: str) -> bool:
    """Say whether places ship for a country."""
    return (DATA / country / "places.csv").is_file() or has_world_file(country)


def find_pack(country: str) -> Path:
    """Return the folder of a country's hand-made files, there or not.

    Raises GazetteerError where no places ship for the country.
    """
    folder = DATA / country
    if has_pack(country):
        return folder
    lacks = "has no places.csv" if folder.is_dir() else "no such pack"
    curated = ", ".join(list_curated())
    raise GazetteerError(f"{folder}: {lacks}; there are: {curated}, and any country by two letters")


def find_sources(country: str) -> list[Path]:
    """Return the files that say where the places of a country come from, and their licences."""
    world = [FOLDER / "SOURCES.md"] if has_world_file(country) else []
    return [path for path in (DATA / country / "SOURCES.md", *world) if path.is_file()]


def hash_packs() -> dict[str, str]:
    """Return by the two letters of a hand-made pack, and "world", the first digits of its SHA-256.

    They change with any byte of the files of places that ship.
    """
    files = {country: [DATA / country / "places.csv"] for country in list_curated()}
    files["world"] = sorted(path for path in FOLDER.iterdir() if path.is_file())
    return {pack: _hash_files(paths) for pack, paths in files.items()}


def _hash_files(paths: Sequence[Path]) -> str:
    content = sha256()
    for path in paths:
        content.update(sha256(path.read_bytes()).digest())
    return content.hexdigest()[:_DIGITS]


def read_curated(country: str) -> list[Draft]:
    """Read the hand-decided places of a country alone; none: empty."""
    path = DATA / country / "places.csv"
    return read_places(path) if path.is_file() else []


def read_pack(country: str = "sy") -> list[Draft]:
    """Read the places that ship for a country, without an index to find them by; none: empty."""
    curated = read_curated(country)
    world = read_world_file(country) if has_world_file(country) else []
    places = _lay_over(curated, world) if world else curated
    return [draft for draft in places if draft.kind != EXCLUDED]


def _lay_over(curated: Sequence[Draft], world: Sequence[Draft]) -> list[Draft]:
    """Return hand-decided places with what the world's file has besides them.

    A record of the same id, or of the same name nearby, is theirs and adds its spellings; an area
    is the same by its id alone, because a town and the land around it share their names. What the
    world's file alone calls a place, and is not its name, goes behind another's own name.
    """
    own = {draft.place_id: draft for draft in curated}
    areas = {draft.adm1_code for draft in curated if draft.kind == "governorate"}
    rest = []
    for draft in world:
        known = own.get(draft.place_id)
        if known is not None:
            absorb(known, draft)
        elif draft.kind != "governorate" or not areas:
            rest.append(draft)
    merged = merge_tables([curated, rest])
    _part_further(merged)
    for draft in merged:
        draft.added, draft.variants = False, []
    return merged


def _part_further(drafts: Sequence[Draft]) -> None:
    """Tell names of the world's file that are other names from the place's own, spelled otherwise.

    "Andreyevka" is Andriivka in Russian, and "Mykolaiv" no spelling of Mykolaivka.
    """
    own = _hear([draft.name for draft in drafts])
    besides = [
        (at, name) for at, draft in enumerate(drafts) for name in only_variants(draft)
        if name != draft.name_local
    ]  # fmt: skip
    for (at, name), heard in zip(besides, _hear([name for _, name in besides]), strict=True):
        if own[at].isdisjoint(heard):
            drafts[at].further.append(name)


def _hear(names: Sequence[str]) -> list[set[str]]:
    """Return the consonants of each name, in every way that they may be written."""
    folded = [strip_articles(text) for text in fold_all(names)]
    return list(map(set, skeletons_of_all(folded)))
