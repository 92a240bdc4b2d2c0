"""KML is well formed and gives no point to what has none."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
from lxml import etree
from outgoing import HOSTILE_CELLS, claims_for, shipped, table

from geo.export.formats.kml import to_kml


def test_kml_is_well_formed_whatever_the_texts_hold() -> None:
    strikes = table([*HOSTILE_CELLS, "\x00\x1b\ufffe"])
    root = ElementTree.fromstring(to_kml(strikes, claims_for(strikes)))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    placemarks = root.findall(".//k:Placemark", space)
    assert len(placemarks) == len(strikes)
    assert placemarks[0].findtext("k:name", namespaces=space) == HOSTILE_CELLS[0]
    assert placemarks[0].findtext(".//k:coordinates", namespaces=space) == "-36.123456789,36.1"


def test_kml_passes_the_ogc_schema_and_its_ids_are_as_many_as_the_strikes() -> None:
    import fastkml

    schema = Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"
    rules = etree.XMLSchema(etree.parse(schema))
    strikes = table([*HOSTILE_CELLS, "\x00\x1b\ufffe"])
    strikes.index = pd.Index([f"a:{n}_é/{'x' * (n % 3)}" for n in range(len(strikes))],
                             name="strike_id")  # fmt: skip
    for made in (to_kml(strikes, claims_for(strikes)), to_kml(shipped().strikes, shipped().claims)):
        document = etree.fromstring(made.encode())
        assert rules.validate(document), rules.error_log
        ids = [one.get("id") for one in document.iterfind(".//{*}Placemark")]
        assert len(ids) == len(set(ids)) == len(document.findall(".//{*}Placemark"))


def test_kml_gives_no_point_to_what_is_not_located() -> None:
    root = ElementTree.fromstring(to_kml(shipped().strikes, shipped().claims))
    points = root.findall(".//{http://www.opengis.net/kml/2.2}Point")
    assert len(points) == (shipped().strikes["location_status"] == "located").sum()


def test_kml_describes_a_strike_as_its_table_does() -> None:
    strikes = table(["Saraqib", "Douma"])
    strikes["note"] = ["A market <i>was</i> hit.", None]
    root = ElementTree.fromstring(to_kml(strikes, claims_for(strikes)))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    described = [
        placemark.findtext("k:description", namespaces=space)
        for placemark in root.findall(".//k:Placemark", space)
    ]
    assert described == ["A market <i>was</i> hit.", None]
