"""What a visitor presses is done whole, whatever else the page asks for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SafeSessionState

from strikemap.web.languages.choice import settle_language
from strikemap.web.visitors.session import name_visitor

__all__ = ["keep_presses_whole"]


def keep_presses_whole() -> None:
    """Have no callback of this process cut short by the next rerun; a second call does nothing.

    Streamlit ends a callback at its next look into the session where a further rerun is asked for
    meanwhile, such as by the map that came to rest. The press is then lost, or half done. What it
    says is said in the visitor's language.
    """
    begin = SafeSessionState.on_script_will_rerun  # that calls the callbacks
    if hasattr(begin, "__wrapped__"):
        return

    @wraps(begin)
    def begin_whole(self: SafeSessionState, *args: object, **named: object) -> None:
        with _waiting():  # whoever looks into the session is interrupted
            settle_language()
            name_visitor()
            begin(self, *args, **named)  # type: ignore[arg-type] # as it was called

    SafeSessionState.on_script_will_rerun = begin_whole  # type: ignore[method-assign]


@contextmanager
def _waiting() -> Iterator[None]:
    """Have what is asked for in between wait: it is looked for as soon as this ends."""
    context = get_script_run_ctx(suppress_warning=True)
    requests: Any = context.script_requests if context else None
    if requests is None:
        yield
        return
    requests.on_scriptrunner_yield = lambda: None  # of this object alone, in place of its class's
    try:
        yield
    finally:
        del requests.on_scriptrunner_yield
