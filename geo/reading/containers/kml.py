"""KML and KMZ of Google My Maps, Google Earth and our own: a row each placemark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
from lxml import etree  # type: ignore[import-untyped] # it has no type hints

from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.reading.frames import table_of_columns
from geo.reading.kinds import Container
from geo.reading.opening.descriptions import Description, read_descriptions
from geo.reading.opening.pin_days import find_day
from geo.reading.opening.placemarks import child_text, data_of, dates_of, open_kml
from geo.reading.table import OWN_NAMES, Table, check_filling, check_width

__all__ = ["KML"]

_SHAPES = [f"{{*}}{tag}" for tag in ("Point", "LineString", "LinearRing", "Polygon", "Model",
                                     "Track", "MultiTrack")]  # fmt: skip
_DATES = {"date", "date_dmy", "date_mdy", "year"}


@dataclass(slots=True)
class _Placemark:
    """What a placemark says: texts by KML's own words, its data by the words of its author."""

    own: dict[str, str]
    data: dict[str, str]
    point: tuple[str, str] | None
    shape: str  # "point", "other" or "none"
    mixed: bool = False
    links: list[str] = field(default_factory=list)


def _read(content: bytes, name: str) -> Table:
    root = open_kml(content, name)
    folders: dict[etree._Element, str] = {}
    placemarks = [_open(one, folders) for one in root.iter("{*}Placemark")]
    away = sum(1 for _ in root.iter("{*}NetworkLink"))
    if not placemarks:
        why = "holds a link to a map, and no placemark" if away else "holds no placemark"
        raise ReadError(
            f"{name}: {why}; export the map itself, with its data, as KML or KMZ from the "
            "program that shows it"
        )
    if any({"strike_id", "location_status"} <= one.data.keys() for one in placemarks):
        return _read_own(placemarks, name)
    _merge(placemarks, read_descriptions([one.own.pop("description", "") for one in placemarks]))
    table = table_of_columns(_arrange(placemarks, name), name)
    return replace(table, notes=(*table.notes, *_notes(placemarks, away)))


def _open(element: etree._Element, folders: dict[etree._Element, str]) -> _Placemark:
    parent = element.getparent()
    if parent not in folders:
        names = [child_text(one, "name") for one in element.iterancestors("{*}Folder")]
        folders[parent] = " / ".join(name for name in reversed(names) if name)
    point, shape, mixed = _find_point(element)
    own = {"name": child_text(element, "name"), "address": child_text(element, "address"),
           "folder": folders[parent], "description": _markup(element)}  # fmt: skip
    own |= dates_of(element)
    links = [one.get("href", "") for one in element.iterfind("{http://www.w3.org/2005/Atom}link")]
    return _Placemark(own, data_of(element), point, shape, mixed, [one for one in links if one])


def _markup(element: etree._Element) -> str:
    """Return a description as HTML, whether its tags are escaped or stand bare in the XML."""
    found = element.find("{*}description")
    if found is None:
        return ""
    inner = (etree.tostring(one, encoding="unicode") for one in found)
    return "".join([found.text or "", *inner]).strip()


def _find_point(element: etree._Element) -> tuple[tuple[str, str] | None, str, bool]:
    """Return the only point of a placemark, what shape it has, and whether it has others too."""
    shapes = list(element.iter(*_SHAPES))
    points = [one for one in shapes if etree.QName(one).localname == "Point"]
    if not shapes:
        return None, "none", False
    places = (points[0].findtext("{*}coordinates") or "").strip() if len(points) == 1 else ""
    if not places:
        return None, "other" if len(shapes) > len(points) or len(points) > 1 else "none", False
    lon, lat, *_ = [*re.split(r"\s*,\s*", places), ""]
    return (lon, lat), "point", len(shapes) > 1


def _read_own(placemarks: Sequence[_Placemark], name: str) -> Table:
    """Return the table that our own export wrote: its data, and its points."""
    frame = _frame([one.data for one in placemarks], name)
    missing = [column for column in OWN_NAMES if column not in frame]
    frame = frame.assign(**dict.fromkeys(missing, ""))
    points = [one.point or ("", "") for one in placemarks]
    return table_of_columns(frame.assign(lon=[lon for lon, _ in points],
                                         lat=[lat for _, lat in points]), name)  # fmt: skip


def _merge(placemarks: Sequence[_Placemark], descriptions: Sequence[Description]) -> None:
    """Add what descriptions say to the data, which Google My Maps writes into both."""
    names: dict[str, str] = {}
    for one, description in zip(placemarks, descriptions, strict=True):
        data: dict[str, str] = {}
        for key, value in one.data.items():
            data[names.setdefault(key.strip().casefold(), key.strip())] = value.strip()
        others = []
        for key, value in description.pairs:
            column = names.setdefault(key.casefold(), key)
            if not data.get(column):
                data[column] = value
            elif value and " ".join(data[column].split()) != value:
                others.append(f"{key}: {value}")
        one.data = data
        one.own["description"] = "\n".join(filter(None, [description.text, *others]))
        one.own["links"] = "; ".join(dict.fromkeys([*one.links, *description.links]))


def _arrange(placemarks: Sequence[_Placemark], name: str) -> pd.DataFrame:
    """Return the table of all placemarks; what KML has words for fills what its author left."""
    data = _frame([one.data for one in placemarks], name)
    meanings = guess_columns(data.columns)
    own = _frame([one.own for one in placemarks])
    data = _fill_dates(data, _add_days(data, own, meanings), meanings)
    points = [one.point or ("", "") for one in placemarks]
    if any(one.point for one in placemarks):
        data = data.rename(columns={key: f"{key} (property)" for key in ("lon", "lat")})
        data = data.assign(lon=[lon for lon, _ in points], lat=[lat for _, lat in points])
    kept = [key for key in ("name", "folder", "address", "description", "links")
            if (own[key] != "").any()]  # fmt: skip
    own = own[kept]
    if "place_text" not in meanings.values():
        own = own.rename(columns={"name": "place"})
    return pd.concat([own, data], axis=1)


def _add_days(data: pd.DataFrame, own: pd.DataFrame, meanings: Mapping[str, str]) -> pd.DataFrame:
    """Return KML's own words with the days that names and descriptions begin with."""
    dated = [column for column, word in meanings.items() if word in _DATES]
    undated = ~(pd.concat([data[dated], own[["date", "date_end"]]], axis=1) != "").any(axis=1)
    texts = zip(own["name"], own["description"], strict=True)
    days = pd.Series([find_day(*pair) for pair in texts], index=own.index, dtype="str")
    return own.assign(date=own["date"].where(~undated, days))


def _fill_dates(data: pd.DataFrame, own: pd.DataFrame, meanings: Mapping[str, str]) -> pd.DataFrame:
    """Put the days of TimeStamp and TimeSpan where a row has no day of its own."""
    dated = [column for column, word in meanings.items() if word in _DATES]
    ended = [column for column, word in meanings.items() if word == "date_end"]
    undated = ~(data[[*dated, *ended]] != "").any(axis=1)
    for key, columns in (("date", dated), ("date_end", ended)):
        given = own[key].where(undated, "")
        if (given != "").any():
            column = columns[0] if columns and meanings[columns[0]] != "year" else key
            before = data.get(column, given)
            data = data.assign(**{column: before.where(before != "", given)})
    return data


def _frame(rows: Sequence[Mapping[str, str]], name: str = "") -> pd.DataFrame:
    keys = dict.fromkeys(key for row in rows for key in row)
    check_width(len(keys), name)
    check_filling(len(rows), len(keys), sum(map(len, rows)), name)
    columns = {key: pd.Series([row.get(key, "") for row in rows], dtype="str") for key in keys}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def _notes(placemarks: Sequence[_Placemark], away: int) -> Iterator[str]:
    lines = sum(one.shape == "other" for one in placemarks)
    none = sum(one.shape == "none" for one in placemarks)
    mixed = sum(one.mixed for one in placemarks)
    if lines:
        yield f"{_count(lines, 'is a line or an area', 'are lines or areas')}: read without a point"
    if none:
        yield f"{_count(none, 'has no shape', 'have no shape')}: read without a point"
    if mixed:
        yield f"{_count(mixed, 'has', 'have')} other shapes beside a point: the point is read"
    if away:
        yield f"{away} {'link' if away == 1 else 'links'} to other maps not followed"


def _count(number: int, one: str, several: str) -> str:
    return f"1 placemark {one}" if number == 1 else f"{number:,} placemarks {several}"


KML = Container("KML", (".kml", ".kmz"), _read)
