"""Shared names: what villages and the quarters of any town are called alike, by language.

So common are they that a list which has one of the name says little of which is meant.
"""

from __future__ import annotations

from gazetteer.spelling.names import hear, strip_articles
from gazetteer.spelling.parts import is_quarter_name

__all__ = ["is_shared_name"]

# Words of praise and of a founder, folded, without the article: dignity, victorious, red, Salih's.
_SHARED = frozenset((
    "karama", "karamah", "karameh", "mansoura", "mansura", "mansurah", "mansourah", "hamra",
    "hamraa", "salihiyah", "salihiya", "salhiyah", "salihiyeh", "khalidiyah", "khaldiyeh",
    "khalidiya", "ashrafiyah", "ashrafiya", "ashrafieh", "ashrafiyeh", "zahra", "zahraa", "rawda",
    "rawdah", "rashidiyah", "rashidiya", "rashdiyah", "nasr", "salam", "aziziyah", "aziziyeh",
    "jamiliyah", "jamiliyeh", "hamidiyah", "hamidiyeh", "sulaymaniyah", "sulaimaniyah",
    "mahattah", "mahatta", "sinaa", "sinaah", "rabwa", "rabwah", "bayada", "bayadah",
    "rumaniyah", "rumaniya", "mushayrifah", "qahtaniyah", "qahtaniya", "adnaniyah", "adnaniya",
    "yarmuk", "kashif", "basil", "assad", "asad", "amal", "wafa",
    "كرامه", "منصوره", "حمرا", "صالحيه", "خالديه", "اشرفيه", "زهرا", "روضه", "راشديه", "رشيديه",
    "نصر", "سلام", "عزيزيه", "جميليه", "حميديه", "سليمانيه", "محطه", "صناعه", "ربوه", "بياضه",
    "رمانيه", "مشيرفه", "قحطانيه", "عدنانيه", "كاشف", "باسل", "اسد", "امل", "وفا",
))  # fmt: skip
_HEARD = frozenset(map(hear, _SHARED))


def is_shared_name(folded: str) -> bool:
    """Say whether a folded name is one that towns call their quarters by, though villages as well.

    Names that only quarters have (`is_quarter_name`) are among them.
    """
    return is_quarter_name(folded) or hear(strip_articles(folded)) in _HEARD
