"""A page's policy: hashes of what is inline, as a browser counts them; data are none of it."""

from __future__ import annotations

import pytest

from geo.page_policy import allow_only, policy_of

# W3C, Content Security Policy Level 3, section 2.3.1: this script and the hash of it.
SCRIPT = "doSomething();"
HASH = "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


def rules_of(page: str, **options: object) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy_of(page, **options).split("; "))


def test_an_inline_script_has_the_hash_of_the_standard():
    assert rules_of(f"<script>{SCRIPT}</script>")["script-src"] == HASH


def test_a_page_without_scripts_and_styles_allows_none():
    rules = rules_of("<p>nothing</p>")
    assert rules["script-src"] == rules["style-src"] == "'none'"


@pytest.mark.parametrize(
    "page",
    [
        f'<script type="text/plain">\n<style>{SCRIPT}</style></script><script>{SCRIPT}</script>',
        f"<SCRIPT type=module>{SCRIPT}</SCRIPT >",
        f"<script>{SCRIPT}</script>and again<script>{SCRIPT}</script>",
    ],
)
def test_data_are_not_counted_and_a_script_only_once(page):
    assert rules_of(page)["script-src"] == HASH


def test_lines_may_end_as_windows_has_it():
    (left, right) = (rules_of(f"<script>a;{end}b;</script>") for end in ("\r\n", "\n"))
    assert left == right


def test_the_policy_stands_before_what_it_is_about():
    page = allow_only(
        '<!doctype html><html><head>\n<meta charset="utf-8"><style>p{}</style></head></html>',
        pictures=["https://tiles.example"],
        styled=True,
    )
    start = '<!doctype html><html><head>\n<meta charset="utf-8"><meta http-equiv='
    assert page.startswith(start)
    assert "img-src data: https://tiles.example;" in page
    assert "style-src-attr 'unsafe-inline'" in page


def test_a_page_without_a_head_is_refused():
    with pytest.raises(ValueError, match="no <head>"):
        allow_only("<p>a page</p>")
