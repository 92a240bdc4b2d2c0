"""A crowd: many visitors at once, next to a bare Streamlit page of one table and one slider.

`python -m bench crowd [VISITORS] [LARGE] [ROWS]`: 20 visitors of the strikes that ship, then 5 who
each opened a table of 100,000 rows of their own, when no number is given. No browser takes part:
each visitor speaks Streamlit's protocol (`bench/pages/visitor.py`). An interaction is a filter
chosen or cleared, or the map's period moved; its seconds are those until the run is drawn. Both
pages get the same load: first without any pause, each visitor asking anew as soon as the answer
is there, then with the pause of a person who looks at what came. Memory is that of the server and
what it started (proportional set size), with all there and a minute after the last has left.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.app.cold_start import processor_seconds
from bench.pages.server import Served, list_processes, page_running
from bench.pages.visitor import Visitor, VisitorError
from bench.tables.strangers import write_table
from geo.reading.read import read_seeds

VISITORS, LARGE, ROWS = 20, 5, 100_000
WARM, TIMES = 2, 10  # interactions of each visitor
# Seconds between an answer and the next choice.
PAUSES = {"without pause": (0.0, 0.0), "with a person's pause": (1.0, 5.0)}
LEFT_S = 60.0
FIRST_YEAR, LAST_YEAR = 2012, 2023
SEED = 19
APP = Path(__file__).parents[2] / "streamlit_app.py"
BARE = """import pandas as pd
import streamlit as st

@st.cache_resource(scope={scope!r})
def read():
    return pd.read_csv({path!r})

frame = read()
year = st.slider("Year", {first}, {last}, key="year")
days = frame[{column!r}].astype("str")
shown = frame[pd.to_numeric(days.str[:4], errors="coerce") >= year]
st.write(len(shown), "rows")
st.dataframe(shown.head(1000))
"""


@dataclass
class Figures:
    """What one page took under one load: seconds and bytes of interactions, memory in MB."""

    label: str
    clock: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    processor: float = 0.0

    def line(self) -> str:
        """Return the median, the 95th percentile, and the processor seconds of one interaction."""
        times = sorted(self.clock)
        return (
            f"{self.label:42} median {statistics.median(times):6.2f} s, p95 "
            f"{times[int(0.95 * (len(times) - 1))]:6.2f} s, worst {times[-1]:6.2f} s; processor "
            f"{self.processor / len(times):5.3f} s, {statistics.median(self.bytes) / 1000:5.0f} kB "
            f"each; {len(self.faults)} errors"
        )


def choose(visitor: Visitor, chance: random.Random, turn: int) -> WidgetState:
    """Return the next choice of a visitor of ours: an area, or a period on the map's slider."""
    if turn % 2:
        begin = chance.randint(FIRST_YEAR, LAST_YEAR)
        days = f'["{begin}-{chance.randint(1, 12):02}-01", "{begin + 1}-12-31"]'
        name = visitor.find("bidi_component", r"strike_map_\d+").bidi_component.id
        return WidgetState(id=name, json_value=f'{{"told": {{"range": {days}}}}}')
    asked = visitor.find("multiselect", "filter_governorates").multiselect
    value = WidgetState(id=asked.id)
    offered = [*asked.options]
    value.string_array_value.data.extend(chance.sample(offered, chance.randint(0, 2)))
    return value


def slide(visitor: Visitor, chance: random.Random, _: int) -> WidgetState:
    """Return the next choice of a visitor of the bare page: another year."""
    value = WidgetState(id=visitor.find("slider", "year").slider.id)
    value.double_array_value.data.append(chance.randint(FIRST_YEAR, LAST_YEAR))
    return value


Choose = Callable[[Visitor, random.Random, int], WidgetState]


async def visit(
    visitor: Visitor, number: int, choose_next: Choose, figures: Figures, pause: Sequence[float]
) -> None:
    """Have a visitor make choices one after the other, the first ones uncounted."""
    chance = random.Random(SEED + number)
    for turn in range(WARM + TIMES):
        await asyncio.sleep(chance.uniform(*pause))
        try:
            taken = await visitor.change(choose_next(visitor, chance, turn))
        except (VisitorError, TimeoutError, OSError) as error:
            figures.faults.append(repr(error))
            return
        if turn >= WARM:
            figures.clock.append(taken)
            figures.bytes.append(visitor.received)


async def open_large(visitor: Visitor, content: bytes) -> None:
    """Drop a table, wait for what is in it, and show it on the map."""
    await visitor.upload("upload", "table.csv", content)
    show = visitor.find("button", "opening_show").button
    await visitor.change(WidgetState(id=show.id, trigger_value=True), once=True)


async def crowd(
    served: Served, count: int, choose_next: Choose, label: str, content: bytes = b""
) -> None:
    """Print what a crowd takes of a page, and what memory the server has.

    content: the table of their own that each of them opens first, none for what the page has.
    """
    server = served.process
    async with AsyncExitStack() as stack:
        visitors = []
        for _ in range(count):
            visitor = await stack.enter_async_context(Visitor(served.address))
            if content:
                await open_large(visitor, content)
            visitors.append(visitor)
        for word, pause in PAUSES.items():
            figures = Figures(f"{label}, {word}")
            before = processor_seconds(server)
            async with asyncio.TaskGroup() as group:
                for number, visitor in enumerate(visitors):
                    group.create_task(visit(visitor, number, choose_next, figures, pause))
            used = processor_seconds(server) - before
            figures.processor = used * TIMES / (TIMES + WARM)  # the uncounted ones took theirs
            print(figures.line(), *figures.faults[:3], sep="\n  ", flush=True)
        print(f"  memory {memory_mb(server):.0f} MB with all there", end="", flush=True)
    await asyncio.sleep(LEFT_S)
    print(f", {memory_mb(server):.0f} MB {LEFT_S:.0f} s after they left", flush=True)


def memory_mb(server: int) -> float:
    """Return the memory of a process and all that it started, in MB; shared pages in parts."""
    total = 0
    for pid in list_processes(server):
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total / 1000


def measure(folder: Path, count: int, label: str, table: Path | None = None) -> None:
    """Print both pages under the load of a crowd; table: what each opens first."""
    environment = {"STRIKEMAP_DATA": str(folder / "own")}
    own = table.read_bytes() if table else b""
    print(f"\n{count} visitors {label}, load {os.getloadavg()[0]:.1f}", flush=True)
    shipped = folder / "strikes.csv"
    read_seeds().strikes.drop(columns="geometry").to_csv(shipped)
    bare = folder / "bare.py"
    bare.write_text(BARE.format(
        path=str(table or shipped), column="date" if table else "date_start",
        scope="session" if table else "global", first=FIRST_YEAR, last=LAST_YEAR,
    ))  # fmt: skip
    with page_running(bare, environment) as served:
        asyncio.run(crowd(served, count, slide, "a bare page"))
    with page_running(APP, environment, "--server.enableXsrfProtection", "false") as served:
        asyncio.run(crowd(served, count, choose, "strikemap", own))
    print(f"load {os.getloadavg()[0]:.1f}", flush=True)


def main() -> None:
    """Print the figures of a crowd of the shipped strikes, and of some with a large table."""
    given = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count, large, rows = (*given, *(VISITORS, LARGE, ROWS)[len(given) :])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if count:
            measure(folder, count, "of the strikes that ship")
        if large:
            table = folder / "table.csv"
            write_table(table, rows)
            measure(folder, large, f"with {rows:,} rows of their own", table)


if __name__ == "__main__":
    main()
