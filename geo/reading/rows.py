"""Rows of a table whose columns were recognised or chosen -> strikes and claims."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pandas as pd

from gazetteer.spelling.normalise import fold_words
from geo.reading.cells import CellError, WordedTollError, read_kind, read_place, read_toll
from geo.reading.columns import Row, columns_by_field
from geo.reading.dates import DateError, Order, Span, find_order, is_undated, join_spans, read_span
from geo.reading.row_claims import read_claims
from geo.strikes.schema import (
    ATTRIBUTIONS,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    OUTCOMES,
    STATUS_OF_PRECISION,
    TARGET_KINDS,
    TOLLS,
)

__all__ = ["RowReader"]

_DATE_FIELDS = ("date", "date_dmy", "date_mdy")
_ORDER_OF_FIELD: dict[str, Order] = {"date_dmy": "day first", "date_mdy": "month first"}
_KEPT_AS_TEXT = ("munition", "weapon", "time_local", "place_text", "governorate_text", "actor",
                 "target")  # fmt: skip
_CLOSED = {
    "attribution": ATTRIBUTIONS,
    "event_status": EVENT_STATUSES,
    "target_kind": TARGET_KINDS,
    "outcome": OUTCOMES,
}


@dataclass
class RowReader:
    """Reads the rows of one table; remembers what it did not understand.

    `columns` maps the table's column names to words of `geo.reading.column_names.FIELDS`; `kind`
    is for rows that do not say what struck.
    """

    cells: pd.DataFrame
    columns: Mapping[str, str]
    kind: str = "other"
    not_understood: Counter[tuple[str, str]] = field(default_factory=Counter)
    worded: Counter[str] = field(default_factory=Counter)  # tolls in words: cells by text

    def __post_init__(self) -> None:
        """Find how the file writes its dates."""
        self._columns_of = columns_by_field(self.columns)
        self._date_field = next((f for f in _DATE_FIELDS if f in self._columns_of), "")
        date_columns = [self._columns_of[f][0] for f in (self._date_field, "date_end")
                        if f in self._columns_of]  # fmt: skip
        written = (text for column in date_columns for text in self.cells[column].unique())
        self._order, self._order_note = find_order(written)
        if self._date_field in _ORDER_OF_FIELD:
            self._order, self._order_note = _ORDER_OF_FIELD[self._date_field], ""

    def notes(self) -> list[str]:
        """Say what was decided for the file as a whole, and which words were not understood."""
        notes = [self._order_note] if self._order and self._order_note else []
        for (name, word), rows in sorted(self.not_understood.items()):
            kept = "kept as 'other'" if name == "kind" else "left empty"
            notes.append(f"{name} {word!r} is not understood, {kept} ({rows} rows)")
        if self.worded:
            many = self.worded.total()
            cells = f"{many:,} toll is" if many == 1 else f"{many:,} tolls are"
            such = ", ".join(repr(text) for text, _ in self.worded.most_common(3))
            notes.append(
                f"{cells} told in words ({such}): no figure is read from them, the words stand "
                "in the claims"
            )
        if "kind" not in self._columns_of:
            notes.append(f"no column says what struck: every row is of kind {self.kind!r}")
        return notes

    def read_row(self, cells: dict[str, str]) -> tuple[dict[str, object], list[dict[str, object]]]:
        """Return one strike and its claims. Raises CellError with every fault of the row."""
        row = Row(cells, self._columns_of)
        problems: list[str] = []
        self._row_worded: list[str] = []
        record: dict[str, object] = {name: row.cell(name) or None for name in _KEPT_AS_TEXT}
        record["strike_id"] = row.cell("id").strip() or None
        for reader in (self._read_dates, self._read_point, self._read_tolls):
            try:
                record.update(reader(row))
            except (CellError, DateError) as problem:
                problems.append(str(problem))
        if problems:
            raise CellError("; ".join(problems))
        self.worded.update(self._row_worded)
        record["kind"] = self._kind(row)
        for name, words in _CLOSED.items():
            record[name] = self._closed(row, name, words)
        record["event_status"] = record["event_status"] or "reported"
        if record["actor"] and not record["attribution"]:
            record["attribution"] = "alleged"
        date_text = row.cell(self._date_field) or None
        claims = read_claims(row, record, date_text=date_text, worded=bool(self._row_worded))
        record["source_count"] = len(claims)
        return record, claims

    def _read_dates(self, row: Row) -> dict[str, object]:
        begin, end = row.cell(self._date_field), row.cell("date_end")
        spans = [read_span(text, order=self._order, unclear=self._order_note)
                 for text in (begin, end) if not is_undated(text)]  # fmt: skip
        if not spans:
            return {"date_start": None, "date_end": None, "date_precision": "unknown"}
        span = join_spans(spans[0], spans[-1])
        stated = fold_words(row.cell("date_precision")).removesuffix(".0")
        span = _as_sharp_as(span, stated, whole=len(spans) == 2)
        dates: dict[str, object] = {
            "date_start": pd.Timestamp(span.start),
            "date_end": pd.Timestamp(span.end),
            "date_precision": span.precision,
        }
        if span.time_local and not row.cell("time_local"):
            dates["time_local"] = span.time_local
        return dates

    def _read_point(self, row: Row) -> dict[str, object]:
        texts = (row.cell(name) for name in ("lon", "lat", "precision", "uncertainty_km"))
        point = read_place(*texts)
        return {
            "lon": point.lon,
            "lat": point.lat,
            "precision": point.precision,
            "uncertainty_km": point.uncertainty_km,
            "match_method": point.match_method,
            "match_reason": point.match_reason,
            "location_status": STATUS_OF_PRECISION[point.precision],
        }

    def _read_tolls(self, row: Row) -> dict[str, object]:
        tolls: dict[str, object] = {}
        for toll in TOLLS:
            tolls[f"{toll}_min"], tolls[f"{toll}_max"] = self._read_bounds(row, toll)
        return tolls

    def _read_bounds(self, row: Row, toll: str) -> tuple[int | None, int | None]:
        read = {}
        for name in (toll, f"{toll}_min", f"{toll}_max"):
            try:
                read[name] = read_toll(row.cell(name))
            except WordedTollError:
                read[name] = None, None
                self._row_worded.append(row.cell(name).strip())
            except CellError as problem:
                raise CellError(f"{name} {problem}") from None
        low = read[f"{toll}_min"][0] if read[f"{toll}_min"][0] is not None else read[toll][0]
        high = read[f"{toll}_max"][1] if read[f"{toll}_max"][1] is not None else read[toll][1]
        if low is not None and high is not None and high < low:
            raise CellError(f"{toll}: the upper bound {high} is below the lower {low}; swap them")
        return low, high

    def _kind(self, row: Row) -> str:
        text = row.cell("kind").strip()
        if not text:
            return self.kind
        kind = read_kind(text)
        if kind is None:
            self.not_understood["kind", text] += 1
        return kind or "other"

    def _closed(self, row: Row, name: str, words: tuple[str, ...]) -> str | None:
        text = row.cell(name).strip()
        word = fold_words(text).replace(" ", "_")
        if not text or word in words:
            return word or None
        self.not_understood[name, text] += 1
        return None


def _as_sharp_as(span: Span, stated: str, *, whole: bool) -> Span:
    """Widen a day to the week, month or year that its precision column names.

    `whole` rows give both ends, so that a code of the publisher's own adds nothing.
    """
    if stated in ("", "1", "day", "exact"):
        return span
    if stated not in DATE_PRECISIONS or stated == "unknown":
        if whole:
            return span
        raise CellError(
            f"date precision {stated!r} is none of day, week, month, year; write one of them"
        )
    start, end = span.start, span.end
    if stated == "week":
        start, end = start - timedelta(days=start.weekday()), end + timedelta(6 - end.weekday())
    if stated in ("month", "year"):
        start, end = (
            start.replace(day=1),
            end.replace(day=calendar.monthrange(end.year, end.month)[1]),
        )
    if stated == "year":
        start, end = start.replace(month=1), end.replace(month=12, day=31)
    return Span(start, end, stated, span.time_local)
