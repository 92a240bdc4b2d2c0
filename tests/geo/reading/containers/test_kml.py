"""KML and KMZ: a row each placemark, with what its author and KML itself say of it."""

from __future__ import annotations

import io
import zipfile

import pytest
from outgoing import HOSTILE_CELLS, assert_same, claims_for, shipped, table

from geo.errors import ReadError
from geo.export.formats.kml import to_kml
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes
from geo.reading.table import Table
from geo.strikes.filters import claims_of
from geo.strikes.schema import LOCATION_STATUSES

POINT = "<Point><coordinates>36.70,34.80,0</coordinates></Point>"


def kml(*placemarks: str) -> bytes:
    inner = "".join(f"<Placemark>{one}</Placemark>" for one in placemarks)
    return document(f"<name>Map</name>{inner}")


def document(inner: str) -> bytes:
    space = "http://www.opengis.net/kml/2.2"
    return f'<?xml version="1.0"?><kml xmlns="{space}"><Document>{inner}</Document></kml>'.encode()


def data(**values: str) -> str:
    listed = "".join(
        f'<Data name="{key}"><value>{value}</value></Data>' for key, value in values.items()
    )
    return f"<ExtendedData>{listed}</ExtendedData>"


def archive(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name, inner in members.items():
            fixed = zipfile.ZipInfo(
                name.replace("_", ".")
            )  # parameters are the same in all workers
            target.writestr(fixed, inner, zipfile.ZIP_DEFLATED, 1)
    return content.getvalue()


def rows(*placemarks: str) -> dict[str, list[str]]:
    return read(*placemarks).cells.to_dict("list")


def read(*placemarks: str) -> Table:
    return read_table(kml(*placemarks), name="a.kml")


def test_what_we_export_is_our_own_table_again() -> None:
    """Its rows stand in folders: the located ones first."""
    for status in LOCATION_STATUSES:
        strikes = shipped().strikes[shipped().strikes["location_status"] == status]
        claims = claims_of(shipped().claims, strikes).reset_index(drop=True)
        assert_same(read_strikes(to_kml(strikes, claims).encode(), name="a.kml"), strikes, claims)
    odd = table(HOSTILE_CELLS)
    assert_same(
        read_strikes(to_kml(odd, claims_for(odd)).encode(), name="a.kml"), odd, claims_for(odd)
    )


def test_our_own_table_is_known_where_a_column_is_empty_in_all_its_rows() -> None:
    undated = table(["Homs"])
    reading = read_strikes(to_kml(undated, claims_for(undated)).encode(), name="a.kml")
    assert reading.title == "strikemap's own table"


def test_a_name_is_the_place_where_nothing_else_is() -> None:
    assert rows(f"<name>Homs</name>{POINT}") == {
        "place": ["Homs"], "lon": ["36.70"], "lat": ["34.80"],
    }  # fmt: skip
    both = rows("<name>Strike 1</name>" + data(town="Homs"))
    assert both == {"name": ["Strike 1"], "town": ["Homs"]}


def test_data_of_a_schema_are_columns_too() -> None:
    simple = '<SchemaData schemaUrl="#s"><SimpleData name="killed">3</SimpleData></SchemaData>'
    assert rows(f"<ExtendedData>{simple}</ExtendedData>", data(killed="4"))["killed"] == ["3", "4"]


def test_the_folders_above_are_told_from_the_outermost() -> None:
    inner = "<Folder><name>October</name><Placemark><name>Homs</name></Placemark></Folder>"
    content = document(f"<Folder><name>2015</name>{inner}</Folder>")
    assert read_table(content, name="a.kml").cells["folder"].tolist() == ["2015 / October"]


def test_time_fills_the_date_that_a_placemark_does_not_give() -> None:
    stamp = "<TimeStamp><when>2015-10-04T00:00:00Z</when></TimeStamp>"
    span = "<TimeSpan><begin>2015-10-04</begin><end>2015-10-06T23:59:59Z</end></TimeSpan>"
    own = data(**{"Event date": "2015-09-30"})
    found = rows(stamp + own, stamp, span, span + own, "<name>Homs</name>")
    assert found["Event date"] == ["2015-09-30", "2015-10-04", "2015-10-04", "2015-09-30", ""]
    assert found["date_end"] == ["", "", "2015-10-06", "", ""]
    hour = "<TimeStamp><when>2015-10-04T14:30:00Z</when></TimeStamp>"
    assert rows(hour)["date"] == ["2015-10-04T14:30:00Z"]


def test_only_one_point_is_a_point() -> None:
    line = "<LineString><coordinates>36,34 37,35</coordinates></LineString>"
    several = [f"<MultiGeometry>{inner}</MultiGeometry>" for inner in (POINT, POINT * 2)]
    found = read(
        *several, line, "<name>Homs</name>", f"<MultiGeometry>{POINT}{line}</MultiGeometry>"
    )
    assert found.cells["lon"].tolist() == ["36.70", "", "", "", "36.70"]
    assert found.notes == (
        "2 placemarks are lines or areas: read without a point",
        "1 placemark has no shape: read without a point",
        "1 placemark has other shapes beside a point: the point is read",
    )


def test_degrees_of_the_data_stay_beside_those_of_the_point() -> None:
    found = rows(data(lon="1") + POINT)
    assert (found["lon"], found["lon (property)"]) == (["36.70"], ["1"])
    assert rows(data(lon="36.1", lat="34.1"))["lon"] == ["36.1"]


def test_a_description_that_repeats_the_data_is_not_read_twice() -> None:
    text = "<![CDATA[Killed: 5<br>Injured: 7<br>Seen from the road]]>"
    found = rows(f"<description>{text}</description>" + data(killed="5", Injured="8"))
    assert found == {
        "description": ["Seen from the road\nInjured: 7"], "killed": ["5"], "Injured": ["8"],
    }  # fmt: skip


def test_addresses_of_a_description_are_sources() -> None:
    text = "&lt;a href='https://example.org/1'&gt;report&lt;/a&gt;"
    content = kml(f"<name>Homs</name><description>{text}</description>" + data(date="2015-09-30"))
    reading = read_strikes(content, name="a.kml")
    assert reading.claims["url"].tolist() == ["https://example.org/1"]
    assert reading.strikes["note"].tolist() == ["report (https://example.org/1)"]


def test_an_archive_gives_its_first_map_and_doc_kml_before_others() -> None:
    homs, hama = kml("<name>Homs</name>"), kml("<name>Hama</name>")
    assert read_table(archive(a_kml=homs, doc_kml=hama), name="a.kmz").cells["place"][1] == "Hama"
    assert read_table(archive(b_kml=homs, c_kml=hama), name="a.kml").cells["place"][1] == "Homs"


def test_a_prefix_that_is_not_declared_is_passed_over() -> None:
    assert rows("<name>Homs</name><gx:balloonVisibility>1</gx:balloonVisibility>")["place"] == [
        "Homs"
    ]


def test_entities_are_not_expanded_and_no_file_is_opened() -> None:
    content = kml("<name>Homs&secret;</name>").replace(
        b"<kml", b'<!DOCTYPE kml [<!ENTITY secret SYSTEM "/etc/passwd">]><kml'
    )
    assert read_table(content, name="a.kml").cells["place"].tolist() == ["Homs&secret;"]


def shifted(content: bytes) -> bytes:
    """Return an archive that says it begins before its first byte."""
    end = content.index(b"PK\x05\x06")
    return content[: end + 16] + (2**31).to_bytes(4, "little") + content[end + 20 :]


def locked() -> bytes:
    content = bytearray(archive(doc_kml=kml("")))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no map at all", r"is no KML .*save it again as KML"),
        (kml("<name>Homs</name>")[:-20], r"is no KML .*save it again as KML"),
        (kml("Homs").replace(b"Homs", b"\n\0"), r"is no KML \(line 2: [^\n]*\); save it"),
        (shifted(archive(doc_kml=kml(""))), "doc.kml in it is damaged"),
        (document(""), "holds no placemark; export the map"),
        (document("<NetworkLink/>"), "a link to a map, and no placemark; export the map"),
        (archive(a_txt=b"x"), r"without a \.kml in it"),
        (locked(), "locked with a password"),
        (archive(doc_kml=kml(""))[:90], "no zip archive"),
        (kml(*(data(**{f"c{n}": "x"}) for n in range(2_001))), "2,001 columns"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_remedy(content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.kmz: [^\n]*{message}"):
        read_table(content, name="a.kmz")


def test_what_unpacks_to_too_much_is_refused_with_a_remedy() -> None:
    content = archive(doc_kml=b" " * 201_000_000)  # seconds of work: not where tests are listed
    with pytest.raises(ReadError, match=r"^a\.kmz: [^\n]*more than 200 MB; split it up"):
        read_table(content, name="a.kmz")


def test_a_pin_without_a_date_is_dated_by_what_its_name_begins_with() -> None:
    content = (
        "<kml><Document><Placemark><name>[05MAY2016] Mill</name>"
        "<Point><coordinates>36.7,34.8</coordinates></Point></Placemark>"
        "<Placemark><name>2016-05-04 Port</name><TimeStamp><when>2016-05-06</when></TimeStamp>"
        "<Point><coordinates>36.7,34.8</coordinates></Point></Placemark></Document></kml>"
    )
    strikes = read_strikes(content.encode(), name="a.kml").strikes
    assert strikes["date_start"].astype(str).tolist() == ["2016-05-05", "2016-05-06"]
