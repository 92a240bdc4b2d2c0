"""What is lost of a page at a zoom of 200%: what is cut, covered, or scrolled to both ways."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Error, Page

__all__ = ["LARGE_LETTERS", "ZOOMED", "list_lost"]

# A browser's zoom of 200% on a page of 1440 leaves half of the CSS pixels.
ZOOMED = {"width": 720, "height": 450}
SETTLES = 10_000  # ms in which a page takes its new size, on a machine with much else to do
# Letters alone twice as large, as a browser's own setting has them.
LARGE_LETTERS = "html{font-size:200%!important}"
# Shadow roots too. The credits are cut to one line until the keyboard or the pointer is on them;
# tables of cells scroll in themselves.
_LOST = """() => {
  const LEFT_OUT = ".strike-credit, [data-testid=stDataFrame], [data-collapsed=true]";
  const CONTROLS = "button, a[href], select, summary, [role=tab], [role=slider]";
  const HEADER = 60; // CSS pixels; what is scrolled lies under it
  const parts = (root) => [...root.querySelectorAll("*")]
    .flatMap((one) => (one.shadowRoot ? [one, ...parts(one.shadowRoot)] : [one]));
  const box = (one) => one.getBoundingClientRect();
  const style = (one) => getComputedStyle(one);
  const named = (one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`;
  const around = ({ parentElement: at }) => (at ? [at, ...around(at)] : []);
  const all = parts(document.body)
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(LEFT_OUT));
  const hasWords = (one) => box(one).width > 2
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const isCut = (one) => {
    const { left, right } = box(one);
    if (left < -1 || right > innerWidth + 1) return true;
    if (style(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) return true;
    return around(one).some((at) => at !== document.body && at.clientWidth > 2
      && style(at).overflowX !== "visible" && right > box(at).right + 1);
  };
  const isCovered = (one) => {
    const { x, y, width, height } = box(one);
    const [left, top] = [x + width / 2, y + height / 2];
    if (width < 3 || left < 0 || left > innerWidth) return false;
    if (top < HEADER || top >= innerHeight) return false;
    const isScrolledAway = around(one).some((at) => style(at).overflowY !== "visible"
      && (top > box(at).bottom || top < box(at).top));
    if (isScrolledAway) return false;
    let hit = document.elementFromPoint(left, top);
    while (hit?.shadowRoot) {
      const inside = hit.shadowRoot.elementFromPoint(left, top);
      if (!inside || inside === hit) break;
      hit = inside;
    }
    return hit && !one.contains(hit) && !hit.contains(one);
  };
  const wide = [document.documentElement, ...document.querySelectorAll(".stMain")]
    .filter((one) => one.scrollWidth > one.clientWidth);
  return [
    ...all.filter((one) => hasWords(one) && isCut(one)).map((one) => `cut: ${named(one)}`),
    ...all.filter((one) => one.matches(CONTROLS) && isCovered(one))
      .map((one) => `covered: ${named(one)}`),
    ...wide.map((one) => `scrolls both ways: ${named(one)}`),
  ];
}"""


def list_lost(page: Page) -> list[str]:
    """Return what of a page is cut at its side or covered by another part, a line each.

    A table takes its new width a little after its page: what comes right by itself is not lost.
    """
    with suppress(Error):
        page.wait_for_function(f"() => ({_LOST})().length === 0", timeout=SETTLES)
    found: list[str] = page.evaluate(_LOST)
    return found
