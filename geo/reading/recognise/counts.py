"""Columns of counts by the words of their names: tolls, their bounds and parts, and strikes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from geo.reading.column_names import FIELDS
from geo.reading.recognise.names import candidates, fold_name

__all__ = ["Part", "find_part", "guess_counts"]

_BOUNDS = {
    "min": "min minimum low lowest lower least at_least الأدنى minimo minimale минимум мин حداقل",
    "max": "max maximum high highest upper most at_most الأعلى maximo maximale максимум макс"
    " حداکثر",
}
# Words that only say that a column counts.
_COUNTING = (
    "total totals number num no nr nb n of count counts sum people persons person reported"
    " estimated estimate estimates est best overall all the in by figure figures bound value"
    " عدد إجمالي مجموع اجمالي nombre de des du d numero cantidad число количество всего"
    " кількість число всього sayısı toplam تعداد شمار"
)
_ALL = "total totals all overall إجمالي اجمالي مجموع всего всього toplam"
_PARTS = {
    "children": "children child kids minors infants boys girls الأطفال أطفال طفل enfants ninos"
    " ninas дети детей діти дітей çocuk کودکان کودک",
    "women": "women woman females female النساء نساء femmes mujeres женщины женщин жінки жінок"
    " kadın زنان",
    "men": "men man males male الرجال رجال hommes hombres мужчины мужчин чоловіки чоловіків erkek"
    " مردان",
    "others": "civilians civilian militants militant combatants combatant fighters fighter"
    " soldiers soldier belligerents belligerent military terrorists terrorist elderly journalists"
    " medics المدنيين مدنيين المدنيون civils civiles гражданских цивільних sivil",
}
# Words for all that people suffered, as headings over the killed and the injured have them.
_HARM = (
    "casualties casualty victims victim losses loss toll tolls harm human الضحايا ضحايا الخسائر"
    " خسائر البشرية victimes pertes bajas victimas perdidas жертвы потери жертви втрати kayıp"
    " kayıplar opfer verluste"
)
_TOLLS = ("killed", "injured", "civilians_killed", "casualties")


@dataclass(frozen=True, slots=True)
class Part:
    """What a column counts a part of: the toll, whose part it is, and which bound ("" for both)."""

    toll: str
    whose: str
    bound: str


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in listed.split())


@cache
def _toll_of_name() -> dict[str, str]:
    names = candidates()
    return {name: toll for toll in reversed((*_TOLLS, "strikes")) for name in names[toll]}


def guess_counts(names: Iterable[str], taken: dict[str, str]) -> dict[str, str]:
    """Return the columns that count, beside those `taken`: {column: word of FIELDS}.

    "Minimum total people killed" and "killed (low)" are killed_min; "Children killed" is a part
    of the killed, no total. Bare "best", "low" and "high" side by side are the killed, as UCDP
    and those who build on it write them.
    """
    chosen: dict[str, str] = {}
    fields = set(taken.values())
    for column in sorted(names, key=_counts_a_part):
        if column in taken:
            continue
        field = _field_of_count(column)
        if field and (field.endswith("_part") or field not in fields):
            chosen[column] = field
            fields.add(field)
    return chosen | _bare_bounds(names, taken | chosen)


def find_part(name: str) -> Part | None:
    """Return of which toll a column counts a part, and whose; None where it counts none.

    >>> find_part("Minimum children reported killed")
    Part(toll='killed', whose='children', bound='min')
    """
    bound, rest = _without_bound(fold_name(name).split("_"))
    for whose, listed in _PARTS.items():
        others = [word for word in rest if word not in _words(listed)]
        toll = _toll_of_name().get("_".join(others))
        if len(others) < len(rest) and toll in ("killed", "injured"):
            return Part(toll, whose, bound)
    return None


def _counts_a_part(column: str) -> bool:
    """Say whether a name does not say that it counts all: "Total strikes" goes before "Raids"."""
    return not _words(_ALL) & set(fold_name(column).split("_"))


def _field_of_count(column: str) -> str | None:
    """Return the field of a name that counts something, None for all others."""
    words = fold_name(column).split("_")
    bound, rest = _without_bound(words)
    toll = _toll_of_name().get("_".join(rest)) or _toll_under_heading(rest)
    if toll == "strikes" and len(rest) == len(words):
        return None  # "strikes" alone may name them
    if toll:
        return f"{toll}_{bound}" if bound else toll
    part = find_part(column)
    return f"{part.toll}_part" if part else None


def _toll_under_heading(words: list[str]) -> str | None:
    """Return the toll of "casualties killed": the heading beside it says nothing more."""
    rest = [word for word in words if word not in _words(_HARM)]
    toll = _toll_of_name().get("_".join(rest)) if len(rest) < len(words) else None
    return None if toll == "strikes" else toll


def _without_bound(words: list[str]) -> tuple[str, list[str]]:
    """Return which bound a name speaks of, "" for none, and its words without those of counting."""
    bounds = [b for b, listed in _BOUNDS.items() if _words(listed) & set(words)]
    aside = _words(_COUNTING).union(*map(_words, _BOUNDS.values()))
    rest = [word for word in words if word not in aside and not word.isdigit()]
    return bounds[0] if len(bounds) == 1 else "", rest


def _bare_bounds(names: Iterable[str], taken: dict[str, str]) -> dict[str, str]:
    plain = {fold_name(column): column for column in names if column not in taken}
    if not {"best", "low", "high"} <= set(plain):
        return {}
    meant = {"best": "killed", "low": "killed_min", "high": "killed_max"}
    return {plain[n]: f for n, f in meant.items() if f in FIELDS and f not in taken.values()}
