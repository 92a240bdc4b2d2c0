"""A fuzzer guided by coverage on what reads a stranger's texts: it must read, or refuse in words.

    python -m bench.faults.fuzz SECONDS [CORPUS]

It needs atheris (`pip install atheris`), which is no dependency of ours. What it finds is told and
left as crash-* in the working folder; a case of it belongs into tests/hostile.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

from gazetteer import load_gazetteer
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.document import find_mentions
from gazetteer.passwords import hide_passwords
from geo.errors import ReadError
from geo.reading.dates import is_undated, read_span
from geo.reading.inputs import read_table
from geo.reading.values.plain import is_nothing
from geo.reading.values.points import read_point_cell
from geo.reading.values.tolls import read_toll, toll_words
from reports.document import Report
from reports.reading import read_report

__all__ = ["READERS", "read_all"]

LONGEST = 400  # characters of a text: what is slow shows in short ones too


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer("sy")


def _read_day(text: str) -> None:
    if not is_undated(text):
        span = read_span(text, order="day first", zone="Asia/Damascus")
        if span.start > span.end:
            raise AssertionError(f"{text!r}: ends before it begins")


def _read_toll(text: str) -> None:
    low, high = read_toll(text)
    toll_words(text)
    if (low is not None and low < 0) or (None not in (low, high) and low > high):  # type: ignore[operator] # both are there
        raise AssertionError(f"{text!r}: {low} to {high} people")


def _read_point(text: str) -> None:
    point = None if is_nothing(text) else read_point_cell(text)
    if point is not None and not (abs(point[0]) <= 180 and abs(point[1]) <= 90):
        raise AssertionError(f"{text!r}: {point} is off the earth")


def _match_name(text: str) -> None:
    match = _gazetteer().match(text)
    if (match.lon is None) != (match.lat is None):
        raise AssertionError(f"{text!r}: half a point")


def _find_names(text: str) -> None:
    end = 0
    for each in find_mentions(text, _gazetteer()):
        if not (end <= each.start < each.end) or text[each.start : each.end] != each.surface:
            raise AssertionError(f"{text!r}: {each.surface!r} is not at {each.start}")
        end = each.end


def _read_report(text: str) -> None:
    for draft in read_report(Report("text", text), _gazetteer()).drafts:
        if draft.match is not None and (draft.match.lon is None) != (draft.match.lat is None):
            raise AssertionError(f"{text!r}: half a point")


def _read_table(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    for name in ("a.csv", "a.json", "a.geojson", "a.kml"):
        try:
            read_table(content, name=name)
        except ReadError as error:
            if len(str(error)) > 2_000:
                raise AssertionError(f"{text!r}: an endless refusal") from error


def _hide(text: str) -> None:
    if hide_passwords(hide_passwords(text)) != hide_passwords(text):
        raise AssertionError(f"{text!r}: hidden twice is not hidden once")


READERS: dict[str, Callable[[str], None]] = {
    "days": _read_day, "tolls": _read_toll, "points": _read_point, "names": _match_name,
    "texts": _find_names, "reports": _read_report, "tables": _read_table, "addresses": _hide,
}  # fmt: skip


def read_all(name: str, text: str) -> None:
    """Have a reader read a text; ValueError is how readers refuse one."""
    try:
        READERS[name](text[:LONGEST])
    except UnicodeError:
        raise  # of a lone surrogate: no reader's own word
    except ValueError:
        return


def main(words: list[str]) -> None:
    """Fuzz for so many seconds."""
    import atheris  # type: ignore[import-untyped, unused-ignore]

    names = list(READERS)
    for name in names:
        read_all(name, "Homs")

    def test_one(data: bytes) -> None:
        given = atheris.FuzzedDataProvider(data)
        name = names[given.ConsumeIntInRange(0, len(names) - 1)]
        read_all(name, given.ConsumeUnicode(LONGEST))

    seconds, *corpus = words or ["60"]
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000",
                   *corpus], test_one)  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
