"""A fuzzer guided by coverage on what reads a stranger's texts: it must read, or refuse in words.

    python -m bench.faults.fuzz run SECONDS FOLDER
    python -m bench.faults.fuzz keep FOLDER

It needs atheris (`pip install atheris`), which is no dependency of ours. `run` starts from
corpus.jsonl and from what an earlier run left in FOLDER; what it finds is told and left as crash-*
in the working folder; a case of it belongs into tests/hostile. `keep` adds texts
of FOLDER, short to long, to corpus.jsonl, which tests/hostile reads whole.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

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

__all__ = ["READERS", "read_all", "read_corpus"]

CORPUS = Path(__file__).with_name("corpus.jsonl")
KEPT = 50  # texts of a reader, so that the tests read them in seconds
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


def read_corpus() -> list[tuple[str, str]]:
    """Return what is kept: (name of a reader, text)."""
    lines = CORPUS.read_text(encoding="ascii").splitlines()
    return [(name, text) for name, text in map(json.loads, lines)]


def _pack(name: str, text: str) -> bytes:
    return bytes([list(READERS).index(name)]) + text.encode("utf-8", "surrogatepass")


def _unpack(data: bytes) -> tuple[str, str]:
    """Any bytes are a case: the first chooses the reader, the rest is text, even no UTF-8."""
    names = list(READERS)
    text = data[1:].decode("utf-8", "surrogateescape")
    return names[(data or b"\0")[0] % len(names)], text[:LONGEST]


def run(seconds: str, folder: Path) -> None:
    """Fuzz for so many seconds."""
    import atheris  # type: ignore[import-untyped, unused-ignore]

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in read_corpus():
        read_all(name, text)  # what is loaded once, is loaded
        data = _pack(name, text)
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    atheris.instrument_all()
    limits = [
        f"-max_total_time={seconds}",
        "-timeout=20",
        "-rss_limit_mb=3000",
        f"-max_len={LONGEST}",
    ]
    atheris.Setup([sys.argv[0], *limits, str(folder)], lambda data: read_all(*_unpack(data)))
    atheris.Fuzz()


def keep(folder: Path) -> None:
    """Add to the corpus texts of each reader that the fuzzer kept, evenly from short to long."""
    kept = read_corpus()
    found = {_unpack(file.read_bytes()) for file in folder.iterdir()} - set(kept)
    for name in READERS:
        room = max(0, KEPT - sum(each == name for each, _ in kept))
        own = sorted((one for one in found if one[0] == name), key=lambda one: (len(one[1]), one))
        step = max(1, len(own) // max(1, room))
        kept += own[step - 1 :: step][:room]
    lines = [json.dumps(one) for one in sorted(kept)]
    CORPUS.write_text("\n".join(lines) + "\n", encoding="ascii")


def main(words: list[str]) -> None:
    """Run or keep, see the module."""
    match words:
        case ["run", seconds, folder]:
            run(seconds, Path(folder))
        case ["keep", folder]:
            keep(Path(folder))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
