"""`--profile`: what may leave, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.errors import ReleaseError
from strikemap.cli.inputs import Located
from strikemap.cli.messages import count, say

if TYPE_CHECKING:
    from gazetteer.places import Place
    from geo.release.profile import Profile
    from geo.release.release import Released

__all__ = ["ProfileOption", "read_given", "refuse_layers", "release_located"]

ProfileOption = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help="Release profile (TOML): which columns, days, sharp places and small numbers are "
        "held back from all that is written; see docs/release.md.",
    ),
]


def read_given(profile: Path | None) -> Profile | None:
    """Read a profile before any work; None where none is given."""
    from geo.release.toml import read_profile

    return None if profile is None else read_profile(profile)


def refuse_layers(profile: Profile | None, layers: object) -> None:
    """Raise ReleaseError where own layers would leave and the profile does not let them."""
    if profile is not None and layers and not profile.layers:
        raise ReleaseError(
            f"{profile.name}: own layers are held back; leave out --layer, or write layers = true "
            "into the profile"
        )


def release_located(found: Located, profile: Profile | None) -> tuple[Located, Released | None]:
    """Return what was located as it may leave, and the release; the same and None without one.

    All that comes after sees the released strikes only, without what the reading told of its file.
    """
    if profile is None:
        return found, None
    from geo.land.boundaries import hide_files
    from geo.reading.result import Reading
    from geo.release.release import release

    given = found.reading
    released = release(
        given.strikes, given.claims, profile, boundaries=found.areas, places=_list_places(found)
    )
    for told in released.told:
        say(f"{profile.name}: {told}")
    for rows, what in ((given.rejected, "row"), (given.rejected_claims, "claim")):
        if len(rows):
            say(f"{count(len(rows), what)} refused; a release lists none, `inspect` does")
    if len(given.left_out):
        say(f"{count(len(given.left_out), 'row')} left out as no strikes; a release lists none")
    reading = Reading(
        released.strikes, released.claims, given.rejected.iloc[:0], title=given.title,
        claims_beside=given.claims_beside, dataset=given.dataset,
    )  # fmt: skip
    return replace(found, reading=reading, areas=hide_files(found.areas)), released


def _list_places(found: Located) -> Mapping[str, Place]:
    matched = map(found.pack.get, found.reading.strikes["place_id"].dropna().unique())
    return {place.place_id: place for place in matched if place is not None}
