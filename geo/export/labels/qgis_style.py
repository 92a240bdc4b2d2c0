"""How QGIS draws strikes when it opens them: QML, and SLD for other programs.

Kinds have the web map's colours; a faint disc of `uncertainty_km` lies under each point; the
temporal controller takes the first and the last possible day. QML as QGIS 3.22 writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from geo.export.labels.column_titles import title_of
from geo.export.labels.kind_colours import KIND_COLOURS, KindColour

__all__ = ["to_qml", "to_sld", "to_table_qml"]

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_VERSION = "3.22.0"  # of QGIS, whose form this is; newer ones read it
# Expressions, not the fields themselves: QGIS 3.22 compares a field's days with moments as texts
# in the database, by which strikes stand on the wrong day, and shows the undated on every day.
_START_AND_END_EXPRESSIONS = "4"  # QgsVectorLayerTemporalProperties::TemporalMode
_START, _END = 'to_datetime("date_start")', "to_datetime(\"date_end\") + to_interval('1 day')"
_END_EXCLUDED = "0"  # Qgis::VectorTemporalLimitMode: the midnight after the last day
_EXPRESSION = "3"  # QgsProperty::Type
_DOT = "2.6"  # mm
_OUTLINE = "255,255,255,255"
_NAMESPACES = {
    "xmlns": "http://www.opengis.net/sld",
    "xmlns:se": "http://www.opengis.net/se",
    "xmlns:ogc": "http://www.opengis.net/ogc",
}


def to_qml(columns: Iterable[str]) -> str:
    """Return the style of the strikes as QML. columns: all of the layer's."""
    root = _start()
    SubElement(
        root, "temporal", mode=_START_AND_END_EXPRESSIONS, enabled="1", startExpression=_START,
        endExpression=_END, limitMode=_END_EXCLUDED, startField="date_start",
        endField="date_end", durationField="", durationUnit="d", fixedDuration="0", accumulate="0",
    )  # fmt: skip
    renderer = SubElement(
        root, "renderer-v2", type="categorizedSymbol", attr="kind", symbollevels="1"
    )
    categories, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    for number, (kind, look) in enumerate(KIND_COLOURS.items()):
        SubElement(
            categories, "category", value=kind, label=look.name, symbol=str(number), render="true"
        )
        _add_symbol(symbols, str(number), look)
    return _finish(root, columns, '"place_text"')


def to_table_qml(columns: Iterable[str], shown: str) -> str:
    """Return the readable names of a table without points as QML. shown: what names a row."""
    return _finish(_start(), columns, f'"{shown}"')


def _start() -> Element:
    return Element("qgis", version=_VERSION, styleCategories="AllStyleCategories")


def _finish(root: Element, columns: Iterable[str], shown: str) -> str:
    aliases = SubElement(root, "aliases")
    for index, name in enumerate(columns):
        SubElement(aliases, "alias", field=name, index=str(index), name=title_of(name))
    SubElement(root, "previewExpression").text = shown
    return _DOCTYPE + tostring(root, encoding="unicode")


def _add_symbol(symbols: Element, name: str, look: KindColour) -> None:
    symbol = SubElement(
        symbols, "symbol", type="marker", name=name, alpha="1", clip_to_extent="1", force_rhr="0"
    )
    colour = ",".join(map(str, look.rgb))
    disc = _add_marker(symbol, "0", {
        "color": f"{colour},26", "outline_color": f"{colour},90", "outline_width": "0.1",
        "size": "0", "size_unit": "RenderMetersInMapUnits",
    })  # fmt: skip
    _add_expression(disc, "size", 'coalesce("uncertainty_km", 0) * 2000')
    _add_marker(symbol, "1", {
        "color": f"{colour},255", "outline_color": _OUTLINE, "outline_width": "0.2",
        "size": _DOT, "size_unit": "MM",
    })  # fmt: skip


def _add_marker(symbol: Element, level: str, options: Mapping[str, str]) -> Element:
    """Add a circle. level: all discs are drawn before all dots."""
    layer = SubElement(
        symbol, "layer", {"class": "SimpleMarker", "enabled": "1", "locked": "0", "pass": level}
    )
    listed = SubElement(layer, "Option", type="Map")
    shape = {"name": "circle", "outline_style": "solid", "outline_width_unit": "MM"}
    for key, value in {**shape, **options}.items():
        SubElement(listed, "Option", type="QString", name=key, value=value)
        SubElement(layer, "prop", k=key, v=value)  # what QGIS before 3.18 reads
    return layer


def _add_expression(layer: Element, key: str, expression: str) -> None:
    defined = SubElement(SubElement(layer, "data_defined_properties"), "Option", type="Map")
    SubElement(defined, "Option", type="QString", name="name", value="")
    listed = SubElement(defined, "Option", type="Map", name="properties")
    one = SubElement(listed, "Option", type="Map", name=key)
    SubElement(one, "Option", type="bool", name="active", value="true")
    SubElement(one, "Option", type="QString", name="expression", value=expression)
    SubElement(one, "Option", type="int", name="type", value=_EXPRESSION)
    SubElement(defined, "Option", type="QString", name="type", value="collection")


def to_sld(layer: str) -> str:
    """Return the colours of kinds as SLD 1.1, which has neither discs nor time."""
    root = Element("StyledLayerDescriptor", {**_NAMESPACES, "version": "1.1.0"})
    named = SubElement(root, "NamedLayer")
    SubElement(named, "se:Name").text = layer
    style = SubElement(named, "UserStyle")
    SubElement(style, "se:Name").text = layer
    rules = SubElement(style, "se:FeatureTypeStyle")
    for kind, look in KIND_COLOURS.items():
        _add_rule(rules, kind, look)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _add_rule(rules: Element, kind: str, look: KindColour) -> None:
    rule = SubElement(rules, "se:Rule")
    SubElement(rule, "se:Name").text = look.name
    equal = SubElement(SubElement(rule, "ogc:Filter"), "ogc:PropertyIsEqualTo")
    SubElement(equal, "ogc:PropertyName").text = "kind"
    SubElement(equal, "ogc:Literal").text = kind
    graphic = SubElement(SubElement(rule, "se:PointSymbolizer"), "se:Graphic")
    mark = SubElement(graphic, "se:Mark")
    SubElement(mark, "se:WellKnownName").text = "circle"
    for part, colour in (("fill", look.colour), ("stroke", "#ffffff")):
        painted = SubElement(mark, f"se:{part.capitalize()}")
        SubElement(painted, "se:SvgParameter", name=part).text = colour
    SubElement(graphic, "se:Size").text = "9"
