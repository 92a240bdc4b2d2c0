"""Names that must not be placed: "several towns", "the regime area"."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.spelling.names import fold

__all__ = ["VagueNames"]


class VagueNames:
    """Phrases that name no one place, each with its reason; a * at the end: any words follow."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._begun: dict[str, list[tuple[str, str]]] = {}  # by first word
        for phrase, reason in phrases:
            folded = fold(phrase.removesuffix("*"))
            self._whole[folded] = reason
            if phrase.endswith("*"):
                self._begun.setdefault(folded.split(" ", 1)[0], []).append((folded + " ", reason))

    def find(self, folded: str) -> str | None:
        """Return why a folded name must not be placed, None where it may be."""
        if folded in self._whole:
            return self._whole[folded]
        begun = self._begun.get(folded.split(" ", 1)[0], ())
        return next((reason for phrase, reason in begun if folded.startswith(phrase)), None)
