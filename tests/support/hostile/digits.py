"""Signs that look like figures, in every column that holds some, and in texts."""

from __future__ import annotations

from collections.abc import Iterator

from hostile.case import Case, holding

# What stands in a cell, and the figures that it must not be read as.
TOLLS = {
    "5²": "52",
    "70¹": "701",
    "3_6": "36",
    "①": "1",
    "½": "",
    "5½": "5",
    "Ⅻ": "12",
    "⁵": "5",
    "₅": "5",
    "5⁽¹⁾": "51",
    "5ª": "",
    "5̲1": "",
    "１²": "12",
    "0x10": "16",
    "1e2": "100",
    "5٪": "",
    "᠑²": "",
    "𝟙²": "12",
    "²": "2",
    "12³–14": "123",
}
DATES = {
    "2020-01-1²": "2020-01-12",
    "202⁰-01-12": "2020-01-12",
    "2020-0①-12": "2020-01-12",
    "1² May 2020": "2020-05-12",
    "2020-01-1_2": "2020-01-12",
}
DEGREES = {
    "36.5²": "36.52",
    "3_6.5": "36.5",
    "③6.5": "36.5",
    "36½": "36.5",
    "nan": "nan",
    "inf": "inf",
    "1e400": "inf",
    "0x24": "36",
}


def list_cases() -> Iterator[Case]:
    for cell, wrong in TOLLS.items():
        for place, text in _tables(killed=cell).items():
            never = (f",{wrong},{wrong},",) if wrong else ()
            yield Case(
                "digits",
                f"toll {cell} in {place}",
                "strikes",
                f"a{place}",
                holding(text),
                never=never,
            )
    for cell, wrong in DATES.items():
        yield Case(
            "digits",
            f"date {cell}",
            "strikes",
            "a.csv",
            holding(_tables(date=cell)[".csv"]),
            never=(f",{wrong},",),
        )
    for cell, wrong in DEGREES.items():
        table = _tables(lon=cell, lat="35.5")[".csv"]
        yield Case(
            "digits",
            f"longitude {cell}",
            "strikes",
            "a.csv",
            holding(table),
            never=(f"POINT ({wrong}", f",{wrong},"),
        )
        yield Case(
            "digits",
            f"longitude {cell}",
            "places",
            "p.csv",
            holding(f"name,lon,lat\nA,{cell},35.5\n"),
            refused=True,
        )
        yield Case(
            "digits",
            f"radius {cell}",
            "aliases",
            "d.csv",
            holding(f"name,verdict,lon,lat,radius_km\nA,point,36.5,35.5,{cell}\n"),
            refused=True,
        )
        yield Case(
            "digits",
            f"longitude {cell}",
            "layer",
            "l.csv",
            holding(f"name,lon,lat\nA,{cell},35.5\nB,36.5,35.5\n"),
            never=(f"({wrong}",),
        )
    for cell, wrong in {"5²": "52", "70¹": "701", "3_6": "36", "¹²": "12"}.items():
        yield Case(
            "digits",
            f"toll {cell} in a text",
            "report",
            "r.txt",
            holding(
                f"2020-01-12\n\nA strike on Sarmin killed {cell} civilians on 13 January 2020.\n"
            ),
            never=(f"killed=({wrong},",),
        )
    profile = '[days]\nlast = "1²"\n'
    yield Case("digits", "days 1²", "profile", "p.toml", holding(profile), refused=True)


def _tables(**cells: str) -> dict[str, str]:
    row = {"date": "2020-01-12", "place": "Sarmin", "kind": "airstrike", **cells}
    csv = f"{','.join(row)}\n{','.join(row.values())}\n"
    values = ", ".join(f'"{name}": "{cell}"' for name, cell in row.items())
    feature = f'{{"type": "Feature", "geometry": null, "properties": {{{values}}}}}'
    return {".csv": csv, ".geojson": f'{{"type": "FeatureCollection", "features": [{feature}]}}'}
