"""Rows of a stranger's table, its columns recognised or chosen -> strikes and claims."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import pandas as pd

from gazetteer.spelling.normalise import fold_words
from geo.reading.cells import CellError, WordedTollError, read_kind, read_place, read_toll
from geo.reading.columns import SEVERAL
from geo.reading.dates import DateError, Order, Span, find_order, is_undated, join_spans, read_span
from geo.strikes.schema import (
    ATTRIBUTIONS,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    OUTCOMES,
    STATUS_OF_PRECISION,
    TARGET_KINDS,
    TOLLS,
    split_several,
)

__all__ = ["ForeignRows"]

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
_CLAIM_FIELDS = ("outlet", "archive_url", "title", "published", "note")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass
class ForeignRows:
    """Reads the rows of one table; remembers what it did not understand.

    `columns` maps the table's column names to words of `geo.reading.columns.FIELDS`; `kind` is for
    rows that do not say what struck.
    """

    cells: pd.DataFrame
    columns: dict[str, str]
    kind: str = "other"
    not_understood: Counter[tuple[str, str]] = field(default_factory=Counter)
    worded: Counter[str] = field(default_factory=Counter)  # tolls told in words: cells by text

    def __post_init__(self) -> None:
        """Find how the file writes its dates."""
        self._column_of = {f: c for c, f in self.columns.items() if f not in SEVERAL}
        self._date_field = next((f for f in _DATE_FIELDS if f in self._column_of), "")
        date_columns = [self._column_of[f] for f in (self._date_field, "date_end")
                        if f in self._column_of]  # fmt: skip
        written = (text for column in date_columns for text in self.cells[column].unique())
        self._order, self._order_note = find_order(written)
        if self._date_field in _ORDER_OF_FIELD:
            self._order, self._order_note = _ORDER_OF_FIELD[self._date_field], ""

    def notes(self) -> list[str]:
        """Say what was decided for the file as a whole, and which words were not understood."""
        told = [self._order_note] if self._order and self._order_note else []
        for (name, word), rows in sorted(self.not_understood.items()):
            kept = "kept as 'other'" if name == "kind" else "left empty"
            told.append(f"{name} {word!r} is not understood, {kept} ({rows} rows)")
        if self.worded:
            many = self.worded.total()
            cells = f"{many:,} toll is" if many == 1 else f"{many:,} tolls are"
            such = ", ".join(repr(text) for text, _ in self.worded.most_common(3))
            told.append(
                f"{cells} told in words ({such}): no figure is read from them, the words stand "
                "in the claims"
            )
        if "kind" not in self._column_of:
            told.append(f"no column says what struck: every row is of kind {self.kind!r}")
        return told

    def read_row(self, cells: dict[str, str]) -> tuple[dict[str, object], list[dict[str, object]]]:
        """Return one strike and its claims. Raises CellError with every fault of the row."""
        problems: list[str] = []
        self._row_worded: list[str] = []
        record: dict[str, object] = {
            name: self._cell(cells, name) or None for name in _KEPT_AS_TEXT
        }
        record["strike_id"] = self._cell(cells, "id").strip() or None
        for reader in (self._read_dates, self._read_point, self._read_tolls):
            try:
                record.update(reader(cells))
            except (CellError, DateError) as problem:
                problems.append(str(problem))
        if problems:
            raise CellError("; ".join(problems))
        self.worded.update(self._row_worded)
        record["kind"] = self._kind(cells)
        for name, words in _CLOSED.items():
            record[name] = self._closed(cells, name, words)
        record["event_status"] = record["event_status"] or "reported"
        if record["actor"] and not record["attribution"]:
            record["attribution"] = "alleged"
        claims = self._read_claims(cells, record)
        record["source_count"] = len(claims)
        return record, claims

    def _cell(self, cells: dict[str, str], name: str) -> str:
        column = self._column_of.get(name)
        return cells[column] if column else ""

    def _read_dates(self, cells: dict[str, str]) -> dict[str, object]:
        begin, end = self._cell(cells, self._date_field), self._cell(cells, "date_end")
        spans = [read_span(text, order=self._order, unclear=self._order_note)
                 for text in (begin, end) if not is_undated(text)]  # fmt: skip
        if not spans:
            return {"date_start": None, "date_end": None, "date_precision": "unknown"}
        span = join_spans(spans[0], spans[-1])
        told = fold_words(self._cell(cells, "date_precision")).removesuffix(".0")
        span = _as_sharp_as(span, told, whole=len(spans) == 2)
        dates: dict[str, object] = {
            "date_start": pd.Timestamp(span.start),
            "date_end": pd.Timestamp(span.end),
            "date_precision": span.precision,
        }
        if span.time_local and not self._cell(cells, "time_local"):
            dates["time_local"] = span.time_local
        return dates

    def _read_point(self, cells: dict[str, str]) -> dict[str, object]:
        texts = (self._cell(cells, name) for name in ("lon", "lat", "precision", "uncertainty_km"))
        place = read_place(*texts)
        return {
            "lon": place.lon,
            "lat": place.lat,
            "precision": place.precision,
            "uncertainty_km": place.uncertainty_km,
            "match_method": place.match_method,
            "match_reason": place.match_reason,
            "location_status": STATUS_OF_PRECISION[place.precision],
        }

    def _read_tolls(self, cells: dict[str, str]) -> dict[str, object]:
        tolls: dict[str, object] = {}
        for toll in TOLLS:
            low, high = self._read_bound(cells, toll)
            tolls[f"{toll}_min"] = low
            tolls[f"{toll}_max"] = high
        return tolls

    def _read_bound(self, cells: dict[str, str], toll: str) -> tuple[int | None, int | None]:
        read = {}
        for name in (toll, f"{toll}_min", f"{toll}_max"):
            try:
                read[name] = read_toll(self._cell(cells, name))
            except WordedTollError:
                read[name] = None, None
                self._row_worded.append(self._cell(cells, name).strip())
            except CellError as problem:
                raise CellError(f"{name} {problem}") from None
        low = read[f"{toll}_min"][0] if read[f"{toll}_min"][0] is not None else read[toll][0]
        high = read[f"{toll}_max"][1] if read[f"{toll}_max"][1] is not None else read[toll][1]
        if low is not None and high is not None and high < low:
            raise CellError(f"{toll}: the upper bound {high} is below the lower {low}; swap them")
        return low, high

    def _kind(self, cells: dict[str, str]) -> str:
        text = self._cell(cells, "kind").strip()
        if not text:
            return self.kind
        kind = read_kind(text)
        if kind is None:
            self.not_understood["kind", text] += 1
        return kind or "other"

    def _closed(self, cells: dict[str, str], name: str, words: tuple[str, ...]) -> str | None:
        text = self._cell(cells, name).strip()
        word = fold_words(text).replace(" ", "_")
        if not text or word in words:
            return word or None
        self.not_understood[name, text] += 1
        return None

    def _read_claims(
        self, cells: dict[str, str], record: dict[str, object]
    ) -> list[dict[str, object]]:
        tellings = list(self._tellings(cells))
        about: dict[str, object] = {name: self._cell(cells, name) or None for name in _CLAIM_FIELDS}
        told = about["title"] or about["archive_url"] or about["outlet"] or self._row_worded
        if not tellings and not told:
            return []
        shared = {
            "place_text": record["place_text"],
            "date_text": self._cell(cells, self._date_field) or None,
            "actor": record["actor"],
            "attribution": record["attribution"],
        }
        claims: list[dict[str, object]] = [{**shared, **telling} for telling in tellings or [{}]]
        claims[0].update(about)
        if len(claims) == 1:
            claims[0].update(self._told_toll(cells, record))
        elif self._row_worded:
            words = f"toll as the table words it: {self._toll_words(cells)}"
            claims[0]["note"] = "; ".join(filter(None, [self._cell(cells, "note"), words]))
        return claims

    def _told_toll(self, cells: dict[str, str], record: dict[str, object]) -> dict[str, object]:
        """Return the row's toll for its only claim; of several claims none is known to tell it."""
        told = {f"{t}_{bound}": record[f"{t}_{bound}"] for t in TOLLS for bound in ("min", "max")}
        scope = "strike" if any(count is not None for count in told.values()) else None
        return {**told, "toll_text": self._toll_words(cells), "toll_scope": scope}

    def _toll_words(self, cells: dict[str, str]) -> str | None:
        names = [name for toll in TOLLS for name in (toll, f"{toll}_min", f"{toll}_max")]
        worded = [f"{name.replace('_', ' ')}: {self._cell(cells, name).strip()}"
                  for name in names if self._cell(cells, name).strip()]  # fmt: skip
        return "; ".join(worded) or None

    def _tellings(self, cells: dict[str, str]) -> list[dict[str, object]]:
        """Return who says so and where, one for each source or address of the row."""
        columns = {f: [c for c, field_ in self.columns.items() if field_ == f] for f in SEVERAL}
        sources: list[str] = []
        addresses: list[str] = []
        for column in columns["source"]:
            for part in split_several(cells[column].replace("\n", ";")):
                (addresses if _ADDRESS.fullmatch(part) else sources).append(part)
        for column in columns["url"]:
            found = _ADDRESS.findall(cells[column])
            told = [cells[column].strip()] if cells[column].strip() else []
            addresses += [address.rstrip(";,|") for address in found]
            sources += [] if found else told
        if len(sources) == len(addresses):
            pairs: list[tuple[str | None, str | None]] = list(zip(sources, addresses, strict=True))
        elif len(sources) == 1:
            pairs = [(sources[0], address) for address in addresses] or [(sources[0], None)]
        else:
            pairs = [*((s, None) for s in sources), *((None, a) for a in addresses)]
        return [{"claimant": source, "url": address} for source, address in pairs]


def _as_sharp_as(span: Span, told: str, *, whole: bool) -> Span:
    """Widen a day to the week, month or year that its precision column names.

    `whole` rows give both ends, so that a code of the publisher's own adds nothing.
    """
    if told in ("", "1", "day", "exact"):
        return span
    if told not in DATE_PRECISIONS or told == "unknown":
        if whole:
            return span
        raise CellError(
            f"date precision {told!r} is none of day, week, month, year; write one of them"
        )
    start, end = span.start, span.end
    if told == "week":
        start, end = start - timedelta(days=start.weekday()), end + timedelta(6 - end.weekday())
    if told in ("month", "year"):
        start, end = (
            start.replace(day=1),
            end.replace(day=calendar.monthrange(end.year, end.month)[1]),
        )
    if told == "year":
        start, end = start.replace(month=1), end.replace(month=12, day=31)
    return Span(start, end, told, span.time_local)
