"""Build the documentation site into build/docs: no network, and every warning is an error.

python -m tools.docs_site.build
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sphinx.application import Sphinx

from tools.docs_site.contents import CONTENTS, GENERATED

__all__ = ["build_site"]

ROOT = Path(__file__).parents[2]
SETTINGS = {
    "project": "strikemap",
    "extensions": ["myst_parser"],
    "myst_heading_anchors": 4,
    "smartquotes": False,  # what is quoted is what is typed
    "html_theme": "furo",
    "html_title": "strikemap",
    "html_static_path": ["assets"],
    "html_css_files": ["site.css"],
    "html_favicon": "assets/mark.svg",
    "html_logo": "assets/mark.svg",
    "html_copy_source": False,
    "html_show_copyright": False,
    "html_show_sphinx": False,
}


def write_source(folder: Path) -> None:
    """Write the pages: those of docs/, the reference, and the contents at the foot of the first."""
    shutil.copytree(ROOT / "docs", folder)
    for name, describe in GENERATED.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(describe(), encoding="utf-8")
    with (folder / "index.md").open("a", encoding="utf-8") as file:
        for caption, pages in CONTENTS.items():
            file.write("\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "",
                                  *pages, "```", ""]).replace(":caption: \n", ""))  # fmt: skip


def build_site(folder: Path) -> None:
    """Build the site anew in a folder of that name; SystemExit where Sphinx warns of anything."""
    source = folder.with_name(f"{folder.name}-source")
    for path in (folder, source):
        shutil.rmtree(path, ignore_errors=True)
    source.parent.mkdir(parents=True, exist_ok=True)
    write_source(source)
    site = Sphinx(
        source, None, folder, source / ".doctrees", "html", SETTINGS,
        status=None, warning=sys.stderr, warningiserror=True, freshenv=True,
    )  # fmt: skip
    site.build()
    if site.statuscode:
        sys.exit(site.statuscode)
    (folder / ".buildinfo").unlink(missing_ok=True)
    shutil.rmtree(source)


if __name__ == "__main__":
    build_site(ROOT / "build" / "docs")
