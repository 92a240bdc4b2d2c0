"""What is wrong with a visitor's file, in the language that is spoken.

The rooms below the app word their errors in English, as the command line and the log have them:
what it is called, what is wrong, and a remedy after ";". A page says each part in the visitor's
language; a message of which one part is none of these stays English as a whole.
"""

from __future__ import annotations

import re
from functools import cache

from gazetteer.language import N_, _, spoken
from strikemap.languages.templates import find_patterns

__all__ = ["TROUBLES", "say_trouble"]

# A template stands before those that would take its words too.
TROUBLES = (
    N_("the file is empty"),
    N_("row 1 is empty"),
    N_("this is no text file"),
    N_("not readable as {format} ({error})"),
    N_("is a workbook of Excel 97 (.xls), or one locked with a password"),
    N_("is an OpenDocument sheet (.ods)"),
    N_("has no sheet {sheet}"),
    N_("it has {list}"),
    N_("its sheet {sheet} is empty"),
    N_("no sheet holds a table"),
    N_("no GeoJSON FeatureCollection, and no list of records"),
    N_("no GeoJSON FeatureCollection ({error})"),
    N_("is no GeoPackage, whatever its name says"),
    N_("holds no layer"),
    N_("has no layer {layer}"),
    N_("holds no placemark"),
    N_("holds a link to a map, and no placemark"),
    N_("{rows} rows of {columns} columns are more than is read at once"),
    N_("has no shapes"),
    N_("no coordinate system and no degrees"),
    N_("a shapefile is several files"),
    N_("is no zip archive that can be opened ({error})"),
    N_("is locked with a password"),
    N_("is locked by a password"),
    N_("unpacks to {size} MB, more than {most} MB"),
    N_("is damaged ({error})"),
    N_("its crs is {crs}"),
    N_("broken UTF-16"),
    N_("is an archive without a .kml in it"),
    N_("is no KML ({error})"),
    N_("has {count} columns"),
    N_("there is no column {column}"),
    N_("two columns are chosen as {field}"),
    N_("takes more than {size} MB of memory"),
    N_("takes more than {size} MB of memory or {seconds} seconds, or breaks what reads it"),
    N_("takes longer than {seconds} seconds"),
    N_("writes a file of more than {size} MB"),
    N_("is not read, another file of yours is being read"),
    N_("is not read, other visitors' files are being read"),
    N_("is not read, this machine cannot begin what reads it now"),
    N_("the sheet is not drawn, another sheet of yours is being drawn"),
    N_("the sheet is not drawn, other visitors' sheets are being drawn"),
    N_("holds {count} files"),
    N_("is larger than {size} MB"),
    N_("is no .zip that can be read ({error})"),
    N_("has more than {count} parts"),
    N_("its head has more than {count} bytes"),
    N_("is no mail"),
    N_("has no text"),
    N_("holds mails in mails without end"),
    N_("holds pictures and no text"),
    N_("has {pages} pages"),
    N_("is no PDF that can be read ({error})"),
    N_("line {line} is not UTF-8"),
    N_("unpacks to too much"),
    N_("is no Word file that can be read ({error})"),
    N_("cannot be read ({error})"),
    N_("its text cannot be read ({error})"),
    N_("cannot be unpacked ({error})"),
    N_("may name {count} places, over {most} names"),
    N_("has {count} letters, more than {most} letters"),
    N_("only a GeoPackage has layers to choose from"),
    N_("holds no feature"),
    N_("is {size} MB, more than {most} MB"),
    N_("no columns of longitude and latitude are found"),
    N_("is no GeoJSON ({error})"),
    N_("row 1 must name the column {column}"),
    N_("is no UTF-8 text ({error})"),
    N_("give one with a header and rows"),
    N_("put the column names into the first row"),
    N_("save the table as CSV (UTF-8)"),
    N_("save it again as {format}"),
    N_("save it again"),
    N_("save it as .xlsx"),
    N_("save it as .xlsx in LibreOffice"),
    N_("open it in a spreadsheet program and save it as .xlsx without a password"),
    N_("choose another"),
    N_("choose one"),
    N_("put column names and rows into one"),
    N_("save it as one"),
    N_("save the strikes into one"),
    N_("save the features into one"),
    N_("export the map itself, with its data, as KML or KMZ from the program that shows it"),
    N_("export the map itself as KML or KMZ"),
    N_("split the file"),
    N_("split it"),
    N_("split it up"),
    N_("split it, {most} at most are read"),
    N_("zip the .shp with its .dbf, .shx and .prj again"),
    N_("zip the .shp with its .dbf, .shx and .prj again and give that"),
    N_("put the .prj beside the .shp, or convert the file to EPSG:4326"),
    N_("a table has at most {most}: delete those that are not needed"),
    N_("give a smaller part of it, or save it as CSV"),
    N_("try again in a minute"),
    N_("pack it anew"),
    N_("pack it anew without a password"),
    N_("save the one that is meant as .eml"),
    N_("save its text as .txt"),
    N_("save it as .txt"),
    N_("save it from the mail program as .eml"),
    N_("save what is attached and read that"),
    N_("run text recognition (OCR) on it"),
    N_("save a copy without it"),
    N_("print it anew as PDF or save it as .txt"),
    N_("save it as UTF-8 text"),
    N_("save it as CSV UTF-8"),
    N_("save it anew without its pictures"),
    N_("open it in Word and save it anew as .docx without a password"),
    N_("check path"),
    N_("check the path"),
    N_("give a part of it"),
    N_("cut it into its articles"),
    N_("save a FeatureCollection with some"),
    N_("keep the features near the strikes, or simplify it"),
    N_("call them lon and lat"),
    N_("workbooks ending in {ending} are not read"),
    N_("save it as .xlsx in Excel, LibreOffice or Numbers"),
    N_("is no GeoPackage, GeoJSON, shapefile or FlatGeobuf, whatever its name says"),
    N_("save it as one of these"),
    N_("files ending in {ending} are not read"),
    N_("use {list}"),
    N_("cannot be opened ({error})"),
    N_("{remedy} without one"),
)  # fmt: skip
_NUMBER = r"\d[\d.,]*"
_NUMBERS = ("count", "most", "size", "rows", "columns", "seconds", "pages", "line")
_FORMS = {
    **dict.fromkeys(_NUMBERS, _NUMBER),
    "format": r"[\w-]+(?: \d+ \([\w:]+\))?",
    "error": r"[^;]+",
}


def say_trouble(said: str) -> str:
    """Say an error's line; English, and what is not known whole, stay as they are.

    >>> say_trouble("a.csv: the file is empty; give one with a header and rows")
    'a.csv: the file is empty; give one with a header and rows'
    """
    if spoken().code == "en":
        return said
    names = [0, *(met.end() for met in re.finditer(": ", said))]
    for at in names:  # a file's name may hold ": " too
        parts = [_say_part(part) for part in said[at:].split("; ")]
        if None not in parts:
            return said[:at] + _("; ").join(filter(None, parts))
    return said


def _say_part(part: str) -> str | None:
    for template, pattern in _patterns():
        if met := pattern.fullmatch(part):
            values: dict[str, str | None] = met.groupdict()
            if "remedy" in values:
                values["remedy"] = _say_part(met["remedy"])
            if None not in values.values():
                return _(template, **values) if values else _(template)
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return find_patterns(TROUBLES, _FORMS)
