"""The example page of clusters on plain Leaflet: from the disk, it draws what it counts."""

from __future__ import annotations

import re
import subprocess

from playwright.sync_api import expect

from geo.webmap.assets import clusters_script
from tools.write_clusters import write_page


def test_the_page_follows_period_and_kinds_and_says_how_many_of_how_many(visits, tmp_path):
    written = write_page(tmp_path / "page")
    data = written.with_name("data.js")
    told = data.read_text("ascii")
    assert '"kind": "ground"' in told
    data.write_text(told.replace('"kind": "ground"', '"kind": null'), "ascii")
    page = visits.open(written.as_uri())
    totals = page.locator("#totals")
    expect(totals).to_contain_text(re.compile(r"^29 of 42 located · 13 without a point"))

    def count_drawn() -> int:
        circles = page.locator(".circle").all_inner_texts()
        return sum(int(text or 1) for text in circles)

    assert count_drawn() == 29
    page.get_by_label("to").fill("2015-10-31")
    expect(totals).to_contain_text("1 undated left out")
    assert count_drawn() == int(re.search(r"(\d+) on the map", totals.inner_text())[1]) < 29
    whole = totals.inner_text().split(" · ")[0]
    page.get_by_label("airstrike").uncheck()
    left = int(totals.inner_text().split()[0])
    assert count_drawn() == left
    largest = page.locator(".circle", has_text="2").first
    page.get_by_label("airstrike").check()
    expect(totals).to_contain_text(whole)
    page.get_by_label("kind not reported").uncheck()
    expect(totals).not_to_contain_text(whole)
    page.get_by_label("kind not reported").check()
    largest.click()
    page.wait_for_function("map.getZoom() > 6 && !map._animatingZoom")
    assert "{" not in totals.inner_text()


def test_the_script_is_a_module_of_node_too(node, tmp_path):
    (tmp_path / "strike_clusters.js").write_text(clusters_script(), encoding="utf-8")
    program = "console.log(new (require('./strike_clusters.js').StrikeClusters)([]).groups.length)"
    run = subprocess.run(
        [node, "-e", program], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert run.stdout.strip() == "0", run.stderr
