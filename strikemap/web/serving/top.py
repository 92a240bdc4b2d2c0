"""Each run of a page begins at the top of the page, whatever its thread drew before."""

from __future__ import annotations

from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value

__all__ = ["begin_at_top"]


def begin_at_top() -> None:
    """Have what is drawn next stand on the page itself; for before a run draws anything.

    A run of a fragment alone draws in the fragment's own place, and Streamlit 1.67 leaves its
    thread there: where another run is asked for meanwhile, such as by a link to another page, that
    thread draws the whole of it into the place of a page that is gone, and the browser, which knows
    no such place, is left with an empty window.
    """
    context_dg_stack.set(get_default_dg_stack_value())
