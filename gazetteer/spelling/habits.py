"""How one name is written in Latin letters from Ukrainian, Russian and their neighbours.

Horlivka, Gorlovka and Gorlivka have one form, as have Kurakhove and Kurakhovo, Staryi and Stary.
A list of places is of this habit where its own names end as such names do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["form_of", "forms_of_all", "is_slavic"]

MOST_READ = 4_000  # names; so many tell a list's habit
LEAST_SHARE = 0.1  # of the names; of an Arabic, Kurdish or Ethiopic list it is below 0.01

# Endings of folded place names: of mills, of owners, of rivers, of what is called after a town.
_ENDS = re.compile(
    r"(?m)(?:ivka|ovka|evka|ovska|ivske|ivsk|ovsk|evsk|ovo|ove|evo|eve|skoe|skoye|ske|sko|ychi|ichi|"
    r"ivtsi|ovtsy|ovets|ivets|nytsia|nitsa|hrad|grad|pil|pol| oblast| raion| krai)$"
)
# In this order, on folded names; "\b" keeps to the words of a name.
_FORMS = tuple(
    (re.compile(found), written)
    for found, written in (
        (r"gh?", "h"),
        ("w", "v"),
        ("[yj]", "i"),
        (r"([b-df-hj-np-tv-z])(?=\1)", ""),
        ("i{2,}", "i"),
        (r"(?<=[^\W_])i(?=e)", ""),
        (r"(?<=[^\W_])io(?=[^\W_])", "e"),
        (r"(?<=[^\W_])[eio]+v(?=k[aieu]|s?k?\b|sk)", "iv"),  # Харків, Харьков; Авдіївка, Авдеевка
        (r"(?<=[^\W_])(?:oie|oe|(?<=[vnk])o)\b", "e"),  # Курахове, Курахово, Рубежное
        (r"(?<=[^\W_]{2})aia\b", "a"),  # Новая
        (r"(?<=[^\W_]{2})(?:oi|ie)\b", "i"),  # Кривой, Великие
    )
)


def is_slavic(folded: Sequence[str]) -> bool:
    """Say whether the folded names of a list are mostly written in this habit."""
    read = [name for name in folded[:: max(1, len(folded) // MOST_READ)] if name.isascii()]
    return bool(read) and len(_ENDS.findall("\n".join(read))) >= LEAST_SHARE * len(read)


def form_of(folded: str) -> str:
    """Return the one form of a folded name, however it is written in Latin letters.

    >>> form_of("gorlovka"), form_of("horlivka"), form_of("kurakhovo"), form_of("staryi saltiv")
    ('horlivka', 'horlivka', 'kurakhove', 'stari saltiv')
    """
    text = folded.replace("zhzh", "zh")
    for found, written in _FORMS:
        text = found.sub(written, text)
    return text


def forms_of_all(folded: Sequence[str]) -> list[str]:
    """Return `form_of` of many folded names, in one pass."""
    return form_of("\n".join(folded)).split("\n") if folded else []
