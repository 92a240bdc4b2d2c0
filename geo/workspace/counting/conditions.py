"""Filters as conditions of SQL: the same rows pass as by `geo.strikes.filters.filter_strikes`.

What is compared however it is spelled is compared here, word by word of those that the summaries
list, and the words that pass are handed over as parameters.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Table,
    and_,
    any_,
    exists,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
)

from geo.errors import FilterError
from geo.strikes.filters import Filters
from geo.strikes.nearness import Near
from geo.strikes.passing import (
    HOURS,
    NO_SOURCE,
    NOT_REPORTED,
    SEARCHED,
    ChosenAreas,
    fold,
    names_actor,
)
from geo.workspace.counting.points import POINTS
from geo.workspace.counting.sources import (
    SOURCE_HEAD,
    find_sites,
    head_of_source,
    source_of,
    texts,
)
from geo.workspace.counting.summaries import (
    ACTORS,
    AREAS,
    CELLS,
    HOURLY,
    PLACES,
    SUMS,
    TARGETS,
    WEEKLY,
    name_weekday,
)
from geo.workspace.counting.values import find_words, list_pairs, list_words
from geo.workspace.tables import TABLES

__all__ = ["SUMMED", "answers", "find_conditions", "refuse"]

Condition = ColumnElement[bool]
_STRIKES, _CLAIMS = TABLES.tables["strikes"], TABLES.tables["claims"]
# Fields that sums by month, by hour, by weekday and cells are kept by; the days of a period aside.
_COMMON = ("governorates", "kinds", "statuses", "only")
SUMMED = (*_COMMON, "actors")
_SERVED = {
    SUMS.name: SUMMED,
    HOURLY.name: (*_COMMON, "hours"),
    WEEKLY.name: (*_COMMON, "weekdays"),
    CELLS.name: ("kinds", "only"),
    POINTS.name: ("governorates", "districts", "kinds", "actors", "only", "hours", "weekdays"),
}
_HEAD = 200  # letters of a text that an index of the strikes holds
_WHOLE = ("place_text",)  # texts that one holds whole
_DEGREE_KM = 110.5  # the shortest degree of latitude (WGS 84: 110.57 km at the equator)
_WIDEST = 60.0  # degrees of latitude up to which a box around a circle is asked for first


def refuse(filters: Filters) -> None:
    """Raise FilterError, with the remedy, for what a database answers no filter by."""
    if filters.near_layer:
        raise FilterError(
            f"filter: near_layer={filters.near_layer.text}: a database does not measure from a "
            "layer; leave it out, and filter by the layer what the other filters choose"
        )
    if filters.around:
        raise FilterError(
            f"filter: around={filters.around} has no point yet; give it as near=lon,lat,km"
        )


def find_conditions(
    connection: Connection, filters: Filters, rows: FromClause = _STRIKES
) -> list[Condition]:
    """Return the conditions of all fields but the period; rows: the strikes, or a summary of sums.

    Raises FilterError for what cannot be asked of a database.
    """
    refuse(filters)
    fields = _CONDITIONS if rows is _STRIKES else _SERVED[str(getattr(rows, "name", ""))]
    return [
        _CONDITIONS[field](connection, rows.c, chosen)
        for field in fields
        if (chosen := getattr(filters, field))
    ]


def answers(summary: Table, filters: Filters) -> bool:
    """Return whether a summary of sums has all that filters ask for, the days of a period aside."""
    if filters.date_from and filters.date_from > date.max.replace(day=1):
        return False  # no month begins after it
    served = (*_SERVED[summary.name], "date_from", "date_to")
    others = (one.name for one in dataclass_fields(filters) if one.name not in served)
    return not any(getattr(filters, name) for name in others)


def _among(column: ColumnElement[Any], words: Any) -> Condition:  # noqa: ANN401
    """Say that a text is one of several, handed over as one parameter however many they are."""
    values = sorted(word for word in words if "\x00" not in word)  # which no text of SQL holds
    if not values:
        return false()
    return column == any_(texts(values))


def _or_none(column: ColumnElement[Any], chosen: tuple[str, ...]) -> Condition:
    named = _among(column, [word for word in chosen if word != NOT_REPORTED])
    return or_(named, column.is_(None)) if NOT_REPORTED in chosen else named


def _in_areas(level: int, stated: str) -> Callable[..., Condition]:
    """Return what makes the condition of areas of a level; stated: what reports call them."""

    def ask(connection: Connection, cells: Any, chosen: tuple[str, ...]) -> Condition:  # noqa: ANN401
        areas = ChosenAreas(chosen, list_pairs(connection, level))
        code, name = (f"adm{level}_{what}" for what in ("code", "name"))
        bare = AREAS.c[code].is_(None), AREAS.c[name].is_(None)
        texts = list_words(connection, AREAS.c[stated], *bare)
        without = and_(cells[code].is_(None), cells[name].is_(None))
        told = _among(cells[stated], filter(areas.holds_stated, texts))
        if NOT_REPORTED in chosen:
            strange = [text for text in texts if not areas.knows(text)]
            told = or_(told, cells[stated].is_(None), _among(cells[stated], strange))
        return or_(
            _among(cells[code], find_words(connection, AREAS.c[code], areas.holds)),
            _among(cells[name], find_words(connection, AREAS.c[name], areas.holds)),
            and_(without, told),
        )

    return ask


def _by_actors(connection: Connection, cells: Any, chosen: tuple[str, ...]) -> Condition:  # noqa: ANN401
    folded = {fold(value) for value in chosen}
    cells_named = find_words(connection, ACTORS.c.actor, lambda cell: names_actor(cell, folded))
    named = _among(cells.actor, cells_named)
    return or_(named, cells.actor.is_(None)) if NOT_REPORTED in chosen else named


def _holds_text(connection: Connection, cells: Any, text: str) -> Condition:  # noqa: ANN401
    words = fold(text).split()
    listed = {name: _fold_all(connection, name) for name in SEARCHED}
    return and_(
        true(),  # where nothing is left of the text to be found, each row holds it
        *(
            or_(*(_holds_word(cells[name], found, word) for name, found in listed.items()))
            for word in words
        ),
    )


def _holds_word(column: ColumnElement[Any], listed: dict[str, str], word: str) -> Condition:
    """Say that a text is one of those that hold a word; listed: every text, folded."""
    found = [cell for cell, folded in listed.items() if word in folded]
    if listed and len(found) == len(listed):
        return column.is_not(None)  # without a list as long as all of them
    if column.name in _WHOLE or not found:
        return _among(column, found)
    head = func.left(column, literal_column(str(_HEAD)))
    whole = column.op("||")("")  # that the index of parts of words, which takes seconds, is left
    return and_(_among(head, {cell[:_HEAD] for cell in found}), _among(whole, found))


def _fold_all(connection: Connection, name: str) -> dict[str, str]:
    summary = next(one for one in (AREAS, PLACES, TARGETS, ACTORS) if name in one.c)
    return {cell: fold(cell) for cell in list_words(connection, summary.c[name])}


def _on_weekdays(_: Connection, cells: Any, chosen: tuple[str, ...]) -> Condition:  # noqa: ANN401
    named = cells.weekday if "weekday" in cells else name_weekday(cells)
    return _or_none(named, chosen)


def _at_hours(_: Connection, cells: Any, chosen: tuple[str, ...]) -> Condition:  # noqa: ANN401
    if "hour" in cells:
        return _or_none(cells.hour, chosen)
    head = func.left(cells.time_local, 3)  # a pattern takes four times as long
    named = _among(head, [f"{hour}:" for hour in chosen if hour != NOT_REPORTED])
    if NOT_REPORTED not in chosen:
        return named
    known = func.coalesce(_among(head, [f"{hour}:" for hour in HOURS]), literal(False))
    return or_(named, ~known)


def _since(_: Connection, cells: Any, first: date) -> Condition:  # noqa: ANN401
    return or_(cells.added >= first.isoformat(), cells.revised >= first.isoformat())


def _near(connection: Connection, cells: Any, near: Near) -> Condition:  # noqa: ANN401
    """Say that a point with its radius touches a circle, measured on the ellipsoid (PostGIS)."""
    centre = func.ST_SetSRID(func.ST_MakePoint(near.lon, near.lat), 4326)
    away = func.ST_Distance(_geography(cells.geom), _geography(centre)) / 1000.0
    within = and_(cells.location_status == "located", away - cells.uncertainty_km <= near.km)
    box = _box(connection, near)
    return within if box is None else and_(cells.geom.op("&&")(box), within)


def _geography(shape: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.geography(shape)


def _box(connection: Connection, near: Near) -> ColumnElement[Any] | None:
    """Return a box that holds all that can touch a circle; None where none is plain to say."""
    # As the index of radii has it, which so serves no other question: read beside that of points,
    # it takes longer than the strikes of a box.
    status = _STRIKES.c.location_status.op("||")(literal_column("''"))
    located = select(func.max(_STRIKES.c.uncertainty_km)).where(
        status == literal_column("'located'")
    )
    reach = (near.km + (connection.execute(located).scalar() or 0.0)) / _DEGREE_KM
    top = abs(near.lat) + reach
    if not top < _WIDEST:
        return None
    across = reach / math.cos(math.radians(top))
    west, east = near.lon - across, near.lon + across
    if west < -180 or east > 180:
        return None
    return func.ST_MakeEnvelope(west, near.lat - reach, east, near.lat + reach, 4326)


def _by_sources(connection: Connection, cells: Any, chosen: tuple[str, ...]) -> Condition:  # noqa: ANN401
    claims = _CLAIMS.c
    own = claims.strike_id == cells.strike_id
    alone = and_(claims.claimant.is_(None), claims.outlet.is_(None))
    sites = find_sites(connection)
    named = [url for url, site in sites.items() if site in chosen]
    by_site = and_(alone, _among(claims.url, named)) if named else false()
    heads = [name[:SOURCE_HEAD] for name in chosen]
    by_name = and_(_among(head_of_source(claims), heads), _among(source_of(claims), chosen))
    found = exists().where(own, or_(by_name, by_site))
    if {NOT_REPORTED, NO_SOURCE}.isdisjoint(chosen):
        return found
    sited = func.coalesce(_among(claims.url, sites), literal(False))
    nameless = and_(source_of(claims).is_(None), ~and_(alone, sited))
    return or_(found, ~exists().where(own), exists().where(own, nameless))


# Field to what makes its condition: the connection, the columns and what is chosen.
_CONDITIONS: dict[str, Callable[..., Condition]] = {
    "governorates": _in_areas(1, "governorate_text"),
    "districts": _in_areas(2, "district_text"),
    "kinds": lambda _, cells, chosen: _among(cells.kind, chosen),
    "actors": _by_actors,
    "statuses": lambda _, cells, chosen: _among(cells.location_status, chosen),
    "only": lambda _, cells, __: cells.not_strike.is_(None),
    "targets": lambda _, cells, chosen: _or_none(cells.target_kind, chosen),
    "weekdays": _on_weekdays,
    "hours": _at_hours,
    "since": _since,
    "sources": _by_sources,
    "near": _near,
    "text": _holds_text,
}  # fmt: skip
