"""Mosaic's vgplot with the same bars beside a histogram of days, served on this machine alone.

vgplot and DuckDB's WebAssembly come from npm into a folder that the benchmark gives; nothing of
them is the project's.
"""

from __future__ import annotations

import functools
import http.server
import io
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.ipc

__all__ = ["BARS", "VERSION", "install", "serve"]

VERSION = "0.12.2"  # the newest whose every dependency the registry has
DUCKDB = "@duckdb/duckdb-wasm"
BARS = ("governorate", "kind", "actor", "source", "target", "weekday", "hour")
# Where vgplot asks for DuckDB: a public address, in whose place this server answers.
PUBLIC = re.compile(r"https://[\w.]+/npm/")
PAGE = """<!doctype html><meta charset="utf-8"><body><script type="module">
import * as vg from "/vgplot.js";
const wasm = vg.wasmConnector();
vg.coordinator().databaseConnector(wasm);
const silent = ["debug", "info", "log", "warn", "error", "group", "groupCollapsed", "groupEnd"];
vg.coordinator().logger(Object.fromEntries(silent.map((name) => [name, () => {}])));
await wasm.getDuckDB();
const connection = await wasm.getConnection();
const bytes = new Uint8Array(await (await fetch("/strikes.arrow")).arrayBuffer());
await connection.insertArrowFromIPCStream(bytes, { name: "strikes", create: true });
const brush = vg.Selection.crossfilter();
const data = () => vg.from("strikes", { filterBy: brush });
const days = vg.plot(
  vg.rectY(data(), { x: vg.bin("day"), y: vg.count() }), vg.intervalX({ as: brush }),
  vg.width(900), vg.height(120));
const bars = %s.map((name) => vg.plot(
  vg.barX(data(), { x: vg.count(), y: name, sort: { y: "-x" } }), vg.toggleY({ as: brush }),
  vg.width(300), vg.height(220)));
document.body.append(days, ...bars);
window.bench = { days, bars };
</script>"""
DRIVE = """() => {
  const { days, bars } = window.bench;
  const mouse = (type, target, x, y) => target.dispatchEvent(new MouseEvent(type, {
    view: window, bubbles: true, cancelable: true, button: 0, buttons: 1,
    clientX: x, clientY: y }));
  /** Milliseconds until every one of the plots is drawn anew after an act. */
  const drawn = (plots, act) => new Promise((done) => {
    const waiting = new Set(plots);
    const begin = performance.now();
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        for (const plot of waiting) if (plot.contains(target)) waiting.delete(plot);
      }
      if (waiting.size) return;
      watch.disconnect();
      done(performance.now() - begin);
    });
    const seen = { childList: true, subtree: true, attributes: true };
    plots.forEach((plot) => watch.observe(plot, seen));
    act();
  });
  const find = (name) => days.querySelector(name);
  const box = () => find(".overlay").getBoundingClientRect();
  window.benchBrush = async () => {
    const { left, width, top } = box();
    days.dispatchEvent(new PointerEvent("pointerenter"));
    mouse("mousedown", find(".overlay"), left + 5, top + 20);
    mouse("mousemove", window, left + 5 + width / 14, top + 20);
    mouse("mouseup", window, left + 5 + width / 14, top + 20);
    await new Promise((done) => setTimeout(done, 3000)); // its first queries prepare the later ones
    let x = left + 20;
    mouse("mousedown", find(".selection"), x, top + 20);
    return (months) => {
      x += (width / 14 / 12) * months;
      return drawn(bars, () => mouse("mousemove", window, x, top + 20));
    };
  };
}"""


def install(folder: Path) -> Path:
    """Install vgplot into a folder by npm; return its node_modules."""
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", f"@uwdata/vgplot@{VERSION}"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder / "node_modules"


@contextmanager
def serve(modules: Path, table: pd.DataFrame) -> Iterator[str]:
    """Serve the page over a table with the columns of `BARS` and `day`; yields its address."""
    script = (modules / "@uwdata/vgplot/dist/vgplot.min.js").read_text(encoding="utf-8")
    handler = functools.partial(_Handler, modules, script, _to_arrow(table))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def _to_arrow(table: pd.DataFrame) -> bytes:
    texts = {name: pa.array(table[name].astype(object), pa.string()) for name in BARS}
    days = pa.array(table["day"].to_numpy("datetime64[D]"), pa.date32())
    held = io.BytesIO()
    whole = pa.table({**texts, "day": days})
    with pa.ipc.new_stream(held, whole.schema) as stream:
        stream.write_table(whole)
    return held.getvalue()


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, modules: Path, script: str, table: bytes, *given: object) -> None:
        self.modules, self.script, self.table = modules, script, table
        super().__init__(*given)  # type: ignore[arg-type] # as the server hands them over

    def do_GET(self) -> None:
        """Answer the page, its script, its table, and DuckDB's files."""
        own = f"http://{self.headers['Host']}/"
        kind, body = "text/javascript", b""
        if self.path == "/":
            kind, body = "text/html", (PAGE % list(BARS)).encode()
        elif self.path == "/vgplot.js":
            body = PUBLIC.sub(f"{own}npm/", self.script).encode()
        elif self.path == "/strikes.arrow":
            kind, body = "application/octet-stream", self.table
        else:
            name = Path(self.path).name
            path = self.modules / DUCKDB / "dist" / name
            body = path.read_bytes() if path.is_file() else b""
            kind = "application/wasm" if name.endswith(".wasm") else kind
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""
