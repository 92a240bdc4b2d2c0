"""Strikes told before that a later sentence takes back: refuted claims, and what was shot down."""

from __future__ import annotations

from reports.draft import Aside, Draft
from reports.drafting.continuing import Continuing
from reports.same import key_of_mention
from reports.telling import Told
from reports.words.attacks import weapons_in
from reports.words.roles import COUNTRY
from reports.words.standing import WHY_ASIDE
from reports.words.tolls import NOTHING

__all__ = ["Withdrawing"]

_FIRED = ("drone", "missile", "shelling")  # what air defence shoots down
_AGAINST = 0.3  # how sure a kind is of which the text then says that there was none


def _names_places(told: Told) -> bool:
    """Say whether a sentence names more than who speaks: a place besides a country."""
    return any(part.role != COUNTRY or part.mention.match.precision != "country"
               for part in told.parts)  # fmt: skip


class Withdrawing(Continuing):
    """One report while it is read, with what sentences take back of strikes told before."""

    def _withdraw(self, told: Told) -> None:
        """Set aside what was told as a claim of places where "there was no strike on" it.

        The sentence says no more than that: what it says of another time, target or kind, or who
        says it, withdraws nothing. A strike told as a fact stays, with the words against it.
        """
        if not told.struck:
            return
        words = told.text
        for part in sorted(told.struck, key=lambda part: -part.start):
            words = f"{words[: part.start]}§{words[part.end :]}"
        if not self._tells("refutes").fullmatch(words):
            return
        keys = {key_of_mention(part.mention) for part in told.struck}
        kinds = {act.kind for act in told.stands if not act.open}
        for draft in self.drafts.all_on(keys):
            if draft.days is not None or draft.toll or (kinds and draft.kind not in kinds):
                continue
            if self._tells("as_claim").search(self.report.text, draft.start, draft.end):
                self.aside.append(Aside(draft.start, draft.end, draft.kind, WHY_ASIDE["refuted"]))
                self._leave(draft)
            else:
                sure, why = draft.why["kind"]
                draft.why["kind"] = (
                    min(sure, _AGAINST),
                    f"{why}; then the text says: there was none",
                )

    def _intercept(self, told: Told) -> None:
        """Set aside what was fired at a place where the next sentence says that all was shot down.

        Not where either, or the one after them, says that anything was hit or anybody hurt, nor
        of a part of what came ("six of them were shot down"), nor of a kind that is not named
        again, nor where another place is named.
        """
        if told.at - self.last_at != 1 or not self._tells("all_shot_down").search(told.text):
            return
        landed, text = self._tells("landed"), self.report.text
        after = self.sentences[told.at + 1 : told.at + 2]
        if landed.search(told.text) or self._harms(told) or _names_places(told):
            return
        if any(landed.search(text, one.start, one.end) for one in after):
            return
        kinds = weapons_in(told.text, self.wording)
        fired = [draft for draft in self.last if draft.toll.killed in (NOTHING, (0, None))
                 and draft.kind in _FIRED and kinds <= {draft.kind}
                 and self._tells("fired_at").search(text, draft.start, draft.end)
                 and not landed.search(text, draft.start, draft.end)]  # fmt: skip
        for draft in fired:
            why = WHY_ASIDE["intercepted"]
            self.aside.append(Aside(draft.start, draft.end, draft.kind, why))
            self._leave(draft)

    def _harms(self, told: Told) -> bool:
        """Say whether a sentence tells of people killed or injured."""
        ranges = (told.toll.killed, told.toll.injured, told.toll.casualties)
        return any(people not in (NOTHING, (0, None)) for people in ranges)

    def _leave(self, draft: Draft) -> None:
        """Take a draft out of what was told."""
        self.drafts.leave(draft)
        self.last = [one for one in self.last if one is not draft]
