"""The closed words of data, marked: kinds, statuses, levels, precisions, as the tables hold them.

They are said by `_` wherever a cell or a choice shows one; a test holds this list against the
vocabularies of the tables.
"""

from __future__ import annotations

from gazetteer.language import N_

__all__ = ["WORDS"]

LIST_MARKS = N_(", "), N_("; ")  # between the members of a list
WORDS = frozenset({
    N_("strike"), N_("strikes"), N_("event"), N_("events"), N_("row"), N_("rows"),
    N_("not reported"), N_("actor"), N_("target"), N_("weekday"), N_("undated"),
    # kinds
    N_("airstrike"), N_("drone"), N_("missile"), N_("shelling"), N_("ied"), N_("ground"),
    N_("IED"), N_("other"),
    # how sharp a date or a place is
    N_("day"), N_("week"), N_("month"), N_("year"), N_("unknown"), N_("site"), N_("neighbourhood"),
    N_("settlement"), N_("near"), N_("area"), N_("country"),
    # how a place was matched
    N_("given"), N_("exact"), N_("spelling"), N_("nearby"), N_("online"), N_("reviewed"),
    N_("ambiguous"), N_("vague"), N_("none"),
    # standings and outcomes
    N_("alleged"), N_("claimed"), N_("confirmed"), N_("contested"), N_("reported"), N_("denied"),
    N_("hit"), N_("intercepted"), N_("missed"), N_("accepted"), N_("joined"), N_("rejected"),
    # kinds of target, in a sentence and alone
    N_("armed group"), N_("military"), N_("residential"), N_("medical"), N_("school"),
    N_("religious"), N_("market"), N_("camp"), N_("infrastructure"), N_("vehicle"),
    N_("Armed group"), N_("Military"), N_("Residential"), N_("Medical"), N_("School"),
    N_("Religious"), N_("Market"), N_("Camp"), N_("Infrastructure"), N_("Vehicle"), N_("Other"),
    N_("Unknown"),
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
    # areas, as most countries call them
    N_("governorate"), N_("district"), N_("subdistrict"), N_("province"), N_("region"),
    N_("county"), N_("department"), N_("municipality"), N_("state"), N_("commune"), N_("parish"),
    N_("division"), N_("prefecture"), N_("territory"), N_("zone"), N_("canton"), N_("oblast"),
    N_("raion"), N_("hromada"), N_("wilaya"), N_("locality"), N_("emirate"), N_("township"),
    N_("woreda"), N_("second-level district"),
    # kinds of places
    N_("airport"), N_("facility"), N_("crossing"), N_("dam"), N_("mountain"), N_("plain"),
    N_("road"),
    # fields of forms that are called as their columns are
    N_("Outcome"), N_("Munition"), N_("Weapon"), N_("Note"),
})  # fmt: skip
