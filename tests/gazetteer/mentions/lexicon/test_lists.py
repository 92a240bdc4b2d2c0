"""Words of the lexicon: each as folding leaves it, or no text would ever meet it."""

from __future__ import annotations

import pytest

from gazetteer.mentions.lexicon import arabic, english
from gazetteer.spelling.names import fold

LISTS = [(language, name) for language in (english, arabic) for name in language.__all__]


@pytest.mark.parametrize(("language", "name"), LISTS, ids=lambda part: str(part)[-40:])
def test_every_word_is_as_folding_leaves_it(language, name) -> None:
    listed = getattr(language, name)
    assert {word for word in listed if fold(word) != word} == set()
    assert listed
