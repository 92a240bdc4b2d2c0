"""The language of sheets, and of their phrases on a page, that goes with the page's own."""

from __future__ import annotations

from gazetteer.language import spoken
from geo.briefing.terms.languages import LANGUAGES

__all__ = ["sheet_language"]


def sheet_language() -> str:
    """Return the language that the page speaks where sheets have it, else English."""
    code = spoken().code
    return code if code in LANGUAGES else "en"
