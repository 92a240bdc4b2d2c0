"""Write the example page of clusters on plain Leaflet, with all that it loads, into a folder.

    python -m tools.write_clusters FOLDER

The page is docs/clusters/index.html; beside it go Leaflet, `geo.webmap.assets.clusters_script`, and
the strikes that ship with the areas of their country. It opens from the disk, without a server.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from xstatic.pkg import leaflet

from geo import load_boundaries, read_seeds
from geo.export.credits import ATTRIBUTION, NOTICE
from geo.export.formats.geojson import to_geojson
from geo.webmap.assets import clusters_script, leaflet_script

PAGE = Path(__file__).parents[1] / "docs" / "clusters" / "index.html"
AREA_GRID = 0.001  # degrees, about 100 m: a picture of a country needs no more


def write_page(folder: Path) -> Path:
    """Write page, scripts, styles and data into a folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / PAGE.name
    shutil.copyfile(PAGE, page)
    shutil.copyfile(Path(leaflet.BASE_DIR) / "leaflet.css", folder / "leaflet.css")
    (folder / "leaflet.js").write_text(leaflet_script(), encoding="utf-8")
    (folder / "strike_clusters.js").write_text(clusters_script(), encoding="utf-8")
    (folder / "data.js").write_text(f"const DATA = {json.dumps(_data())};\n", encoding="ascii")
    return page


def _data() -> dict[str, object]:
    """Return what the page draws: the strikes that ship, their areas, and who is credited."""
    reading, boundaries = read_seeds(), load_boundaries("sy")
    areas = boundaries.governorates[["name", "geometry"]].copy()
    areas["geometry"] = areas.set_precision(AREA_GRID)
    return {
        "strikes": json.loads(to_geojson(reading.strikes, reading.claims)),
        "areas": json.loads(areas.to_json()),
        "credits": f"{NOTICE} {ATTRIBUTION}",
    }


if __name__ == "__main__":
    sys.stdout.write(f"{write_page(Path(sys.argv[1]))}\n")
