"""In which language words are: by their script, and by the small words and letters that it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reports.words.wording import LANGUAGES, load_wording

__all__ = ["languages_of", "tell_language"]

_OTHER_SCRIPT = re.compile("[\u0370-\u08ff]")


@cache
def _signs(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a language's script, and of what others of the script have not."""
    letters = load_wording(language).tables["grammar"]["letters"]
    own = letters.get("own", r"(?!)")
    return re.compile(letters["script"]), re.compile(own, re.IGNORECASE)


def tell_language(text: str, likely: str = LANGUAGES[0]) -> str:
    """Return the language of words; of several in one script the one with most signs of its own.

    likely: what it is where the words do not show it.
    """
    if not _OTHER_SCRIPT.search(text):
        return "en"
    counted = {}
    for language in LANGUAGES:
        script, own = _signs(language)
        counted[language] = (len(script.findall(text)), len(own.findall(text)), language == likely)
    return max(counted, key=lambda language: counted[language])


def languages_of(sentences: Sequence[str]) -> tuple[str, list[str]]:
    """Return the language of a whole text and that of each of its sentences."""
    whole = tell_language("\n".join(sentences))
    return whole, [tell_language(sentence, whole) for sentence in sentences]
