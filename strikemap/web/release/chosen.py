"""The profile that a visitor chose: read, kept in the session, let go of."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from gazetteer.language import _
from geo.errors import ReleaseError
from geo.release.profile import Profile
from geo.release.toml import LARGEST_BYTES, parse_profile
from strikemap.web.period import renew_map
from strikemap.web.visitors.session import PROFILE_KEY
from strikemap.web.workspaces.folder import workspace_folder

__all__ = [
    "Chosen", "choose_file", "choose_listed", "chosen_profile", "layers_may_leave", "list_files",
    "listed_key", "problem_of_profile", "show_all",
]  # fmt: skip

CHOSEN_KEY, PROBLEM_KEY = PROFILE_KEY, "release_problem"
TIMES_KEY = "release_times"  # how often something was chosen
SUFFIX = ".toml"


@dataclass(frozen=True)
class Chosen:
    """A profile, and the name of its file."""

    file: str
    profile: Profile


def chosen_profile() -> Chosen | None:
    """Return the profile that is on, None where all strikes are shown."""
    chosen = st.session_state.get(CHOSEN_KEY)
    return chosen if isinstance(chosen, Chosen) else None


def problem_of_profile() -> str:
    """Return why the file that was chosen last is no profile, "" where it is one."""
    return str(st.session_state.get(PROBLEM_KEY, ""))


def layers_may_leave() -> bool:
    """Say whether own layers are shown: without a profile, and where it lets them leave."""
    chosen = chosen_profile()
    return chosen is None or chosen.profile.layers


def listed_key() -> str:
    """Return the key of the list of the folder's files: another one after each choice.

    A page sends what a field of a key showed last, also after the profile was chosen elsewhere and
    where the field is folded away; "None", shown before, would let go of the profile unseen.
    """
    chosen = chosen_profile()
    times = st.session_state.get(TIMES_KEY, 0)
    return f"release_listed_{times}_{chosen.file if chosen else ''}"


def _count_choice() -> None:
    st.session_state[TIMES_KEY] = st.session_state.get(TIMES_KEY, 0) + 1


def list_files() -> list[str]:
    """Return the names of the profiles in the folder of workspaces."""
    folder = workspace_folder()
    if folder is None or not folder.is_dir():
        return []
    return sorted(path.name for path in folder.glob(f"*{SUFFIX}") if path.is_file())


def choose_file(name: str, content: bytes) -> None:
    """Show the strikes as a file lets them leave; where it is no profile nothing changes."""
    _count_choice()
    try:
        st.session_state[CHOSEN_KEY] = Chosen(name, parse_profile(content, name))
        st.session_state.pop(PROBLEM_KEY, None)
        renew_map()
    except ReleaseError as error:
        st.session_state[PROBLEM_KEY] = str(error)


def choose_listed(name: str) -> None:
    """Show the strikes as a file of the folder lets them leave."""
    folder = workspace_folder()
    if folder is None or name not in list_files():
        return
    _count_choice()
    try:
        with (folder / name).open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        st.session_state[PROBLEM_KEY] = _(
            "{name}: cannot be read ({strerror})", name=name, strerror=error.strerror
        )
        return
    choose_file(name, content)


def show_all() -> None:
    """Let go of the profile; the map begins anew."""
    _count_choice()
    for key in (CHOSEN_KEY, PROBLEM_KEY):
        st.session_state.pop(key, None)
    renew_map()
