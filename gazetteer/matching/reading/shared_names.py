"""Shared names: what villages and the quarters of any town are called alike, by language.

So common are they that a list which has one of the name says little of which is meant.
"""

from __future__ import annotations

from gazetteer.spelling.names import hear, strip_articles
from gazetteer.spelling.parts import is_quarter_name

__all__ = ["is_common_name", "is_shared_name"]

# Words of praise and of a founder, folded, without the article: dignity, victorious, red, Salih's.
_COMMON = frozenset((
    "karama", "karamah", "karameh", "mansoura", "mansura", "mansurah", "mansourah", "hamra",
    "hamraa", "salihiyah", "salihiya", "salhiyah", "salihiyeh", "khalidiyah", "khaldiyeh",
    "khalidiya", "ashrafiyah", "ashrafiya", "ashrafieh", "ashrafiyeh", "zahra", "zahraa", "rawda",
    "rawdah", "rashidiyah", "rashidiya", "rashdiyah", "nasr", "salam", "aziziyah", "aziziyeh",
    "hamidiyah", "hamidiyeh", "sulaymaniyah", "sulaimaniyah", "rabwa", "rabwah", "qahtaniyah",
    "qahtaniya", "adnaniyah", "adnaniya", "jalaa", "qusur", "qosour", "qusour", "nahda", "nahdah",
    "zuhur", "zouhour", "andalus", "firdaws", "fardos", "wahda", "wahdah",
    "كرامه", "منصوره", "حمرا", "صالحيه", "خالديه", "اشرفيه", "زهرا", "روضه", "راشديه", "رشيديه",
    "نصر", "سلام", "عزيزيه", "حميديه", "سليمانيه", "ربوه", "قحطانيه", "عدنانيه", "جلا", "قصور",
    "نهضه", "زهور", "اندلس", "فردوس", "وحده",
))  # fmt: skip
_HEARD = frozenset(map(hear, _COMMON))


def is_common_name(folded: str) -> bool:
    """Say whether a folded name is one of those few that are met everywhere."""
    return hear(strip_articles(folded)) in _HEARD


def is_shared_name(folded: str) -> bool:
    """Say whether a folded name is one that towns call their quarters by, though villages as well.

    Names that only quarters have (`is_quarter_name`) are among them.
    """
    return is_quarter_name(folded) or is_common_name(folded)
