"""Downloads of what is in view: made when asked for, never before."""

from __future__ import annotations

import io
import json
import os
import shlex
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gazetteer.language import ENGLISH, _, speaking
from geo.briefing.content.unseen import list_unseen
from geo.briefing.terms.held import list_held_phrases
from geo.briefing.terms.words import Words
from geo.errors import ReleaseError
from geo.export.format import ExportFormat, Outgoing
from geo.export.registry import list_formats
from geo.land.levels import level_words
from geo.layers.option import write_option
from geo.placing.edition import edition_of
from geo.strikes.filters import Filters
from geo.strikes.outlets import list_publications
from geo.strikes.totals import count_units
from geo.webmap.payload.encode import MapOptions
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.country import USUAL_COUNTRY, shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.ground.base_maps import base_map_of
from strikemap.web.languages.sheets import sheet_language
from strikemap.web.layers.near import tell_distances
from strikemap.web.layers.own import list_layers
from strikemap.web.release.chosen import chosen_profile, layers_may_leave
from strikemap.web.release.released import leaving_of
from strikemap.web.wording import escape_markdown, plural

__all__ = ["Download", "list_downloads", "show_downloads", "word_command", "zip_files"]

HXL_KEY = "download_hxl"
SEEDS = "seeds"  # the command line's word for the strikes that ship
# The first moment that a zip archive can hold: equal contents make equal bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def zip_files(contents: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of files by name; the same contents give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as bundle:
        for name, content in contents.items():
            raw = content.encode() if isinstance(content, str) else content
            bundle.writestr(zipfile.ZipInfo(name, FIXED_TIME), raw, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


@dataclass(frozen=True)
class Download:
    """One file on offer; `make` is called when it is asked for."""

    label: str
    file_name: str
    mime: str
    make: Callable[[], str | bytes]
    leads: bool = False  # whether it has a button of its own


def list_downloads(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    base_map: Mapping[str, object],
    options: MapOptions,
    beside: Callable[[], pd.DataFrame | None] = lambda: None,
    *,
    located: Callable[[], str] = lambda: "",
    dataset: str = "",
    hxl: bool = False,
    release: tuple[str, ...] = (),
    held: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Download, ...]:
    """Return the files of these strikes and their claims; `options` are those of the HTML map.

    A format of several files is one archive. beside: makes further columns of the strikes, when a
    file is asked for. located: says the edition that they were located with, then too. dataset:
    the published table that they are of. hxl: CSV with a row of HXL hashtags. release: what a
    profile held back; held: the columns that it held back, by table.
    """

    def make() -> Outgoing:
        return Outgoing(strikes, claims, base_map, options, located(), dataset, beside(), hxl=hxl,
                        release=release, held=held or {})  # fmt: skip

    return tuple(_offer(each, make) for each in list_formats() if each.label)


def _in_english(make: Callable[[], str | bytes]) -> Callable[[], str | bytes]:
    """Return what makes a file that is the same whatever language its visitor reads."""

    def made() -> str | bytes:
        with speaking(ENGLISH):
            return make()

    return made


def _offer(chosen: ExportFormat, make: Callable[[], Outgoing]) -> Download:
    name = Path(f"strikes{chosen.suffixes[0]}")
    if not chosen.beside:
        return Download(
            chosen.label,
            name.name,
            chosen.mime,
            _in_english(lambda: chosen.render(make())),
            chosen.leads,
        )

    def pack() -> bytes:
        outgoing = make()
        contents = {one.path(name): one.render(outgoing, name) for one in chosen.beside}
        whole = {name: chosen.render(outgoing), **contents}
        return zip_files({path.name: content for path, content in whole.items()})

    packed = name.with_suffix(".zip").name
    return Download(chosen.label, packed, "application/zip", _in_english(pack), chosen.leads)


def word_command(dataset: Dataset, filters: Filters) -> str:
    """Return the command that writes these strikes: `seeds`, or the file they were read from."""
    words = ["strikemap", "export", dataset.name, "--out", "strikes.geojson"]
    if dataset.shipped:
        words[2] = os.environ.get("STRIKEMAP_STRIKES") or SEEDS
        words += _word_reading(json.loads(os.environ.get("STRIKEMAP_READING") or "{}"))
    else:
        words += [f"--column={field}={name}" for name, field in dataset.chosen.items()]
        words += dataset.said
    if dataset.countries != (USUAL_COUNTRY,):
        words += ["--country", ",".join(dataset.countries)]
    if chosen := chosen_profile():
        words += ["--profile", chosen.file]
    for own in list_layers() if layers_may_leave() else ():
        if own.measured and own.shown:
            named = replace(own.request, name=own.measured.layer.name)
            kept = replace(named, layer=own.file)
            option = (dataset.name, kept) if own.kept else (own.file, named)
            words += ["--layer", write_option(*option)]
    query = filters.to_query()
    return shlex.join([*words, "--filter", query] if query else words)


def _word_reading(said: Mapping[str, Any]) -> list[str]:
    """Return what was said of the file that the app was started with, as options."""
    columns = [f"--column={field}={name}" for name, field in said.get("columns", {}).items()]
    names = [f"--{name}={said[name]}" for name in ("format", "sheet") if name in said]
    order = [f"--order={said['order'].replace(' ', '-')}"] if "order" in said else []
    return [*columns, *names, *order]


def show_downloads(
    dataset: Dataset,
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    filters: Filters,
    options: MapOptions,
    *,
    said: str = "",
) -> None:
    """Draw the download buttons for the strikes in view and their claims."""
    try:
        strikes, claims, told = leaving_of(dataset, strikes, claims)
    except ReleaseError as error:
        st.error(escape_markdown(say_trouble(word_error(error))))
        return
    options = replace(options, notes=told or options.notes)
    measured = dataset.strikes
    if dataset.release is not None:  # a part of it leaves less than the release that is shown
        measured = strikes
        options = replace(options, sources=list_publications(claims, dataset.published))
    st.markdown(
        _(
            "{counted} with {claims}: {filters_in_words}. The picture is saved from the "
            "map itself.",
            counted=plural(len(strikes), count_units(strikes).noun),
            claims=plural(len(claims), "claim"),
            filters_in_words=escape_markdown(said or options.filters_in_words),
        )
    )
    beside = partial(tell_distances, measured, strikes, filters)
    files = list_downloads(
        strikes, claims, base_map_of(dataset), options, beside,
        located=partial(_name_edition, dataset), dataset=dataset.published,
        hxl=bool(st.session_state.get(HXL_KEY)), release=told,
        held=dataset.release.held.columns if dataset.release else None,
    )  # fmt: skip
    leading = [file for file in files if file.leads]
    for place, file in zip(st.columns(len(leading)), leading, strict=True):
        _offer_file(place, _(file.label), file, f"download_{file.file_name}")
    _show_others([file for file in files if not file.leads])
    st.checkbox(_("CSV with a row of HXL hashtags under its header"), key=HXL_KEY)
    _show_unseen(dataset, strikes, filters)
    st.caption(_("The same from the command line:"))
    # st.code would make the first page load a syntax highlighter (0.4 s).
    st.text(word_command(dataset, filters))


def _offer_file(place: DeltaGenerator, label: str, file: Download, key: str) -> None:
    place.download_button(
        label, file.make, file.file_name, file.mime, key=key, on_click="ignore", width="stretch"
    )


def _show_others(files: Sequence[Download]) -> None:
    """Draw a choice of the formats without a button of their own, and the button of the one."""
    choice, press = st.columns([2, 1], vertical_alignment="bottom")
    by_label = {file.label: file for file in files}
    label = choice.selectbox(
        _("For other programs"),
        list(by_label),
        format_func=_,
        key="download_program",
        help=_("docs/exports.md tells what opens where, and what each file holds."),
    )
    chosen = by_label[label]
    _offer_file(
        press, _("Download {file_name}", file_name=chosen.file_name), chosen, "download_other"
    )


def _name_edition(dataset: Dataset) -> str:
    countries = dataset.countries
    return edition_of(shared_gazetteer(countries), shared_boundaries(countries))


def _show_unseen(dataset: Dataset, strikes: gpd.GeoDataFrame, filters: Filters) -> None:
    """List what the recipient of a file will not see, warnings first."""
    held = list_held_phrases(dataset.release.held if dataset.release else None)
    words = Words(sheet_language(), levels=level_words(dataset.countries), held=held)
    unseen = dataset.remember_of(
        strikes, "unseen", lambda: list_unseen(strikes, Filters(), words, columns_leave=True)
    )
    for warning in unseen.warnings:
        st.warning(escape_markdown(warning))
    left_out = len(dataset.strikes) - len(strikes)
    dateless = int(dataset.sieve.mark_left_out(filters).sum())
    undated = _(" {count} of them undated: a period has none.", count=dateless) if dateless else ""
    line = _(
        "{rows} of the data left out by the filters.{undated}",
        rows=plural(left_out, "row"),
        undated=undated,
    )
    notes = [line] if left_out else []
    lines = [f"- {escape_markdown(note)}" for note in (*notes, *unseen.notes)]
    with st.expander(_("What the recipient will not see"), key="unseen"):
        st.markdown("\n".join(lines) or _("Nothing is left out."))
