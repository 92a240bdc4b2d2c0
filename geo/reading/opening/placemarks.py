"""KML as XML: opened within limits, and what a placemark says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # it has no type hints

from geo.errors import ReadError
from geo.reading.opening.archives import MAGIC, open_archive, unpack

__all__ = ["child_text", "data_of", "dates_of", "open_kml"]

_LARGEST = 200  # MB of KML, unpacked
_AGAIN = "save it again as KML"
# Google Earth writes a day without a time as its first or last second.
_WHOLE_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(?:00:00(?::00)?|23:59(?::59)?)(?:\.\d+)?Z?")


def open_kml(content: bytes, name: str) -> etree._Element:
    """Return the root of a KML, or of the first one in a KMZ.

    Nothing else is opened, and no address that it names. Raises ReadError naming the remedy.
    """
    return _parse(_unzip(content, name), name)


def _unzip(content: bytes, name: str) -> bytes:
    if not content.startswith(MAGIC):
        return content
    archive = open_archive(content, name, most=_LARGEST, remedy=_AGAIN)
    names = [one for one in archive.namelist() if one.lower().endswith(".kml")]
    if not names:
        raise ReadError(f"{name}: is an archive without a .kml in it; {_AGAIN}")
    first = next((one for one in names if one.lower() == "doc.kml"), names[0])
    return unpack(archive, first, name, remedy=_AGAIN)


def _parse(content: bytes, name: str) -> etree._Element:
    settings = {
        "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
        "remove_comments": True, "remove_pis": True,
    }  # fmt: skip
    try:
        return etree.fromstring(content.lstrip(), etree.XMLParser(**settings))
    except (etree.XMLSyntaxError, ValueError) as error:
        # Google Earth reads a map whose prefixes are not declared; nothing else is mended.
        lenient = etree.XMLParser(recover=True, **settings)
        root = _recover(content.lstrip(), lenient)
        if root is None or any(one.domain_name != "NAMESPACE" for one in lenient.error_log):
            why = str(error).split(", line")[0].strip()
            where = f"line {getattr(error, 'lineno', None) or 1}"
            raise ReadError(f"{name}: is no KML ({where}: {why}); {_AGAIN}") from error
        return root


def _recover(content: bytes, lenient: etree.XMLParser) -> etree._Element | None:
    """Return what a lenient parser makes of a text; None where there is nothing at all."""
    try:
        return etree.fromstring(content, lenient)
    except (etree.XMLSyntaxError, ValueError):
        return None


def child_text(element: etree._Element, tag: str) -> str:
    """Return the text of a placemark's own tag in one line, "" where there is none."""
    found = element.find(f"{{*}}{tag}")
    return "" if found is None else " ".join("".join(found.itertext()).split())


def dates_of(element: etree._Element) -> dict[str, str]:
    """Return the texts `date` and `date_end` of TimeStamp or TimeSpan, "" for none."""
    texts = {
        "date": element.findtext("{*}TimeStamp/{*}when") or
        element.findtext("{*}TimeSpan/{*}begin") or "",
        "date_end": element.findtext("{*}TimeSpan/{*}end") or "",
    }  # fmt: skip
    return {key: _WHOLE_DAY.sub(r"\1", text.strip()) for key, text in texts.items()}


def data_of(element: etree._Element) -> dict[str, str]:
    """Return ExtendedData: texts by the words of its author."""
    data: dict[str, str] = {}
    for key, text in _list_data(element):
        before = data.get(key, "")
        data[key] = f"{before}; {text}" if before and text and text != before else before or text
    return data


def _list_data(element: etree._Element) -> Iterator[tuple[str, str]]:
    for extended in element.iterfind("{*}ExtendedData"):
        for one in extended.iterchildren(etree.Element):
            tag = etree.QName(one).localname
            if tag == "Data":
                yield one.get("name", ""), one.findtext("{*}value") or ""
            elif tag == "SchemaData":
                for inner in one.iterfind("{*}SimpleData"):
                    yield inner.get("name", ""), inner.text or ""
            else:
                yield tag, "".join(one.itertext()).strip()
