"""Mentions of many documents as one table: what `strikemap places` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.limits import TEXT, require_plain
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.document import Mention, find_mentions

__all__ = ["MENTION_COLUMNS", "read_document", "row_of_mention", "tabulate_mentions"]

MENTION_COLUMNS = (
    "doc", "surface", "char_start", "char_end", "country", "place_id", "place_name",
    "place_name_ar", "lon", "lat", "precision", "uncertainty_km", "location_status",
    "match_method", "match_score", "match_reason", "rivals", "adm1_code", "adm1_name",
)  # fmt: skip

Row = dict[str, object]


def read_document(path: Path) -> str:
    """Read a whole text as UTF-8 with its line ends as they are; offsets count in it.

    Raises GazetteerError naming file, line and remedy.
    """
    try:
        require_plain(path)
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read(TEXT.most + 1)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GazetteerError(f"{path}: line {line} is not UTF-8; save it as UTF-8 text") from error
    if len(text) > TEXT.most:
        raise GazetteerError(f"{path}: has more than {TEXT}; cut it into its articles")
    return text


def tabulate_mentions(documents: Iterable[tuple[str, str]], gazetteer: Gazetteer) -> Iterator[Row]:
    """Yield a row of MENTION_COLUMNS for every mention of (name, text) documents, in order.

    Raises GazetteerError for a document of more names than gazetteer.limits lets in.
    """
    for doc, text in documents:
        try:
            mentions = find_mentions(text, gazetteer)
        except GazetteerError as error:
            raise GazetteerError(f"{doc}: {error}") from error
        for mention in mentions:
            yield row_of_mention(doc, mention)


def row_of_mention(doc: str, mention: Mention) -> Row:
    """Return the row of MENTION_COLUMNS of one mention in a document of a name."""
    match, place = mention.match, mention.match.place
    return {
        "doc": doc, "surface": mention.surface, "char_start": mention.start,
        "char_end": mention.end, "country": mention.country,
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "place_name_ar": place.name_ar if place else None,
        "lon": None if match.lon is None else round(match.lon, 6),
        "lat": None if match.lat is None else round(match.lat, 6),
        "precision": match.precision,
        "uncertainty_km": None if match.lon is None else match.uncertainty_km,
        "location_status": match.location_status, "match_method": match.method,
        "match_score": None if match.score is None else round(match.score, 3),
        "match_reason": match.reason,
        "rivals": ";".join(rival.place_id for rival in match.rivals),
        "adm1_code": match.adm1_code, "adm1_name": match.adm1_name,
    }  # fmt: skip
