"""Persons in Arabic texts: called after a child, "father of Omar", as villages are too."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.mentions.lexicon.arabic import HONORIFICS, PREPOSITIONS, TYPES
from gazetteer.mentions.lexicon.lists import split_words
from gazetteer.spelling.names import fold

__all__ = ["DOERS", "SPEECH", "STANDS_BY_PLACES", "is_called_as_person"]

_FATHERS = split_words("ابو ابي ابا")
_MOTHERS = split_words("ام")
SPEECH = split_words(
    "قال قالت يقول تقول اكد اكدت يؤكد افاد افادت صرح صرحت اضاف اضافت يضيف اوضح اوضحت ذكر ذكرت اشار "
    "اشارت كتب نفى نفت اعلن اعلنت حدثنا اخبرنا روى يروي تحدث تحدثت طالب ناشد حذر اعتبر راى وصف علق "
    "ابلغ شرح اجاب رد لفت نوه"
)
_DEEDS = split_words(
    "قتل مقتل اعدم اعدام اغتيل اغتال اغتيال اعتقل اعتقال اصيب اصابة استشهد استشهاد وصل غادر زار "
    "التقى توفي وفاة نزح عاد شاهد جرح خطف اختطف اختطاف"
)
# Before a name: it is who did it, or whom it befell.
DOERS = SPEECH | _DEEDS | HONORIFICS - {"علي"}
# Before a name: it is a place. Persons follow the others as often.
STANDS_BY_PLACES = TYPES | PREPOSITIONS - split_words("من الي ل ب بين عند نحو")


def is_called_as_person(words: Sequence[str]) -> bool:
    """Say whether a name is "father of" and any word, or "mother of" and a person's name.

    >>> is_called_as_person(["أبو", "عمر"]), is_called_as_person(["أم", "شرشوح"])
    (True, False)
    """
    first, *rest = map(fold, words)
    return bool(rest) and (first in _FATHERS or (first in _MOTHERS and rest[0] in HONORIFICS))
