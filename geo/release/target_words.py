"""Words of targets and places that say their kind, for strikes of which no kind of target is known.

Each word stands for all that begin with it; a word that ends with a space is whole. Arabic words
count wherever they stand, since articles and prepositions are written to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gazetteer.spelling.normalise import fold_words, strip_marks

__all__ = ["find_words"]

# {kind of target: words in English, Arabic, Ukrainian and Russian, Spanish and French}
WORDS: dict[str, tuple[str, ...]] = {
    "medical": (
        "hospital", "clinic", "medical", "health", "surgical", "ambulance", "paramedic", "pharmac",
        "dispensar", "maternity", "infirmar", "مستشفى", "مشفى", "عيادة", "مستوصف", "طبي", "صحي",
        "إسعاف", "صيدلية", "نقطة طبية", "лікарн", "госпітал", "клінік", "поліклінік", "медич",
        "медпункт", "аптек", "пологов", "амбулатор", "больниц", "госпитал", "клиник", "поликлиник",
        "медицин", "роддом", "clínica", "ambulanc", "farmacia", "sanitari", "hôpital", "clinique",
        "médic", "santé", "sanitaire",
    ),
    "school": (
        "school", "universit", "college", "kindergarten", "nurser", "madras", "educat", "institute",
        "مدرسة", "مدارس", "جامعة", "روضة", "حضانة", "معهد", "كلية", "школ", "університет", "ліце",
        "гімназі", "дитсад", "дитяч", "університет", "университет", "лице", "гимнази", "детсад",
        "детск", "колледж", "коледж", "escuela", "colegio", "instituto", "guardería", "école",
        "lycée", "collège", "crèche",
    ),
    "camp": (
        "camp ", "camps ", "refugee", "displaced", "idp ", "idps ", "tent ", "tents ", "مخيم",
        "نازح", "لاجئ", "خيمة", "خيام", "табір", "табор", "біжен", "переселен", "намет", "лагер",
        "бежен", "палат", "campament", "refugi", "desplazad", "réfugié", "déplacé", "tente",
    ),
    "residential": (
        "house", "home", "residen", "apartment", "dwelling", "flat ", "flats ", "منزل", "منازل",
        "بيوت", "سكن", "شقة", "будин", "житл", "квартир", "багатоповерх", "дом ", "дома ",
        "домов", "жил", "многоэтаж", "vivienda", "casa ", "casas ", "apartament", "piso ",
        "maison", "logement", "habitation", "immeuble", "appartement",
    ),
    "religious": (
        "mosque", "church", "monaster", "convent", "synagogue", "shrine", "temple", "cathedral",
        "مسجد", "كنيسة", "مزار", "حسينية", "جامع ", "мечет", "церк", "храм", "собор", "монаст",
        "синагог", "mezquita", "iglesia", "templo", "catedral", "mosquée", "église", "cathédrale",
    ),
    "market": (
        "market", "bazaar", "bazar", "souk", "souq", "shop", "سوق", "أسواق", "بازار", "ринок",
        "ринк", "базар", "рынок", "рынк", "магазин", "mercado", "tienda", "marché", "magasin",
    ),
}  # fmt: skip
_ARABIC = re.compile("[\u0600-\u06ff]")


def find_words(kinds: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds a word of some kinds of targets in a folded text; None where none has any.

    >>> find = find_words(["camp"])
    >>> bool(find.search("idp camp")), bool(find.search("campaign office"))
    (True, False)
    """
    listed = sorted({word for kind in kinds for word in WORDS.get(kind, ())})
    return re.compile("|".join(map(_word_pattern, listed))) if listed else None


def _word_pattern(word: str) -> str:
    stem = re.escape(strip_marks(fold_words(word.strip())))
    before = "" if _ARABIC.search(word) else r"\b"
    return f"{before}{stem}" + (r"\b" if word.endswith(" ") else "")
