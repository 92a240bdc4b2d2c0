"""The alias file: decisions as a table that sits well in git, one line each, sorted by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from gazetteer.decisions.decision import VERDICTS, Decision
from gazetteer.errors import GazetteerError
from gazetteer.limits import require_plain
from gazetteer.spelling.names import clean
from gazetteer.spreadsheet_cells import make_harmless, read_decimal, take_back

__all__ = [
    "COLUMNS", "Conflict", "holds_decisions", "merge_decisions", "read_decisions",
    "refuse_sheet", "write_decisions",
]  # fmt: skip

COLUMNS = tuple(field.name for field in fields(Decision))
NEEDED = ("name", "verdict")  # columns by which such a file is known
MOST_BYTES = 100 * 2**20
LONGEST_HEADER = 10_000  # letters
FARTHEST_KM = 500.0  # a radius beyond it says nothing of where a strike was


@dataclass(frozen=True, slots=True)
class Conflict:
    """One name that two files decide otherwise."""

    mine: Decision
    theirs: Decision

    def __str__(self) -> str:
        """Return both, in words."""
        where = f" ({self.mine.governorate})" if self.mine.governorate else ""
        return f"{self.mine.name}{where}: {_word(self.mine)}; or {_word(self.theirs)}"


def holds_decisions(path: Path) -> bool:
    """Say whether a file is a table of decisions, by its header."""
    if path.suffix.lower() != ".csv" or not path.is_file():
        return False
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        first = file.readline(LONGEST_HEADER)
    header = next(csv.reader(io.StringIO(first), delimiter=_delimiter(first)), [])
    return set(NEEDED) <= {cell.strip().lower() for cell in header}


def _delimiter(line: str) -> str:
    """Return what parts the cells of a first line: Excel writes what its machine's language has."""
    return max(",;\t", key=line.count)


def read_decisions(path: Path) -> list[Decision]:
    """Read an alias file; rows without a verdict are passed over, and so are further columns.

    Raises GazetteerError naming file, row and remedy: a cell that cannot be read, and two rows
    that decide one name otherwise.
    """
    if not path.is_file():
        raise GazetteerError(f"{path}: cannot be read (no such file); check path")
    try:
        require_plain(path)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    if path.stat().st_size > MOST_BYTES:
        raise GazetteerError(f"{path}: larger than 100 MB, which no table of decisions is")
    known: dict[tuple[str, str], tuple[int, Decision]] = {}
    for number, row in _rows(path):
        decision = _read_row(path, number, row)
        if decision is None:
            continue
        at, other = known.setdefault(decision.key, (number, decision))
        if other.answer != decision.answer:
            raise GazetteerError(
                f"{path}: row {number} decides {decision.name!r} otherwise than row {at}; keep one"
            )
    return [decision for _, decision in known.values()]


def refuse_sheet(path: Path) -> None:
    """Raise GazetteerError where a file holds more than decisions, which writing it would lose.

    A sheet of `gazetteer review` has further columns, and rows that are still to be decided.
    """
    for number, row in _rows(path):
        more = [column for column in row if column not in COLUMNS]
        if more or not row["verdict"]:
            what = f"the column {more[0]}" if more else f"row {number} without a verdict"
            raise GazetteerError(
                f"{path}: has {what}, which would be lost; name a file of decisions alone, and "
                "give both as --gazetteer"
            )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: is no UTF-8 text ({error}); save it as CSV UTF-8") from error
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text.split("\n", 1)[0]))
    try:
        yield from _lines(path, reader)
    except csv.Error as error:
        raise GazetteerError(
            f"{path}: row {reader.line_num} is not CSV ({error}); quote its cells"
        ) from error


def _lines(path: Path, reader: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    header = [cell.strip().lower() for cell in next(reader, [])]
    lacking = [name for name in NEEDED if name not in header]
    if lacking:
        raise GazetteerError(f"{path}: row 1 must name the column {lacking[0]}")
    for number, cells in enumerate(reader, start=2):
        if any(cell.strip() for cell in cells):
            yield (
                number,
                dict(zip(header, (clean(take_back(cell)) for cell in cells), strict=False)),
            )


def _read_row(path: Path, number: int, row: dict[str, str]) -> Decision | None:
    verdict = row.get("verdict", "").lower()
    if not verdict:
        return None
    if verdict not in VERDICTS:
        words = ", ".join(VERDICTS)
        raise GazetteerError(f"{path}: row {number}: verdict {verdict!r} is none of {words}")
    if not row.get("name"):
        raise GazetteerError(f"{path}: row {number}: names nothing; write the name as reported")
    numbers = {word: _number(path, number, word, row) for word in ("lon", "lat", "radius_km")}
    texts = {word: row.get(word, "") for word in ("place_id", "reason", "who", "when")}
    _check(path, number, verdict, texts["place_id"], numbers)
    texts["when"] = _moment(path, number, texts["when"])
    if verdict != "place":
        texts["place_id"] = ""
    whole = None not in numbers.values()  # a point without a radius says too little
    lon, lat, radius = (numbers[word] if whole else None for word in ("lon", "lat", "radius_km"))
    return Decision(
        row["name"], row.get("governorate", ""), verdict,
        texts["place_id"], lon, lat, radius, texts["reason"], texts["who"], texts["when"],
    )  # fmt: skip


def _number(path: Path, row: int, word: str, cells: dict[str, str]) -> float | None:
    text = cells.get(word, "")
    if not text:
        return None
    value = read_decimal(text)
    low, high = {"lon": (-180, 180), "lat": (-90, 90), "radius_km": (0, FARTHEST_KM)}[word]
    if value is None or not low <= value <= high:
        raise GazetteerError(
            f"{path}: row {row}: {word} {text!r} is no number from {low:g} to {high:g}"
        )
    return value


def _moment(path: Path, row: int, text: str) -> str:
    """Return a day or a moment; one that says its zone in UTC, so that newer ones sort last."""
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise GazetteerError(
            f"{path}: row {row}: when {text!r} is no day such as 2024-01-31 and no moment such as "
            "2024-01-31T09:30:00Z; write it so, or leave it empty"
        ) from None
    if moment is None or moment.tzinfo is None:
        return text
    try:
        return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:  # in the first or the last hours that there are
        return text


def _check(
    path: Path, row: int, verdict: str, place_id: str, numbers: dict[str, float | None]
) -> None:
    if verdict == "place" and not place_id:
        raise GazetteerError(f"{path}: row {row}: the verdict is place; give its place_id")
    lacking = [word for word, value in numbers.items() if value is None]
    if verdict == "point" and lacking:
        raise GazetteerError(f"{path}: row {row}: the verdict is point; give {lacking[0]}")


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Return decisions as the text of an alias file, sorted: a change is one line of a diff."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for decision in sorted(decisions, key=lambda one: (*one.key, one.name, one.when)):
        cells = (getattr(decision, column) for column in COLUMNS)
        writer.writerow([_cell(cell) for cell in cells])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return make_harmless(str(value))


def merge_decisions(
    mine: Sequence[Decision], theirs: Sequence[Decision]
) -> tuple[list[Decision], list[Conflict]]:
    """Return the decisions of two files together, mine where both decide alike, and the conflicts.

    A conflict is in neither; what only says later gives way to what decides.
    """
    known = {decision.key: decision for decision in mine}
    conflicts: list[Conflict] = []
    for other in theirs:
        own = known.get(other.key)
        if own is None or (own.verdict == "later" and other.verdict != "later"):
            known[other.key] = other
        elif own.answer != other.answer and other.verdict != "later":
            conflicts.append(Conflict(own, other))
    for conflict in conflicts:
        known.pop(conflict.mine.key, None)
    return list(known.values()), conflicts


def _word(decision: Decision) -> str:
    what: str = decision.verdict
    if decision.verdict == "place":
        what = decision.place_id
    elif decision.verdict == "point":
        what = f"{decision.lat:g}, {decision.lon:g} within {decision.radius_km:g} km"
    return f"{what}, {decision.words}"
