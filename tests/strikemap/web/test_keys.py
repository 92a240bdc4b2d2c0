"""Keys of the Reports and Places pages, by the scripts' own listeners, under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

import strikemap.web
from strikemap.web.keys.listener import join_scripts

# The least of a page that a listener asks for: what is found is noted by what it was found by.
PAGE = """
const noted = [];
const note = (what, by) => () => noted.push(`${what} ${by}`);
const found = (by) => ({ focus: note("focus", by), click: note("press", by) });
class Field {
  constructor(type) { this.type = type; }
  blur() { noted.push("left"); }
  matches() {}
  closest() {}
}
globalThis.HTMLInputElement = Field;
globalThis.HTMLTextAreaElement = class {};
let press;
globalThis.document = {
  addEventListener: (_, listener) => { press = listener; },
  querySelector: (by) => (by === "unknown-field" ? null : found(by)),
};
import(process.argv[1]).then(({ default: listen }) => {
  listen();
  for (const [type, key, code] of JSON.parse(process.argv[2])) {
    const element = type ? new Field(type) : { matches() {} };
    press({ key, code, composedPath: () => [element], preventDefault() {} });
  }
  console.log(JSON.stringify(noted));
});
"""


def press(node: str, folder: str, *keys: tuple[str, str, str]) -> list[str]:
    """Return what keys do: (type of the field that is in, sign, place on the keyboard)."""
    script = join_scripts(Path(strikemap.web.__file__).parent / folder / "keys.js")
    address = f"data:text/javascript,{quote(script)}"
    run = subprocess.run(
        [node, "--input-type=commonjs", "-e", PAGE, address, json.dumps(keys)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    noted: list[str] = json.loads(run.stdout)
    return noted


def test_a_choice_that_was_clicked_leaves_the_keys_to_decisions(node: str) -> None:
    keys = [("radio", "j", "KeyJ"), ("checkbox", "x", "KeyX"), ("text", "a", "KeyA")]
    noted = press(node, "reports", *keys)
    assert [one.split(" button")[0] for one in noted] == [
        "press .st-key-reports_join", "press .st-key-reports_reject",
    ]  # fmt: skip
    assert press(node, "places", ("checkbox", "w", "KeyW"), ("text", "w", "KeyW")) == [
        "focus .st-key-places_why input"
    ]


@pytest.mark.parametrize(
    ("key", "searches"), [("/", True), (".", True), ("ظ", True), ("-", True), ("z", False)]
)
def test_the_search_of_places_is_reached_on_keyboards_of_other_scripts(
    node: str, key: str, searches: bool
) -> None:
    noted = press(node, "places", ("", key, "Slash"))
    assert (noted == ["focus .st-key-places_search input"]) is searches
