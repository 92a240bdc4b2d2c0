"""A list of a few names, each of one place, as the rules of spelling ask it."""

from __future__ import annotations

from gazetteer.spelling.habits import form_of
from gazetteer.spelling.names import fold, glue


class ListedNames:
    """Places by their names; several names of one are parted by a stroke."""

    def __init__(self, *places: str, slavic: bool = False) -> None:
        self.slavic = slavic
        self._owners: dict[str, list[int]] = {}
        for number, names in enumerate(places):
            for name in names.split("|"):
                self._owners.setdefault(glue(fold(name)), []).append(number)
        self._forms = {form_of(fold(name)) for names in places for name in names.split("|")}

    def lists(self, name: str) -> bool:
        return glue(fold(name)) in self._owners

    def lists_form(self, folded: str) -> bool:
        return self.slavic and form_of(folded) in self._forms

    def owners_of(self, glued: str) -> list[int]:
        return self._owners.get(glued, [])
