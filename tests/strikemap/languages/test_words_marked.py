"""No word of a page is left in English: what a page shows is marked, and what is marked is said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from paths import ROOT

from geo.briefing.registry import list_formats as list_sheets
from geo.export.registry import list_formats as list_exports
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS
from strikemap.languages.catalogues import FOLDER, read_file
from strikemap.languages.data_words import WORDS
from tools.languages import CODES, draw_catalogue, extract_texts, list_lacking

PAGES = [ROOT / "streamlit_app.py", *sorted((ROOT / "strikemap" / "web").rglob("*.py"))]
# Calls that show their texts, and the names of the texts among their arguments.
SHOWS = {
    "title", "header", "subheader", "markdown", "caption", "text", "error", "warning", "info",
    "success", "button", "download_button", "form_submit_button", "checkbox", "toggle", "radio",
    "selectbox", "multiselect", "text_input", "text_area", "number_input", "date_input", "pills",
    "segmented_control", "file_uploader", "expander", "popover", "tabs", "spinner", "page_link",
    "Page", "html", "say", "tell_problem", "ask_who", "enter", "_choose", "_show_choice",
    "_offer_file", "_say",
}  # fmt: skip
NAMED = {"alt", "label", "help", "placeholder", "title", "caption"}
MARKS = {"_", "N_", "ngettext", "nN_"}
# Texts of these arguments are no words for people.
PLAIN = {"key", "type", "width", "gap", "format", "mime", "language", "output_format", "url_path",
         "on_click", "selection_mode", "vertical_alignment", "label_visibility", "height",
         "shortcut", "filter_mode"}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{2,}(?:\s|$)|[A-Z][a-z]+")
BETWEEN = re.compile(r"[a-z]{2,} \0|\0 [a-z]{2,}")  # "{at} of {all}"
NO_WORDS = re.compile(
    r"(?s)<style.*|<p class=.*?>|</p>|:material/\w+:|[\w./-]*\.(?:csv|gpkg|json|md)|text/csv"
    r"|application/[\w.+-]+|csv_\w+"
)
# Names of files and columns, and the words that a person types: the same in every language.
SAME = {"row", "reason", "strike_id", "PNG", "A4", "opening", "reading", "rows", "claims",
        "workspace", "empty", "briefing_paper", "outlet", "title", "published", "url",
        "stopped by Ctrl-C"}  # fmt: skip


def is_words(text: str) -> bool:
    bare = NO_WORDS.sub("", text).strip()
    return bare not in SAME and bool(WORD.search(bare)) and not re.fullmatch(r"[a-z0-9_]+", bare)


def find_bare(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the texts of an argument that are not in a mark's brackets."""
    if isinstance(node, ast.JoinedStr):
        said = "".join(one.value if isinstance(one, ast.Constant) else "\0" for one in node.values)
        if is_words(re.sub("\0+", "", said)) or BETWEEN.search(said):
            yield node.lineno, said
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and is_words(node.value):
        yield node.lineno, node.value
    for child in parts_of(node):
        yield from find_bare(child)


def parts_of(node: ast.AST) -> list[ast.AST]:
    """Return the parts of an expression that may be shown."""
    if isinstance(node, ast.Call):
        marked = name_of(node) in {*MARKS, "plural", "partial"}
        return [] if marked else [node.func, *node.args, *(one.value for one in node.keywords)]
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.JoinedStr):
        return [one.value for one in node.values if isinstance(one, ast.FormattedValue)]
    if isinstance(node, ast.Compare | ast.Subscript | ast.Lambda | ast.comprehension):
        return []
    return list(ast.iter_child_nodes(node))


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


@cache
def marked_names(path: Path) -> frozenset[str]:
    """Return the names of a module's own texts, which are said where they are shown."""
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(
        target.id
        for node in tree.body if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
        and ((isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
             and is_words(node.value.value))
             or (isinstance(node.value, ast.Call) and name_of(node.value) == "N_"))
    )  # fmt: skip


def find_unmarked(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of what a module shows without a mark."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        shows = name_of(call) in SHOWS
        shown = [*(call.args if shows else ()), *(
            one.value for one in call.keywords
            if one.arg in NAMED or (shows and one.arg not in PLAIN)
        )]  # fmt: skip
        if name_of(call) in {"replace", "Told", "About", "compile", "component"}:
            continue
        for one in shown:
            if isinstance(one, ast.Name) and one.id in marked_names(path):
                yield one.lineno, one.id
            yield from find_bare(one)


def test_what_pages_show_is_marked():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in PAGES
        for line, words in find_unmarked(path)
    ]
    assert not found, "mark these with _() of gazetteer.language:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("shown", "words"),
    [('st.title("Hello there")', ["Hello there"]), ('st.title(_("Hello there"))', []),
     ('st.button(f"Back to {x}", key="back_it")', ["Back to \0"]),
     ('st.text_input(_("A name"), help="In full")', ["In full"]),
     ('OWN = "Some words"\nst.caption(OWN)', ["OWN"]),
     ('OWN = N_("Some words")\nst.caption(_(OWN))', []),
     ('st.error("Yes it is" if x else _("No"))', ["Yes it is"]),
     ('st.caption(f"{at} of {count}")', ["\0 of \0"])],
)  # fmt: skip
def test_the_walk_finds_a_word_that_is_not_marked(shown, words, tmp_path):
    page = tmp_path / "page.py"
    page.write_text(shown)
    assert [found for _, found in find_unmarked(page)] == words


@cache
def texts() -> object:
    return extract_texts()


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_has_every_text_and_no_other(code):
    drawn = draw_catalogue(code, texts())
    assert drawn == (FOLDER / f"{code}.po").read_bytes(), "run python -m tools.languages"
    assert [one.id for one in list_lacking(code)] == []


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", CODES)
def test_a_translation_fills_in_what_its_english_does(code):
    for one in read_file(code):
        if not one.id:
            continue
        if isinstance(one.id, str):
            assert fields(one.string) == fields(one.id), one.id
            assert (
                one.string.count("{")
                == one.string.count("}")
                == len(re.findall(r"\{\w+\}", one.string))
            ), one.string
            assert one.string.count("**") == one.id.count("**"), one.id
            continue
        asked = fields(one.id[1])  # a form for one or two may say the number in a word
        assert all(asked - {"count"} <= fields(form) <= asked for form in one.string), one.id


def test_every_word_of_the_tables_is_known():
    said = {word.replace("_", " ") for column in (*STRIKE_COLUMNS, *CLAIM_COLUMNS)
            for word in column.vocabulary or ()}  # fmt: skip
    own = {"located", "area only", "unlocated"}  # said in other words
    known = {str(one.id) for one in texts() if one.id}
    assert said - own <= known
    assert known >= WORDS


def test_every_kind_of_file_is_called_in_every_language():
    labels = {each.label for each in (*list_exports(), *list_sheets())} - {""}
    same = {"PDF", "PNG", "SVG", "Word", "PowerPoint"}  # names of programs and formats
    assert labels - same <= {str(one.id) for one in texts() if one.id}
