"""`strikemap sources check`: which addresses of claims, and of their archived copies, answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.strikes.media import MEDIA_ADDRESSES, list_media, split_addresses
from strikemap.cli.inputs import Input, read_input
from strikemap.cli.messages import count, say
from strikemap.cli.option_groups import spread_options
from strikemap.cli.options import ReadingOptions, StrikesArgument
from strikemap.cli.outputs import check_out, refuse_over

if TYPE_CHECKING:
    import pandas as pd

    from gazetteer.online.addresses import Answer

COLUMNS = ("url", "archive_url", *MEDIA_ADDRESSES)  # of claims
EVERY = 20  # addresses between two lines on the terminal


@spread_options
def check(
    strikes: StrikesArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Table to write: .csv")],
    how: ReadingOptions,
    online: Annotated[
        bool, typer.Option("--online", help="Ask each address; without it nothing is asked.")
    ] = False,
) -> None:
    """Ask each address of the claims, their media and their archived copies whether it answers.

    Every claim stands in FILE, with a row for each of its addresses. One request at a time, a
    second apart for one host; nothing is downloaded.
    """
    from geo.export.csv_table import EXCEL_MARK, table_to_csv
    from geo.files import replace_files

    given = Input(strikes, how)
    check_out(out, (".csv",), given.files())
    refuse_over([out], given.claims_beside())
    if not online:
        raise typer.BadParameter(
            "the check asks the sites of your sources over the network; say --online to have it "
            "done",
            param_hint="--online",
        )
    reading = read_input(given)
    refuse_over([out], [reading.claims_beside])
    claims = reading.claims
    asked = list_addresses(claims)
    table = tabulate(claims, _ask_all(asked))
    replace_files({out: EXCEL_MARK + table_to_csv(table)})
    found = Counter(table.drop_duplicates("address")["answer"].dropna())
    told = ", ".join(f"{number:,} {word}" for word, number in found.items())
    none = claims[list(COLUMNS)].isna().all(axis=1).sum()
    say(
        f"{out}: {count(len(claims), 'claim')} with {len(asked):,} different addresses: "
        f"{told or 'none to ask'}; {none:,} of {len(claims):,} claims give no address"
    )


def list_addresses(claims: pd.DataFrame) -> list[str]:
    """Return the different addresses of claims, in order."""
    rows = claims[list(COLUMNS)].to_dict("records")
    return list(dict.fromkeys(address for row in rows for _, address, _ in _find_named(row)))


def _find_named(claim: Mapping[str, object]) -> Iterator[tuple[str, str, str | None]]:
    """Yield column, address and archived copy of each address of a claim."""
    copies = {medium.address: medium.archive for medium in list_media(claim)}
    copy = claim["archive_url"] if isinstance(claim["archive_url"], str) else None
    for column in COLUMNS:
        cell = claim[column]
        if column in MEDIA_ADDRESSES:
            yield from ((column, one, copies.get(one)) for one in split_addresses(cell))
        elif isinstance(cell, str):
            yield column, cell, copy if column == "url" else None


def _ask_all(addresses: list[str]) -> dict[str, Answer]:
    """Ask one after the other; Ctrl+C keeps what was answered, the rest is told as not asked."""
    from gazetteer.online.addresses import Answer, check_addresses

    answers = {one: Answer(one, "not asked", said="stopped before it") for one in addresses}
    try:
        for number, answer in enumerate(check_addresses(addresses), start=1):
            answers[answer.address] = answer
            if number % EVERY == 0:
                say(f"{number:,} of {len(addresses):,} addresses asked")
    except KeyboardInterrupt:
        say("stopped; what was answered is written")
    return answers


def tabulate(claims: pd.DataFrame, answers: dict[str, Answer]) -> pd.DataFrame:
    """Return a row for each address of each claim, and one for a claim without any.

    Columns: claim_id, strike_id, column, address, archived (its archived copy), answer (of
    ANSWERS, null without an address), status (HTTP's, null where none came), said, led_to,
    checked (UTC, when all were asked; null where it was not).
    """
    import pandas as pd

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
    rows = []
    for claim in claims.to_dict("records"):
        named = list(_find_named(claim))
        ids = {name: claim[name] for name in ("claim_id", "strike_id")}
        for column, address, archived in named:
            told = answers[address]
            rows.append({
                **ids, "column": column, "address": address, "archived": archived,
                "answer": told.outcome,
                "status": None if told.status is None else str(told.status),
                "said": told.said or None, "led_to": told.led_to or None,
                "checked": None if told.outcome == "not asked" else now,
            })  # fmt: skip
        if not named:
            rows.append(ids)
    names = ["claim_id", "strike_id", "column", "address", "archived", "answer", "status", "said",
             "led_to", "checked"]  # fmt: skip
    return pd.DataFrame(rows, columns=names).astype("object")
