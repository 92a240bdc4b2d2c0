"""Templates of English sentences as patterns: what a line that was worded by one says in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["find_patterns"]

_SECOND = "_2"  # ending of a name that stands in a template twice


def find_patterns(
    templates: Iterable[str], forms: Mapping[str, str]
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each template with the pattern of the lines that it words.

    forms: of the values, by the names that templates have in braces; of any other, any words.

    >>> [(_, pattern)] = find_patterns(["has {count} columns"], {"count": r"[0-9]+"})
    >>> pattern.fullmatch("has 7 columns")["count"], pattern.fullmatch("has many columns")
    ('7', None)
    """
    return tuple((template, re.compile(_write(template, forms))) for template in templates)


def _write(template: str, forms: Mapping[str, str]) -> str:
    pieces = re.split(r"\{(\w+)\}", template)
    words = [re.escape(piece) for piece in pieces[::2]]
    values = (f"(?P<{name}>{forms.get(name.removesuffix(_SECOND), '.+?')})"
              for name in pieces[1::2])  # fmt: skip
    return words[0] + "".join(map("".join, zip(values, words[1:], strict=True)))
