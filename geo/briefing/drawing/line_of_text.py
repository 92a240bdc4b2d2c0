"""A line of text as matplotlib draws it, placed by a width that is measured once for all sizes."""

from __future__ import annotations

from matplotlib.backend_bases import RendererBase
from matplotlib.patheffects import PathEffectRenderer
from matplotlib.text import Text

__all__ = ["LineOfText"]

_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of the width, what lies before the position


class LineOfText(Text):
    """One level line without a box around it, its width in points known.

    matplotlib's own measures every line anew in every format, a third of what its drawing takes.
    """

    def __init__(self, *args: object, wide: float, **how: object) -> None:
        super().__init__(*args, **how)  # type: ignore[arg-type] # as matplotlib's own
        self._wide = wide

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line where its alignment and its width put it."""
        if not self.get_visible() or not self.get_text():
            return
        renderer.open_group("text", self.get_gid())
        x, y = self.get_unitless_position()
        start = x - self._wide * _BEFORE[str(self.get_horizontalalignment())]
        left, base = self.get_transform().transform((start, y))
        if renderer.flipy():
            base = renderer.get_canvas_width_height()[1] - base
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        gc.set_alpha(self.get_alpha())  # type: ignore[arg-type] # None is the colour's own
        gc.set_url(self.get_url())
        effects = self.get_path_effects()
        writer = PathEffectRenderer(effects, renderer) if effects else renderer
        writer.draw_text(gc, left, base, self.get_text(), self.get_fontproperties(), 0,
                         ismath=False, mtext=self)  # fmt: skip
        gc.restore()
        renderer.close_group("text")
        self.stale = False
